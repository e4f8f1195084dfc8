"""What several texts say together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from unflinch.care.words import level_of
from unflinch.care.words.crisis_words import Level

_WEIGHT: Final[tuple[Level, ...]] = ("none", "ambiguous", "explicit")


@dataclass(frozen=True, slots=True)
class Attention:
    """The heaviest level among some texts, and the first of them that runs its writer down, or none."""

    level: Level = "none"
    harsh: str = ""

    @property
    def self_shaming(self) -> bool:
        return bool(self.harsh)


NOTHING: Final = Attention()


def heaviest(texts: Iterable[str]) -> Attention:
    """What these texts call for. Nothing of it is stored."""
    readings = {text: level_of(text) for text in texts if text}
    level = max((reading.level for reading in readings.values()), key=_WEIGHT.index, default=_WEIGHT[0])
    return Attention(level, next((text for text, reading in readings.items() if reading.self_shaming), ""))
