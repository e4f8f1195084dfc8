from typing import ClassVar

from django.db import models

from unflinch.accounts.facts import FactQuerySet
from unflinch.practice.models.dated import Dated
from unflinch.practice.models.rating import Nth
from unflinch.practice.vocabulary import Dots

SHARE_OF_A_DOT = 25


class Energy(Dated):
    """What is in the tank, one to four dots; the latest of a day counts."""

    dots = models.PositiveSmallIntegerField(choices=Dots)
    nth = Nth()

    objects: ClassVar[FactQuerySet["Energy"]] = FactQuerySet.as_manager()  # type: ignore[assignment]
