"""Where a sheet's headings stand, which lines are rows, and what the lines between them say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from unflinch.takeout.diary import cells, days
from unflinch.takeout.diary.calendars import is_weekday
from unflinch.takeout.diary.complaints import ALL, Complaint, shown_cell
from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.folding import bare, fold_cell, tidy_cell
from unflinch.takeout.diary.headings import is_known, meanings
from unflinch.takeout.diary.lines import SheetLine, filled_cells
from unflinch.takeout.diary.outcomes import OUTCOME_WORDS
from unflinch.takeout.diary.profiles import date_told
from unflinch.takeout.diary.totals import adds_up, counts_answers, day_below, is_pause, is_total

_LOOKED_AT: Final = 15  # lines, for the headings
_MOST_COLUMNS: Final = 100
_LONGEST_NAME: Final = 80  # letters
_WEEKS_BETWEEN: Final = "Week (from the lines between)"
_DATES_BETWEEN: Final = "Date (from the lines between)"
_SUBHEAD: Final = re.compile(r"(?:week|wk|woche|kw|semana|semaine)\W? ?#?\d{1,4}\b.*", re.ASCII)
_YEAR: Final = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d])")
_RULER: Final = re.compile(r"[-:=| ]+")
_PAIR: Final = 2
_WEEK, _DATE = "week", "date"  # what a heading between rows tells
_SENTENCES: Final[Mapping[str, str]] = {
    _WEEK: "is a heading between the rows",
    _DATE: "is a heading between the rows",
    "total": "adds up other rows",
    "pause": "is a break between the rows",
    "ruler": "only draws a line",
    "header": "repeats the headings",
}


@dataclass(slots=True)
class SheetTable:
    """The headings of a file and its rows; `given` holds what a row doesn't say itself, by its line and its column.

    `header_line` is 0 where the file has no headings; then the columns are numbered. `joined` names the columns of
    ticks that together are one column of answers, and `joined_as` that column. `year_above` is the one year that the
    lines above the headings name.
    """

    header_line: int
    names: tuple[str, ...]
    rows: list[SheetLine]
    said: list[Complaint] = field(default_factory=list)
    given: dict[int, dict[str, str]] = field(default_factory=dict)
    joined: frozenset[str] = frozenset()
    joined_as: str = ""
    year_above: int | None = None

    def column(self, at: int) -> list[str]:
        """Every cell of this column, empty where the row is short."""
        name = self.names[at]
        return [self.cell(line, at, name) for line in self.rows]

    def cell(self, line: SheetLine, at: int, name: str) -> str:
        own = line.cells[at] if at < len(line.cells) else ""
        return own if own.strip() else self.given.get(line.number, {}).get(name, own)

    def give(self, line: SheetLine, name: str, value: str) -> None:
        self.given.setdefault(line.number, {})[name] = value


def table_of(lines: Sequence[SheetLine], header_line: int | None) -> SheetTable:
    """The table in these lines, which are at least one. Raises UnreadableFile for a line that can't be the headings."""
    at = _looked_for(lines) if header_line is None else _said_to_be(lines, header_line)
    header = SheetLine(0, []) if at is None else lines[at]
    body = [*lines[0 if at is None else at + 1 :]]
    table = SheetTable(header.number, names_of(_headings(header, body), header.number or 1), [])
    if at is None:
        table.said.append(
            Complaint(lines[0].number, ALL, "no line names the columns, so they're numbered", "no_header")
        )
    above = [] if at is None else lines[:at]
    table.said += [_skipped(line, "stands above the headings") for line in above]
    years = {int(year) for line in above for cell in line.cells for year in _YEAR.findall(cell)}
    table.year_above = years.pop() if len(years) == 1 else None
    _keep_rows(table, header, body, above)
    return table


def _looked_for(lines: Sequence[SheetLine]) -> int | None:
    """Which of the first lines names the columns, by what its cells are; None where they are rows already."""
    best, most = 0, 0
    for at, line in enumerate(lines[:_LOOKED_AT]):
        names = [cell for cell in line.cells if cell.strip()]
        known = sum(map(is_known, names))
        above = _without_numbers_above(lines[:at], len(names)) if any(map(_holds_number, names)) else None
        if above is not None:
            return best if most > known else above
        if _is_row(line, known):
            return best if most else None if at == 0 else at - 1
        if known > most and (len(names) > 1 or at == 0 or known == len(names)):
            best, most = at, known
    return best


def _holds_number(cell: str) -> bool:
    """Whether this is a number or a day, as rows hold them."""
    return fold_cell(cell).strip("#.").isdigit() or date_told(cell, days.Order()) == "year"


def _without_numbers_above(lines: Sequence[SheetLine], filled_in: int) -> int | None:
    """The last of these lines with as many filled cells or more, and no number in any."""
    for at in range(len(lines) - 1, -1, -1):
        names = [cell for cell in lines[at].cells if cell.strip()]
        if len(names) >= filled_in and not any(map(_holds_number, names)):
            return at
    return None


def _is_row(line: SheetLine, known: int) -> bool:
    """Whether this is a row and no heading: days or answers stand in it."""
    filled_in = [cell for cell in line.cells if cell.strip()]
    dated = sum(date_told(cell, days.Order()) == "year" and not tidy_cell(cell).isdigit() for cell in filled_in)
    numbers = sum(fold_cell(cell).isdigit() for cell in filled_in)
    answers = sum(tidy_cell(cell) in OUTCOME_WORDS for cell in filled_in)
    signs = dated * _PAIR + answers + numbers
    return signs >= _PAIR and signs > known and answers < len(filled_in)


def _said_to_be(lines: Sequence[SheetLine], number: int) -> int | None:
    """The place of the line with this number; None for 0. Raises UnreadableFile where nothing stands there."""
    if number == 0:
        return None
    found = next((at for at, line in enumerate(lines) if line.number == number), None)
    if found is None:
        raise UnreadableFile(f"Line {number} holds nothing, so it can't name the columns.")
    return found


def _headings(header: SheetLine, lines: Sequence[SheetLine]) -> list[str]:
    """The names in this line, and an empty one for each column behind them that rows use without a name."""
    widest = max((len(line.cells) for line in lines), default=0)
    if not header.cells:
        return [""] * min(widest, _MOST_COLUMNS)
    return header.cells + [""] * (min(header.width, widest) - len(header.cells))


def names_of(header: Sequence[str], line: int) -> tuple[str, ...]:
    """The names as a person may see them, each of them once. Raises UnreadableFile for what is no header."""
    if len(header) > _MOST_COLUMNS:
        raise UnreadableFile(f"Line {line} names {len(header):,} columns, and a diary has at most {_MOST_COLUMNS}.")
    if wrong := next((name for name in header if cells.INVISIBLE.search(name)), ""):
        raise UnreadableFile(f"Line {line} holds what no text holds ({shown_cell(wrong)}). Is this really a CSV file?")
    names: dict[str, str] = {}
    for at, cell in enumerate(header, 1):
        name = first = tidy(cell) or f"column {at}"
        nth = 1
        while compared(name) in names:
            nth += 1
            name = f"{first} ({nth})"
        names[compared(name)] = name
    return tuple(names.values())


def tidy(name: str) -> str:
    words = " ".join(name.strip("\ufeff").split())
    return f"{words[:_LONGEST_NAME]}…" if len(words) > _LONGEST_NAME else words


def compared(name: str) -> str:
    """A column's key as it is looked up: nobody minds capitals and spaces, and every other letter counts."""
    return fold_cell(name).casefold().replace("_", " ")


def _keep_rows(table: SheetTable, header: SheetLine, lines: Sequence[SheetLine], before: Sequence[SheetLine]) -> None:
    """The lines that are rows; week headings between them give the rows below their week, and the rest is said."""
    between: list[tuple[SheetLine, str]] = []
    kind = ""
    above = next((line.cells[-1] for line in reversed(before) if _kind_of(line, header) in (_WEEK, _DATE)), "")
    for line in lines:
        kind = _kind_of(line, header, below_total=kind == "total")
        if kind in (_WEEK, _DATE):
            above = line.cells[-1]
        if kind:
            table.said.append(_skipped(line, _SENTENCES[kind]))
            continue
        table.rows.append(line)
        if above:
            between.append((line, above))
    if table.rows and adds_up(table.rows[-1], table.rows[:-1]):
        table.said.append(_skipped(table.rows.pop(), _SENTENCES["total"]))
    _give_weeks(table, between)
    _give_dates(table, between)


def _give_weeks(table: SheetTable, between: Sequence[tuple[SheetLine, str]]) -> None:
    """Rows below the heading of a week are of that week, where no column says another."""
    told = [(line, words) for line, words in between if _SUBHEAD.fullmatch(bare(words))]
    if not told or any("week" in meanings(name) for name in table.names):
        return
    table.names = (*table.names, _WEEKS_BETWEEN)
    for line, words in told:
        table.give(line, _WEEKS_BETWEEN, words)


def _give_dates(table: SheetTable, between: Sequence[tuple[SheetLine, str]]) -> None:
    """Rows below a heading that is a day, or a week with the day on which it began, have their day from it."""
    weekdays = _weekdays_of(table)
    told = [
        (line, day) for line, words in between
        if line in table.rows and (day := day_below(words, weekdays.get(line.number, ""))) is not None
    ]  # fmt: skip
    if not told or any(_holds_dates(table.column(at)) for at in range(len(table.names))):
        return
    table.names = (*table.names, _DATES_BETWEEN)
    for line, day in told:
        table.give(line, _DATES_BETWEEN, day.isoformat())


def _holds_dates(cells_of_column: Sequence[str]) -> bool:
    """Whether a filled cell in two is a day of its own."""
    told = [cell for cell in cells_of_column if cell.strip()]
    return bool(told) and sum(date_told(cell, days.Order()) != "" for cell in told) * _PAIR >= len(told)


def _weekdays_of(table: SheetTable) -> dict[int, str]:
    """The weekday of each row by its line, where a column says nothing else."""
    for at in range(len(table.names)):
        told = {line.number: cell for line in table.rows if (cell := table.cell(line, at, "")).strip()}
        if told and all(map(is_weekday, told.values())):
            return told
    return {}


def _kind_of(line: SheetLine, header: SheetLine, *, below_total: bool = False) -> str:
    """What a line is that is no row: a week's or a day's heading, a total, a ruler, the headings; empty for a row."""
    told = [cell for cell in line.cells if cell.strip()]
    if line.swallowed or not told:
        return ""
    if len(told) == 1 and _SUBHEAD.fullmatch(bare(told[0])):
        return _WEEK
    if len(told) == 1 and _is_day_heading(line, header, told[0]):
        return _DATE
    if all(_RULER.fullmatch(cell) for cell in told) and any(mark in "".join(told) for mark in ("--", "==", ":-")):
        return "ruler"
    if is_total(told, below_total=below_total) or counts_answers(told):
        return "total"
    if is_pause(told):
        return "pause"
    same = header.cells and filled_cells([*map(fold_cell, line.cells)]) == filled_cells([*map(fold_cell, header.cells)])
    return "header" if same and len(told) > 1 else ""


def _is_day_heading(line: SheetLine, header: SheetLine, cell: str) -> bool:
    """Whether a lone cell is the day of the rows below it, and not that of a row in a column of days."""
    at = line.cells.index(cell)
    name = header.cells[at] if at < len(header.cells) else ""
    is_day = date_told(cell, days.Order()) == "year" and not tidy_cell(cell).isdigit()
    return is_day and line.width > 1 and next(meanings(name), None) != "date"


def _skipped(line: SheetLine, sentence: str) -> Complaint:
    words = ", ".join(cell.strip() for cell in line.cells if cell.strip())
    return Complaint(line.number, ALL, f"it {sentence}, and doesn't come in: {shown_cell(words)}", "skipped", words)
