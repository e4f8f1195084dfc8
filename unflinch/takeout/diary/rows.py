"""From a file to rows: each is understood, or kept aside whole with what was not."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, Final

from unflinch.takeout.diary import cells, days, scales
from unflinch.takeout.diary.answers import LeftOut
from unflinch.takeout.diary.beside import read_words_beside
from unflinch.takeout.diary.choices import NOTE, FileChoices
from unflinch.takeout.diary.columns import ANSWERS, LEFT_OUT, Column, SheetColumns, columns_of
from unflinch.takeout.diary.complaints import ALL, Complaint, Mend, RowAside, shown_cell
from unflinch.takeout.diary.decoding import Source, decode
from unflinch.takeout.diary.fields import FIELDS, RATING_FIELDS
from unflinch.takeout.diary.filling import fill_down, runs_newest_first
from unflinch.takeout.diary.lines import MOST_ROWS, SheetLine, sheet_lines
from unflinch.takeout.diary.meaning import Meaning, settle
from unflinch.takeout.diary.results import PLACED_BY, Diary, DiaryRow, row_id, when
from unflinch.takeout.diary.saying import Settled, complaints_of
from unflinch.takeout.diary.survey import Dates, dates_of
from unflinch.takeout.diary.table import SheetTable, names_of, table_of
from unflinch.takeout.diary.ticks import join_ticks

__all__ = ["MOST_ROWS", "PLACED_BY", "Complaint", "Diary", "DiaryRow", "RowAside", "read_diary", "read_row", "row_id"]

_UNSAVED: Final = frozenset({"too_long", "invisible"})  # what no note could hold either


@dataclass(slots=True)
class _Reading:
    """A file being read."""

    table: SheetTable
    columns: SheetColumns
    rows: list[DiaryRow] = field(default_factory=list)
    aside: list[RowAside] = field(default_factory=list)
    guesses: list[Complaint] = field(default_factory=list)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    noted: dict[str, list[str]] = field(default_factory=dict)
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)

    def nth(self, meaning: Meaning) -> int:
        """Which row of its time and activity this one is; 0 where the row does not tell them."""
        places = [column.key for column in self.columns.each if column.field in PLACED_BY]
        if any(complaint.column in places for complaint in meaning.complaints):
            return 0
        key = when(meaning.when, meaning.values), str(meaning.values.get("activity") or "")
        self.seen[key] += 1
        return self.seen[key]

    def note(self, meaning: Meaning, name: str, mend: Mend) -> None:
        """An optional cell that isn't understood goes to the notes, and that's said once for its column."""
        words = cells.text(meaning.cells[name])
        meaning.notes[name] = words
        self.noted.setdefault(name, []).append(words)

    def said_once(self) -> list[Complaint]:
        """What was said of no row by itself."""
        line = self.table.header_line or 1
        noted = [Complaint(line, name, _noted_words(words), "noted") for name, words in self.noted.items()]
        return noted + [
            Complaint(line, name, f"{shown_cell(word)} is left out, as you said: {count} rows", "left_out")
            for (name, word), count in self.left_out.items()
        ]


def _noted_words(words: Sequence[str]) -> str:
    if len(words) == 1:
        return f"{shown_cell(words[0])} isn't understood here, so it's kept as a note"
    return f"{len(words)} cells such as {shown_cell(words[0])} aren't understood here, so they're kept as notes"


def read_diary(data: Source, choices: FileChoices | None = None, *, today: date | None = None) -> Diary:
    """Read a CSV diary. Raises UnreadableFile for a file that is none; one bad row never spoils another.

    `choices` is what the person said about the file; the rest is guessed from its cells, and every guess is said.
    `today` tells which dates lie too far ahead to be meant.
    """
    choices = choices or FileChoices()
    text = decode(data)
    source = sheet_lines(text.text)
    first = next(source)
    # First of all, so that a file of another kind is not answered by what is wrong with its rows.
    names_of(first.cells, first.number)
    table = table_of([first, *source], choices.header_line)
    join_ticks(table)
    columns = columns_of(table, choices)
    own = columns.of("ask_id") is not None
    if own:
        choices = _as_written(choices)
    filled = fill_down(table, columns, choices)
    dates = dates_of(_column_of(table, columns, "date"), choices, today, year_above=table.year_above, own=own)
    _give_days(table, columns, dates)
    newest_first = choices.newest_first
    if newest_first is None:
        newest_first = runs_newest_first(table, columns, dates.read)
    spoken, order_said = bool(choices.columns), bool(choices.date_order)
    settled = Settled(table, columns, dates, filled, newest_first, spoken, order_said)
    reading = _Reading(table, columns)
    told = [Complaint(first.number, ALL, text.guess, "letters")] if text.guess else []
    reading.guesses += [*told, *complaints_of(settled)]
    _take_all(reading, dates, newest_first=newest_first)
    return _diary_of(reading, _settled_choices(settled, choices))


def _as_written(choices: FileChoices) -> FileChoices:
    """A sheet of our own says what it says in each row: nothing is guessed from the rows around it."""
    filled = frozenset[str]() if choices.fill_down is None else choices.fill_down
    return replace(choices, fill_down=filled, newest_first=bool(choices.newest_first))


def _column_of(table: SheetTable, columns: SheetColumns, field_name: str) -> list[str]:
    at = columns.at(field_name)
    return [""] * len(table.rows) if at is None else table.column(at)


def _give_days(table: SheetTable, columns: SheetColumns, dates: Dates) -> None:
    """Rows whose day is told by others have it from them, so that each can be read alone."""
    column = columns.of("date")
    for at, cell in enumerate(dates.cells):
        told = dates.read[at]
        alone = at not in dates.slips and dates.year_above is None
        if column is not None and cell.strip() and not alone and isinstance(told, days.When) and told.day:
            table.give(table.rows[at], column.key, told.day.isoformat())


def read_row(choices: FileChoices, values: Mapping[str, str], line: int, *, today: date | None = None) -> Diary:
    """Read one row that a person mended, by the choices that its file settled (`Diary.choices`).

    `values` holds every cell by the key of its column.
    """
    row = SheetLine(line, list(values.values()))
    table = SheetTable(line, tuple(values), [row])
    known = {name: choices.columns.get(name, NOTE) for name in values}
    columns = columns_of(table, FileChoices(columns=known, words=choices.words, scales=choices.scales))
    reading = _Reading(table, columns)
    _take_all(reading, dates_of(_column_of(table, columns, "date"), choices, today), newest_first=False)
    return _diary_of(reading, choices)


def _settled_choices(settled: Settled, choices: FileChoices) -> FileChoices:
    """What was said, with everything that was guessed filled in."""
    years = settled.dates.years
    return FileChoices(
        columns={column.key: column.field or NOTE for column in settled.columns.each},
        header_line=settled.table.header_line,
        date_order=settled.dates.order.first,
        words=_words_with_slips(settled.columns, choices),
        scales={column.key: column.top for column in settled.columns.each if column.top is not None},
        fill_down=settled.filled,
        newest_first=settled.newest_first,
        year=choices.year if choices.year is not None or len(years) != 1 else min(years),
        channel=choices.channel,
    )


def _words_with_slips(columns: SheetColumns, choices: FileChoices) -> dict[str, Mapping[str, str]]:
    """What was said of the words of each column, and what its slips were taken for."""
    near = {
        column.key: {word.key: word.outcome for word in column.words if word.near and word.outcome is not None}
        for column in columns.each
    }
    told = {key: words for key, words in near.items() if words}
    return {**choices.words, **{key: {**words, **choices.words.get(key, {})} for key, words in told.items()}}


def _diary_of(reading: _Reading, choices: FileChoices) -> Diary:
    guesses = (*reading.guesses, *reading.said_once())
    return Diary(reading.columns, tuple(reading.rows), tuple(reading.aside), guesses, choices)


def _take_all(reading: _Reading, dates: Dates, *, newest_first: bool) -> None:
    """Understand every row or put it aside, the oldest first."""
    readers = {column.key: _reader_of(column) for column in reading.columns.each}
    rows = list(zip(reading.table.rows, dates.read, strict=True))
    for line, told in reversed(rows) if newest_first else rows:
        _take(reading, readers, line, told)


def _reader_of(column: Column) -> Callable[[str], Any]:
    """What reads the cells of this column."""
    if column.field in ANSWERS:
        return column.answers
    if column.field in RATING_FIELDS:
        return partial(scales.rating, top=scales.HIGHEST_RATING if column.top is None else column.top)
    return cells.text if column.field is None else FIELDS[column.field] if column.used else cells.text


def _take(
    reading: _Reading, readers: Mapping[str, Callable[[str], Any]], line: SheetLine, told: days.When | Mend
) -> None:
    """Understand one row, or put it aside."""
    columns = reading.columns
    typed = _named(reading.table, line)
    given = reading.table.given.get(line.number, {})
    meaning = Meaning(line.number, columns, typed | given)
    _judge_shape(meaning, line, len(reading.table.names))
    try:
        for column in columns.each:
            if column.field == "date":
                _read_day(meaning, column.key, told)
            elif column.field != LEFT_OUT:
                _read_cell(reading, meaning, column, readers[column.key])
    except LeftOut:
        outcome = columns.of("outcome")
        reading.left_out[(outcome.key, meaning.cells[outcome.key]) if outcome else ("", "")] += 1
        return
    read_words_beside(meaning)
    settle(meaning)
    nth = reading.nth(meaning)
    if meaning.complaints:
        reading.aside.append(RowAside(line.number, typed, tuple(meaning.complaints), nth, given))
        return
    reading.guesses += meaning.guesses
    day, moment, coarse = meaning.when.day, meaning.when.moment, meaning.when.text
    order = len(reading.rows) + 1
    values, notes = meaning.values, meaning.notes
    reading.rows.append(DiaryRow(line.number, day, moment, values, notes, typed, nth, coarse, order, given))


def _named(table: SheetTable, line: SheetLine) -> dict[str, str]:
    """Every cell by its column: empty where the row is short, by its place where there is no column."""
    row, names = line.cells, table.names
    padded = [*row, *[""] * (len(names) - len(row))]
    beyond = {f"(cell {at + 1})": row[at] for at in range(len(names), len(row))}
    return dict(zip(names, padded, strict=False)) | beyond


def _judge_shape(meaning: Meaning, line: SheetLine, columns: int) -> None:
    filled = len(line.cells)
    if line.swallowed:
        sentence = "a quotation mark opens here and never closes, so the rest of the file is inside this row"
        meaning.complain(ALL, Mend(sentence, "quotation"))
    if filled > columns:
        meaning.complain(ALL, Mend(f"the row has {filled} cells, and there are {columns} columns", "cells"))


def _read_day(meaning: Meaning, name: str, told: days.When | Mend) -> None:
    if isinstance(told, Mend):
        meaning.not_understood(name, told)
        return
    meaning.when = told
    if told.text:
        meaning.notes[name] = meaning.cells[name].strip()


def _read_cell(reading: _Reading, meaning: Meaning, column: Column, reader: Callable[[str], Any]) -> None:
    name, cell = column.key, meaning.cells[column.key]
    try:
        value = cells.read_cell(cell, reader)
    except Mend as mend:
        if column.field == "outcome" or mend.code in _UNSAVED or cells.INVISIBLE.search(cell):
            meaning.not_understood(name, mend)
        else:
            reading.note(meaning, name, mend)
        return
    if column.field is None:
        meaning.notes |= {name: value} if value else {}
        return
    meaning.values[column.field] = value
    if (column.field in ANSWERS and value.more) or (column.field in RATING_FIELDS and scales.says_more(cell)):
        meaning.notes[name] = cell.strip()
