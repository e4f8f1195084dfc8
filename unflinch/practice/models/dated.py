"""When something happened, as exactly as the person knows it."""

from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.core.validators import MinValueValidator
from django.db import models

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.practice.vocabulary import Precision

NOON: Final = time(12)
_WHEN: Final = ("at", "zone", "day", "precision", "week", "day_number", "sequence")


class Dated(Fact):
    """A fact on a person's calendar. The zone and the day are frozen when it is written.

    `week` and `day_number` are the person's own counts from a diary, and say nothing about the calendar.
    """

    zone = models.CharField(max_length=64, default="UTC")
    day = models.DateField(null=True)
    precision = models.CharField(max_length=10, choices=Precision, default=Precision.MOMENT)
    week = models.PositiveSmallIntegerField(null=True, validators=[MinValueValidator(1)])
    day_number = models.PositiveIntegerField(null=True, validators=[MinValueValidator(1)])
    sequence = models.PositiveBigIntegerField(default=0)

    class Meta(Fact.Meta):
        abstract = True


def moment_fields(person: Person, at: datetime) -> dict[str, Any]:
    """The dated fields of something that happens now."""
    return {"zone": person.zone, "day": person.day_of(at), "precision": Precision.MOMENT, "sequence": seconds_of(at)}


def _whole_day(person: Person, day: date, *, sequence: int) -> dict[str, Any]:
    """The dated fields of something of which only the day is known; it comes before that day's moments."""
    return {"zone": person.zone, "day": day, "precision": Precision.DAY, "sequence": sequence}


def happened_on(person: Person, day: date | None, *, at: datetime, clock: time | None = None) -> dict[str, Any]:
    """The dated fields of something logged at `at`: now, or late, for a day and a time that the person names.

    A time alone is one of today. One that is still to come can't be meant, so that then only the day counts.
    """
    if clock is not None:
        named = datetime.combine(day or latest_day(person, at), clock, tzinfo=ZoneInfo(person.zone))
        if named < at:
            return {"at": named, **moment_fields(person, named)}
    if day is None or day >= person.day_of(at):
        return {"at": at, **moment_fields(person, at)}
    return {"at": noon_of(day, person.zone), **_whole_day(person, day, sequence=0)}


def noon_of(day: date, zone: str) -> datetime:
    """The moment that stands for a day of which no more is known."""
    return datetime.combine(day, NOON, tzinfo=ZoneInfo(zone))


def latest_day(person: Person, at: datetime) -> date:
    """The latest day on which something can have happened: what a calendar on the wall says at this moment."""
    return at.astimezone(ZoneInfo(person.zone)).date()


def dated_as(other: Dated) -> dict[str, Any]:
    """The dated fields of something that happened when this other did."""
    return {name: getattr(other, name) for name in _WHEN}


def seconds_of(at: datetime) -> int:
    """Where a moment stands among others: whole seconds since 1970, within what a column holds."""
    return max(0, int(at.timestamp()))
