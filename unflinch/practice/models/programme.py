from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models, transaction

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.rating import ChoiceField
from unflinch.practice.vocabulary import ProgrammeKind, RuleKind

A_WEEK = timedelta(days=7)


class ProgrammeQuerySet(FactQuerySet["Programme"]):
    def running(self) -> Self:
        return self.filter(ended_at=None, batch=None)

    def latest_first(self) -> Self:
        return self.order_by("-starts", "-arrived", "-id")

    @transaction.atomic
    def begin(self, *, id: UUID, person: Person, at: datetime, **content: Any) -> "Programme":
        """Start a programme today; one that runs ends. The same id twice is one programme."""
        for other in self.of(person).running().exclude(pk=id):
            other.end(at=at)
        day = person.day_of(at)
        return self.once(id=id, person=person, at=at, arrived=at, **{"starts": day, **content})


class Programme(Fact):
    """A set period with a pace and ground rules. The pace counts activities and weeks met, never days broken."""

    kind = ChoiceField(choices=ProgrammeKind, needed=True)
    title = SealedTextField()
    starts = models.DateField(null=True)
    weeks = models.PositiveSmallIntegerField(null=True)
    asks_in_all = models.PositiveSmallIntegerField(null=True)
    pace_low = models.PositiveSmallIntegerField(default=2)
    pace_high = models.PositiveSmallIntegerField(default=3)
    deck = models.CharField(max_length=60, blank=True, default="")
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[ProgrammeQuerySet] = ProgrammeQuerySet.as_manager()  # type: ignore[assignment]

    @property
    def runs(self) -> bool:
        """Whether the person is in it now; one that came with a diary is over."""
        return self.ended_at is None and self.batch is None

    @property
    def name(self) -> str:
        return self.title or ProgrammeKind(self.kind).label

    def week_of(self, day: date) -> int:
        """The number of the week that `day` falls in, 1 for the first; days before the start count as the first."""
        return 1 if self.starts is None else max(0, (day - self.starts).days) // A_WEEK.days + 1

    def week_starts(self, number: int) -> date | None:
        """The first day of week `number`."""
        return None if self.starts is None else self.starts + (number - 1) * A_WEEK

    @transaction.atomic
    def end(self, *, at: datetime) -> None:
        """Close it, finished or not. A second time changes nothing."""
        if self.ended_at is None:
            self.ended_at = at
            self.save(update_fields=["ended_at"])

    @transaction.atomic
    def set_pace(self, *, seen: Mapping[str, str] | None = None, **pace: int) -> None:
        """How many activities a week are aimed at; past weeks are judged by the pace that stands now.

        The end that is not set here gives way to the one that is. Raises Overtaken where something else than was
        `seen` stands there by now (see `shell.mending`).
        """
        low, high = pace.get("pace_low", self.pace_low), pace.get("pace_high", self.pace_high)
        if low > high:
            pace |= {"pace_high": low} if "pace_low" in pace else {"pace_low": high}
        self.amend(seen=seen, **pace)


class RuleQuerySet(FactQuerySet["Rule"]):
    def standing(self) -> Self:
        return self.filter(retired_at=None)

    def ground(self, programme: Programme) -> Self:
        return self.filter(kind=RuleKind.GROUND, programme=programme)

    def to_rebel_against(self) -> Self:
        return self.filter(kind=RuleKind.OWN)

    def in_order(self) -> Self:
        return self.order_by("arrived", "id")


class Rule(Fact):
    """A ground rule of a programme, or a rule a person once made for themselves and now rebels against."""

    kind = ChoiceField(choices=RuleKind, needed=True)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, null=True, related_name="+")
    words = SealedTextField()
    retired_at = models.DateTimeField(null=True)

    objects: ClassVar[RuleQuerySet] = RuleQuerySet.as_manager()  # type: ignore[assignment]

    @transaction.atomic
    def retire(self, *, at: datetime) -> None:
        """Strike it out. A second time changes nothing."""
        if self.retired_at is None:
            self.retired_at = at
            self.save(update_fields=["retired_at"])
