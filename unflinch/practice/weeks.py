"""Weeks: what was asked in each, and whether enough happened. No week is ever broken."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final
from uuid import UUID

from unflinch.practice.history import Entry
from unflinch.practice.models import Programme, Tally, WeekReview
from unflinch.practice.vocabulary import Outcome

WEEK: Final = timedelta(days=7)
USUAL_PACE: Final = (2, 3)


@dataclass(frozen=True, slots=True)
class Slot:
    """Which week: of a diary without dates, of a programme, or of the calendar; in the order of life."""

    starts: date
    number: int
    programme: UUID | None = None

    @property
    def dated(self) -> bool:
        """Whether it is known when the week was."""
        return self.starts != date.min


@dataclass(frozen=True, slots=True)
class Week:
    """A week's counts; `met` once the pace's lower end of activities happened."""

    slot: Slot
    activities: int
    asks: int
    noes: int
    yeses: int
    pace: tuple[int, int]

    @property
    def number(self) -> int:
        return self.slot.number

    @property
    def met(self) -> bool:
        return self.activities >= self.pace[0]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The person's programmes and the first day that anything happened on: what says which week a day is in."""

    programmes: Sequence[Programme]
    first_day: date | None

    @property
    def running(self) -> Programme | None:
        """The programme that the person is in."""
        return next((programme for programme in self.programmes if programme.runs), None)

    def slot_of(self, day: date | None, week: int | None) -> Slot:
        """The week of a fact with this day, or with only a week's number."""
        if day is None:
            return Slot(date.min, week or 0)
        for programme in self.programmes:
            if covers(programme, day):
                number = programme.week_of(day)
                return Slot(programme.week_starts(number) or day, number, programme.pk)
        monday = monday_of(day)
        return Slot(monday, (monday - monday_of(self.first_day or day)) // WEEK + 1)

    def pace_of(self, slot: Slot) -> tuple[int, int]:
        """How many activities that week aims at."""
        for programme in self.programmes:
            if programme.pk == slot.programme:
                return programme.pace_low, programme.pace_high
        return USUAL_PACE


def weeks_of(entries: Iterable[Entry], tallies: Iterable[Tally], calendar: Calendar) -> list[Week]:
    """The weeks in which anything was logged, oldest first."""
    by_slot: defaultdict[Slot, list[Entry]] = defaultdict(list)
    totals: defaultdict[Slot, list[Tally]] = defaultdict(list)
    slot_of = cache(calendar.slot_of)
    for entry in entries:
        by_slot[slot_of(entry.day, entry.week)].append(entry)
    for tally in tallies:
        totals[calendar.slot_of(tally.day, tally.week)].append(tally)
    slots = sorted({*by_slot, *totals}, key=in_life)
    return [week_of(slot, by_slot[slot], totals[slot], calendar.pace_of(slot)) for slot in slots]


def week_of(slot: Slot, entries: Sequence[Entry], tallies: Sequence[Tally], pace: tuple[int, int]) -> Week:
    """One week's counts."""
    happened = [entry for entry in entries if entry.real]
    counted = [tally for tally in tallies if asked_in(tally)]
    return Week(
        slot=slot,
        activities=len({entry.plan for entry in happened}) + len(counted),
        asks=len(happened) + sum(map(asked_in, tallies)),
        noes=sum(entry.rep.outcome == Outcome.NO for entry in happened) + sum(tally.no for tally in tallies),
        yeses=sum(entry.rep.outcome == Outcome.YES for entry in happened) + sum(tally.yes for tally in tallies),
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


def monday_of(day: date) -> date:
    """The first day of the calendar week."""
    return day - timedelta(days=day.weekday())


def in_life(slot: Slot) -> tuple[date, int]:
    return slot.starts, slot.number


def reviews_by_slot(reviews: Iterable[WeekReview], calendar: Calendar) -> Mapping[Slot, WeekReview]:
    """The review of each week that has one; of several the latest, so pass them oldest first."""
    return {calendar.slot_of(review.day, review.week): review for review in reviews}
