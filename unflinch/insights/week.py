"""One week as its page shows it: counts, the asks in it, and the person's own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from unflinch.accounts.models import Person
from unflinch.insights.counts import Counts, counts_of
from unflinch.practice.history import LoggedAsk, history_of
from unflinch.practice.history.weeks import Week, in_week, reviews_by_slot
from unflinch.practice.journal import span_of
from unflinch.practice.models import Ask, WeekReview


@dataclass(frozen=True, slots=True)
class _LookBack:
    """A week looked back on; `review` is None while nobody has called it anything."""

    week: Week
    asks: Sequence[Ask]
    review: WeekReview | None
    span: str

    @property
    def outcomes(self) -> list[str]:
        """What came back each time, in the order of life."""
        return [ask.answer.outcome for ask in self.asks if ask.answer is not None]

    @property
    def address(self) -> str:
        return self.week.slot.address


def week_at(counts: Counts, address: str) -> Week | None:
    """The week with this address, or None."""
    return next((week for week in counts.weeks if week.slot.address == address), None)


def look_back(person: Person, address: str, day: date) -> _LookBack | None:
    """The week with this address as its page shows it on this personal day, or None where nothing was logged in it."""
    counts = counts_of(person)
    week = week_at(counts, address)
    if week is None:
        return None
    asks = Ask.objects.of(person).listed([ask.id for ask in asks_of_week(person, week)])
    reviews = reviews_by_slot(WeekReview.objects.of(person).oldest_first(), counts.calendar)
    return _LookBack(week, asks, reviews.get(week.slot), span_of(counts.calendar, week.slot, day))


def asks_of_week(person: Person, week: Week) -> list[LoggedAsk]:
    """The asks of this week, in the order of life."""
    return in_week(history_of(person).asks, week.slot, counts_of(person).calendar)


def outcomes_of_week(person: Person, week: Week) -> list[str]:
    """What came of the asks that were made in this week, in the order of life."""
    return [ask.outcome for ask in asks_of_week(person, week) if ask.real]
