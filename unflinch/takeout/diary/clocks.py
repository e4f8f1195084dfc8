"""From text to a time of the day, alone or behind a date."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final

from unflinch.takeout.diary.complaints import Mend, shown_cell
from unflinch.takeout.diary.folding import fold_cell

_NOON: Final = 12
_HALF: Final = r" ?[ap]\.? ?m\b\.?"
_CLOCK: Final = (
    rf"\d\d?[:.h]\d\d(?:[:.]\d\d(?:[.,]\d{{1,9}})?)?(?:{_HALF})?(?: ?uhr| ?h)?|\d\d?{_HALF}|\d\d? ?(?:uhr|h)"
)
_ZONE: Final = r"z|(?:utc|gmt)?[+-]\d\d?(?::?\d\d)?|[a-z]{3,4}"
_PARTS: Final = re.compile(r"(\d\d?)(?:[:.h](\d\d))?(?:[:.](\d\d))?[^ap]*([ap])?", re.ASCII | re.IGNORECASE)
_ALONE: Final = re.compile(_CLOCK, re.ASCII | re.IGNORECASE)
_BEHIND: Final = re.compile(
    rf"(?P<date>.+?)(?:,? +|(?<=\d)t)(?:(?:at|um|@|a las|a la|à|-) +)?(?P<clock>{_CLOCK})"
    rf"(?: ?(?P<zone>{_ZONE}))?(?: \([^)]*\))?",
    re.ASCII | re.IGNORECASE,
)
_OFFSET: Final = re.compile(r"([+-])(\d\d?):?(\d\d)?")


def clock(cell: str) -> time | None:
    """A time of the day; empty is None."""
    word = fold_cell(cell)
    if word == "":
        return None
    try:
        return _time_of(word)
    except ValueError:
        raise Mend(f"{shown_cell(cell)} is not a time; write it as 18:30", "time") from None


def _time_of(word: str) -> time:
    """18:30, 18.30, 6:30 pm, 9pm, 18h30, 18 Uhr. Raises ValueError for what no clock shows."""
    found = _PARTS.match(word) if _ALONE.fullmatch(word) else None
    if found is None:
        return time.fromisoformat(word)
    hour, half = int(found[1]), found[4]
    if half:
        if not 1 <= hour <= _NOON:
            raise ValueError
        hour = hour % _NOON + _NOON * (half in "pP")
    return time(hour, int(found[2] or 0), int(found[3] or 0))


def split_clock(word: str) -> tuple[str, str | None, str]:
    """The date, the time behind it or None, and its zone: all of the text is the date where there is no time."""
    found = _BEHIND.fullmatch(word)
    return (found["date"].rstrip(","), found["clock"], found["zone"] or "") if found else (word, None, "")


def moment_of(day: date, clock: str, zone: str) -> datetime:
    """The moment of this day; with the offset where one is told, and otherwise on the person's own clock."""
    moment = datetime.combine(day, _time_of(clock))
    found = _OFFSET.search(zone)
    if found:
        away = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        return moment.replace(tzinfo=timezone(away if found[1] == "+" else -away))
    return moment.replace(tzinfo=UTC) if zone.casefold() in ("z", "utc", "gmt") else moment
