"""Columns such as Yes, No and Maybe, of which one is ticked in each row."""

from collections.abc import Sequence
from typing import Final

from unflinch.takeout.diary.folding import fold_cell, tidy_cell
from unflinch.takeout.diary.outcomes import FALSE, OUTCOME_WORDS, TRUE
from unflinch.takeout.diary.plausible import likely
from unflinch.takeout.diary.table import SheetTable

_PAIR: Final = 2
_SUMS_IN: Final = 8  # ticks and more for each sum among them


def join_ticks(table: SheetTable) -> None:
    """Columns such as Yes, No and Maybe with one tick a row are one column of answers."""
    places = [at for at, name in enumerate(table.names) if OUTCOME_WORDS.get(tidy_cell(name))]
    if len(places) >= _PAIR:
        places = [at for at, name in enumerate(table.names) if at in places or _is_ticked_answer(table, at, name)]
    ticked = [at for at in places if _is_of_ticks(table.column(at))]
    several = len(ticked) >= _PAIR and {_outcome_named(table.names[at]) for at in ticked}
    if not several or len(several) < _PAIR or ticked != places or _is_counting(table, ticked):
        return
    name = " / ".join(table.names[at] for at in ticked)
    for line in table.rows:
        words = [table.names[at] for at in ticked if tidy_cell(table.cell(line, at, "")) in TRUE]
        if words:
            table.give(line, name, " + ".join(words))
    table.joined_as = name
    table.joined = frozenset(table.names[at] for at in ticked)
    table.names = (*table.names, name)


def _is_ticked_answer(table: SheetTable, at: int, name: str) -> bool:
    """Whether a column beside those of answers is one by its heading and its ticks."""
    cells_of_column = table.column(at)
    return any(map(str.strip, cells_of_column)) and likely(name) is not None and _is_of_ticks(cells_of_column)


def _is_of_ticks(cells_of_column: Sequence[str]) -> bool:
    """Whether these cells are ticks; a number among many of them is a sum."""
    others = [cell for cell in cells_of_column if cell.strip() and tidy_cell(cell) not in TRUE | FALSE]
    return len(others) * _SUMS_IN <= len(cells_of_column) and all(fold_cell(cell).isdecimal() for cell in others)


def _outcome_named(name: str) -> str:
    """The outcome that this heading is a word for."""
    known = OUTCOME_WORDS.get(tidy_cell(name))
    return known.outcome if known else (likely(name) or ("",))[0]


def _is_counting(table: SheetTable, places: Sequence[int]) -> bool:
    """Whether these columns count instead of ticking: a row adds up to more than one."""
    ticks = (sum(tidy_cell(table.cell(line, at, "")) in TRUE for at in places) for line in table.rows)
    filled_in = (sum(bool(table.cell(line, at, "").strip()) for at in places) for line in table.rows)
    return any(count > 1 for count in ticks) and all(count == len(places) for count in filled_in)
