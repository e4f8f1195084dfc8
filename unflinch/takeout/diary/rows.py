"""From text to rows: each is understood, or kept aside whole with what was not."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final

from unflinch.takeout.diary import cells
from unflinch.takeout.diary.columns import FIELDS, TOTALS, Columns, columns_of
from unflinch.takeout.diary.decoding import LARGEST, UnreadableFile, decode

MOST_ROWS: Final = 50_000
DELIMITERS: Final = ",;\t|"

# The module's own limit is for all readers of the process; ours is the size of a file, and cells are judged one by one.
csv.field_size_limit(LARGEST)


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """One ask, or one total, that was understood; `values` holds every field that the row gave."""

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
        if self.day is not None:
            return self.day.isoformat()
        week, number = self.values.get("week"), self.values.get("day")
        return f"week {week}" if week is not None else f"day {number}" if number is not None else "some time"

    @property
    def activity(self) -> str:
        """What it belongs to: its activity, or the row by itself."""
        return str(self.values.get("activity") or "")

    @property
    def is_total(self) -> bool:
        """Whether it only counts."""
        return not self.values.get("challenge") and any(self.values.get(name) for name in TOTALS)


@dataclass(frozen=True, slots=True)
class Complaint:
    """One cell that was not understood, or a guess that the person should see."""

    line: int
    column: str
    sentence: str

    def __str__(self) -> str:
        return f"Line {self.line}, column {self.column}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Aside:
    """A row kept aside: every cell, and why."""

    line: int
    cells: Mapping[str, str]
    complaints: tuple[Complaint, ...]


@dataclass(frozen=True, slots=True)
class Diary:
    """What a file says: rows understood, rows kept aside, and every guess that was made."""

    columns: Columns
    rows: tuple[DiaryRow, ...]
    aside: tuple[Aside, ...]
    guesses: tuple[Complaint, ...]


@dataclass(slots=True)
class Reading:
    """A file being read."""

    columns: Columns
    order: str = ""
    rows: list[DiaryRow] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    guesses: list[Complaint] = field(default_factory=list)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)


def read_diary(data: bytes, mapping: Mapping[str, str] | None = None) -> Diary:
    """Read a CSV diary. Raises UnreadableFile for a file that is none; one bad row never spoils another."""
    text = decode(data)
    lines = list(lines_of(text.text))
    header_line, header = lines[0]
    reading = Reading(columns_of(header, mapping or {}))
    reading.order = order_in(reading.columns, lines[1:])
    if text.guessed:
        reading.guesses.append(Complaint(header_line, "all", "the file is not in UTF-8; some letters may look odd"))
    for line, row in lines[1:]:
        take(reading, line, row)
    return Diary(reading.columns, tuple(reading.rows), tuple(reading.aside), tuple(reading.guesses))


def read_row(columns: Columns, values: Mapping[str, str], line: int) -> Diary:
    """Read one row that a person mended; the columns are those of its file."""
    reading = Reading(columns)
    take(reading, line, [values.get(name, "") for name in columns.names])
    return Diary(columns, tuple(reading.rows), tuple(reading.aside), tuple(reading.guesses))


def lines_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with the number of the line it begins on; empty lines are left out. Raises UnreadableFile."""
    # Old Macs end lines with a carriage return alone, which the reader would take for one long line.
    text = text.lstrip("\ufeff")
    text = text.replace("\r", "\n") if "\n" not in text else text
    start = next((line for line in text.splitlines() if line.strip()), "")
    if not start:
        raise UnreadableFile("The file is empty.")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=start.count))
    began, count = 1, 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                count += 1
                if count > MOST_ROWS + 1:
                    raise UnreadableFile(f"Line {began}: a diary holds at most {MOST_ROWS:,} rows. Please split it.")
                yield began, row
            began = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile(f"Line {reader.line_num}: this cannot be read as CSV ({error}).") from error


def order_in(columns: Columns, lines: Sequence[tuple[int, Sequence[str]]]) -> str:
    """Whether the dates of this file put the day or the month first, where one of them tells; empty where none does."""
    at = columns.at("date")
    if at is None:
        return ""
    told = {cells.order_of(row[at]) for _, row in lines if len(row) > at} - {""}
    return told.pop() if len(told) == 1 else ""


def take(reading: Reading, line: int, row: Sequence[str]) -> None:
    """Understand one row, or put it aside."""
    columns = reading.columns
    complaints = [Complaint(line, "(none)", f"has {len(row)} cells, and there are {len(columns.names)} columns")] * (
        len(row) > len(columns.names)
    )
    values: dict[str, Any] = {}
    notes: dict[str, str] = {}
    moments: tuple[date | None, datetime | None] = (None, None)
    for name, known, cell in zip(columns.names, columns.fields, row, strict=False):
        try:
            if known == "date":
                moments = cells.day(cell, reading.order)
            elif known is None:
                notes |= {name: cells.text(cell)} if cell.strip() else {}
            else:
                values[known] = FIELDS[known](cell)
        except cells.Mend as mend:
            complaints.append(Complaint(line, name or "(no name)", str(mend)))
    complaints += incomplete(line, values)
    named = dict(zip(columns.names, row, strict=False)) | extra_cells(columns, row)
    if complaints:
        reading.aside.append(Aside(line, named, tuple(complaints)))
        return
    reading.guesses += guesses(reading, line, row, values)
    understood = DiaryRow(line, *moments, values, notes, named)
    key = (understood.when, understood.activity)
    reading.seen[key] += 1
    reading.rows.append(replace(understood, nth=reading.seen[key]))


def incomplete(line: int, values: Mapping[str, Any]) -> list[Complaint]:
    """A row has to say what was asked, what came back, or a total."""
    told = any(values.get(name) for name in ("challenge", "outcome", "what_happened", *TOTALS))
    return [] if told else [Complaint(line, "challenge", "the row says neither what was asked nor what came back")]


def extra_cells(columns: Columns, row: Sequence[str]) -> dict[str, str]:
    """The cells beyond the last column, which nobody named."""
    return {f"(cell {at + 1})": row[at] for at in range(len(columns.names), len(row))}


def guesses(reading: Reading, line: int, row: Sequence[str], values: Mapping[str, Any]) -> list[Complaint]:
    """What was taken for something without the row saying it plainly."""
    at = reading.columns.at("outcome")
    cell = row[at].strip() if at is not None and at < len(row) else ""
    if cell.casefold() in cells.UNKNOWN:
        return [Complaint(line, reading.columns.names[at or 0], f"{cells.shown(cell)} is taken as no reply")]
    if not values.get("outcome") and values.get("challenge") and not any(values.get(name) for name in TOTALS):
        return [Complaint(line, "outcome", "no outcome yet: it is kept as planned")]
    return []
