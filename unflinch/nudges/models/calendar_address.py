import base64
import hmac
from datetime import datetime, timedelta
from typing import ClassVar, Final, Self
from uuid import uuid4

from django.conf import settings
from django.db import models, transaction

from unflinch.accounts.models import Person

_SHOWN_FOR: Final = timedelta(minutes=10)


class CalendarAddressQuerySet(models.QuerySet["CalendarAddress"]):
    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    @transaction.atomic
    def renew(self, person: Person, *, at: datetime) -> "CalendarAddress":
        """A new address; the one before opens nothing from now on."""
        Person.objects.select_for_update(no_key=True).get(pk=person.pk)
        self.of(person).delete()
        return self.create(id=uuid4(), person=person, made_at=at)

    def behind(self, key: str) -> "CalendarAddress | None":
        """The one that this key opens, or None."""
        given = key.encode("utf-8", "replace")
        return next((one for one in self.all() if hmac.compare_digest(one.key.encode(), given)), None)


class CalendarAddress(models.Model):
    """Where a phone's calendar fetches what it rings for. Its key is worked out from the id and stored nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()

    objects: ClassVar[CalendarAddressQuerySet] = CalendarAddressQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"calendar address {self.pk}"

    @property
    def key(self) -> str:
        """Its 256 bits, as 43 letters that an address can hold."""
        drawn = hmac.digest(settings.SECRET_KEY.encode(), b"calendar" + self.pk.bytes, "sha256")
        return base64.urlsafe_b64encode(drawn).rstrip(b"=").decode()

    def is_shown(self, at: datetime) -> bool:
        """Whether it was made just now, so that its page still shows it."""
        return timedelta(0) <= at - self.made_at < _SHOWN_FOR
