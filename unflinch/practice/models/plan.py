from collections.abc import Collection
from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import UUID, uuid5

from django.db import models, transaction

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.ask import Ask
from unflinch.practice.models.programme import Programme


class PlanQuerySet(FactQuerySet["Plan"]):
    def in_order(self) -> Self:
        return self.order_by("arrived", "id")

    def in_programmes(self, programmes: Collection[UUID]) -> Self:
        return self.filter(programme__in=programmes)

    @transaction.atomic
    def choose(
        self,
        *,
        id: UUID,
        person: Person,
        at: datetime,
        programme: Programme | None = None,
        line: str = "",
        **ask: Any,
    ) -> Ask:
        """Mean to ask something: one plan with its first ask. The same id twice is one plan, as it was said since."""
        is_new = not self.filter(pk=id).exists()
        plan = self.once(id=id, person=person, at=at, arrived=at, programme=programme)
        if line and is_new:
            plan.say(line=line)
        return Ask.objects.once(id=first_ask_of(id), person=person, at=at, arrived=at, plan=plan, **ask)


class Plan(Fact):
    """An activity: the intention, when and where, and the line to say. It happened once it holds a real ask."""

    programme = models.ForeignKey(Programme, on_delete=models.SET_NULL, null=True, related_name="plans")
    label = SealedTextField()
    when_where = SealedTextField()
    line = SealedTextField()
    cue = SealedTextField()

    objects: ClassVar[PlanQuerySet] = PlanQuerySet.as_manager()  # type: ignore[assignment]

    @transaction.atomic
    def say(self, *, line: str, when_where: str = "", cue: str = "") -> None:
        """Settle the line, the place and the "when I reach …" of it; a plan may be changed as often as wanted."""
        self.line, self.when_where, self.cue = line, when_where, cue
        self.save(update_fields=["line", "when_where", "cue"])
        self.person.noted()


def first_ask_of(plan: UUID) -> UUID:
    """The id of a plan's first ask, so that one form makes both and a second sending makes neither."""
    return uuid5(plan, "first ask")
