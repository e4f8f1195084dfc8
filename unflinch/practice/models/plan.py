from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import UUID, uuid5

from django.db import models, transaction

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.ask import Ask
from unflinch.practice.models.forecast import Forecast
from unflinch.practice.models.programme import Programme
from unflinch.shell.mending import refuse_overtaken


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
            plan.amend(line=line)
        return Ask.objects.once(id=_first_ask_of(id), person=person, at=at, arrived=at, plan=plan, **ask)

    @transaction.atomic
    def just_happened(
        self,
        outcome: str,
        *,
        id: UUID,
        person: Person,
        at: datetime,
        happened: dict[str, Any],
        manner: str = "",
        **about: Any,
    ) -> Ask:
        """Log what nobody had planned: the plan, its ask and what came back, all of it or nothing."""
        ask = self.choose(id=id, person=person, at=at, **about)
        ask.respond(outcome, id=uuid5(ask.pk, "answer"), at=at, happened=happened, manner=manner)
        return ask


class Plan(Fact):
    """An activity: the intention, when and where, and the line to say. It happened once it holds a real ask."""

    programme = models.ForeignKey(Programme, on_delete=models.SET_NULL, null=True, related_name="plans")
    label = SealedTextField()
    when_where = SealedTextField()
    line = SealedTextField()
    cue = SealedTextField()

    objects: ClassVar[PlanQuerySet] = PlanQuerySet.as_manager()  # type: ignore[assignment]

    @transaction.atomic
    def prepare(
        self, ask: Ask, *, id: UUID, at: datetime, seen: Mapping[str, str], plan: Mapping[str, Any], **forecast: Any
    ) -> None:
        """Write what is expected of one of its asks, and the line, the place and the "when I reach …" of the plan.

        Who is asked belongs to that ask alone, and so does the line of an ask for something bigger.

        Both as often as wanted while no answer is in. Raises TooLate once there is one, and Overtaken where something
        else than was `seen` is saved by now (see `shell.mending`); then nothing is written.
        """
        now = _locked(ask, seen, plan, forecast)
        now.foresee(id=id, at=at, **forecast)
        _reword(now, plan)

    @transaction.atomic
    def remember(self, ask: Ask, *, seen: Mapping[str, str], plan: Mapping[str, Any], **forecast: Any) -> None:
        """Make better, at any time, what is written of how it was before one of its asks.

        A forecast that nobody made isn't made afterwards. Raises Overtaken where something else than was `seen` is
        saved by now (see `shell.mending`).
        """
        now = _locked(ask, seen, plan, forecast)
        if now.foretold is not None:
            now.foretold.amend(**forecast)
        _reword(now, plan)


def _locked(ask: Ask, seen: Mapping[str, str], plan: Mapping[str, Any], forecast: Mapping[str, Any]) -> Ask:
    """The ask as it is saved now, held with its plan against other windows. Raises Overtaken."""
    now = (
        Ask.objects.select_for_update(of=("self", "plan"), no_key=True)
        .select_related("plan", "forecast")
        .get(pk=ask.pk)
    )
    foretold = now.foretold or Forecast()
    own = _own_words(now, plan)
    there = {name: getattr(foretold, name) for name in forecast}
    there |= {name: getattr(now if name in own else now.plan, name) for name in plan}
    refuse_overtaken(there, seen, {**plan, **forecast})
    return now


def _own_words(ask: Ask, plan: Mapping[str, Any]) -> set[str]:
    """What of a plan this ask says for itself: who is asked, and its line where it asks for more than the plan did."""
    return ({"role", "line"} if ask.asks_for_more else {"role"}) & plan.keys()


def _reword(ask: Ask, plan: Mapping[str, Any]) -> None:
    """Write what was said of the plan where it belongs."""
    own = _own_words(ask, plan)
    ask.amend(**{name: plan[name] for name in own})
    ask.plan.amend(**{name: value for name, value in plan.items() if name not in own})


def _first_ask_of(plan: UUID) -> UUID:
    """The id of a plan's first ask, so that one form makes both and a second sending makes neither."""
    return uuid5(plan, "first ask")
