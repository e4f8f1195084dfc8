"""A link to a sheet for somebody who accompanies a person: it shows that and nothing else, and it ends."""

import hashlib
import secrets
from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models, transaction
from django.db.models import F

from unflinch.accounts.facts import AlreadySaved, Fact, FactQuerySet
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField

_TOKEN_BYTES = 32


class SheetLinkQuerySet(FactQuerySet["SheetLink"]):
    def alive(self, at: datetime) -> Self:
        """Those that open at the moment `at` (aware)."""
        return self.filter(revoked_at=None, until__gt=at)

    def newest_first(self) -> Self:
        return self.order_by("-arrived", "id")

    def behind(self, token: str) -> Self:
        """The link with this token: the database knows only what the token comes to, not the token."""
        return self.filter(digest=_digest_of(token))

    @transaction.atomic
    def give(self, person: Person, *, id: UUID, at: datetime, until: datetime, **what: Any) -> "SheetLink":
        """A new link that opens until then. The same id, opening as long, is one link. Raises as `once` does."""
        held = self.filter(pk=id).first()
        if held is not None:
            same = self.once(id=id, person=person, at=at, arrived=at, **what)
            if same.until - same.arrived != until - at:
                raise AlreadySaved
            return same
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        drawn = {"token": token, "digest": _digest_of(token), "until": until}
        return self.once(id=id, person=person, at=at, arrived=at, when=drawn, **what)


class SheetLink(Fact):
    """Which days and which parts somebody may see, until when, and how often they looked."""

    token = SealedTextField()
    digest = models.CharField(max_length=64, unique=True)
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    parts = models.JSONField(default=list)
    until = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    openings = models.PositiveIntegerField(default=0)

    objects: ClassVar[SheetLinkQuerySet] = SheetLinkQuerySet.as_manager()  # type: ignore[assignment]

    @transaction.atomic
    def revoke(self, *, at: datetime) -> None:
        """End it now. A second time changes nothing."""
        if self.revoked_at is None:
            self.revoked_at = at
            self.save(update_fields=["revoked_at"])

    def count(self) -> None:
        """Somebody opened it."""
        SheetLink.objects.filter(pk=self.pk).update(openings=F("openings") + 1)


def _digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
