from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from django.db import models, transaction

from unflinch.accounts.facts import FactQuerySet
from unflinch.accounts.models import Person
from unflinch.practice.models.dated import Dated, moment_fields
from unflinch.practice.models.rating import Nth
from unflinch.practice.vocabulary import Dots

SHARE_OF_A_DOT = 25


class EnergyQuerySet(FactQuerySet["Energy"]):
    def since(self, day: date) -> Self:
        """What was said on this day or later."""
        return self.filter(day__gte=day)

    @transaction.atomic
    def note(self, dots: int, *, id: UUID, person: Person, at: datetime) -> "Energy":
        """Say what is in the tank now. The same id twice is said once."""
        last = self.of(person).aggregate(last=models.Max("nth"))["last"] or 0
        when = {**moment_fields(person, at), "nth": last + 1}
        return self.once(id=id, person=person, at=at, arrived=at, when=when, dots=dots)


class Energy(Dated):
    """What is in the tank, one to four dots; the latest of a day counts."""

    dots = models.PositiveSmallIntegerField(choices=Dots)
    nth = Nth()

    class Meta(Dated.Meta):
        indexes: ClassVar = [models.Index(fields=["person", "day"], name="energy_by_day")]

    objects: ClassVar[EnergyQuerySet] = EnergyQuerySet.as_manager()  # type: ignore[assignment]
