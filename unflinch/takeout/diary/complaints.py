"""What the reader says about a cell or a row: in one sentence, with its line and its column."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

DIFFERS: Final = "differs"  # why a row waits that was understood and differs from one that is here
OTHERWISE: Final = "otherwise"  # why one waits that names its ask, and says something else than the ask
ALL: Final = "all"  # stands for the column of a sentence about a whole row or the whole file
_LONGEST_SHOWN: Final = 40  # letters


class Mend(Exception):
    """This cell needs a person's eye; `code` is the sentence's name for programs."""

    def __init__(self, sentence: str, code: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Complaint:
    """One cell that was not understood, or a guess that the person should see."""

    line: int
    column: str
    sentence: str
    code: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        where = f"Line {self.line}" if self.column == ALL else f"Line {self.line}, column {self.column}"
        return f"{where}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class RowAside:
    """A row kept aside: every cell, why, and its place among the rows of its time and activity; 0 where it has none.

    `given` is what lines above tell of it (the date over merged cells, the week of a heading): a person who mends the
    row sees `cells | given`.
    """

    line: int
    cells: Mapping[str, str]
    complaints: tuple[Complaint, ...]
    nth: int = 0
    given: Mapping[str, str] = field(default_factory=dict)


def shown_cell(value: str) -> str:
    """The cell as a sentence quotes it: short, and without what cannot be seen."""
    seen = "".join(letter if letter.isprintable() else "·" for letter in value[:_LONGEST_SHOWN])
    return f"“{seen}…”" if len(value) > _LONGEST_SHOWN else f"“{seen}”"
