"""What a person should hear once about a whole file: every guess, and every column that isn't used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from unflinch.takeout.diary.choices import DAY_FIRST, LEFT_OUT, MONTH_FIRST
from unflinch.takeout.diary.columns import ANSWERS, Column, SheetColumns
from unflinch.takeout.diary.complaints import ALL, Complaint, shown_cell
from unflinch.takeout.diary.days import When, can_be_two
from unflinch.takeout.diary.fields import RATING_FIELDS, TOTALS
from unflinch.takeout.diary.filling import PLACED
from unflinch.takeout.diary.folding import tidy_cell
from unflinch.takeout.diary.headings import HIGHEST_SCALE, says_no
from unflinch.takeout.diary.outcomes import FALSE, TRUE
from unflinch.takeout.diary.profiles import SMALL, looks_small
from unflinch.takeout.diary.survey import Dates
from unflinch.takeout.diary.table import SheetTable

_FULL_NAME: Final = re.compile(r"[A-ZÄÖÜÁÉÍÓÚÑÇ][\w'’-]+ (?:[A-Z]\. )?[A-ZÄÖÜÁÉÍÓÚÑÇ][\w'’-]+")


_PLANNED: Final = "planned"
_AT_ONCE: Final = timedelta(minutes=10)  # between two answers of which one was sent by mistake
_TRIALS: Final = frozenset({"test", "testing", "test test", "a test", "asdf", "prueba", "essai", "probe"})


@dataclass(frozen=True, slots=True)
class Settled:
    """What the reading of a file rests on."""

    table: SheetTable
    columns: SheetColumns
    dates: Dates
    filled: frozenset[str]
    newest_first: bool
    spoken: bool  # whether a person said which column is which
    order_said: bool  # whether a person said how dates are written


def complaints_of(settled: Settled) -> Iterator[Complaint]:
    """Every guess about the file, in the order in which one reads it."""
    line = settled.table.header_line or 1
    yield from settled.table.said
    if not settled.table.rows:
        yield Complaint(line, ALL, "the file names its columns, and holds no row yet", "no_rows")
    for at, column in enumerate(settled.columns.each):
        cells = settled.table.column(at)
        for sentence, code in (*_of_column(column, cells, spoken=settled.spoken), *_of_dates(settled, column, cells)):
            yield Complaint(line, column.key, sentence, code)
    yield from (Complaint(line, ALL, sentence, code) for sentence, code in _of_file(settled))
    yield from _of_answers_sent_twice(settled)


def _of_answers_sent_twice(settled: Settled) -> Iterator[Complaint]:
    """Rows that a form wrote twice within minutes, and those that tried it out: they come in, and it's said."""
    seen: dict[tuple[str, ...], datetime] = {}
    title, column = settled.columns.at("challenge"), settled.columns.of("date")
    others = [at for at, one in enumerate(settled.columns.each) if one is not column]
    every = [settled.table.column(at) for at in others]
    titles = [] if title is None else settled.table.column(title)
    as_lived = list(enumerate(settled.dates.read))
    for at, told in reversed(as_lived) if settled.newest_first else as_lived:
        line = settled.table.rows[at]
        moment = told.moment if isinstance(told, When) else None
        if moment is None or title is None:
            continue
        cells = tuple(column_cells[at] for column_cells in every)
        before = seen.get(cells)
        seen[cells] = moment
        if before is not None and abs(_naive(moment) - _naive(before)) <= _AT_ONCE:
            yield Complaint(line.number, ALL, "the same answers were sent minutes before; both come in", "twice")
        if tidy_cell(titles[at]) in _TRIALS:
            yield Complaint(line.number, ALL, "this looks like a try-out of the form; it comes in, too", "trial")


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _of_file(settled: Settled) -> Iterator[tuple[str, str]]:
    columns = settled.columns
    if columns.of("outcome") is None and not any(columns.of(name) for name in TOTALS):
        yield "no column says what came back, so every row is kept as planned", "no_outcome"
    if columns.of("challenge") is None and columns.of("outcome") is not None:
        yield "no column says what was asked", "no_challenge"
    if undated := _undated_rows(settled):
        rows = "1 row tells" if undated == 1 else f"{undated} rows tell"
        yield f"{rows} no day and no week; say so if an empty cell belongs to the filled one above it", "undated"
    if settled.newest_first:
        yield "the newest row stands on top, so it's read from the bottom up", "newest_first"


def _undated_rows(settled: Settled) -> int:
    """How many rows say nothing of their time, in a file where others do."""
    places = [at for at, column in enumerate(settled.columns.each) if column.field in PLACED]
    told = [any(cell.strip() for cell in row) for row in zip(*map(settled.table.column, places), strict=True)]
    return told.count(False) if any(told) else 0


def _of_column(column: Column, cells: list[str], *, spoken: bool) -> Iterator[tuple[str, str]]:
    """What there is to say of one column."""
    if column.field is None and any(cell.strip() for cell in cells) and not spoken:
        if column.why:
            yield f"{column.why}; this one is kept as a note", "rival"
        else:
            yield "it's not a field here, so it's kept as a note", "unused"
    elif column.used and not column.certain and column.field not in RATING_FIELDS:
        yield f"it's taken as {_named(column)}: {column.why}", "guessed"
    elif column.field == LEFT_OUT and column.why:
        yield column.why, "joined"
    if column.field in RATING_FIELDS:
        yield from _of_rating(column, cells)
    if column.field in ANSWERS:
        yield from _of_answers(column)
    if column.field == "asked_whom" and (
        name := next((cell for cell in cells if _FULL_NAME.fullmatch(cell.strip())), "")
    ):
        yield f"{shown_cell(name)} looks like a name; a role such as “a neighbour” is enough here", "name"


def _named(column: Column) -> str:
    return (column.field or "").replace("_", " ")


def _of_rating(column: Column, cells: list[str]) -> Iterator[tuple[str, str]]:
    top = HIGHEST_SCALE if column.top is None else column.top
    if top == 0:
        yield f"{column.why}: numbers without their scale are kept as notes", "mixed_scales"
    elif top < HIGHEST_SCALE:
        half = max(1, top // 2)
        stretched = f"{top} is kept as {HIGHEST_SCALE}" + (
            f", and {half} as {round(half * HIGHEST_SCALE / top)}" if top > 1 else ""
        )
        why = f"{column.why}: " if column.why else ""
        yield f"{why}read as {column.field}, from 0 to {top}: {stretched}", "scale"
    elif column.certain and not column.why and looks_small(column.key, cells):
        yield (
            f"no number is above {SMALL}; if they are out of {SMALL}, name it “{column.key} (0-{SMALL})”",
            "small",
        )
    elif column.why:
        yield f"it's taken as {_named(column)}: {column.why}", "guessed"


def _of_answers(column: Column) -> Iterator[tuple[str, str]]:
    guessed = [word for word in column.words if not word.certain and not word.said and word.outcome is not None]
    turned = [word for word in guessed if says_no(column.key) and word.key in TRUE | FALSE]
    if turned:
        yield "it asks whether a no came back, so a yes here is a no and a no is a yes", "inverted"
    if words := ", ".join(f"{shown_cell(word.word)} is taken as {word.outcome or _PLANNED}" for word in guessed
                          if word not in turned):  # fmt: skip
        yield words, "guessed_words"


def _of_dates(settled: Settled, column: Column, cells: list[str]) -> Iterator[tuple[str, str]]:
    dates = settled.dates
    if column.field == "date" and dates.year_above is not None:
        yield f"days without a year are read from {dates.year_above} on, as the line above says", "year_above"
    if column.field == "date" and dates.slips:
        slips = ", ".join(dict.fromkeys(f"{shown_cell(dates.cells[at])} as {day}" for at, day in dates.slips.items()))
        yield f"the old year stands in a new one, so we read {slips}", "year_slip"
    if column.key in settled.filled:
        yield "an empty cell belongs to the filled one above it", "fill_down"
    order = settled.dates.order.first
    example = next((cell for cell in cells if can_be_two(cell)), "") if column.field == "date" else ""
    if example and order in (DAY_FIRST, MONTH_FIRST) and not settled.order_said:
        first = "the day" if order == DAY_FIRST else "the month"
        yield f"dates such as {shown_cell(example)} are read with {first} first, as other dates here show", "date_order"
