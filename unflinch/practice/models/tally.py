from datetime import date
from typing import ClassVar, Self

from django.db import models

from unflinch.accounts.facts import FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.dated import Dated


class TallyQuerySet(FactQuerySet["Tally"]):
    def newest_first(self) -> Self:
        """Those with a day before those without; the latest week before the earlier ones."""
        newest = (models.F("day").desc(nulls_last=True), models.F("week").desc(nulls_last=True))
        return self.order_by(*newest, "-sequence", "-arrived", "-id")

    def before(self, day: date | None) -> Self:
        """Those of an earlier day, and those without one; all of the latter where there is no day."""
        undated = models.Q(day=None)
        return self.filter(undated if day is None else undated | models.Q(day__lt=day))

    def since(self, day: date | None) -> Self:
        """Those of this day or a later one; where there is no day, every one that has one."""
        return self.exclude(day=None) if day is None else self.filter(day__gte=day)


class Tally(Dated):
    """A total without details ("three noes, one yes"): counted, and never more than counted."""

    yes = models.PositiveIntegerField(default=0)
    no = models.PositiveIntegerField(default=0)
    maybe = models.PositiveIntegerField(default=0)
    no_reply = models.PositiveIntegerField(default=0)
    not_asked = models.PositiveIntegerField(default=0)
    words = SealedTextField()

    objects: ClassVar[TallyQuerySet] = TallyQuerySet.as_manager()  # type: ignore[assignment]
