from typing import ClassVar

from django.db import models

from unflinch.accounts.facts import FactQuerySet
from unflinch.practice.models.dated import Dated
from unflinch.practice.models.rating import Word
from unflinch.practice.vocabulary import AsideReason


class Aside(Dated):
    """A card put aside when it was offered: not now rests it until tomorrow, too much says it was tense."""

    key = models.CharField(max_length=80)
    reason = Word(choices=AsideReason)

    objects: ClassVar[FactQuerySet["Aside"]] = FactQuerySet.as_manager()  # type: ignore[assignment]
