"""docs/asvs.md as lines: the numbers of a line, whether it's kept, and what it points at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tests.checklist import POINTER, ROOT, is_there

SHEET: Final = ROOT / "docs" / "asvs.md"
ANSWERS: Final = ("kept", "not applicable", "missing")
_LINE: Final = re.compile(r"^\| (?P<numbers>\d[\d., –]*) \| (?P<asked>[^|]+) \| (?P<answer>[^|]*) \| (?P<where>.+) \|$")
# The last number of levels 1 and 2 in each section of version 5.0.0; those of level 3 stand behind them.
SECTIONS: Final = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2,
    "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2,
    "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2,
    "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
    "9.1": 3, "9.2": 4,
    "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3,
    "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4,
    "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5,
    "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3,
    "17.1": 1, "17.2": 4, "17.3": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of the sheet, which may answer several numbers at once."""

    numbers: list[str]
    answer: str
    where: str

    @property
    def pointers(self) -> list[str]:
        """Files, and tests as `file::name`; a command in the same marks is none."""
        return [one for one in POINTER.findall(self.where) if "/" in one or one.endswith((".md", ".toml", ".txt"))]

    @property
    def lost(self) -> list[str]:
        return [pointer for pointer in self.pointers if not is_there(pointer)]


def requirements() -> list[Requirement]:
    """Every line of the sheet, in its order."""
    found = [_LINE.match(line) for line in SHEET.read_text(encoding="utf-8").splitlines()]
    return [
        Requirement(list(_each(line["numbers"])), line["answer"].strip(), line["where"].strip())
        for line in found
        if line
    ]


def asked_for() -> list[str]:
    """Every number of levels 1 and 2."""
    return [f"{section}.{number}" for section, last in SECTIONS.items() for number in range(1, last + 1)]


def _each(numbers: str) -> Iterator[str]:
    """The numbers of a line: "1.2.6–1.2.8, 1.3.1" are four."""
    for part in numbers.split(", "):
        first, _, last = part.strip().partition("–")
        section, _, start = first.rpartition(".")
        end = last.rpartition(".")[2] or start
        yield from (f"{section}.{number}" for number in range(int(start), int(end) + 1))
