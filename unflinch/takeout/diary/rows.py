"""From a file to rows: each is understood, or kept aside whole with what was not."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, Final
from uuid import UUID, uuid5

from unflinch.practice.vocabulary import Precision
from unflinch.takeout.diary import cells, days
from unflinch.takeout.diary.choices import NOTE, FileChoices
from unflinch.takeout.diary.columns import LEFT, Columns, columns_of, names_of
from unflinch.takeout.diary.complaints import ALL, Aside, Complaint, Mend
from unflinch.takeout.diary.decoding import Source, decode
from unflinch.takeout.diary.fields import TOTALS
from unflinch.takeout.diary.lines import MOST_ROWS, Line, lines_of
from unflinch.takeout.diary.meaning import Meaning, settle
from unflinch.takeout.diary.survey import Survey

__all__ = ["MOST_ROWS", "PLACED_BY", "Aside", "Complaint", "Diary", "DiaryRow", "read_diary", "read_row", "row_id"]

PLACED_BY: Final = ("week", "date", "day", "activity")


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """One ask, or one total, that was understood; `values` holds every field that the row gave.

    `cells` holds every cell as it was typed; `nth` counts the rows of the same time and activity in their order, those
    kept aside among them, so that mending one changes the place of no other.
    """

    line: int
    day: date | None
    moment: datetime | None
    values: Mapping[str, Any]
    notes: Mapping[str, str]
    cells: Mapping[str, str]
    nth: int = 1

    @property
    def when(self) -> str:
        """What dates it: the day, the week, the person's own day number, or nothing."""
        return when(self.day, self.values)

    @property
    def place(self) -> str:
        """Its place among all rows of a person: when, what it belongs to, and which row of that it is."""
        return f"{self.when}/{self.activity}/{self.nth}"

    @property
    def precision(self) -> Precision:
        """How exactly it is dated."""
        if self.day is not None:
            return Precision.DAY if self.moment is None else Precision.MOMENT
        return Precision.NONE if self.values.get("week") is None else Precision.WEEK

    @property
    def activity(self) -> str:
        """What it belongs to: its activity, or the row by itself."""
        return str(self.values.get("activity") or "")

    @property
    def is_total(self) -> bool:
        """Whether it only counts."""
        return not self.values.get("challenge") and any(self.values.get(name) for name in TOTALS)


@dataclass(frozen=True, slots=True)
class Diary:
    """What a file says: rows understood, rows kept aside, and every guess that was made."""

    columns: Columns
    rows: tuple[DiaryRow, ...]
    aside: tuple[Aside, ...]
    guesses: tuple[Complaint, ...]
    choices: FileChoices = field(default_factory=FileChoices)


@dataclass(slots=True)
class Reading:
    """A file being read."""

    columns: Columns
    readers: Sequence[Callable[[str], Any]]
    rows: list[DiaryRow] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    guesses: list[Complaint] = field(default_factory=list)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def nth(self, meaning: Meaning) -> int:
        """Which row of its time and activity this one is; 0 where the row does not tell them."""
        fields = dict(zip(self.columns.names, self.columns.fields, strict=True))
        if any(fields.get(complaint.column) in PLACED_BY for complaint in meaning.complaints):
            return 0
        key = when(meaning.day, meaning.values), str(meaning.values.get("activity") or "")
        self.seen[key] += 1
        return self.seen[key]

    def diary(self) -> Diary:
        columns = {name: told or NOTE for name, told in zip(self.columns.names, self.columns.fields, strict=True)}
        choices = FileChoices(columns=columns)
        return Diary(self.columns, tuple(self.rows), tuple(self.aside), tuple(self.guesses), choices)


def read_diary(data: Source, choices: FileChoices | None = None) -> Diary:
    """Read a CSV diary. Raises UnreadableFile for a file that is none; one bad row never spoils another.

    `choices` is what the person said about the file; the rest is guessed from its cells, and every guess is said.
    """
    mapping = choices.columns if choices else {}
    text = decode(data)
    source = lines_of(text.text)
    header = next(source)
    # First of all, so that a file of another kind is not answered by what is wrong with its rows.
    names_of(header.cells, header.number)
    lines = list(source)
    columns = columns_of(headings(header, lines), mapping, line=header.number)
    survey = Survey(columns, [line.cells for line in lines])
    reading = Reading(columns, readers_of(columns, survey.order))
    told = [(ALL, text.guess, "letters")] if text.guess else []
    told += [*survey.emptiness(), *survey.rivals(said=bool(mapping)), *survey.order_told(), *survey.scales()]
    reading.guesses += [Complaint(header.number, *guess) for guess in told]
    for line in lines:
        take(reading, line)
    return reading.diary()


def read_row(choices: FileChoices, values: Mapping[str, str], line: int) -> Diary:
    """Read one row that a person mended, by the choices that its file settled (`Diary.choices`)."""
    told = {name: choices.columns.get(name) for name in values}
    columns = Columns(tuple(told), tuple(None if word == NOTE else word for word in told.values()))
    reading = Reading(columns, readers_of(columns, ""))
    take(reading, Line(line, [values.get(name, "") for name in columns.names]))
    return reading.diary()


def row_id(namespace: UUID, row: DiaryRow) -> UUID:
    """The same id for the same row of the same activity and time, in whichever file it comes."""
    return uuid5(namespace, f"{'total ' if row.is_total else ''}{row.place}")


def when(day: date | None, values: Mapping[str, Any]) -> str:
    if day is not None:
        return day.isoformat()
    week, number = values.get("week"), values.get("day")
    return f"week {week}" if week is not None else f"day {number}" if number is not None else "some time"


def headings(header: Line, lines: Sequence[Line]) -> list[str]:
    """The names in the first line, and an empty one for each column behind them that rows use without a name."""
    widest = max((len(line.cells) for line in lines), default=0)
    return header.cells + [""] * (min(header.width, widest) - len(header.cells))


def readers_of(columns: Columns, order: str) -> list[Callable[[str], Any]]:
    """What reads each column; dates by the order that the whole column tells."""
    by_order = partial(days.day, order=order)
    return [by_order if name == "date" else read for name, read in zip(columns.fields, columns.readers(), strict=True)]


def take(reading: Reading, line: Line) -> None:
    """Understand one row, or put it aside."""
    columns = reading.columns
    meaning = Meaning(line.number, columns, named(columns, line.cells))
    judge_shape(meaning, line)
    for name, field_name, reader in zip(columns.names, columns.fields, reading.readers, strict=True):
        if field_name != LEFT:
            read_cell(meaning, name, field_name, reader)
    settle(meaning)
    nth = reading.nth(meaning)
    if meaning.complaints:
        reading.aside.append(Aside(line.number, meaning.cells, tuple(meaning.complaints), nth))
        return
    reading.guesses += meaning.guesses
    row = DiaryRow(line.number, meaning.day, meaning.moment, meaning.values, meaning.notes, meaning.cells, nth)
    reading.rows.append(row)


def named(columns: Columns, row: Sequence[str]) -> dict[str, str]:
    """Every cell by its column: empty where the row is short, by its place where there is no column."""
    padded = [*row, *[""] * (len(columns.names) - len(row))]
    beyond = {f"(cell {at + 1})": row[at] for at in range(len(columns.names), len(row))}
    return dict(zip(columns.names, padded, strict=False)) | beyond


def judge_shape(meaning: Meaning, line: Line) -> None:
    filled, columns = len(line.cells), len(meaning.columns.names)
    if line.swallowed:
        sentence = "a quotation mark opens here and never closes, so the rest of the file is inside this row"
        meaning.complain(ALL, Mend(sentence, "quotation"))
    if filled > columns:
        meaning.complain(ALL, Mend(f"the row has {filled} cells, and there are {columns} columns", "cells"))


def read_cell(meaning: Meaning, name: str, field_name: str | None, reader: Callable[[str], Any]) -> None:
    try:
        value = cells.read(meaning.cells[name], reader)
    except Mend as mend:
        meaning.not_understood(name, mend)
        return
    if field_name is None:
        meaning.notes |= {name: value} if value else {}
    elif field_name == "date":
        meaning.day, meaning.moment = value
    else:
        meaning.values[field_name] = value
