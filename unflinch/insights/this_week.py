"""This week and what is still open: all that Today counts, from the latest asks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from unflinch.accounts.models import Person
from unflinch.insights.counts import tallies_of
from unflinch.practice.history import History, LoggedAsk, cached_fold
from unflinch.practice.history.boosters import programmes_of
from unflinch.practice.history.lately import lately
from unflinch.practice.history.weeks import (
    Calendar,
    Slot,
    Week,
    asked_in,
    calendar_in_rows,
    calendar_of,
    in_week,
    last_before,
    weeks_of,
)
from unflinch.practice.models import Programme, Tally


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """The week of a personal day; `counts` is None where nothing was logged in it.

    `before` is the last week before it in which something was logged, `reviewed` are weeks that were looked back on,
    these two among them. `in_programme` is how many asks were made in the running programme, where that aims at a
    number of asks. `has_asked` says whether anything was asked ever.
    """

    slot: Slot
    calendar: Calendar
    counts: Week | None
    before: Slot | None
    reviewed: frozenset[Slot]
    in_programme: int
    has_asked: bool
    planned: int
    energy: Mapping[date | None, float]
    open_since: tuple[date, ...]

    @property
    def asks(self) -> int:
        """How many were asked in it."""
        return 0 if self.counts is None else self.counts.asks

    def waiting(self, day: date, patience: int) -> int:
        """How many answers may still come; a silence older than `patience` days has closed by itself."""
        return sum((day - since).days < patience for since in self.open_since)


def this_week(person: Person, day: date) -> ThisWeek:
    """The week of this personal day, kept in memory until a fact is added."""
    return cached_fold(person, f"this_week/{day}", lambda: _count_week(person, lately(person, day), day))


def _count_week(person: Person, history: History, day: date) -> ThisWeek:
    """The same from a history that holds what `lately` reads, or more."""
    tallies, programmes = tallies_of(person), programmes_of(person)
    if history.begins is None:
        calendar = calendar_of(programmes, history.asks, tallies)
    else:
        calendar = calendar_in_rows(person, programmes, tallies)
    slot = calendar.slot_of(day, None)
    here = in_week(history.asks, slot, calendar)
    totals = [tally for tally in tallies if calendar.slot_of(tally.day, tally.week) == slot]
    return ThisWeek(
        slot=slot,
        calendar=calendar,
        counts=next(iter(weeks_of(here, totals, calendar)), None),
        before=last_before(slot, history, tallies, calendar),
        reviewed=frozenset(calendar.slot_of(row.day, row.week) for row in history.weeks),
        in_programme=_made_in(calendar.running, history.asks, tallies, calendar),
        has_asked=any(ask.real for ask in history.asks) or any(map(asked_in, tallies)),
        planned=history.planned,
        energy=history.energy,
        open_since=tuple(ask.answered_on for ask in history.asks if ask.is_open and ask.answered_on is not None),
    )


def _made_in(
    programme: Programme | None, asks: Iterable[LoggedAsk], tallies: Sequence[Tally], calendar: Calendar
) -> int:
    if programme is None or programme.asks_in_all is None:
        return 0
    made = sum(calendar.slot_of(ask.day, ask.week).programme == programme.pk for ask in asks if ask.real)
    whole = (tally for tally in tallies if calendar.slot_of(tally.day, tally.week).programme == programme.pk)
    return made + sum(map(asked_in, whole))
