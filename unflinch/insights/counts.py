"""What was asked and what came back, counted. Everything here is folded from facts and holds no words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from unflinch.accounts.models import Person
from unflinch.practice.history import History, activities_in, cached_fold, history_of
from unflinch.practice.history.boosters import programmes_of
from unflinch.practice.history.weeks import Calendar, Slot, Week, asked_in, calendar_of, weeks_of
from unflinch.practice.models import Tally
from unflinch.practice.vocabulary import TALLIED, Outcome

_DUCKS: Final = 9  # what fits on one line of a narrow phone
_OUTCOMES: Final = tuple(str(outcome) for outcome in Outcome)


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of one person's whole practice; `asks` leaves out *not this time* and what does not count."""

    asks: int
    activities: int
    outcomes: Mapping[str, int]
    first_answers: Mapping[str, int]
    weeks: tuple[Week, ...]
    last_outcomes: tuple[str, ...]
    open_since: tuple[date, ...]
    calendar: Calendar
    planned: int
    energy: Mapping[date | None, float]
    reviewed: frozenset[Slot]

    def waiting(self, day: date, patience: int) -> int:
        """How many answers may still come; a silence older than `patience` days has closed by itself."""
        return sum((day - since).days < patience for since in self.open_since)


def counts_of(person: Person) -> Counts:
    """The counts, kept in memory until a fact is added."""
    return cached_fold(person, "counts", lambda: count_afresh(person))


def count_afresh(person: Person) -> Counts:
    """The counts, from the facts themselves."""
    history = history_of(person)
    tallies = tallies_of(person)
    calendar = calendar_of(programmes_of(person), history.asks, tallies)
    reviewed = frozenset(calendar.slot_of(row.day, row.week) for row in history.weeks)
    return count(history, tallies, calendar, reviewed)


def count(
    history: History, tallies: Sequence[Tally], calendar: Calendar, reviewed: frozenset[Slot] = frozenset()
) -> Counts:
    """Fold what was recorded, and totals without details; `reviewed` are the weeks that were looked back on."""
    asks = history.asks
    real = [ask for ask in asks if ask.real]
    totals = Counter({str(outcome): sum(getattr(tally, outcome) for tally in tallies) for outcome in TALLIED})
    return Counts(
        asks=len(real) + sum(map(asked_in, tallies)),
        activities=activities_in(real) + sum(asked_in(tally) > 0 for tally in tallies),
        outcomes=_in_full(Counter(ask.outcome for ask in asks if ask.counts) + totals),
        first_answers=_in_full(Counter(ask.first for ask in asks if ask.counts) + totals),
        weeks=tuple(weeks_of(asks, tallies, calendar)),
        last_outcomes=tuple(ask.outcome for ask in real[-_DUCKS:]),
        open_since=tuple(ask.answered_on for ask in asks if ask.is_open and ask.answered_on is not None),
        calendar=calendar,
        planned=history.planned,
        energy=history.energy,
        reviewed=reviewed,
    )


def tallies_of(person: Person) -> list[Tally]:
    """The totals without details; their words are not read."""
    return list(Tally.objects.of(person).defer("words"))


def _in_full(counter: Counter[str]) -> dict[str, int]:
    """Every outcome with its number, those that never came with 0."""
    return {outcome: counter[outcome] for outcome in _OUTCOMES}
