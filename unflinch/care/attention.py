"""What several texts say together."""

from collections.abc import Iterable
from typing import Final

from unflinch.care.words import Reading, level_of
from unflinch.care.words.crisis_words import Level

NOTHING: Final = Reading("none", False)
WEIGHT: Final[tuple[Level, ...]] = ("none", "ambiguous", "explicit")


def heaviest(texts: Iterable[str]) -> Reading:
    """The heaviest level among these texts, and whether any of them runs its writer down."""
    readings = [level_of(text) for text in texts if text]
    level = max((reading.level for reading in readings), key=WEIGHT.index, default=WEIGHT[0])
    return Reading(level, any(reading.self_shaming for reading in readings))
