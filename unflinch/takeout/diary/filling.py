"""What rows leave to the row above them, and which way a file runs."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, Final

from unflinch.takeout.diary import days
from unflinch.takeout.diary.choices import DAY_FIRST, FileChoices
from unflinch.takeout.diary.columns import SheetColumns
from unflinch.takeout.diary.complaints import Mend
from unflinch.takeout.diary.fields import FIELDS
from unflinch.takeout.diary.folding import fold_cell
from unflinch.takeout.diary.table import SheetTable, compared

PLACED: Final = ("week", "date", "day")  # what a merged cell tells for the rows beside it
_FEWEST: Final = 2  # filled cells, and empty ones below them, that make a pattern
_SHARE: Final = 0.2  # so many of the cells are empty where cells are merged
_A_SLIP_IN: Final = 5  # values
_FEWEST_IN_ORDER: Final = 3  # rows that tell which way a file runs


def fill_down(table: SheetTable, columns: SheetColumns, choices: FileChoices) -> frozenset[str]:
    """Give the empty cells of merged columns what stands above them; returns the keys of those columns."""
    said = None if choices.fill_down is None else {compared(key) for key in choices.fill_down}
    filled = set()
    answered = _last_answered(table, columns)
    for at, column in enumerate(columns.each):
        cells = table.column(at)[: answered if column.field == "date" else None]
        if compared(column.key) in said if said is not None else _is_merged(column.field, cells):
            _fill_column(table, at, cells)
            filled.add(column.key)
    return frozenset(filled)


def _last_answered(table: SheetTable, columns: SheetColumns) -> int:
    """How many rows there are up to the last with an answer: those behind it are plans, and have no day yet."""
    answers = _column_of(table, columns, "outcome")
    return max((at for at, cell in enumerate(answers, 1) if cell.strip()), default=len(table.rows))


def _fill_column(table: SheetTable, at: int, cells: Sequence[str]) -> None:
    above = ""
    for line, cell in zip(table.rows, cells, strict=False):
        if cell.strip():
            above = cell
        elif above:
            table.give(line, table.names[at], above)


def _is_merged(field: str | None, cells: Sequence[str]) -> bool:
    """Whether each value stands once, on the first of its rows, and they run one way."""
    told = [cell for cell in cells if cell.strip()]
    empty = len(cells) - len(told)
    if field not in PLACED or len(told) < _FEWEST or empty < max(_FEWEST, _SHARE * len(cells)) or not cells[0].strip():
        return False
    values = [value for cell in told if (value := _value_of(field, cell)) is not None]
    return len(values) == len(told) and (_nearly_rises(values) or _nearly_rises(values[::-1]))


def _nearly_rises(values: Sequence[Any]) -> bool:
    """Whether each value is above the one before it; one slip in five is forgiven."""
    falls = sum(bool(before >= after) for before, after in pairwise(values))
    return falls <= len(values) // _A_SLIP_IN


def _value_of(field: str, cell: str) -> Any:
    """What can be compared of a cell; None where it can't be read. Dates that can be two days count as either."""
    try:
        if field != "date":
            return FIELDS[field](cell)
        told = days.day(cell, days.Order(DAY_FIRST if days.can_be_two(cell) else ""))
        return told.day.isoformat() if told.day else told.text or None
    except Mend:
        return None


def runs_newest_first(table: SheetTable, columns: SheetColumns, told: Iterable[days.When | Mend | None]) -> bool:
    """Whether the newest row stands on top: by its days, its weeks, or any column that counts down."""
    dated = [when.day for when in told if isinstance(when, days.When) and when.day is not None]
    if len(dated) >= _FEWEST_IN_ORDER:
        return _falls(dated)
    weeks = [value for cell in _column_of(table, columns, "week") if (value := _value_of("week", cell)) is not None]
    if len(weeks) >= _FEWEST_IN_ORDER:
        return _falls(weeks)
    return any(_counts_down(table.column(at)) for at in range(len(table.names)))


def _falls(values: Sequence[Any]) -> bool:
    """Never up, and down at least once."""
    return all(before >= after for before, after in pairwise(values)) and values[0] > values[-1]


def _column_of(table: SheetTable, columns: SheetColumns, field: str) -> list[str]:
    at = columns.at(field)
    return [] if at is None else table.column(at)


def _counts_down(cells: Sequence[str]) -> bool:
    """Whether every cell holds the number that follows the one below it: 50, 49, 48."""
    words = [fold_cell(cell).strip("#.") for cell in cells]
    if len(words) < _FEWEST_IN_ORDER or not all(word.isascii() and word.isdigit() for word in words):
        return False
    return all(int(before) - int(after) == 1 for before, after in pairwise(words))
