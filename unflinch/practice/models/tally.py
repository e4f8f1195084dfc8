from typing import ClassVar

from django.db import models

from unflinch.accounts.facts import FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.dated import Dated


class Tally(Dated):
    """A total without details ("three noes, one yes"): counted, and never more than counted."""

    yes = models.PositiveIntegerField(default=0)
    no = models.PositiveIntegerField(default=0)
    maybe = models.PositiveIntegerField(default=0)
    no_reply = models.PositiveIntegerField(default=0)
    not_asked = models.PositiveIntegerField(default=0)
    words = SealedTextField()

    objects: ClassVar[FactQuerySet["Tally"]] = FactQuerySet.as_manager()  # type: ignore[assignment]
