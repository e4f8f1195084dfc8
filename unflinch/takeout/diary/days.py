"""From a cell to a day, and to the moment where one is told. What is not understood raises Mend."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from unflinch.takeout.diary.calendars import MONTHS, without_weekday
from unflinch.takeout.diary.choices import DAY_FIRST, MONTH_FIRST
from unflinch.takeout.diary.clocks import moment_of, split_clock
from unflinch.takeout.diary.complaints import Mend, shown_cell
from unflinch.takeout.diary.folding import bare, fold_cell

SERIAL: Final = "serial"  # the order of a column that a spreadsheet wrote as days since 1899
_YEAR_FIRST: Final = "year first"  # 26/03/01, where every date begins alike
_MONTH: Final = "month"  # what a date is exact to, where it isn't a day
_YEAR: Final = "year"
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199  # lives, with room; beyond the ends of the calendar no zone can be reckoned
CODE: Final = "day"
_LONGEST: Final = 100  # letters of a date with all its zones
NO_YEAR: Final = "no_year"
_SHORT_YEARS: Final = 70  # 00 to 69 are of this century
_SERIAL_START: Final = date(1899, 12, 30)
_SERIALS: Final = re.compile(r"([3-6]\d{4})(?:[.,](\d{1,10}))?", re.ASCII)
_STAMP: Final = re.compile(r"([12]\d{9})(\d{3})?", re.ASCII)  # seconds or milliseconds since 1970
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_ISO: Final = re.compile(r"(\d{4})([-/.])(\d\d?)\2(\d\d?)\.?", re.ASCII)
_PARTED: Final = re.compile(r"(\d\d?)([./-]) ?(\d\d?)\2 ?(\d{4}|\d\d)", re.ASCII)
_YEARLESS: Final = re.compile(r"(\d\d?)([./])(\d\d?)\.?", re.ASCII)
_TO_THE_MONTH: Final = re.compile(r"(\d{4})[-/.](\d\d?)|(\d\d?)[-/.](\d{4})", re.ASCII)
_TO_THE_YEAR: Final = re.compile(r"(?:19|20)\d\d", re.ASCII)
_FILLING: Final = frozenset({"of", "the", "de", "del", "le", "el", "den", "der", "am"})
_WORDS: Final = re.compile(r"[^\W\d_]+|\d+")
_ORDINAL: Final = re.compile(r"\b(\d\d?)(?:st|nd|rd|th|er|º|°|ª|ro|\.)(?=\W|$)")
_TUESDAY: Final = "mar"  # French and Spanish; alone it's a month
_DAYS_AND_MONTHS: Final = 2  # numbers in a date with a month's name


@dataclass(frozen=True, slots=True)
class When:
    """What a cell tells of time.

    `day` is the day that is written, whatever the time beside it; a midnight is a day and no moment. A timestamp in
    seconds has a moment and no written day. `text` is a month or a year, as ISO writes it, where no day is told.
    """

    day: date | None = None
    moment: datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What a whole column tells of its dates: which part comes first, a day nearby, the year of those without one."""

    first: str = ""
    near: date | None = None
    year: int | None = None


def day(cell: str, order: Order | None = None) -> When:
    """What this cell tells of time; `order` settles 03/04/2026 and 6 March. Without it they raise Mend."""
    word = fold_cell(cell)
    order = order or Order()
    if word == "":
        return When()
    if len(word) > _LONGEST:
        raise Mend(f"{shown_cell(cell)} is not a day of the calendar; write it as 2026-12-31", CODE)
    try:
        found = _serial(word) if order.first == SERIAL else None
        found = found or _stamp(word) or _coarse(word) or _exact(word) or _with_clock(word, order)
    except (ValueError, OverflowError):
        raise Mend(f"{shown_cell(cell)} is not a day of the calendar; write it as 2026-12-31", CODE) from None
    told = found.day or found.moment
    if told is not None and not FIRST_YEAR <= told.year <= LAST_YEAR:
        raise Mend(f"{shown_cell(cell)} is not a year that a diary is written in", CODE)
    return found


def _serial(word: str) -> When | None:
    """Days since the end of 1899, as a spreadsheet counts them; 46084.5 is a noon."""
    found = _SERIALS.fullmatch(word)
    if found is None:
        return None
    told = _SERIAL_START + timedelta(days=int(found[1]))
    return When(told, midnight_is_a_day(datetime.combine(told, time()) + _seconds(float(f"0.{found[2] or 0}"))))


def _seconds(share: float) -> timedelta:
    return timedelta(seconds=round(share * timedelta(days=1).total_seconds()))


def _stamp(word: str) -> When | None:
    """A moment by itself: which day it was depends on where the person is."""
    found = _STAMP.fullmatch(word)
    return When(None, datetime.fromtimestamp(int(found[1]), UTC)) if found else None


def _coarse(word: str) -> When | None:
    """A month or a year by itself."""
    if _TO_THE_YEAR.fullmatch(word):
        return When(text=word)
    found = _TO_THE_MONTH.fullmatch(word)
    if found:
        return _month_of(int(found[1] or found[4]), int(found[2] or found[3]))
    letters = [part for part in _WORDS.findall(bare(word)) if part not in _FILLING]
    named = len(letters) == _DAYS_AND_MONTHS and letters[0] in MONTHS and _TO_THE_YEAR.fullmatch(letters[1])
    return _month_of(int(letters[1]), MONTHS[letters[0]]) if named else None


def _month_of(year: int, month: int) -> When:
    return When(text=f"{date(year, month, 1):%Y-%m}")


def _exact(word: str) -> When | None:
    """The moment as programs write it, with or without its offset."""
    if re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d", word, re.ASCII) is None:
        return None
    try:
        moment = datetime.fromisoformat(word)
    except ValueError:
        return None
    return When(moment.date(), midnight_is_a_day(moment))


def midnight_is_a_day(moment: datetime) -> datetime | None:
    """Programs write a day without a time as its midnight."""
    return None if moment.time() == time() else moment


def _with_clock(word: str, order: Order) -> When:
    """A day, with or without a time behind it: 3.4.2026 18:30, or Tuesday, March 3, 2026 at 6:30 pm."""
    written, clock, zone = split_clock(word)
    told = _calendar_day(without_weekday(written), order)
    if clock is None:
        return When(told)
    return When(told, midnight_is_a_day(moment_of(told, clock, zone)))


def _calendar_day(word: str, order: Order) -> date:
    """A day by itself. Raises ValueError for what is none, and Mend for what can be two."""
    if found := _ISO.fullmatch(word):
        return date(int(found[1]), int(found[3]), int(found[4]))
    if found := _COMPACT.fullmatch(word):
        return date(*map(int, found.groups()))
    return _spoken(word, order) or _parted(word, order)


def _spoken(word: str, order: Order) -> date | None:
    """A date as one says it: 3 March 2026, March 3rd 2026, 16-Apr-26, 11 de marzo de 2026; or without its year."""
    parts: list[str] = [part for part in _WORDS.findall(_ORDINAL.sub(r"\1 ", bare(word))) if part not in _FILLING]
    if len(parts) > 1 and parts[0] == _TUESDAY and any(part in MONTHS for part in parts[1:]):
        del parts[0]
    names = [at for at, part in enumerate(parts) if part in MONTHS]
    numbers = [part for part in parts if part.isdigit()]
    if len(names) != 1 or len(parts) != len(numbers) + 1 or names[0] > 1 or not 1 <= len(numbers) <= _DAYS_AND_MONTHS:
        return None
    month = MONTHS[parts[names[0]]]
    if len(numbers) == 1:
        return _near(month, int(numbers[0]), order, word)
    return date(_full_year(numbers[1]), month, int(numbers[0]))


def _parted(word: str, order: Order) -> date:
    """31.12.2026 is day first; with slashes it has to be told, unless one of the two can be no month."""
    found = _PARTED.fullmatch(word)
    if not found:
        return _without_year(word, order)
    first, second, year = int(found[1]), int(found[3]), found[4]
    if order.first == _YEAR_FIRST and len(year) < len("2026"):
        return date(_full_year(found[1]), second, int(year))
    told = DAY_FIRST if found[2] == "." else _order_of(word) or order.first
    return _in_order(word, (first, second, _full_year(year)), told)


def _without_year(word: str, order: Order) -> date:
    found = _YEARLESS.fullmatch(word)
    if not found or (found[2] != "." and not order.first):
        raise ValueError
    first, second = int(found[1]), int(found[3])
    return _near(*((first, second) if order.first == MONTH_FIRST else (second, first)), order, word)


def _in_order(word: str, parts: tuple[int, int, int], order: str) -> date:
    first, second, year = parts
    as_days = {DAY_FIRST: (second, first), MONTH_FIRST: (first, second)}
    if order not in as_days and first != second:
        either, other = (date(year, *as_days[way]) for way in (DAY_FIRST, MONTH_FIRST))
        raise Mend(f"{shown_cell(word)} can be two days: write {either} or {other}", "ambiguous_day")
    return date(year, *as_days.get(order, (first, second)))


def _near(month: int, number: int, order: Order, word: str) -> date:
    """The day of that month in the year that the file tells, or in the one that brings it nearest to its neighbours."""
    if order.year is not None:
        return date(order.year, month, number)
    if order.near is None:
        raise Mend(f"{shown_cell(word)} has no year", NO_YEAR)
    close = order.near
    found = [one for year in (-1, 0, 1) if (one := day_or_none(close.year + year, month, number))]
    if not found:
        raise ValueError
    return min(found, key=lambda one: abs(one - close))


def day_or_none(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _full_year(digits: str) -> int:
    """26 is 2026, 98 is 1998."""
    year = int(digits)
    if len(digits) not in (2, 4):
        raise ValueError
    return year if len(digits) > _DAYS_AND_MONTHS else year + (2000 if year < _SHORT_YEARS else 1900)


def _order_of(word: str) -> str:
    """What a date with slashes says of its own order; empty where it says nothing."""
    found = _written_with_slashes(word)
    if not found or max(found) <= MONTHS["december"]:
        return ""
    return DAY_FIRST if found[0] > MONTHS["december"] else MONTH_FIRST


def can_be_two(word: str) -> bool:
    """Whether this is a date with slashes that could be two days."""
    found = _written_with_slashes(word)
    return found is not None and found[0] != found[1] and _order_of(word) == ""


def _written_with_slashes(word: str) -> tuple[int, int] | None:
    found = _PARTED.match(split_clock(without_weekday(fold_cell(word)))[0])
    return (int(found[1]), int(found[3])) if found and found[2] != "." else None


def first_part(cells: Sequence[str]) -> str:
    """The order of a column: what its dates agree on, SERIAL for day counts, empty where they don't tell."""
    told = [word for cell in cells if (word := fold_cell(cell))]
    if told and all(_SERIALS.fullmatch(word) for word in told):
        return SERIAL
    short = [found for word in told if (found := _PARTED.fullmatch(word)) and len(found[4]) == _DAYS_AND_MONTHS]
    if len(short) == len(told) and _begins_with_year(short):
        return _YEAR_FIRST
    orders = {_order_of(word) for word in told} - {""}
    return orders.pop() if len(orders) == 1 else ""


def _begins_with_year(found: Sequence[re.Match[str]]) -> bool:
    """Every date begins with the same number, and their ends differ more than thrice: 26/03/01, 26/03/02, …"""
    several = 3
    return (
        len(found) > several
        and {one[1] for one in found} == {found[0][1]}
        and int(found[0][1]) > MONTHS["december"]
        and len({one[4] for one in found}) > several
    )
