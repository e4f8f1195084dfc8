"""What a text says between its lines, as far as words can tell: one function, no memory, no network."""

from dataclasses import dataclass

from unflinch.care.words.crisis_words import Level, crisis_level
from unflinch.care.words.lexicon import spelling
from unflinch.care.words.shaming_words import shames_self
from unflinch.care.words.text import sentences


@dataclass(frozen=True, slots=True)
class Reading:
    """`level` of a crisis ("explicit", "ambiguous", "none"), and whether the writer runs themselves down."""

    level: Level
    self_shaming: bool


def level_of(text: str) -> Reading:
    """Read one text in English. Nothing is kept, and nobody is told: what to do with it is the caller's to know."""
    evened = sentences(text, spelling())
    return Reading(crisis_level(evened), shames_self(evened))
