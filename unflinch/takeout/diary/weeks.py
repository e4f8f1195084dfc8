"""The second file: what each week was called and what it taught."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from unflinch.takeout.diary import cells
from unflinch.takeout.diary.columns import plain
from unflinch.takeout.diary.decoding import UnreadableFile, decode
from unflinch.takeout.diary.rows import Complaint, lines_of

READ_WEEK: Final = cells.count(cells.MOST_WEEKS, "week")


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week's title and takeaway."""

    line: int
    week: int
    title: str
    takeaway: str


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks understood, and what was not."""

    rows: tuple[WeekRow, ...]
    complaints: tuple[Complaint, ...]


def read_weeks(data: bytes) -> Weeks:
    """Read the weeks' titles. Raises UnreadableFile for a file without the columns week and title."""
    lines = list(lines_of(decode(data).text))
    names = [plain(name) for name in lines[0][1]]
    if not {"week", "title"} <= set(names):
        raise UnreadableFile("Line 1 of the weeks has to name the columns: week, title, takeaway.")
    read = [week_row(line, dict(zip(names, row, strict=False))) for line, row in lines[1:]]
    rows = tuple(row for row in read if isinstance(row, WeekRow))
    return Weeks(rows, tuple(row for row in read if isinstance(row, Complaint)))


def week_row(line: int, row: Mapping[str, str]) -> WeekRow | Complaint:
    try:
        week = READ_WEEK(row.get("week", ""))
        title, takeaway = cells.text(row.get("title", "")), cells.text(row.get("takeaway", ""))
    except cells.Mend as mend:
        return Complaint(line, "week", str(mend))
    return Complaint(line, "week", "is empty") if week is None else WeekRow(line, week, title, takeaway)
