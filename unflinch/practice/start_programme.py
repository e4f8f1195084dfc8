"""What each kind of programme begins with; a person may remove rules and add their own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unflinch.accounts.models import Person
from unflinch.practice.models import Programme, Rule
from unflinch.practice.vocabulary import ProgrammeKind, RuleKind


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a kind of programme sets, and what it says of itself."""

    about: str | Promise
    weeks: int | None
    asks_in_all: int | None
    pace: tuple[int, int]


SHAPES: Final = {
    ProgrammeKind.FOUR_WEEKS: _Shape(
        _("Two or three a week, each with a different person. Any days you like."), 4, None, (2, 3)
    ),
    ProgrammeKind.THIRTY_DAYS: _Shape(
        _("Draw a card and ask. A no is worth as much as a yes, and days off are part of it."), 5, 30, (5, 7)
    ),
    ProgrammeKind.HUNDRED: _Shape(
        _("One hundred numbered asks, each with its story. It takes as long as it takes."), None, 100, (2, 4)
    ),
    ProgrammeKind.OWN: _Shape(_("Your weeks, your pace, your name for it."), None, None, (1, 3)),
}

_GROUND_RULES: Final = (
    _("Ask for something honest, and make it easy to say no."),
    _("A no ends it. Nobody gets asked twice."),
    _("A different person each time."),
    _("Nobody who can’t walk away from it."),
    _("Write down what I felt and learned, without running myself down."),
    _("I can rest whenever I want."),
)


# What is written at one moment is read in the order of its microseconds.
_AFTER: Final = timedelta(microseconds=1)


@transaction.atomic
def begin_programme(
    person: Person, *, id: UUID, at: datetime, kind: str, title: str, weeks: int | None, pace_low: int, pace_high: int
) -> Programme:
    """Start a programme of this kind with its usual ground rules. The same id twice is one programme."""
    shape = SHAPES[ProgrammeKind(kind)]
    programme = Programme.objects.begin(
        id=id, person=person, at=at, kind=kind, title=title, weeks=weeks or shape.weeks,
        asks_in_all=shape.asks_in_all, pace_low=pace_low, pace_high=pace_high,
    )  # fmt: skip
    for nth, words in enumerate(map(str, _GROUND_RULES)):
        Rule.objects.once(
            id=uuid5(id, words),
            person=person,
            at=at,
            arrived=at + nth * _AFTER,
            kind=RuleKind.GROUND,
            programme=programme,
            words=words,
        )
    return programme
