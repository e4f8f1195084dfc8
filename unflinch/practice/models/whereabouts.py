from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import models, transaction

from unflinch.accounts.facts import FactQuerySet
from unflinch.accounts.models import Person
from unflinch.challenges.vocabulary import Place
from unflinch.practice.models.dated import Dated, moment_fields
from unflinch.practice.models.rating import ChoiceField, Nth


class WhereaboutsQuerySet(FactQuerySet["Whereabouts"]):
    @transaction.atomic
    def note(self, place: str, *, id: UUID, person: Person, at: datetime) -> "Whereabouts":
        """Say where one is today, or with an empty place nothing again. The same id twice is said once."""
        last = self.of(person).aggregate(last=models.Max("nth"))["last"] or 0
        when = {**moment_fields(person, at), "nth": last + 1}
        return self.once(id=id, person=person, at=at, arrived=at, when=when, place=place)


class Whereabouts(Dated):
    """Where somebody is on a day, as far as an ask can be met there; the latest of a day counts."""

    place = ChoiceField(choices=Place)
    nth = Nth()

    objects: ClassVar[WhereaboutsQuerySet] = WhereaboutsQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Dated.Meta):
        verbose_name_plural = "whereabouts"
