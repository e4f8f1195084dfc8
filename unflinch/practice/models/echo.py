from datetime import date
from typing import ClassVar, Self

from django.db import models

from nerve.rep import LATER
from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.care.stop_signs import RUMINATION_HIGH
from unflinch.practice.models.rating import Nth, Rating, range_constraints


class EchoQuerySet(FactQuerySet["Echo"]):
    def since(self, day: date) -> Self:
        """Those that were written on this day or later."""
        return self.filter(day__gte=day)


class Echo(Fact):
    """Later, and only if wanted: does it still sting, how much did it go round, said back in one line.

    Everything may be left; one with nothing in it lets the matter be. `day` is the personal day it was written on.
    """

    ask = models.ForeignKey("practice.Ask", on_delete=models.CASCADE, related_name="echoes")
    day = models.DateField()
    still_stings = Rating()
    round_and_round = Rating()
    said_back = SealedTextField()
    nth = Nth()

    objects: ClassVar[EchoQuerySet] = EchoQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Fact.Meta):
        constraints: ClassVar = range_constraints(*LATER)
        indexes: ClassVar = [models.Index(fields=["person", "day"], name="echo_by_day")]

    @property
    def goes_round(self) -> bool:
        """Whether it went round so much that the matter had better be closed."""
        return self.round_and_round is not None and self.round_and_round >= RUMINATION_HIGH

    @property
    def says_nothing(self) -> bool:
        """Whether it only let the matter be."""
        return self.still_stings is None and self.round_and_round is None and not self.said_back
