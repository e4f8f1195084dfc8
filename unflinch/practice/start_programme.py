"""What each kind of programme begins with; a person may strike out and add."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from django.db import transaction

from unflinch.accounts.models import Person
from unflinch.practice.models import Programme, Rule
from unflinch.practice.vocabulary import ProgrammeKind, RuleKind


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a kind of programme sets, and what it says of itself."""

    about: str
    weeks: int | None
    asks_in_all: int | None
    pace: tuple[int, int]


SHAPES: Final = {
    ProgrammeKind.FOUR_WEEKS: _Shape(
        "Two or three activities a week, each with somebody else. Any days you like.", 4, None, (2, 3)
    ),
    ProgrammeKind.THIRTY_DAYS: _Shape(
        "Draw a card, ask, keep the noes. A no is worth as much as a yes. Days off are part of it.", 5, 30, (5, 7)
    ),
    ProgrammeKind.HUNDRED: _Shape(
        "One hundred numbered asks, each with a title and a story. However long it takes.", None, 100, (2, 4)
    ),
    ProgrammeKind.OWN: _Shape("Your weeks, your pace, your name for it.", None, None, (1, 3)),
}

_GROUND_RULES: Final = (
    "Ask for something honest, and let them off easily.",
    "A no ends it. Nobody is asked twice.",
    "Somebody else each time.",
    "Nothing that a person cannot walk away from.",
    "Keep what I felt and what I learned; no running myself down.",
    "I may rest whenever I want.",
)


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
    for words in _GROUND_RULES:
        Rule.objects.once(
            id=uuid5(id, words),
            person=person,
            at=at,
            arrived=at,
            kind=RuleKind.GROUND,
            programme=programme,
            words=words,
        )
    return programme
