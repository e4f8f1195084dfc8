"""Weeks: what was asked in each, and whether enough happened. No week is ever broken."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any, Final, TypeVar
from uuid import UUID

from unflinch.accounts.models import Person
from unflinch.practice.history import History, LoggedAsk, WeekRow, activities_in
from unflinch.practice.history.lately import answers_span
from unflinch.practice.models import Answer, Programme, Tally, WeekReview
from unflinch.practice.models.answer import AnswerQuerySet, AnswerSpan
from unflinch.practice.vocabulary import Outcome

_R = TypeVar("_R", WeekReview, WeekRow)
WEEK: Final = timedelta(days=7)
USUAL_PACE: Final = (2, 3)
_FIVE_YEARS: Final = timedelta(days=5 * 365)
_TWO_MONTHS: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Slot:
    """Which week: of a diary without dates, of a programme, of the calendar, or one that the person numbered.

    `number` is 0 where neither a day nor a week is known. `own` says that the number is the person's own though days
    are known; the week then starts with its first day that anything was logged on.
    """

    starts: date
    number: int
    programme: UUID | None = None
    own: bool = False

    @property
    def dated(self) -> bool:
        """Whether it is known when the week was."""
        return self.starts != date.min

    @property
    def address(self) -> str:
        """What the week is called in an address: its first day, the number that a diary gave it, or both."""
        return address_of(self.starts if self.dated else None, self.number if self.own or not self.dated else None)

    @property
    def name(self) -> str:
        """What the week is called on a page before the person calls it anything."""
        return f"Week {self.number}" if self.number else "No day known"


@dataclass(frozen=True, slots=True)
class Week:
    """A week's counts; `warm_ups` of its asks had no answer to hear. `met` once the pace's lower end happened."""

    slot: Slot
    activities: int
    asks: int
    noes: int
    yeses: int
    warm_ups: int
    pace: tuple[int, int]

    @property
    def number(self) -> int:
        return self.slot.number

    @property
    def met(self) -> bool:
        return self.activities >= self.pace[0]


@dataclass(frozen=True, slots=True)
class Calendar:
    """What says which week a day is in.

    `programmes` come the latest first. `firsts` are the days from which weeks are counted, the earliest first: there
    is a second one only where years lie between (see `calendar_of`). `own` are the first days of the weeks that the
    person numbered, by their number, the earliest first.
    """

    programmes: Sequence[Programme]
    firsts: Sequence[date] = ()
    own: Mapping[int, Sequence[date]] = field(default_factory=dict)

    @property
    def running(self) -> Programme | None:
        """The programme that the person is in."""
        return next((programme for programme in self.programmes if programme.runs), None)

    def slot_of(self, day: date | None, week: int | None) -> Slot:
        """The week of a fact with this day, or with only a week's number; the person's own number goes first."""
        firsts = self.own.get(week or 0, ())
        if day is None:
            return Slot(firsts[0], week or 0, own=True) if len(firsts) == 1 else Slot(date.min, week or 0)
        if starts := _last_until(day, firsts):
            return Slot(starts, week or 0, own=True)
        programme = self.programme_on(day)
        if programme is not None:
            number = programme.week_of(day)
            return Slot(programme.week_starts(number) or day, number, programme.pk)
        monday = _monday_of(day)
        # A week is known by its first day, so what is left of one begins behind the programme that ended in it.
        left = (monday + timedelta(days=after) for after in range(WEEK.days))
        starts = next(first for first in left if self.programme_on(first) is None)
        return Slot(starts, (monday - _monday_of(_last_until(day, self.firsts) or day)) // WEEK + 1)

    def programme_on(self, day: date) -> Programme | None:
        """The programme that this day belongs to: of several the latest."""
        return next((programme for programme in self.programmes if covers(programme, day)), None)

    def pace_of(self, slot: Slot) -> tuple[int, int]:
        """How many activities that week aims at."""
        for programme in self.programmes:
            if programme.pk == slot.programme:
                return programme.pace_low, programme.pace_high
        return USUAL_PACE


def calendar_of(programmes: Sequence[Programme], asks: Iterable[LoggedAsk], tallies: Iterable[Tally] = ()) -> Calendar:
    """The weeks of a life: counted from its first day, and anew where nothing was asked for five years.

    So a year that was mistyped in one row numbers that row alone. An own number that comes again after two months is
    another week.
    """
    whens = {(ask.day, ask.week) for ask in asks if ask.day is not None}
    days = {day for day, _ in whens} | _days_beside(programmes, tallies)
    return Calendar(programmes, _firsts_of(days, apart=_FIVE_YEARS), _own_weeks(whens))


def calendar_in_rows(person: Person, programmes: Sequence[Programme], tallies: Iterable[Tally]) -> Calendar:
    """The same calendar of all that this person logged, without reading every day of it."""
    firsts, span = Answer.objects.of(person).first_ones(), answers_span(person)
    days = _days_beside(programmes, tallies)
    numbered = firsts.numbered().whens() if span.number else ()
    return Calendar(programmes, _firsts_in_rows(firsts, span, days), _own_weeks(numbered))


def _days_beside(programmes: Iterable[Programme], tallies: Iterable[Tally]) -> set[date]:
    """The days from which weeks may be counted beside those of asks."""
    starts = {programme.starts for programme in programmes if programme.starts}
    return starts | {tally.day for tally in tallies if tally.day}


def _own_weeks(whens: Iterable[tuple[Any, ...]]) -> dict[int, tuple[date, ...]]:
    """The first days of the weeks that the person numbered, by their number."""
    numbered: defaultdict[int, set[date]] = defaultdict(set)
    for day, week in whens:
        if week and day:
            numbered[week].add(day)
    return {week: _firsts_of(of_week, apart=_TWO_MONTHS) for week, of_week in numbered.items()}


def _firsts_in_rows(answers: AnswerQuerySet, span: AnswerSpan, beside: set[date]) -> tuple[date, ...]:
    """As `_firsts_of`, of the days of these answers and those beside, five years apart."""
    day = min([*filter(None, [span.first]), *beside], default=None)
    end = max([*filter(None, [span.last]), *beside], default=None)
    found = []
    while day is not None and end is not None:
        found.append(day)
        # As far as one day follows another; mostly the last of all is within reach.
        while day < end and (reached := _last_day(answers, beside, until=day + _FIVE_YEARS, end=end)) > day:
            day = reached
        day = None if day == end else _next_day(answers, beside, day)
    return tuple(found)


def _last_day(answers: AnswerQuerySet, beside: set[date], *, until: date, end: date) -> date:
    """The last of the days up to this one; there is one."""
    if end <= until:
        return end
    return max([*filter(None, [answers.until(until).last_day()]), *(day for day in beside if day <= until)])


def _next_day(answers: AnswerQuerySet, beside: set[date], day: date) -> date:
    """The first of the days after this one; there is one."""
    after = answers.since(day + timedelta(days=1)).first_day()
    return min([*filter(None, [after]), *(other for other in beside if other > day)])


def last_before(slot: Slot, history: History, tallies: Iterable[Tally], calendar: Calendar) -> Slot | None:
    """The last week of a known time before this one in which something was logged.

    Nothing is looked at but the last days before: a week begins at most six days before each of its days. Those that
    the person numbered may begin earlier; the calendar knows all of these.
    """
    whens = {(ask.day, ask.week) for ask in history.asks if ask.day}
    whens |= {(tally.day, tally.week or 0) for tally in tallies if tally.day}
    last = max((day for day, _ in whens if day < slot.starts), default=slot.starts)
    slots = {calendar.slot_of(day, week) for day, week in whens if day > last - WEEK}
    slots |= {Slot(first, week, own=True) for week, firsts in calendar.own.items() for first in firsts}
    return max((one for one in slots if one.dated and one.starts < slot.starts), key=_in_life, default=None)


def _firsts_of(days: Iterable[date], *, apart: timedelta) -> tuple[date, ...]:
    """The first of these days, and each that comes longer than `apart` after the one before."""
    ordered = sorted(days)
    return tuple(day for before, day in zip([None, *ordered], ordered, strict=False) if _is_far(before, day, apart))


def _is_far(before: date | None, day: date, apart: timedelta) -> bool:
    return before is None or day - before > apart


def _last_until(day: date, firsts: Sequence[date]) -> date | None:
    """The last of these first days that is not after `day`."""
    return next((first for first in reversed(firsts) if first <= day), None)


def address_of(day: date | None, week: int | None) -> str:
    """The address of the week that begins on this day, or has this number, or both."""
    return "-from-".join([*([f"week-{week}"] if week is not None else []), *([day.isoformat()] if day else [])])


def weeks_of(asks: Iterable[LoggedAsk], tallies: Iterable[Tally], calendar: Calendar) -> list[Week]:
    """The weeks in which anything was logged, oldest first."""
    totals: defaultdict[Slot, list[Tally]] = defaultdict(list)
    for tally in tallies:
        totals[calendar.slot_of(tally.day, tally.week)].append(tally)
    logged = _by_slot(asks, calendar)
    slots = sorted({*logged, *totals}, key=_in_life)
    return [_week_of(slot, logged[slot], totals[slot], calendar.pace_of(slot)) for slot in slots]


def in_week(asks: Iterable[LoggedAsk], slot: Slot, calendar: Calendar) -> list[LoggedAsk]:
    """Those of these asks that are in this week."""
    if slot.dated and not slot.own:
        # Such a week has seven days at most.
        asks = [ask for ask in asks if ask.day and slot.starts <= ask.day < slot.starts + WEEK]
    return _by_slot(asks, calendar)[slot]


def _by_slot(asks: Iterable[LoggedAsk], calendar: Calendar) -> defaultdict[Slot, list[LoggedAsk]]:
    """The asks of each week, in their order. A day is looked up once."""
    slot_of = cache(calendar.slot_of)
    found: defaultdict[Slot, list[LoggedAsk]] = defaultdict(list)
    for ask in asks:
        found[slot_of(ask.day, ask.week)].append(ask)
    return found


def _week_of(slot: Slot, asks: Sequence[LoggedAsk], tallies: Sequence[Tally], pace: tuple[int, int]) -> Week:
    """One week's counts, with its totals without details."""
    made = [ask for ask in asks if ask.real]
    return Week(
        slot=slot,
        activities=activities_in(made) + sum(asked_in(tally) > 0 for tally in tallies),
        asks=len(made) + sum(map(asked_in, tallies)),
        noes=sum(ask.outcome == Outcome.NO for ask in made) + sum(tally.no for tally in tallies),
        yeses=sum(ask.outcome == Outcome.YES for ask in made) + sum(tally.yes for tally in tallies),
        warm_ups=sum(ask.outcome == Outcome.WENT for ask in made),
        pace=pace,
    )


def asked_in(tally: Tally) -> int:
    """How many were asked in a total; those who were not asked are no asks."""
    return tally.yes + tally.no + tally.maybe + tally.no_reply


def covers(programme: Programme, day: date) -> bool:
    """Whether `day` falls into the programme: from its start until the day it was ended."""
    if programme.starts is None or day < programme.starts:
        return False
    return programme.ended_at is None or day <= programme.person.day_of(programme.ended_at)


def _monday_of(day: date) -> date:
    """The first day of the calendar week."""
    return day - timedelta(days=day.weekday())


def _in_life(slot: Slot) -> tuple[date, bool, int]:
    return slot.starts, slot.own, slot.number


def reviews_by_slot(reviews: Iterable[_R], calendar: Calendar) -> Mapping[Slot, _R]:
    """The review of each week that has one; of several the latest, so pass them oldest first."""
    return {calendar.slot_of(review.day, review.week): review for review in reviews}
