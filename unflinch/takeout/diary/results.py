"""What comes of reading a diary: rows, rows kept aside, and what was guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID, uuid5

from unflinch.practice.vocabulary import Precision
from unflinch.takeout.diary import days
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.columns import SheetColumns
from unflinch.takeout.diary.complaints import Complaint, RowAside
from unflinch.takeout.diary.fields import TOTALS

PLACED_BY: Final = ("week", "date", "day", "activity")


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """One ask, or one total, that was understood; `values` holds every field that the row gave.

    `day` is the day that is written, whatever the time in `moment`; only a timestamp in seconds has a moment and no
    written day. `coarse` is the month or the year, as ISO writes it, of a row that tells no day (2014-09, 2010); its
    words are in the notes. `order` counts the rows as they were lived, the oldest first; `line` is that of the file.
    `given` is what lines above tell of the row, by column: the date over merged cells, the week of a heading.
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
    coarse: str = ""
    order: int = 0
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def when(self) -> str:
        """What dates it: the day, the week, the person's own day number, or nothing."""
        return when(days.When(self.day, self.moment, self.coarse), self.values)

    @property
    def place(self) -> str:
        """Its place among all rows of a person: when, what it belongs to, and which row of that it is."""
        return f"{self.when}/{self.activity}/{self.nth}"

    @property
    def precision(self) -> Precision:
        """How exactly it is dated."""
        if self.moment is not None:
            return Precision.MOMENT
        if self.day is not None:
            return Precision.DAY
        return Precision.NONE if self.values.get("week") is None else Precision.WEEK

    @property
    def activity(self) -> str:
        """What it belongs to: its activity, or the row by itself."""
        return str(self.values.get("activity") or "")

    @property
    def outing(self) -> str:
        """What it shares with rows of its file: a sheet numbers its activities day by day, an export throughout."""
        return self.activity if self.values.get("ask_id") else f"{self.when}/{self.activity}"

    @property
    def is_total(self) -> bool:
        """Whether it only counts."""
        return not self.values.get("challenge") and any(self.values.get(name) for name in TOTALS)


@dataclass(frozen=True, slots=True)
class Diary:
    """What a file says: rows understood, rows kept aside, and every guess that was made."""

    columns: SheetColumns
    rows: tuple[DiaryRow, ...]
    aside: tuple[RowAside, ...]
    guesses: tuple[Complaint, ...]
    choices: FileChoices = field(default_factory=FileChoices)


def row_id(namespace: UUID, row: DiaryRow) -> UUID:
    """The same id for the same row of the same activity and time, in whichever file it comes."""
    return uuid5(namespace, f"{'total ' if row.is_total else ''}{row.place}")


def when(told: days.When, values: Mapping[str, Any]) -> str:
    if told.day is not None:
        return told.day.isoformat()
    if told.moment is not None:
        return told.moment.isoformat()
    week, number = values.get("week"), values.get("day")
    if week is not None:
        return f"week {week}"
    return told.text or (f"day {number}" if number is not None else "some time")
