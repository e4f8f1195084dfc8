"""Browsers that take notifications, and the ledger of what was handed to their push services."""

from datetime import datetime
from hashlib import sha256
from typing import ClassVar, Final, Self
from uuid import uuid4

from django.conf import settings
from django.db import models, transaction

from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField
from unflinch.devices.models import Device
from unflinch.nudges.models.nudge import Nudge

_MOST: Final = 10  # browsers of one person; of more, those that subscribed longest ago are forgotten


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    def oldest_first(self) -> Self:
        return self.order_by("made_at", "id")

    @transaction.atomic
    def subscribe(  # two keys that a browser gives with an address belong together
        self, person: Person, device: Device | None, *, endpoint: str, p256dh: str, auth: str, at: datetime
    ) -> "Subscription":
        """The row of this browser; an endpoint that subscribes again is one row, with its latest keys."""
        mark = sha256(endpoint.encode()).hexdigest()
        self.filter(mark=mark).delete()
        for old in self.of(person).order_by("-made_at", "id")[_MOST - 1 :]:
            old.delete()
        keys = {"endpoint": endpoint, "p256dh": p256dh, "auth": auth}
        return self.create(id=uuid4(), person=person, device=device, mark=mark, made_at=at, **keys)


class Subscription(models.Model):
    """A browser that shows notifications: where its push service listens, and the keys that only it can open with.

    It goes with its device: one that is signed out gets nothing more.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    device = models.ForeignKey(Device, on_delete=models.CASCADE, null=True, related_name="+")
    endpoint = SealedTextField()
    p256dh = SealedTextField()
    auth = SealedTextField()
    mark = models.CharField(max_length=64, unique=True, help_text="tells endpoints apart, and nobody where they are")
    made_at = models.DateTimeField()

    objects: ClassVar[SubscriptionQuerySet] = SubscriptionQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"subscription {self.pk}"


class HandoverQuerySet(models.QuerySet["Handover"]):
    def of_claim(self, nudge: Nudge) -> Self:
        """Those since this nudge was claimed last."""
        return self.filter(nudge=nudge, begun_at__gte=nudge.claimed_at)

    def may_have_arrived(self) -> Self:
        """Those that were taken, and those of which nobody knows: they were begun, and no answer is written down."""
        return self.exclude(taken=False)


class Handover(models.Model):
    """A line of the ledger: written before a nudge is handed to a push service, and completed by its answer.

    `taken` is None from the first byte until the answer is known.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    nudge = models.ForeignKey(Nudge, on_delete=models.CASCADE, related_name="+")
    begun_at = models.DateTimeField()
    taken = models.BooleanField(null=True)

    objects: ClassVar[HandoverQuerySet] = HandoverQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"handover {self.pk}"

    def close(self, *, taken: bool | None) -> None:
        """Write down what came of it; None where nobody knows."""
        self.taken = taken
        self.save(update_fields=["taken"])
