"""Is enough of the code tried? `python -m tests.reached` reads what `make prove` traced."""

import io
import sys
from pathlib import Path

import coverage

ROOT = Path(__file__).resolve().parent.parent
FLOOR = 95.0
FLOOR_OF_THE_NUMBERS = 100.0


def main() -> int:
    """Print what the tests leave out of each folder that they reach too little; 1 where there was such a folder."""
    data = coverage.Coverage()
    data.load()
    low = [folder for folder in folders() if not is_tried_enough(data, folder)]
    print(f"{len(folders()) - len(low)} of {len(folders())} folders are tried enough.")
    return 1 if low else 0


def folders() -> list[Path]:
    """`nerve` and `meaning`, then each app of `unflinch`."""
    apps = sorted(file.parent for file in (ROOT / "unflinch").glob("*/__init__.py"))
    return [ROOT / "nerve", ROOT / "meaning", *apps]


def is_tried_enough(data: coverage.Coverage, folder: Path) -> bool:
    """Whether the tests reach the folder's floor; where not, what they leave out is printed."""
    floor = FLOOR_OF_THE_NUMBERS if folder.name == "nerve" else FLOOR
    report = io.StringIO()
    try:
        reached = data.report(include=[f"{folder}/*"], file=report)
    except coverage.exceptions.NoDataError:
        reached = 0.0
    if reached < floor:
        print(report.getvalue())
        print(f"{folder.name}: the tests reach {reached:.1f} % of the code, and {floor:.0f} % is the floor.")
    return reached >= floor


if __name__ == "__main__":
    sys.exit(main())
