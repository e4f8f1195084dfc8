"""A person's own challenges; the library itself is read from its files (see `catalogue`)."""

from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from django.core.validators import MaxValueValidator
from django.db import models, transaction

from nerve.card import Card
from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField
from unflinch.challenges.catalogue import usual_rate
from unflinch.challenges.vocabulary import CHANNEL_OF, Channel, Kind, Need, Place, Setting, fits_place, met_in

GENTLE = 20


class OwnChallengeQuerySet(FactQuerySet["OwnChallenge"]):
    def on_offer(self) -> Self:
        return self.filter(retired_at=None)

    def gentlest_first(self) -> Self:
        return self.order_by("boldness", "arrived", "id")


class OwnChallenge(Fact):
    """Something a person wants to ask, in their own words, asked the same four questions as the library."""

    title = SealedTextField()
    line = SealedTextField()
    setting = models.CharField(max_length=20, choices=Setting, default=Setting.OTHER)
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.IN_PERSON)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.ASK)
    boldness = models.PositiveSmallIntegerField(default=GENTLE, validators=[MaxValueValidator(100)])
    minutes = models.PositiveSmallIntegerField(default=5)
    honest = models.BooleanField(null=True)
    cheap = models.BooleanField(null=True)
    easy_to_refuse = models.BooleanField(null=True)
    free_to_leave = models.BooleanField(null=True)
    retired_at = models.DateTimeField(null=True)

    objects: ClassVar[OwnChallengeQuerySet] = OwnChallengeQuerySet.as_manager()  # type: ignore[assignment]

    @property
    def key(self) -> str:
        return str(self.pk)

    @property
    def step(self) -> int:
        """How bold it is in five steps, as it is shown."""
        return max(1, round(self.boldness / GENTLE))

    def fits(self, place: str) -> bool:
        """Whether it can be met where somebody is today."""
        places = tuple(Place) if self.setting == Setting.OTHER else met_in(Setting(self.setting), Channel(self.channel))
        return fits_place(places, self.channel, place)

    @property
    def keeps_the_rules(self) -> bool:
        """Whether none of the four questions was answered with no; one left open does not count against it."""
        return False not in (self.honest, self.cheap, self.easy_to_refuse, self.free_to_leave)

    def card(self) -> Card:
        """The challenge as `nerve` sees it: how bold it is, and a yes as likely as in the library for such a one."""
        size, channel = self.boldness / 100, CHANNEL_OF[Channel(self.channel)]
        rate = usual_rate(size, written=channel == "written")
        return Card(self.key, {"size": size}, channel, rate, kind=self.kind, setting=self.setting)

    @transaction.atomic
    def retire(self, *, at: datetime) -> None:
        """Take it off the ideas; asks made with it stay. A second time changes nothing."""
        if self.retired_at is None:
            self.amend(retired_at=at)


class CircumstanceQuerySet(FactQuerySet["Circumstance"]):
    def said_by(self, person: Person) -> dict[str, tuple[bool, date]]:
        """This person's latest word on each need, and the day it was given."""
        rows = self.of(person).order_by("nth", "arrived", "id").values_list("need", "there", "arrived")
        return {need: (there, person.day_of(arrived)) for need, there, arrived in rows}

    @transaction.atomic
    def say(self, need: str, *, there: bool, id: UUID, person: Person, at: datetime) -> "Circumstance":
        """Say whether something that cards need is there. The same id twice is said once."""
        last = self.of(person).aggregate(last=models.Max("nth"))["last"] or 0
        return self.once(id=id, person=person, at=at, arrived=at, when={"nth": last + 1}, need=need, there=there)


class Circumstance(Fact):
    """Whether something that cards need, such as a dog or a job, is there in somebody's life."""

    need = models.CharField(max_length=20, choices=Need)
    there = models.BooleanField()
    nth = models.PositiveIntegerField(default=0)

    objects: ClassVar[CircumstanceQuerySet] = CircumstanceQuerySet.as_manager()  # type: ignore[assignment]


def own_challenge(person: Person, pk: UUID) -> OwnChallenge | None:
    """This person's own challenge, or None."""
    return OwnChallenge.objects.of(person).filter(pk=pk).first()
