from datetime import datetime
from typing import ClassVar, Self

from django.db import models, transaction

from unflinch.accounts.facts import FactQuerySet
from unflinch.practice.models.dated import Dated
from unflinch.practice.models.rating import ChoiceField
from unflinch.practice.vocabulary import AsideReason


class AsideQuerySet(FactQuerySet["Aside"]):
    def standing(self) -> Self:
        """Those that were not taken back."""
        return self.filter(taken_back_at=None)


class Aside(Dated):
    """A card put aside: not now rests it until tomorrow, too much says it was tense, not for me puts it away for good.

    One that was a slip of the thumb is taken back on the same day, and counts for nothing; one that was put away can
    be brought back at any time.
    """

    key = models.CharField(max_length=80)
    reason = ChoiceField(choices=AsideReason, needed=True)
    taken_back_at = models.DateTimeField(null=True)

    objects: ClassVar[AsideQuerySet] = AsideQuerySet.as_manager()  # type: ignore[assignment]

    @transaction.atomic
    def take_back(self, *, at: datetime) -> None:
        """As if it had not been put aside. A second time, or too late, changes nothing."""
        may_be = self.reason == AsideReason.NOT_FOR_ME or self.day == self.person.day_of(at)
        if self.taken_back_at is None and may_be:
            self.amend(taken_back_at=at)
