from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import models, transaction

from unflinch.accounts.facts import FactQuerySet
from unflinch.accounts.models import Person
from unflinch.practice.models.dated import Dated, moment_fields
from unflinch.practice.models.rating import Nth


class FollowingQuerySet(FactQuerySet["Following"]):
    @transaction.atomic
    def follow(self, arc: str, *, id: UUID, person: Person, at: datetime) -> "Following":
        """Follow the deck with this slug from now on, or with an empty one none. The same id twice is said once."""
        last = self.of(person).aggregate(last=models.Max("nth"))["last"] or 0
        when = {**moment_fields(person, at), "nth": last + 1}
        return self.once(id=id, person=person, at=at, arrived=at, when=when, arc=arc)


class Following(Dated):
    """Which deck with an arc somebody follows from this moment on, by its slug; the latest counts, and empty is none.

    A programme says how often; a deck says which cards.
    """

    arc = models.CharField(max_length=60, blank=True, default="")
    nth = Nth()

    objects: ClassVar[FollowingQuerySet] = FollowingQuerySet.as_manager()  # type: ignore[assignment]
