"""One week as its page shows it: counts, the asks in it, the person's own words, and titles to pick from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from unflinch.accounts.models import Person
from unflinch.insights.counts import Counts, counts_of
from unflinch.practice.history import LoggedAsk, history_of
from unflinch.practice.history.weeks import Week, in_week, reviews_by_slot
from unflinch.practice.models import Ask, WeekReview
from unflinch.practice.vocabulary import Harm, Outcome

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TITLES: Final = 3
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class _LookBack:
    """A week looked back on; `review` is None while nobody has called it anything."""

    week: Week
    asks: Sequence[Ask]
    review: WeekReview | None
    titles: list[str]

    @property
    def address(self) -> str:
        return self.week.slot.address

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The asks to pick a moment or a stranger from."""
        return [(str(ask.pk), _in_short(ask)) for ask in self.asks]


def _in_short(ask: Ask) -> str:
    """What was asked and what came back: the same thing is often asked twice."""
    title = ask.title or "It just happened"
    return f"{title} ({ask.answer.get_outcome_display()})" if ask.answer else title


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
    return _LookBack(week, asks, reviews.get(week.slot), _titles_for(week, asks, day))


def asks_of_week(person: Person, week: Week) -> list[LoggedAsk]:
    """The asks of this week, in the order of life."""
    return in_week(history_of(person).asks, week.slot, counts_of(person).calendar)


def _titles_for(week: Week, asks: Sequence[Ask], day: date) -> list[str]:
    """Three titles in the person's own words, but for a hard one of today, filled up with what was counted."""
    told = [None if ask.rests(day) else ask.debrief for ask in asks]
    own = [told.lesson for told in told if told is not None and told.lesson]
    funny = [
        f"The one with “{ask.title}”" for ask, told in zip(asks, told, strict=True) if told is not None and told.funny
    ]
    last = [f"The week of “{ask.title}”" for ask in reversed(asks) if ask.title and _may_name_a_week(ask)]
    titles = [title for title in (*funny, *own, _counted(week), *last) if len(title) <= _LONGEST]
    return list(dict.fromkeys(titles))[:_TITLES]


def _may_name_a_week(ask: Ask) -> bool:
    """Whether it was made, and did not feel unfair: a week is not called after what was done to somebody."""
    answer, told = ask.answer, ask.debrief
    made = answer is not None and answer.outcome != Outcome.NOT_ASKED
    return made and (told is None or Harm.UNFAIR not in told.harms)


def _counted(week: Week) -> str:
    """The week's noes and yeses as a title: "Three noes and a yes"."""
    noes = f"{_number(week.noes)} {'no' if week.noes == 1 else 'noes'}"
    yeses = "a yes" if week.yeses == 1 else f"{_number(week.yeses)} yeses"
    return f"{noes} and {yeses}".capitalize()


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
