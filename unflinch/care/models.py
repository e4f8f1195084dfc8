"""Are you safe? Pauses: while one is in force, no challenge is offered; journal and help stay open."""

from datetime import datetime, time, timedelta
from typing import ClassVar, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import models, transaction

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.models import Person


class PauseQuerySet(FactQuerySet["Pause"]):
    def in_force(self, at: datetime) -> Self:
        """Those begun, not over and not ended at the moment `at` (aware)."""
        return self.filter(at__lte=at, until__gt=at).exclude(ended_at__lte=at)

    def last_to_end_first(self) -> Self:
        return self.order_by("-until", "id")

    def last_in_force(self, at: datetime) -> "Pause | None":
        """The one of these that ends last; None where none is in force."""
        return self.in_force(at).last_to_end_first().first()

    def begin(self, person: Person, *, id: UUID, until: datetime, at: datetime) -> "Pause":
        """Pause challenges from `at` until `until` (both aware). The same id twice is one pause, ended or not.

        Raises AlreadySaved for the same id with another `until`, SomebodyElses for another person's id.
        """
        return self.once(id=id, person=person, at=at, arrived=at, until=until)


class Pause(Fact):
    """A time without challenges.

    A rest that was chosen and a stop that was called for are the same row: no cause can be read from it.
    """

    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[PauseQuerySet] = PauseQuerySet.as_manager()  # type: ignore[assignment]  # narrower than Fact's

    @transaction.atomic
    def end(self, at: datetime) -> None:
        """End it at `at`, before its time. A second end changes nothing."""
        if self.ended_at is None:
            self.amend(ended_at=at)


def days_on(person: Person, days: int, *, at: datetime) -> datetime:
    """The moment at which the person's day ends for the `days`-th time after `at`: 1 is tonight."""
    day = person.day_of(at) + timedelta(days=days)
    return datetime.combine(day, time(person.day_ends), tzinfo=ZoneInfo(person.zone))
