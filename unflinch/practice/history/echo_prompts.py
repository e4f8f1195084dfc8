"""The one prompt of a day: an echo that was asked for, or whether practising made a week worse. The rest waits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from unflinch.accounts.models import Person
from unflinch.practice.history import History, LoggedAsk, history_of
from unflinch.practice.history.lately import lately

# Design section 3: at most one prompt of any kind a day, four a week.
_A_WEEK: Final = timedelta(days=7)
_MOST_IN_A_WEEK: Final = 4
# A week that nobody looked back on is asked about from the third day after it: on four days of seven, for eight weeks,
# so that whoever comes back after a quiet time meets the question as well.
_WORSE_AFTER: Final = timedelta(days=2)
_WORSE_DAYS: Final = (0, 2, 4, 6)
_WORSE_FOR: Final = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a day asks: how one ask sits, or whether practising made the last week of asking worse, or nothing."""

    echo: LoggedAsk | None = None
    worse: bool = False


def prompt_on(person: Person, day: date, *, unreviewed: date | None) -> Prompt:
    """The prompt of this personal day, from the latest asks where these settle it, else from all.

    Which days had their prompt hangs on the days before. After a week in which none waited it begins anew.
    """
    history = lately(person, day)
    if history.begins is not None and not _begins_anew(history, day, worse=_days_of_worse(unreviewed, day)):
        history = history_of(person)
    return _prompt_due(history, day, unreviewed=unreviewed)


def _begins_anew(history: History, day: date, *, worse: Iterable[date]) -> bool:
    """Whether a week lies within this history in which no prompt waited.

    In its own first week an echo to an ask before it may have waited.
    """
    begins = (history.begins or date.min) + _A_WEEK
    waited = sorted({*worse, *(when for ask in history.asks for when in _days_of(ask))})
    days = [begins, *(when for when in waited if begins < when < day), day]
    return any(after - before > _A_WEEK for before, after in pairwise(days))


def _prompt_due(history: History, day: date, *, unreviewed: date | None) -> Prompt:
    """The prompt of this personal day. `unreviewed` is the day after the last week of asking, if nobody reviewed it."""
    worse = _days_of_worse(unreviewed, day)
    reviewed = [week.written for week in history.weeks if week.written is not None]
    if not _has_room(_prompted(history.asks, day, reviewed=reviewed, worse=worse), day):
        return Prompt()
    echo = next((ask for ask in reversed(history.asks) if day in _days_of(ask)), None)
    return Prompt(echo, worse=echo is None and day in worse)


def _prompted(asks: Iterable[LoggedAsk], day: date, *, reviewed: Iterable[date], worse: Iterable[date]) -> list[date]:
    """The days up to this one that had their prompt, in order: one was answered, or one waited and had room.

    One that was passed over counts as well. It is worked out from the facts each time, as looking writes none.
    """
    told = {when for when in reviewed if when <= day}
    waited = {when for when in worse if when < day}
    for ask in asks:
        told.update(echo.day for echo in ask.echoes if echo.day <= day)
        waited.update(when for when in _days_of(ask) if when < day)
    found: list[date] = []
    for when in sorted(told | waited):
        if when in told or _has_room(found, when):
            found.append(when)
    return found


def _has_room(prompted: Sequence[date], day: date) -> bool:
    """Whether this day may have a prompt after those."""
    if prompted and prompted[-1] == day:
        return False
    return len(prompted) < _MOST_IN_A_WEEK or day - prompted[-_MOST_IN_A_WEEK] >= _A_WEEK


def _days_of(ask: LoggedAsk) -> Iterator[date]:
    """The days on which its echo is out: from the next one on for a week, after which it had better rest."""
    if ask.wants_echo and ask.day is not None:
        first_told = min((echo.day for echo in ask.echoes), default=date.max)
        days = (ask.day + timedelta(days=after) for after in range(1, _A_WEEK.days + 1))
        yield from (when for when in days if when < first_told)


def _days_of_worse(unreviewed: date | None, day: date) -> frozenset[date]:
    """The days up to this one on which the question about a week that nobody reviewed is out."""
    if unreviewed is None:
        return frozenset()
    begins = unreviewed + _WORSE_AFTER
    days = (begins + timedelta(days=after) for after in range(min((day - begins).days + 1, _WORSE_FOR.days)))
    return frozenset(when for when in days if (when - begins).days % _A_WEEK.days in _WORSE_DAYS)
