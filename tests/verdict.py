"""The last word of `make test`: is enough of the code tried, and how many tests ran? `python -m tests.verdict`."""

import io
import sys
from pathlib import Path

import coverage

ROOT = Path(__file__).resolve().parent.parent
TALLY = ROOT / "build" / "tally"
FLOOR = 95.0
FLOOR_OF_THE_NUMBERS = 100.0


def main() -> int:
    """Print a line a folder that is tried too little, then the count; 1 where there was such a folder."""
    data = coverage.Coverage()
    data.load()
    low = [folder for folder in folders() if not is_tried_enough(data, folder)]
    sqlite, postgresql = (int((TALLY / name).read_text(encoding="ascii")) for name in ("sqlite", "postgresql"))
    print(f"{sqlite} tests passed on SQLite, {postgresql} of them again on PostgreSQL; none was skipped.")
    print(f"{sqlite + postgresql} passed, {len(low)} failed")
    return 1 if low else 0


def folders() -> list[Path]:
    """`nerve`, then each app of `unflinch`."""
    return [ROOT / "nerve", *sorted(file.parent for file in (ROOT / "unflinch").glob("*/__init__.py"))]


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
