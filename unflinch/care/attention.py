"""What is done about words that can mean a crisis: a calm panel, and a rest like any other, with no cause kept."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from unflinch.accounts.models import Person
from unflinch.care.models import Pause, days_on
from unflinch.care.words import Reading, level_of
from unflinch.care.words.crisis_words import Level

NOTHING: Final = Reading("none", False)
WEIGHT: Final[tuple[Level, ...]] = ("none", "ambiguous", "explicit")


def heaviest(texts: Iterable[str]) -> Reading:
    """The heaviest level among these texts, and whether any of them runs its writer down."""
    readings = [level_of(text) for text in texts if text]
    level = max((reading.level for reading in readings), key=WEIGHT.index, default=WEIGHT[0])
    return Reading(level, any(reading.self_shaming for reading in readings))


def rest_if_needed(person: Person, texts: Iterable[str], *, id: UUID, at: datetime) -> None:
    """Pause challenges until the end of today where one of these texts, written now, says it plainly.

    The row is that of any chosen rest, under an id that belongs to the form, so that a second sending adds none.
    """
    if heaviest(texts).level == "explicit":
        Pause.objects.begin(person, id=uuid5(id, "rest for today"), until=days_on(person, 1, at=at), at=at)
