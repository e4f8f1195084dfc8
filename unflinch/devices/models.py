"""Which devices may open this Unflinch, and how another one is let in."""

import base64
import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import ClassVar, Final, Self
from uuid import uuid4

from django.conf import settings
from django.db import models, transaction

from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField

PAIRING_LASTS: Final = timedelta(minutes=10)
# A phone that nothing was saved from for half a year was lost or replaced.
_UNUSED_UNTIL: Final = timedelta(days=180)
# However much it is used, a device is paired anew once a year.
PAIRED_FOR: Final = timedelta(days=365)
_WRITTEN_DOWN_AGAIN: Final = timedelta(hours=1)
_TOKEN_BYTES: Final = 32
_LETTERS: Final = 10  # of base 32: 50 bits, for ten minutes and some thirty guesses
# 0, 1, 8 and 9 are in no code; they are what somebody types who misreads O, I, B or G.
_MISREAD: Final = str.maketrans({"0": "O", "1": "I", "8": "B", "9": "G", "-": "", " ": ""})


class PairingQuerySet(models.QuerySet["Pairing"]):
    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    def open_at(self, at: datetime) -> Self:
        """Those that may still be used at this moment."""
        return self.filter(used_at=None, made_at__gt=at - PAIRING_LASTS, made_at__lte=at)

    @transaction.atomic
    def begin(self, person: Person, *, at: datetime) -> "Pairing":
        """A new one; any older one that is still open is closed, so that one code counts at a time."""
        self.of(person).filter(used_at=None).delete()
        return self.create(id=uuid4(), person=person, made_at=at)

    @transaction.atomic
    def pair(self, code: str, *, name: str, at: datetime) -> "tuple[Device, str] | None":
        """The device that this code lets in now, and the token it has to show from here on; None for no such code.

        A code counts once: of two that send it at one moment, one is let in.
        """
        meant = code.upper().translate(_MISREAD)
        found = next(
            (one for one in self.open_at(at) if hmac.compare_digest(one.letters.encode(), meant.encode())), None
        )
        if found is None or not self.open_at(at).filter(pk=found.pk).update(used_at=at):
            return None
        return Device.objects.let_in(found.person, name=name, at=at)


class Pairing(models.Model):
    """Ten minutes in which one device can be let in by a code, which is worked out from the id and stored nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects: ClassVar[PairingQuerySet] = PairingQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"pairing {self.pk}"

    @property
    def letters(self) -> str:
        """The ten letters and digits of its code."""
        drawn = hmac.digest(settings.SECRET_KEY.encode(), b"pairing" + self.pk.bytes, "sha256")
        return base64.b32encode(drawn).decode()[:_LETTERS]

    @property
    def code(self) -> str:
        """The code as it is read out: two groups of five."""
        half = _LETTERS // 2
        return f"{self.letters[:half]}-{self.letters[half:]}"

    def is_open(self, at: datetime) -> bool:
        """Whether it can still be used."""
        return self.used_at is None and timedelta(0) <= at - self.made_at < PAIRING_LASTS


class DeviceQuerySet(models.QuerySet["Device"]):
    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    def paired(self, at: datetime) -> Self:
        """Those that may come in at this moment, the newest first."""
        return self.filter(saved_at__gt=at - _UNUSED_UNTIL, paired_at__gt=at - PAIRED_FOR).order_by("-paired_at", "id")

    def let_in(self, person: Person, *, name: str, at: datetime) -> "tuple[Device, str]":
        """A new device, and its token, which is told to that device alone."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        device = self.create(
            id=uuid4(), person=person, name=name, token_hash=_hash_of(token), paired_at=at, saved_at=at
        )
        return device, token

    def showing(self, token: str, *, at: datetime) -> "Device | None":
        """The device that has this token and may come in; None for anybody else."""
        return self.paired(at).filter(token_hash=_hash_of(token)).first() if token else None


class Device(models.Model):
    """A browser that was paired. Ending it deletes it: from then on its token opens nothing."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = SealedTextField()
    token_hash = models.CharField(max_length=64, unique=True)
    paired_at = models.DateTimeField()
    saved_at = models.DateTimeField(help_text="when something was last sent from it, to the hour")

    objects: ClassVar[DeviceQuerySet] = DeviceQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"device {self.pk}"

    def rename(self, name: str) -> None:
        """Give it the name that the person knows it by."""
        self.name = name
        self.save(update_fields=["name"])

    def note_use(self, at: datetime) -> None:
        """Note that it was used, at most once an hour."""
        if at - self.saved_at >= _WRITTEN_DOWN_AGAIN:
            Device.objects.filter(pk=self.pk).update(saved_at=at)


def _hash_of(token: str) -> str:
    """What is stored of a token. It is as long as it is random, so it needs no slow hash."""
    return sha256(token.encode()).hexdigest()
