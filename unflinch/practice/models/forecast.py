from typing import ClassVar, Self

from django.db import models

from nerve.rep import BEFORE
from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.rating import ChoiceField, ChoiceListField, Rating, range_constraints
from unflinch.practice.vocabulary import Feared, Feeling


class ForecastQuerySet(FactQuerySet["Forecast"]):
    def that_did_not_come_true(self, *, feared: int, happened: int) -> Self:
        """Those whose feared thing was rated at least `feared` and happened at most `happened`, newest first."""
        come = self.filter(feared_before__gte=feared, ask__debriefs__feared_happened__lte=happened)
        return come.select_related("ask").prefetch_related("ask__debriefs").order_by("-arrived", "-id")


class Forecast(Fact):
    """What a person expected before one ask: the feared thing and how likely, and how likely a no."""

    ask = models.OneToOneField("practice.Ask", on_delete=models.CASCADE, related_name="forecast")
    feared = ChoiceField(choices=Feared)
    feared_words = SealedTextField()
    feared_before = Rating()
    no_before = Rating()
    cost_before = Rating()
    tension_before = Rating()
    feelings = ChoiceListField(known=Feeling)

    objects: ClassVar[ForecastQuerySet] = ForecastQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Fact.Meta):
        constraints: ClassVar = range_constraints(*BEFORE)

    @property
    def feared_thing(self) -> str:
        """The feared thing in words: one's own, or the chip's; empty where none was named."""
        if self.feared == Feared.OWN:
            return str(self.feared_words)
        return "" if self.feared in ("", Feared.CURIOUS) else str(Feared(self.feared).label)
