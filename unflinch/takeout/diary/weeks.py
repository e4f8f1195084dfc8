"""The second file: what each week was called and what it taught."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from unflinch.takeout.diary import cells
from unflinch.takeout.diary.complaints import ALL, Complaint, Mend, shown_cell
from unflinch.takeout.diary.decoding import Source, UnreadableFile, decode
from unflinch.takeout.diary.headings import plain_heading
from unflinch.takeout.diary.lines import SheetLine, sheet_lines
from unflinch.takeout.diary.table import names_of

_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "week": cells.counted("week", cells.MOST_WEEKS_READ),
    "title": cells.text,
    "takeaway": cells.text,
}
_ALSO: Final = {
    **dict.fromkeys(("week", "wk", "week number", "woche", "semana", "semaine"), "week"),
    **dict.fromkeys(("title", "name", "titel", "título", "titre"), "title"),
    **dict.fromkeys(("takeaway", "lesson", "lessons", "learned", "what i learned"), "takeaway"),
}


@dataclass(frozen=True, slots=True)
class _WeekRow:
    """One week's title and takeaway."""

    line: int
    week: int
    title: str
    takeaway: str


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks understood, and what was not taken."""

    rows: tuple[_WeekRow, ...]
    complaints: tuple[Complaint, ...]


def read_weeks(data: Source) -> Weeks:
    """Read the weeks' titles. Raises UnreadableFile for a file without the columns week and title."""
    text = decode(data)
    header, *lines = list(sheet_lines(text.text))
    names = names_of(header.cells, header.number)
    places = _places_of(names, header.number)
    complaints = [Complaint(header.number, ALL, text.guess, "letters")] if text.guess else []
    complaints += [Complaint(header.number, name, "is not kept: weeks have a week, a title and a takeaway", "unknown")
                   for at, name in enumerate(names) if at not in places.values()]  # fmt: skip
    rows: dict[int, _WeekRow] = {}
    for line in lines:
        read = _week_row(line, places, rows)
        if isinstance(read, _WeekRow):
            rows[read.week] = read
        else:
            complaints.append(read)
    return Weeks(tuple(rows.values()), tuple(complaints))


def _places_of(names: Sequence[str], line: int) -> dict[str, int]:
    """Where week, title and takeaway stand; the first of each name."""
    places: dict[str, int] = {}
    for at, name in enumerate(names):
        if field := _ALSO.get(plain_heading(name)):
            places.setdefault(field, at)
    if not {"week", "title"} <= set(places):
        raise UnreadableFile(f"Line {line} of the weeks has to name the columns: week, title, takeaway.")
    return places


def _week_row(line: SheetLine, places: Mapping[str, int], rows: Mapping[int, _WeekRow]) -> _WeekRow | Complaint:
    """One week, or what is wrong with it."""
    told: dict[str, Any] = {}
    for field, at in places.items():
        cell = _cell_at(line.cells, at)
        try:
            told[field] = cells.read_cell(cell, _READERS[field])
        except Mend as mend:
            return Complaint(line.number, field, str(mend), mend.code, shown_cell(cell))
    week = told["week"]
    if line.swallowed:
        return Complaint(line.number, ALL, "a quotation mark opens here and never closes", "quotation")
    if week is None or not told["title"] + told.get("takeaway", ""):
        return Complaint(line.number, "week" if week is None else "title", "is empty", "incomplete")
    if week in rows:
        return Complaint(line.number, "week", f"week {week} has its title from line {rows[week].line} already", "twice")
    return _WeekRow(line.number, week, told["title"], told.get("takeaway", ""))


def _cell_at(cells_of_line: Sequence[str], at: int) -> str:
    return cells_of_line[at] if at < len(cells_of_line) else ""
