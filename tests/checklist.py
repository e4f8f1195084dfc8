"""The checklist of docs/care as rows: what is asked, its score, and where the evidence is."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
CHECKLIST: Final = ROOT / "docs" / "care" / "checklist.md"
ROW: Final = re.compile(r"^\| (?P<number>\d+) \| (?P<kind>\w) \| (?P<asked>.+?) \| (?P<score>\d) \| (?P<where>.+) \|$")
POINTER: Final = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its score is 0, 1 or 2; `where` names files, or a test as `file::name`."""

    number: int
    kind: str
    asked: str
    score: int
    where: str

    @property
    def pointers(self) -> list[str]:
        return POINTER.findall(self.where)

    @property
    def lost(self) -> list[str]:
        """Pointers at something that is not there."""
        return [pointer for pointer in self.pointers if not is_there(pointer)]


def rows() -> list[Row]:
    """Every line of the checklist, in its order."""
    found = [ROW.match(line) for line in CHECKLIST.read_text(encoding="utf-8").splitlines()]
    return [
        Row(int(match["number"]), match["kind"], match["asked"], int(match["score"]), match["where"])
        for match in found
        if match
    ]


def is_there(pointer: str) -> bool:
    """Whether the file is there, and in it the test where one is named."""
    path, _, name = pointer.partition("::")
    file = ROOT / path
    return file.is_file() and (not name or f"def {name}(" in file.read_text(encoding="utf-8"))
