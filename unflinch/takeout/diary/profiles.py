"""What a column holds, by its cells: how many of them are days, numbers, ticks, answers or words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from unflinch.takeout.diary import cells, clocks, days
from unflinch.takeout.diary.calendars import is_weekday
from unflinch.takeout.diary.complaints import Mend
from unflinch.takeout.diary.fields import FIELDS, RATING_FIELDS, TOTALS
from unflinch.takeout.diary.folding import fold_cell, tidy_cell
from unflinch.takeout.diary.headings import is_exact, parted_heading
from unflinch.takeout.diary.outcomes import FALSE, TRUE, is_unknown, understood
from unflinch.takeout.diary.plausible import likely
from unflinch.takeout.diary.scales import HIGHEST_RATING, rating_in

_LOOKED_AT: Final = 400  # cells of a column
HALF: Final = 0.5
MOST_OF_A_COLUMN: Final = 0.6
NEARLY_ALL: Final = 0.8
SMALL: Final = 10  # ratings that never pass it are out of ten
_ENOUGH: Final = 2  # so many ratings can be a habit
SHORT_ANSWER: Final = 60  # letters of an answer, on average
WORDS_OF_A_TITLE: Final = 1.5  # on average
_PERSONS: Final = frozenset({"challenge", "asked_whom", "feared", "emotion", "what_happened", "lesson", "setting",
                            "fact_line", "kind_line", "gained"})  # fmt: skip
_LISTS: Final = frozenset({"channel", "manner", "later_manner", "kind", "audience", "company", "no_kind", "flinched",
                          "back_after", "rehearsed", "safe_habits", "harms", "counts", "funny"})  # fmt: skip


@dataclass(frozen=True)
class Profile:
    """The filled cells of one column, the first few hundred of them; shares are from 0 to 1."""

    cells: tuple[str, ...]
    filled: float  # the share of rows in which the column is filled

    @cached_property
    def numbers(self) -> float:
        return self.share(lambda cell: fold_cell(cell).replace(",", ".").replace(".", "", 1).isdigit())

    @cached_property
    def whole(self) -> float:
        return self.share(lambda cell: fold_cell(cell).isdigit())

    @cached_property
    def ticks(self) -> float:
        return self.share(lambda cell: tidy_cell(cell) in TRUE | FALSE)

    @cached_property
    def answers(self) -> float:
        return self.share(lambda cell: understood(cell) is not None or is_unknown(cell))

    @cached_property
    def likely_answers(self) -> float:
        """The share of answers, with those that are only likely ones."""
        return self.share(lambda cell: understood(cell) is not None or is_unknown(cell) or likely(cell) is not None)

    @cached_property
    def weekdays(self) -> float:
        return self.share(is_weekday)

    @cached_property
    def dates(self) -> float:
        """The share of days, where at least one of them has its year."""
        order = days.Order(days.first_part(self.cells))
        read = [told for cell in self.cells if (told := date_told(cell, order))]
        return len(read) / len(self.cells) if "year" in read else 0

    @cached_property
    def ratings(self) -> float:
        return self.share(lambda cell: rating_in(cell) is not None)

    @cached_property
    def words(self) -> float:
        """How many words a cell has, on average."""
        return sum(len(cell.split()) for cell in self.cells) / max(1, len(self.cells))

    @cached_property
    def letters(self) -> float:
        return sum(map(len, self.cells)) / max(1, len(self.cells))

    @cached_property
    def variety(self) -> float:
        """The share of different cells."""
        return len(set(map(tidy_cell, self.cells))) / max(1, len(self.cells))

    def share(self, test: Callable[[str], bool]) -> float:
        return sum(map(test, self.cells)) / len(self.cells) if self.cells else 0

    def understood_as(self, field: str) -> float:
        """The share of cells that this field's own reader takes."""
        return self.share(lambda cell: _takes(FIELDS[field], cell))

    def fits(self, field: str) -> bool:  # one line a kind of field, in one place
        """Whether these cells can be this field; an empty column can be any."""
        if not self.cells:
            return True
        if field == "date":
            return self.dates >= HALF
        if field in ("week", "day", "time", *_LISTS):
            return self.understood_as(field) >= HALF
        if field in ("outcome", "reply_later"):
            return self.answers >= HALF or self.ticks >= HALF
        if field in RATING_FIELDS:
            return self.ratings >= HALF and self.dates < HALF
        if field in TOTALS:
            return self.numbers >= HALF
        if field in _PERSONS:
            return max(self.numbers, self.ticks, self.dates) < HALF
        return True

    @property
    def could_be_answers(self) -> bool:
        """Whether words that aren't known can be answers: short ones, under a heading that says so."""
        return max(self.numbers, self.dates, self.weekdays) < HALF and self.letters <= SHORT_ANSWER

    @property
    def can_be_title(self) -> bool:
        """Whether these cells can say what was asked."""
        plain = max(self.numbers, self.ticks, self.dates, self.weekdays, self.ratings)
        links = self.share(lambda cell: "://" in cell)
        return (
            bool(self.cells)
            and max(plain, links) < HALF
            and self.answers < MOST_OF_A_COLUMN
            and self.filled >= NEARLY_ALL
        )


def profile_of(column: Sequence[str]) -> Profile:
    told = tuple(cell for cell in column[: _LOOKED_AT * 4] if cell.strip() and len(cell) <= cells.LONGEST_CELL)
    return Profile(told[:_LOOKED_AT], sum(1 for cell in column if cell.strip()) / max(1, len(column)))


def _takes(reader: Callable[[str], Any], cell: str) -> bool:
    try:
        reader(cell)
    except Mend:
        return False
    return True


def date_told(cell: str, order: days.Order) -> str:
    """What a cell tells of a day: its `year`, too, or `some` of it; empty for no day at all."""
    try:
        days.day(cell, order)
    except Mend as mend:
        return {"ambiguous_day": "year", days.NO_YEAR: "some"}.get(mend.code, "")
    return "year"


def _is_clock(cell: str) -> bool:
    return _takes(clocks.clock, cell)


@dataclass(frozen=True, slots=True)
class _Scale:
    """How far a column's ratings run, and what tells it: its heading, its cells, or a guess."""

    top: int
    why: str = ""
    certain: bool = True


def scale_of(name: str, cells: Sequence[str]) -> _Scale:
    """The scale of a whole column, by its heading or by its cells."""
    told = parted_heading(name)[1]
    if told is not None:
        return _Scale(told)
    ratings = [one for cell in cells if (one := rating_in(cell)) is not None]
    alone = [one.number for one in ratings if one.top is None]
    tops = {one.top for one in ratings if one.top is not None} - {HIGHEST_RATING}
    if len(tops) == 1 and max(alone, default=0) <= max(tops):
        return _Scale(max(tops))
    if tops and alone:
        return _Scale(0, "its numbers are on different scales", certain=False)
    if any(0 < one < 1 for one in alone) and max(alone) <= 1:
        return _Scale(1, "they're shares of one: 0.7 is 70")
    if len(alone) >= _ENOUGH and len(alone) == len(ratings) and 1 < max(alone) <= SMALL and not is_exact(name):
        return _Scale(SMALL, f"no number is above {SMALL}", certain=False)
    return _Scale(HIGHEST_RATING)


def looks_small(name: str, cells: Sequence[str]) -> bool:
    """Whether a column of our own name holds plain numbers of which none is above ten."""
    ratings = [one for cell in cells if cell.strip() and (one := rating_in(cell))]
    plain = all(one.top is None and one.number == int(one.number) for one in ratings)
    return is_exact(name) and plain and len(ratings) >= _ENOUGH and 0 < max(one.number for one in ratings) <= SMALL
