"""From text to lines of cells, each with the number of the line it begins on."""

import csv
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from unflinch.takeout.diary.decoding import LARGEST, UnreadableFile

MOST_ROWS: Final = 50_000  # a hundred a day for more than a year; more is no diary
_MOST_CELLS: Final = 500  # in one row; how many columns there may be is judged with the header
_MOST_LINES: Final = 1_000_000  # in the file, empty ones and those inside of cells among them
_MOST_MARKS: Final = (
    100_000  # between cells in one line, used or not: more take memory before they can be counted as cells
)
_DELIMITERS: Final = ",;\t|"
_FIRST_LINES: Final = 5  # a title above the headings has no mark between cells
_LOOKED_AT: Final = 20_000  # letters of the first line, to tell what parts the cells
_TOLD: Final = re.compile(
    rf"sep=([{_DELIMITERS}])[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE
)  # a spreadsheet's own first line

# The module's own limit is for all readers of the process; ours is the size of a file, and cells are judged one by one.
csv.field_size_limit(LARGEST)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """The cells of one row up to the last that holds something.

    `width` counts the empty ones behind it, too; `swallowed` where a quotation mark never closes, so that the rest of
    the file is in this row.
    """

    number: int
    cells: list[str]
    width: int = 0
    swallowed: bool = False


@dataclass(slots=True)
class _Source:
    """The physical lines, none of them out of all proportion, and whether one more was asked for than there are."""

    text: io.StringIO
    delimiter: str
    ended: bool = False

    def __iter__(self) -> Iterator[str]:
        for number, line in enumerate(self.text, 1):
            if number > _MOST_LINES or (line.count(self.delimiter) > _MOST_MARKS and '"' not in line):
                raise UnreadableFile(f"Line {number}: this is more than a diary holds. Is this really one?")
            yield line
        self.ended = True


def sheet_lines(text: str) -> Iterator[SheetLine]:
    """Every row that holds something. Raises UnreadableFile for what is no CSV, or too much of it."""
    text = text.lstrip("\ufeff")
    told = _TOLD.match(text)
    delimiter = told[1] if told else _delimiter_of(text)
    if not told and (other := _delimiter_below(text, delimiter)):
        text, delimiter = _with_headings_parted_by(text, delimiter, other), other
    source = _Source(io.StringIO(text[told.end() :] if told else text, newline=""), delimiter)
    reader = csv.reader(source, delimiter=delimiter)
    before = 1 if told else 0
    began, count = 1 + before, 0
    try:
        for cells in reader:
            if row := filled_cells(cells):
                count += 1
                _refuse_too_much(began, count, row)
                # The reader asks for a line after the last one only in the middle of a quotation.
                yield SheetLine(began, row, len(cells), swallowed=source.ended)
            began = reader.line_num + 1 + before
    except csv.Error as error:
        raise UnreadableFile(f"Line {began}: this cannot be read as CSV ({error}).") from error
    if count == 0:
        raise UnreadableFile("The file is empty.")


def _delimiter_of(text: str) -> str:
    """What parts the cells: that which gives the first line the most of them, or those below a title."""
    lines = (line[:_LOOKED_AT] for line in io.StringIO(text, newline="") if line.strip())
    for first in itertools.islice(lines, _FIRST_LINES):
        counts = {mark: _cells_in(first, mark) for mark in _DELIMITERS}
        if max(counts.values()) > 1:
            return max(_DELIMITERS, key=lambda mark: counts[mark])
    return _DELIMITERS[0]


def _delimiter_below(text: str, above: str) -> str:
    """The mark that parts the rows below headings that another parts; empty where one parts both."""
    lines = [
        line[:_LOOKED_AT] for line in itertools.islice(io.StringIO(text, newline=""), _FIRST_LINES) if line.strip()
    ]
    if len(lines) <= 1 or any(_cells_in(line, above) > 1 for line in lines[1:]):
        return ""
    width = _cells_in(lines[0], above)
    fitting = (mark for mark in _DELIMITERS if all(_cells_in(line, mark) == width for line in lines[1:]))
    return next(fitting, "") if width > 1 else ""


def _with_headings_parted_by(text: str, mark: str, other: str) -> str:
    """The same text with its first line parted as its rows are."""
    first, end, rest = text.partition("\n")
    out = io.StringIO()
    csv.writer(out, delimiter=other, lineterminator="").writerow(next(csv.reader([first], delimiter=mark)))
    return out.getvalue() + end + rest


def _cells_in(line: str, delimiter: str) -> int:
    """How many cells this mark makes of a line; one where it can't be read, which is said when it's its turn."""
    try:
        return len(next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return 1


def filled_cells(cells: list[str]) -> list[str]:
    """The cells up to the last that holds something: spreadsheets add commas at will."""
    last = next((at for at in range(len(cells), 0, -1) if cells[at - 1].strip()), 0)
    return cells[:last]


def _refuse_too_much(line: int, rows: int, cells: list[str]) -> None:
    if rows > MOST_ROWS + 1:
        raise UnreadableFile(f"Line {line}: a diary holds at most {MOST_ROWS:,} rows. Please split it.")
    if rows > 1 and len(cells) > _MOST_CELLS:
        raise UnreadableFile(f"Line {line} has {len(cells):,} cells, and a row of a diary has at most {_MOST_CELLS:,}.")
