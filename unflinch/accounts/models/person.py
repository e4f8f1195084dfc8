"""Who are you? The person, their clock and the version of their facts."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy

from unflinch.accounts.sealed import keyring
from unflinch.shell.mending import refuse_overtaken

_DEFAULT_DAY_ENDS = 4
_DEFAULT_SILENCE_DAYS = 14


class Theme(models.TextChoices):
    """Light or dark."""

    DEVICE = "", gettext_lazy("same as my device")
    LIGHT = "light", gettext_lazy("light")
    DARK = "dark", gettext_lazy("dark")


class TextSize(models.TextChoices):
    DEVICE = "", gettext_lazy("same as my device")
    LARGE = "large", gettext_lazy("larger")
    LARGER = "larger", gettext_lazy("largest")


class HomeScreen(models.TextChoices):
    """What the app is called on a phone that has it installed, and which icon it wears."""

    DUCK = "", gettext_lazy("Unflinch, with the duck")
    PLAIN = "plain", gettext_lazy("Notes, with a plain sheet")


class Appetite(models.TextChoices):
    """How many noes somebody wants to hear; empty until they said."""

    UNSAID = "", gettext_lazy("not said yet")
    MOSTLY_YESES = "mostly_yeses", gettext_lazy("mostly yeses")
    SOME_OF_BOTH = "some_of_both", gettext_lazy("some of both")
    LOOKING_FOR_A_NO = "looking_for_a_no", gettext_lazy("looking for a no")


class PersonManager(BaseUserManager["Person"]):
    def begin(self, *, at: datetime, zone: str = "UTC", id: UUID | None = None) -> "Person":
        """A new person with a key of their own; the key is made first, so that no row stands without one."""
        person = self.model(id=id or uuid4(), zone=zone, joined_at=at)
        keyring().make(person.id)
        person.save(force_insert=True)
        return person

    def only_one(self) -> "Person | None":
        """The one person of personal mode: the first who came."""
        return self.order_by("joined_at", "id").first()

    def raise_versions(self, ids: Collection[UUID]) -> None:
        """Say that the facts of these persons have changed, so that what was folded of them is folded anew."""
        self.filter(pk__in=ids).update(facts=F("facts") + 1)


class Person(AbstractBaseUser, PermissionsMixin):
    """Who practises. No e-mail address is needed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(unique=True, null=True, blank=True)
    zone = models.CharField(max_length=64, default="UTC")
    day_ends = models.PositiveSmallIntegerField(default=_DEFAULT_DAY_ENDS, validators=[MaxValueValidator(12)])
    silence_days = models.PositiveSmallIntegerField(
        default=_DEFAULT_SILENCE_DAYS, validators=[MinValueValidator(1), MaxValueValidator(365)]
    )
    country = models.CharField(max_length=20, blank=True, default="", help_text="whose help lines come first")
    theme = models.CharField(max_length=10, choices=Theme, default=Theme.DEVICE, blank=True)
    text_size = models.CharField(max_length=10, choices=TextSize, default=TextSize.DEVICE, blank=True)
    home_screen = models.CharField(max_length=10, choices=HomeScreen, default=HomeScreen.DUCK, blank=True)
    appetite = models.CharField(max_length=20, choices=Appetite, default=Appetite.UNSAID, blank=True)
    joined_at = models.DateTimeField()
    welcomed_at = models.DateTimeField(null=True)
    facts = models.PositiveBigIntegerField(default=0, help_text="grows by one with each fact; folded pages hang on it")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)

    USERNAME_FIELD = "email"
    objects: ClassVar[PersonManager] = PersonManager()

    def __str__(self) -> str:
        return f"person {self.id}"

    def day_of(self, at: datetime) -> date:
        """The personal day that `at` (aware) falls on: in the person's zone, ending at the hour they set."""
        return (at.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None) - timedelta(hours=self.day_ends)).date()

    @transaction.atomic(savepoint=False)
    def save(self, **options: Any) -> None:
        """Save it, and raise the version of the person's facts: pages are folded by the settings as well."""
        is_new = self._state.adding
        super().save(**options)
        if not is_new:
            Person.objects.raise_versions([self.pk])

    def arrive(self, *, zone: str) -> None:
        """Take over the time zone that the browser names, until the first visit's questions are answered.

        An empty `zone` changes nothing, and so does one that is there already.
        """
        if self.welcomed_at is None and zone and zone != self.zone:
            self.zone = zone
            self.save(update_fields=["zone"])

    @transaction.atomic
    def welcome(self, *, zone: str, at: datetime) -> None:
        """The first visit's questions were asked and nothing spoke against going out; a second time changes nothing.

        What was answered is not stored. An empty `zone` leaves the person's own.
        """
        if self.welcomed_at is None:
            self.arrive(zone=zone)
            self.welcomed_at = at
            self.save(update_fields=["welcomed_at"])

    def live_in(self, country: str) -> None:
        """Say whose help lines come first, by a code of care's list."""
        self.country = country
        self.save(update_fields=["country"])

    @transaction.atomic
    def set_clock(self, *, seen: Mapping[str, str] | None = None, **clock: Any) -> None:
        """Change the clock, how many noes are wanted or how pages look; days already written stay as they are.

        Raises Overtaken where something else than was `seen` stands there by now (see `shell.mending`).
        """
        now = Person.objects.select_for_update(no_key=True).get(pk=self.pk)
        refuse_overtaken({name: getattr(now, name) for name in clock}, seen, clock)
        for name, value in clock.items():
            setattr(self, name, value)
        self.save(update_fields=clock)
