from typing import TYPE_CHECKING, ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from unflinch.accounts.facts import Fact
from unflinch.accounts.sealed import SealedTextField
from unflinch.challenges.vocabulary import CHANNEL_OF, Channel
from unflinch.practice.models.rating import ChoiceField
from unflinch.practice.vocabulary import Link

if TYPE_CHECKING:
    from unflinch.practice.models.plan import Plan


class Intended(Fact):
    """What an ask is meant to be before it is made: over which channel, for which moment, in which words.

    `planned_day`, `planned_time`, `planned_week` and `planned_number` say what it was planned for, as far as that is
    known: the day, the time on the clock where the person is, and the person's own number of the week and of the day.
    They stay when the ask has its answer. `line` is what to say where it is not the line of the plan.
    """

    if TYPE_CHECKING:
        plan: "models.ForeignKey[Plan, Plan]"
        follows: "models.ForeignKey[Intended | None, Intended | None]"

    channel = ChoiceField(choices=Channel, default=Channel.IN_PERSON)
    link = ChoiceField(choices=Link)
    line = SealedTextField()
    planned_day = models.DateField(null=True)
    planned_time = models.TimeField(null=True)
    planned_week = models.PositiveSmallIntegerField(null=True, validators=[MinValueValidator(1)])
    planned_number = models.PositiveIntegerField(null=True, validators=[MinValueValidator(1)])

    class Meta(Fact.Meta):
        abstract = True
        constraints: ClassVar = []

    @property
    def medium(self) -> str:
        """How one meets over its channel: "in_person", "phone" or "written"."""
        return CHANNEL_OF[Channel(self.channel)]

    @property
    def asks_for_more(self) -> bool:
        """Whether it, or the one that it repeats, asks for something bigger than the plan was made for."""
        return self.link == Link.MORE or (self.follows is not None and self.follows.asks_for_more)

    @property
    def line_to_say(self) -> str:
        """Its own line, or the plan's where that was made for it; empty where there is no line yet."""
        return str(self.line or ("" if self.asks_for_more else self.plan.line))
