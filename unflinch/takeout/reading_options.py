"""What the command line says of a sheet's columns, and the answers that it takes."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.management import CommandError

from unflinch.practice.vocabulary import Outcome
from unflinch.takeout.diary.choices import DAY_FIRST, LEFT_OUT, MONTH_FIRST, NO_ANSWER_YET, FileChoices
from unflinch.takeout.diary.columns import Column, SheetColumns
from unflinch.takeout.diary.complaints import shown_cell
from unflinch.takeout.diary.folding import tidy_cell
from unflinch.takeout.diary.rows import Diary

_PLANNED = "planned"  # how a person writes that nothing came back yet
_MEANINGS = {**{code: code for code in Outcome.values}, _PLANNED: NO_ANSWER_YET, LEFT_OUT: LEFT_OUT}
_ORDERS = {"day": DAY_FIRST, "month": MONTH_FIRST}


def add_reading_arguments(parser: ArgumentParser) -> None:
    """Everything a person can say about a file."""
    many: dict[str, Any] = {"action": "append", "default": []}
    parser.add_argument("--map", **many, metavar="COLUMN=FIELD", help="For a column of another name.")
    parser.add_argument(
        "--header-line", type=_line, metavar="N", help="The line with the headings, as an editor counts; 0 for none."
    )
    parser.add_argument("--date-order", choices=_ORDERS, help="Which comes first in 03/04/2026.")
    parser.add_argument("--word", **many, metavar="COLUMN:WORD=OUTCOME", help="For a word of your own.")
    parser.add_argument("--scale", **many, metavar="COLUMN=10", help="Where the ratings of a column end at 10.")
    parser.add_argument(
        "--fill-down", action="append", metavar="COLUMN", help="Its empty cells belong to the filled one above."
    )
    parser.add_argument("--no-fill-down", action="store_true", help="Empty cells are empty.")
    newest: dict[str, Any] = {"dest": "newest_first", "default": None}
    parser.add_argument("--newest-first", action="store_true", **newest, help="The file runs backwards.")
    parser.add_argument("--oldest-first", action="store_false", **newest, help="The file runs as it happened.")


def choices_of(options: Mapping[str, Any]) -> FileChoices:
    """What these options say. Raises CommandError for what can't be meant."""
    order = options["date_order"]
    if order not in (None, *_ORDERS):
        raise CommandError(f"--date-order takes day or month, and {order!r} is neither.")
    fill_down = [] if options["no_fill_down"] else options["fill_down"]
    return FileChoices(
        columns=dict(_pair_of("--map", "column=field", pair) for pair in options["map"]),
        header_line=options["header_line"],
        date_order=_ORDERS.get(order or "", ""),
        words=_words_of(options["word"]),
        scales=dict(_scale_of(pair) for pair in options["scale"]),
        fill_down=None if fill_down is None else frozenset(fill_down),
        newest_first=options["newest_first"],
    )


def _line(text: str) -> int:
    """The number of a line, or 0. Raises ArgumentTypeError for what is none."""
    if not text.isdecimal():
        raise ArgumentTypeError(f"lines are counted from 1, and {text!r} is no such number")
    return int(text)


def _pair_of(option: str, shape: str, pair: str) -> tuple[str, str]:
    column, mark, value = pair.rpartition("=")
    if not mark:
        raise CommandError(f"{option} takes {shape}, and {pair!r} is none.")
    return column, value.strip()


def _scale_of(pair: str) -> tuple[str, int]:
    column, top = _pair_of("--scale", "column=10", pair)
    if not top.isdecimal() or not 1 <= int(top) <= 100:  # noqa: PLR2004  # the end of every scale
        raise CommandError(f"--scale takes column=10, a whole number from 1 to 100, and {pair!r} is none.")
    return column, int(top)


def _words_of(pairs: Sequence[str]) -> dict[str, dict[str, str]]:
    """`column:word=outcome` by column and word."""
    told: dict[str, dict[str, str]] = {}
    for pair in pairs:
        place, meant = _pair_of("--word", "column:word=outcome", pair)
        column, mark, word = place.partition(":")
        if not mark or meant not in _MEANINGS:
            known = ", ".join(_MEANINGS)
            raise CommandError(f"--word takes column:word=outcome, and {pair!r} is none. Outcomes are: {known}.")
        told.setdefault(column, {})[tidy_cell(word)] = _MEANINGS[meant]
    return told


def lines_about(columns: SheetColumns) -> Iterator[str]:
    """Every column with three of its cells and what it's taken for."""
    yield "The columns, and what they're taken for:"
    for column in columns.each:
        samples = ", ".join(map(shown_cell, column.samples)) or "(empty)"
        yield f"  {column.key}: {_taken_for(column)}. {samples}"


def _taken_for(column: Column) -> str:
    if column.field == LEFT_OUT:
        return "left out"
    if not column.used:
        return "not used, kept as a note"
    scale = f", 0 to {column.top}" if column.top else ""
    guess = "" if column.certain else " (a guess)"
    return f"{column.field}{scale}{guess}"


def open_questions(diary: Diary) -> Iterator[str]:
    """The words that aren't understood, each once for the whole file, with the option that answers it."""
    for column in diary.columns.each:
        for word in column.words:
            if word.outcome is None:
                rows = "1 row" if word.count == 1 else f"{word.count} rows"
                yield f"What does {shown_cell(word.word)} mean under {column.key}? It stands in {rows}. "
                yield f"  Say it with --word '{column.key}:{word.key}=…'"
