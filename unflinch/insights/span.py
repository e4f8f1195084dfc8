"""Which part of a practice the page of changes shows: all of it, the last month, or the programme."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from django.db.models import TextChoices

from unflinch.accounts.models import Person
from unflinch.insights.counts import Counts, count, counts_of, tallies_of
from unflinch.practice.history import LoggedAsk, history_of
from unflinch.practice.history.weeks import Calendar, covers

_A_MONTH: Final = timedelta(days=30)


class Span(TextChoices):
    """What a page may look at; the label is what the picker says."""

    ALL = "all", "All of it"
    MONTH = "month", "30 days"
    PROGRAMME = "programme", "The programme"


def asks_in_span(person: Person, span: str, day: date) -> tuple[LoggedAsk, ...]:
    """The asks of this span as seen on this personal day, in the order of life."""
    asks, calendar = history_of(person).asks, counts_of(person).calendar
    if span == Span.ALL:
        return asks
    return tuple(ask for ask in asks if _is_in(span, ask.day, day, calendar))


def counts_in(person: Person, span: str, day: date, asks: tuple[LoggedAsk, ...]) -> Counts:
    """The counts of this span, whose asks these are."""
    if span == Span.ALL:
        return counts_of(person)
    calendar = counts_of(person).calendar
    history = replace(history_of(person), asks=asks)
    return count(history, [one for one in tallies_of(person) if _is_in(span, one.day, day, calendar)], calendar)


def _is_in(span: str, when: date | None, day: date, calendar: Calendar) -> bool:
    """Whether a fact of the day `when` belongs to the span; one without a day belongs to all of it only."""
    if span == Span.ALL:
        return True
    if when is None:
        return False
    if span == Span.MONTH:
        return timedelta(0) <= day - when < _A_MONTH
    return bool(calendar.programmes) and covers(calendar.programmes[0], when)
