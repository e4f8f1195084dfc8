from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models

from nerve.rep import AFTER
from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.rating import LATEST_FIRST, ChoiceField, ChoiceListField, Nth, Rating, range_constraints
from unflinch.practice.vocabulary import BackAfter, Degree, Feeling, Harm, NoKind, Rehearsed, SafeHabit
from unflinch.shell.mending import is_blank

_HARD_STING = 60

LINES = ("what_happened", "fact_line", "kind_line", "lesson", "believe_next", "gained", "feeling_words", "notes")
_CHOICES = (
    "no_kind",
    "flinched",
    "funny",
    "back_after",
    "rehearsed",
    "feelings",
    "safe_habits",
    "harms",
    "amount",
    "wants_echo",
)
DEBRIEF_FIELDS = AFTER + LINES + _CHOICES


class DebriefQuerySet(FactQuerySet["Debrief"]):
    def newest_first(self) -> Self:
        return self.order_by(*LATEST_FIRST)

    def naming(self, harm: Harm) -> Self:
        """Those that name this harm."""
        return self.filter(harms__icontains=harm.value)

    def feelings_as_written(self) -> Iterable[tuple[UUID, list[str], list[str]]]:
        """The ask, the feelings and the emptied fields of each, those of one ask together in the order they came."""
        return self.order_by("ask", "nth", "arrived", "id").values_list("ask", "feelings", "cleared")


class Debrief(Fact):
    """Right after: what happened, how it felt, what it changed. Anything can be skipped.

    `feared_happened` runs from 0 to 100; the page asks with three words and saves *no* as 0, *a bit* as 50 and *yes* as
    100. `sting` is asked with three words as well: *not really* 10, *a bit* 40, *a lot* 80.

    One that was written later stands beside those before it and holds what was changed. `cleared` names the fields
    that it empties; any other field without a value is one that it says nothing about.
    """

    ask = models.ForeignKey("practice.Ask", on_delete=models.CASCADE, related_name="debriefs")
    no_kind = ChoiceField(choices=NoKind)
    feared_happened = Rating()
    sting = Rating()
    feared_after = Rating()
    cost_after = Rating()
    surprise = Rating()
    flinched = ChoiceField(choices=Degree)
    funny = models.BooleanField(null=True)
    back_after = ChoiceField(choices=BackAfter)
    rehearsed = ChoiceField(choices=Rehearsed)
    feelings = ChoiceListField(known=Feeling)
    safe_habits = ChoiceListField(known=SafeHabit)
    harms = ChoiceListField(known=Harm)
    what_happened = SealedTextField()
    fact_line = SealedTextField()
    kind_line = SealedTextField()
    lesson = SealedTextField()
    believe_next = SealedTextField()
    gained = SealedTextField()
    feeling_words = SealedTextField()
    notes = SealedTextField()
    wants_echo = models.BooleanField(null=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    cleared = ChoiceListField(known=DEBRIEF_FIELDS)
    nth = Nth()

    objects: ClassVar[DebriefQuerySet] = DebriefQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Fact.Meta):
        constraints: ClassVar = range_constraints(*AFTER)
        indexes: ClassVar = [models.Index(fields=["person", "harms", "ask"], name="debrief_by_harm")]

    @property
    def is_hard(self) -> bool:
        """Whether it stung so much that it is not shown again before the next day."""
        return stings_hard(self.sting)

    @classmethod
    def folded(cls, written: Sequence["Debrief"]) -> "Debrief | None":
        """Several debriefs of one ask, oldest first, as one: of each field the latest said. Not for saving."""
        if not written[1:]:
            return written[0] if written else None
        latest = cls(id=written[-1].id, person=written[-1].person, ask=written[-1].ask, arrived=written[-1].arrived)
        for name, value in latest_said(written, DEBRIEF_FIELDS).items():
            setattr(latest, name, value)
        return latest

    def give(self, **content: Any) -> Self:
        """Complete or mend it; a field that is emptied here stays empty, whatever an earlier debrief says."""
        return self.amend(**content, cleared=sorted({*self.cleared} - {*content} | emptied(content)))


def stings_hard(sting: float | None) -> bool:
    """Whether a sting, 0 to 100, is that of a hard one."""
    return sting is not None and sting >= _HARD_STING


def latest_said(written: Iterable[Any], names: Iterable[str]) -> dict[str, Any]:
    """Of each field the latest that the debriefs of one ask, oldest first, say: a value, or that it was emptied."""
    said = {}
    for debrief in written:
        for name in names:
            value = getattr(debrief, name)
            if not is_blank(value) or name in debrief.cleared:
                said[name] = value
    return said


def emptied(content: Mapping[str, Any]) -> set[str]:
    """The fields that this empties."""
    return {name for name, value in content.items() if is_blank(value)}
