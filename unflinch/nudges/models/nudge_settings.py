from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, ClassVar, Final
from uuid import uuid4

from django.db import models, transaction

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.models import Person
from unflinch.accounts.models.person import HomeScreen
from unflinch.nudges.vocabulary import NudgeKind, NudgeWay, Weekday
from unflinch.practice.models.rating import ChoiceField, ChoiceListField
from unflinch.shell.mending import refuse_overtaken

_RINGING: Final = (NudgeWay.CALENDAR, NudgeWay.PUSH)


def _every_kind() -> list[str]:
    """All kinds of nudge, as somebody who turns them on for the first time finds them ticked."""
    return [str(kind) for kind in NudgeKind]


class NudgeSettingsQuerySet(FactQuerySet["NudgeSettings"]):
    def ringing(self) -> "NudgeSettingsQuerySet":
        """Those that let something ring."""
        return self.filter(way__in=_RINGING)

    def chosen_by(self, person: Person) -> "NudgeSettings":
        """What this person chose last, here or where an export came from; unsaved and off where they chose nothing."""
        return self.of(person).order_by("-at", "-arrived", "id").first() or NudgeSettings(person=person)

    @transaction.atomic
    def choose(
        self, person: Person, *, at: datetime, seen: Mapping[str, str] | None = None, **content: Any
    ) -> "NudgeSettings":
        """Change what is given here; the rest stays as it was.

        Raises Overtaken where something else than was `seen` stands there by now (see `shell.mending`).
        """
        # One at a time, so that two windows don't both make the first row.
        Person.objects.select_for_update(no_key=True).get(pk=person.pk)
        row = self.chosen_by(person)
        refuse_overtaken({name: getattr(row, name) for name in content}, seen, content)
        if row._state.adding:
            return self.create(id=uuid4(), person=person, at=at, arrived=at, **content)
        return row if row.says(content) else row.amend(at=at, **content)


class NudgeSettings(Fact):
    """Which nudges come, when, and over which way; off until somebody turns them on.

    Times are on the person's own clock. `at` is when something was chosen last, and `counted_from` is when they last
    said that nudges may go on: what was ignored before doesn't count.
    """

    way = ChoiceField(choices=NudgeWay, default=NudgeWay.OFF, needed=True)
    kinds = ChoiceListField(known=NudgeKind, default=_every_kind)
    hour = models.TimeField(default=time(18))
    next_days = ChoiceListField(known=Weekday)
    next_time = models.TimeField(default=time(17, 30))
    quiet_from = models.TimeField(default=time(21))
    quiet_until = models.TimeField(default=time(8))
    bell = models.BooleanField(default=True, help_text="whether the calendar rings")
    named = models.BooleanField(default=True, help_text="whether a nudge names Unflinch")
    paused_until = models.DateTimeField(null=True)
    counted_from = models.DateTimeField(null=True)

    objects: ClassVar[NudgeSettingsQuerySet] = NudgeSettingsQuerySet.as_manager()  # type: ignore[assignment]

    @property
    def rings(self) -> bool:
        """Whether something may ring or show up outside of the pages."""
        return self.way in _RINGING

    @property
    def says_the_name(self) -> bool:
        """Whether a nudge may name Unflinch: never on a phone whose home screen doesn't."""
        return self.named and self.person.home_screen != HomeScreen.PLAIN

    @property
    def is_on(self) -> bool:
        """Whether anything may nudge at all, a line on Today included."""
        return str(self.way) != NudgeWay.OFF
