"""Boosters: after a programme has ended, one small ask after 7, 30 and 90 days, somewhere new (evidence R10)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from unflinch.accounts.models import Person
from unflinch.practice.history import LoggedAsk, cached_fold
from unflinch.practice.models import Programme
from unflinch.practice.models.programme import A_WEEK

_AFTER_DAYS: Final = (90, 30, 7)
_STANDS: Final = 7  # days: whoever opens the app a few days later finds it still there
PLACES_LATELY: Final = timedelta(days=180)  # reaches back behind the last booster, into the programme itself


def programmes_of(person: Person) -> Sequence[Programme]:
    """This person's programmes, the latest first, without their titles; kept in memory until a fact is added."""

    def rows() -> Sequence[Programme]:
        return tuple(Programme.objects.of(person).latest_first().select_related("person").defer("title"))

    return cached_fold(person, "programmes", rows)


def booster_days(programme: Programme, day: date) -> list[date]:
    """The personal days on which a booster of this programme is due, the earliest first; none while it runs."""
    ended = _ended_on(programme, day)
    return [] if ended is None else [ended + timedelta(days=after) for after in reversed(_AFTER_DAYS)]


def booster_due(programmes: Sequence[Programme], asks: Iterable[LoggedAsk], day: date) -> int | None:
    """After how many days the booster of this personal day is, or None; one ask since then was the booster."""
    if not programmes or (ended := _ended_on(programmes[0], day)) is None:
        return None
    since = (day - ended).days
    after = next((after for after in _AFTER_DAYS if after <= since < after + _STANDS), None)
    if after is None:
        return None
    begins = ended + timedelta(days=after)
    return None if any(ask.real and ask.day is not None and ask.day >= begins for ask in asks) else after


def _ended_on(programme: Programme, day: date) -> date | None:
    """The personal day on which a programme ended, or ran out of its weeks; None while it runs."""
    if programme.batch is not None or programme.starts is None:
        return None
    if programme.ended_at is not None:
        person: Person = programme.person
        return person.day_of(programme.ended_at)
    over = None if programme.weeks is None else programme.starts + programme.weeks * A_WEEK
    return over if over is not None and over <= day else None


def places_lately(asks: Iterable[LoggedAsk], day: date) -> frozenset[str]:
    """Where this person has asked in the last half year."""
    return frozenset(ask.place for ask in asks if ask.real and ask.day and day - ask.day < PLACES_LATELY)
