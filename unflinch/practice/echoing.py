"""The one prompt of a day: an echo that was asked for, the next day or soon after. The others wait on their pages."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from unflinch.practice.entries import Entry
from unflinch.practice.history import History

# Design section 3: at most one prompt of any kind a day, four a week.
A_WEEK: Final = timedelta(days=7)
MOST_IN_A_WEEK: Final = 4


def echo_due(history: History, day: date) -> Entry | None:
    """The ask to be asked about on this personal day, or None: the latest that wants it and has none yet."""
    if not has_room(prompted(history.entries, day), day):
        return None
    return next((entry for entry in reversed(history.entries) if day in days_of(entry)), None)


def prompted(entries: Iterable[Entry], day: date) -> list[date]:
    """The days up to this one that had their prompt, in order: an echo was written, or one waited and had room.

    One that was passed over counts as well. It is reckoned from the facts each time, as looking writes none.
    """
    told: set[date] = set()
    waited: set[date] = set()
    for entry in entries:
        told.update(echo.day for echo in entry.echoes if echo.day <= day)
        waited.update(when for when in days_of(entry) if when < day)
    found: list[date] = []
    for when in sorted(told | waited):
        if when in told or has_room(found, when):
            found.append(when)
    return found


def has_room(prompted: Sequence[date], day: date) -> bool:
    """Whether this day may have a prompt after those."""
    if prompted and prompted[-1] == day:
        return False
    return len(prompted) < MOST_IN_A_WEEK or day - prompted[-MOST_IN_A_WEEK] >= A_WEEK


def days_of(entry: Entry) -> Iterator[date]:
    """The days on which its echo is out: from the next one on for a week, after which it had better rest."""
    if entry.wants_echo and entry.day is not None:
        first_told = min((echo.day for echo in entry.echoes), default=date.max)
        days = (entry.day + timedelta(days=after) for after in range(1, A_WEEK.days + 1))
        yield from (when for when in days if when < first_told)
