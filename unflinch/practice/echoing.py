"""The one prompt of a day: an echo that was asked for, the next day or soon after. The others wait on their pages."""

from datetime import date, timedelta
from typing import Final

from unflinch.practice.entries import Entry
from unflinch.practice.history import History

# Design section 3: at most one prompt of any kind a day, four a week.
A_WEEK: Final = timedelta(days=7)
MOST_IN_A_WEEK: Final = 4


def echo_due(history: History, day: date) -> Entry | None:
    """The ask to be asked about on this personal day, or None: the latest that wants it and has none yet."""
    lately = [echo.day for entry in history.entries for echo in entry.echoes if timedelta(0) <= day - echo.day < A_WEEK]
    if day in lately or len(lately) >= MOST_IN_A_WEEK:
        return None
    return next((entry for entry in reversed(history.entries) if wants_one(entry, day)), None)


def wants_one(entry: Entry, day: date) -> bool:
    """Whether its echo is still out, and its day neither today nor so long ago that it had better rest."""
    if not entry.wants_echo or entry.echoes or entry.day is None:
        return False
    return timedelta(0) < day - entry.day <= A_WEEK
