"""The app lock: a passphrase that the pages ask for, and what was sent while they were locked."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, Self, cast
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import models, transaction
from django.utils.translation import gettext_lazy

from unflinch.accounts.models import Person
from unflinch.accounts.models.draft import is_too_long
from unflinch.accounts.sealed import Damaged, SealedTextField
from unflinch.shell.mending import OPENED

_TRIES_WITHOUT_A_WAIT: Final = 5
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(minutes=15)
_MOST_DOUBLINGS: Final = 6  # 30 seconds doubled six times is past the longest wait
_MOST_WAITING: Final = 20
_NO_WORDS: Final = frozenset({"id", OPENED})


class MustWait(Exception):
    """Somebody has to wait before the next try counts."""


class NoRoom(Exception):
    """What was sent is more than is held while Unflinch is locked."""


class Delay(models.IntegerChoices):
    """How many seconds after the last use the passphrase is asked for again."""

    AT_ONCE = 0, gettext_lazy("as soon as I leave")
    FIVE_MINUTES = 300, gettext_lazy("after five minutes")
    AN_HOUR = 3600, gettext_lazy("after an hour")


class LockQuerySet(models.QuerySet["Lock"]):
    def of(self, person: Person) -> Self:
        """This person's lock: one row, or none while they have set none."""
        return self.filter(person=person)

    @transaction.atomic
    def put_on(self, person: Person, passphrase: str, *, delay: int) -> "Lock":
        """Lock with this passphrase from now on; one that is there already stays as it is."""
        Person.objects.select_for_update(no_key=True).get(pk=person.pk)
        found = self.of(person).first()
        return found or self.create(id=uuid4(), person=person, passphrase_hash=make_password(passphrase), delay=delay)


class Lock(models.Model):
    """What opens the pages of one person. Whoever has its passphrase and a browser that may come in is let in.

    `key` stands in the cookie of every browser that was unlocked: with a new one all of them are locked.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    passphrase_hash = SealedTextField()
    delay = models.PositiveIntegerField(choices=Delay, help_text="seconds")
    key = models.UUIDField(default=uuid4)
    tries = models.PositiveIntegerField(default=0, help_text="wrong ones since the last right one")
    tried_at = models.DateTimeField(null=True)

    objects: ClassVar[LockQuerySet] = LockQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"lock {self.pk}"

    def wait(self, at: datetime) -> timedelta:
        """How long it takes until a try counts again: nothing for the first five, then 30 seconds, doubled each time.

        Never longer than that, even after a clock was set back.
        """
        over = self.tries - _TRIES_WITHOUT_A_WAIT
        if over < 0 or self.tried_at is None:
            return timedelta(0)
        pause = min(_FIRST_WAIT * (1 << min(over, _MOST_DOUBLINGS)), _LONGEST_WAIT)
        return min(max(self.tried_at + pause - at, timedelta(0)), pause)

    def opens_with(self, passphrase: str, *, at: datetime) -> bool:
        """Whether this is the passphrase. Raises MustWait where one has to wait.

        A try is counted before it is looked at, so that sending many at one moment is no way around the wait.
        """
        same = Lock.objects.filter(pk=self.pk, tries=self.tries)
        if self.wait(at) or not same.update(tries=self.tries + 1, tried_at=at):
            raise MustWait
        if not check_password(passphrase, self.passphrase_hash):
            self.refresh_from_db(fields=["tries", "tried_at"])
            return False
        Lock.objects.filter(pk=self.pk).update(tries=0, tried_at=None)
        return True

    def change(self, *, delay: int, passphrase: str = "") -> None:
        """Another delay, and another passphrase where one is given: then every other browser is locked at once."""
        self.delay = delay
        if passphrase:
            self.passphrase_hash, self.key = make_password(passphrase), uuid4()
        self.save(update_fields=["delay", "passphrase_hash", "key"])


class HeldQuerySet(models.QuerySet["Held"]):
    def of(self, person: Person) -> Self:
        return self.filter(person=person).order_by("at", "id")

    @transaction.atomic
    def hold(self, person: Person, address: str, fields: Mapping[str, list[str]], *, at: datetime) -> "Held":
        """Hold what was sent to this address; the same once more is held once. Raises NoRoom."""
        sent = {"address": address, "fields": dict(fields)}
        if is_too_long(fields):
            raise NoRoom
        Person.objects.select_for_update(no_key=True).get(pk=person.pk)
        waiting = list(self.of(person))
        found = next((one for one in waiting if one.sent == sent), None)
        if found is None and len(waiting) >= _MOST_WAITING:
            raise NoRoom
        return found or self.create(id=uuid4(), person=person, body=json.dumps(sent), at=at)


class Held(models.Model):
    """A form that was sent while Unflinch was locked. It is no fact: its person saves it later, or lets it go."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    body = SealedTextField()
    at = models.DateTimeField()

    objects: ClassVar[HeldQuerySet] = HeldQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"held {self.pk}"

    @property
    def sent(self) -> dict[str, Any]:
        """The `address` it was sent to and its `fields`, a list of texts each; nothing where it can't be read."""
        if isinstance(self.body, Damaged):
            return {"address": "", "fields": {}}
        return cast(dict[str, Any], json.loads(self.body))

    @property
    def address(self) -> str:
        """Where it was sent."""
        return str(self.sent["address"])

    @property
    def texts(self) -> list[str]:
        """What its person may know it by: what was typed and picked, without ids and marks."""
        shown = [value for name, value in self.pairs if name not in _NO_WORDS]
        return [value for value in shown if any(letter.isalpha() for letter in value)]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Name and value of everything that was sent."""
        return [(name, value) for name, values in self.sent["fields"].items() for value in values]
