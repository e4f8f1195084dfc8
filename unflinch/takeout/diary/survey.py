"""What whole columns tell: what no cell says by itself, and what a person should hear once, not row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from unflinch.takeout.diary.cells import HIGHEST
from unflinch.takeout.diary.columns import Columns
from unflinch.takeout.diary.complaints import ALL, shown
from unflinch.takeout.diary.days import DAY_FIRST, can_be_two, order_of
from unflinch.takeout.diary.fields import RATINGS

SMALL: Final = 10  # ratings that never pass it may be out of ten
ENOUGH: Final = 2  # so many ratings can be a habit

Guess = tuple[str, str, str]  # the column's name, the sentence, its name for programs


@dataclass(frozen=True, slots=True)
class Survey:
    """The columns of a file and all its cells."""

    columns: Columns
    rows: Sequence[Sequence[str]]

    @property
    def order(self) -> str:
        """Whether the dates put the day or the month first, where they agree on it; empty otherwise."""
        told = {order_of(cell) for cell in self.column("date")} - {""}
        return told.pop() if len(told) == 1 else ""

    def column(self, field: str) -> Iterator[str]:
        """Every cell of this field."""
        at = self.columns.at(field)
        return iter(()) if at is None else (row[at] for row in self.rows if len(row) > at)

    def emptiness(self) -> Iterator[Guess]:
        if not self.rows:
            yield ALL, "the file names its columns, and holds no row yet", "no_rows"

    def rivals(self, *, said: bool) -> Iterator[Guess]:
        """Columns that mean a field which another column is; none where a person said which is which."""
        for name, other in () if said else self.columns.rivals():
            yield name, f"it means the same as {shown(other)}, which is taken; this one is kept as a note", "rival"

    def order_told(self) -> Iterator[Guess]:
        """That dates were read by the order of others, where any needed it."""
        order, at = self.order, self.columns.at("date")
        example = next((cell for cell in self.column("date") if can_be_two(cell)), "") if order else ""
        if example and at is not None:
            first = "the day" if order == DAY_FIRST else "the month"
            sentence = f"dates such as {shown(example)} are read with {first} first, as other dates here show"
            yield self.columns.names[at], sentence, "date_order"

    def scales(self) -> Iterator[Guess]:
        """Which ratings were stretched to our scale, and which look as if they should have been."""
        for at, field in enumerate(self.columns.fields):
            name, top = self.columns.names[at], self.columns.top(at)
            if field not in RATINGS:
                continue
            if top is not None and top < HIGHEST:
                sentence = f"read as {field}, from 0 to {top}: {top} is kept as {HIGHEST}, and {top // 2} as "
                yield name, f"{sentence}{top // 2 * HIGHEST // top}", "scale"
            elif top is None and looks_small(list(self.column(field))):
                yield (
                    name,
                    f"no number is above {SMALL}; if they are out of {SMALL}, name it “{name} (0-{SMALL})”",
                    "small",
                )


def looks_small(cells: Sequence[str]) -> bool:
    """Whether these ratings are plain whole numbers of which none is above ten."""
    told = [cell.strip() for cell in cells if cell.strip()]
    plain = [int(cell) for cell in told if cell.isascii() and cell.isdigit() and len(cell) <= len(str(HIGHEST))]
    return len(told) == len(plain) >= ENOUGH and 0 < max(plain) <= SMALL
