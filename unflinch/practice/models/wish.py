from datetime import datetime
from typing import ClassVar, Self
from uuid import uuid5

from django.db import models, transaction

from unflinch.accounts.facts import FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.challenges.models import OwnChallenge
from unflinch.practice.models.dated import Dated


class WishQuerySet(FactQuerySet["Wish"]):
    def open(self) -> Self:
        return self.filter(own=None, dropped_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-arrived", "-id")


class Wish(Dated):
    """An everyday "I wish I'd asked": a moment let go, kept in two seconds."""

    words = SealedTextField()
    own = models.ForeignKey(OwnChallenge, on_delete=models.SET_NULL, null=True, related_name="+")
    dropped_at = models.DateTimeField(null=True)

    objects: ClassVar[WishQuerySet] = WishQuerySet.as_manager()  # type: ignore[assignment]

    @transaction.atomic
    def become_challenge(self, *, at: datetime) -> OwnChallenge:
        """Make a gentle own challenge of it. A second time gives the same challenge."""
        own = OwnChallenge.objects.once(
            id=uuid5(self.pk, "challenge"), person=self.person, at=at, arrived=at, title=self.words
        )
        if self.own_id is None:
            self.own = own
            self.save(update_fields=["own"])
        return own

    @transaction.atomic
    def drop(self, *, at: datetime) -> None:
        """Let it go for good. A second time changes nothing."""
        if self.dropped_at is None:
            self.amend(dropped_at=at)
