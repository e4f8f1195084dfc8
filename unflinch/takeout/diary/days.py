"""From a cell to a day, and to the moment where one is told. What is not understood raises Mend."""

import re
from datetime import date, datetime, time
from typing import Final

from unflinch.takeout.diary.complaints import Mend, shown

DAY_FIRST: Final = "day first"
MONTH_FIRST: Final = "month first"
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199  # lives, with room; beyond the ends of the calendar no zone can be reckoned
MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                 "november", "december")  # fmt: skip
NOON: Final = 12
CODE: Final = "day"

CLOCK: Final = r"(\d\d?)[:.](\d\d)(?:[:.](\d\d))?(?: ?([ap])\.?m\.?)?"
WITH_CLOCK: Final = re.compile(rf"(.+\d{{4}}|\d{{4}}[-/]\d\d?[-/]\d\d?),? +(?:at +)?{CLOCK}", re.ASCII | re.IGNORECASE)
ISO: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", re.ASCII)

When = tuple[date | None, datetime | None]


def day(cell: str, order: str = "") -> When:
    """A day, and the moment where one is told. `order` settles 03/04/2026; without it that raises Mend."""
    word = cell.strip()
    if word == "":
        return None, None
    try:
        found, moment = exact(word) or with_clock(word, order) or (calendar_day(word, order), None)
    except ValueError:
        raise Mend(f"{shown(cell)} is not a day of the calendar; write it as 2026-12-31", CODE) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Mend(f"{shown(cell)} is not a year that a diary is written in", CODE)
    return found, moment


def clock(cell: str) -> time | None:
    """A time of the day; empty is None."""
    word = cell.strip()
    found = re.fullmatch(CLOCK, word, re.ASCII | re.IGNORECASE)
    if word == "":
        return None
    try:
        return time_of(*found.groups()) if found else time.fromisoformat(word)
    except ValueError:
        raise Mend(f"{shown(cell)} is not a time; write it as 18:30", "time") from None


def exact(word: str) -> tuple[date, datetime] | None:
    """The moment as programs write it, with or without its offset."""
    if ISO.match(word) is None:
        return None
    moment = datetime.fromisoformat(word)
    return moment.date(), moment


def with_clock(word: str, order: str) -> tuple[date, datetime] | None:
    """A day with a time behind it: 3.4.2026 18:30, or March 3, 2026 at 6:30 pm."""
    found = WITH_CLOCK.fullmatch(word)
    if found is None:
        return None
    told = calendar_day(found[1], order)
    return told, datetime.combine(told, time_of(*found.groups()[1:]))


def time_of(hours: str, minutes: str, seconds: str | None, half: str | None) -> time:
    hour = int(hours)
    if half:
        if not 1 <= hour <= NOON:
            raise ValueError
        hour = hour % NOON + NOON * (half in "pP")
    return time(hour, int(minutes), int(seconds or 0))


def calendar_day(word: str, order: str) -> date:
    """A day by itself. Raises ValueError for what is none, and Mend for what can be two."""
    if re.fullmatch(r"\d{4}([-/])\d\d?\1\d\d?", word, re.ASCII):
        return date(*map(int, re.split(r"[-/]", word)))
    return spoken(word) or parted(word, order)


def spoken(word: str) -> date | None:
    """A date as one says it: 3 March 2026, or March 3, 2026."""
    found = re.fullmatch(r"(?:(\d\d?)\.? +)?([A-Za-z]{3,9})\.?(?: +(\d\d?),?)? +(\d{4})", word, re.ASCII)
    if not found or not (found[1] or found[3]):
        return None
    month = next((at for at, name in enumerate(MONTHS, 1) if name.startswith(found[2].casefold())), 0)
    return date(int(found[4]), month, int(found[1] or found[3]))


def parted(word: str, order: str) -> date:
    """31.12.2026 is day first; with slashes it has to be told, unless one of the two can be no month."""
    found = re.fullmatch(r"(\d\d?)([./-])(\d\d?)\2(\d{4})", word, re.ASCII)
    if not found:
        raise ValueError
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    order = DAY_FIRST if found[2] == "." else order_of(word) or order
    as_days = {DAY_FIRST: (second, first), MONTH_FIRST: (first, second)}
    if order == "" and first != second:
        either, other = (date(year, *as_days[way]) for way in (DAY_FIRST, MONTH_FIRST))
        raise Mend(f"{shown(word)} can be two days: write {either} or {other}", "ambiguous_day")
    return date(year, *as_days[order or DAY_FIRST])


def order_of(word: str) -> str:
    """What a date with slashes says of its own order; empty where it says nothing."""
    found = re.match(r"(\d\d?)([/-])(\d\d?)\2\d{4}\b", word.strip(), re.ASCII)
    if not found or max(int(found[1]), int(found[3])) <= len(MONTHS):
        return ""
    return DAY_FIRST if int(found[1]) > len(MONTHS) else MONTH_FIRST


def can_be_two(word: str) -> bool:
    """Whether this is a date with slashes that could be two days."""
    found = re.match(r"(\d\d?)([/-])(\d\d?)\2\d{4}\b", word.strip(), re.ASCII)
    return found is not None and found[1] != found[3] and order_of(word) == ""
