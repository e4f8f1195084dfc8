"""The numbers as `unflinch summary` says them: counts, weeks with their titles, and each number or what it needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from unflinch.accounts.models import Person
from unflinch.insights.counts import counts_of
from unflinch.insights.numbers import numbers_of
from unflinch.practice.history.weeks import Slot, Week, reviews_by_slot
from unflinch.practice.models import WeekReview


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A week with what the person called it."""

    week: Week
    title: str
    takeaway: str

    @property
    def address(self) -> str:
        return self.week.slot.address


def week_titles(person: Person) -> dict[Slot, str]:
    """What the person called their weeks, those that they called anything."""
    reviews = reviews_by_slot(WeekReview.objects.of(person).oldest_first(), counts_of(person).calendar)
    return {slot: review.title for slot, review in reviews.items() if review.title}


def week_lines(person: Person, weeks: Sequence[Week] | None = None) -> list[WeekLine]:
    """These weeks, or all in which anything was logged, in their order, with what the person called them."""
    counts = counts_of(person)
    reviews = reviews_by_slot(WeekReview.objects.of(person).oldest_first(), counts.calendar)
    lines = []
    for week in counts.weeks if weeks is None else weeks:
        review = reviews.get(week.slot)
        lines.append(WeekLine(week, review.title if review else "", review.takeaway if review else ""))
    return lines


def summary_of(person: Person) -> dict[str, Any]:
    """Everything that a program may want to know, as plain values; a number that is null has a line in `needs`."""
    counts = counts_of(person)
    numbers = numbers_of(person)
    return {
        "asks": counts.asks,
        "activities": counts.activities,
        "outcomes": dict(counts.outcomes),
        "first_answers": dict(counts.first_answers),
        "weeks": _as_plain(week_lines(person)),
        **numbers.as_plain(),
        "needs": numbers.needs(),
    }


def _as_plain(lines: Sequence[WeekLine]) -> list[dict[str, Any]]:
    """The weeks as the summary shows them; where neither a day nor a week is known, the number is null."""
    names = ("activities", "asks", "noes", "yeses", "warm_ups", "met")
    return [
        {"number": line.week.number or None, "title": line.title, **{name: getattr(line.week, name) for name in names}}
        for line in lines
    ]
