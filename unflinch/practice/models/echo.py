from typing import ClassVar

from django.db import models

from nerve.rep import LATER
from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.care.stop_signs import RUMINATION_HIGH
from unflinch.practice.models.rating import Nth, Rating, range_constraints


class EchoQuerySet(FactQuerySet["Echo"]):
    """Of a class of its own, so that what an ask's `echoes` are is known by type."""


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

    @property
    def goes_round(self) -> bool:
        """Whether it went round so much that the matter had better be closed."""
        return self.round_and_round is not None and self.round_and_round >= RUMINATION_HIGH

    @property
    def says_nothing(self) -> bool:
        """Whether it only let the matter be."""
        return self.still_stings is None and self.round_and_round is None and not self.said_back
