"""What a text says between its lines, as far as words can tell: one function, no memory, no network.

Lists of words with rules, and weights learned from the published texts, read each text side by side. The lists know
denial, time, person and sayings; the weights know ways of saying it that nobody wrote into a list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from unflinch.care.weights import groups_of, weights
from unflinch.care.words import crisis_words, shaming_words
from unflinch.care.words.crisis_words import HEAVIEST_FIRST, Level, crisis_level
from unflinch.care.words.lexicon import families, spelling
from unflinch.care.words.shaming_words import shames_self
from unflinch.care.words.text import sentences
from unflinch.care.words.tongues import said_in_another

# Log odds, as the weights give them for a text that they were not learned from; `make weights` prints what each finds
# and how many harmless texts it takes for one.
EXPLICIT: Final = 0.9
_AMBIGUOUS: Final = 0.8
SHAMING: Final = 0.85
_CLEARLY_NOT: Final = -1.5  # what a list found beside so much that speaks against it was hardly meant
_HARDLY_SHAMING: Final = -1.0  # the same for running oneself down
_SURELY_NOT: Final = -2.5
_ENOUGH_WORDS: Final = 3  # different ones; fewer are left to the lists
_A_STRETCH: Final = 8  # sentences that are weighed together
_SET_ASIDE: Final = 2.0  # taken off where a list knows the words and found them denied, a saying or somebody else's


@dataclass(frozen=True, slots=True)
class Reading:
    """`level` of a crisis ("explicit", "ambiguous", "none"), and whether the writer runs themselves down."""

    level: Level
    self_shaming: bool


def level_of(text: str) -> Reading:
    """Read one text, in English or a plain sentence in another language. What to do with it is the caller's to know."""
    if said_in_another(text):
        return Reading("explicit", False)
    readings = [_read(stretch) for stretch in _stretches(sentences(text, spelling()))]
    level = next(level for level in HEAVIEST_FIRST if any(reading.level == level for reading in readings))
    return Reading(level, any(reading.self_shaming for reading in readings))


def level_by_lists(text: str) -> Level:
    """What the lists alone find. The weights know sentences, and would misread scraps that only stand side by side."""
    if said_in_another(text):
        return "explicit"
    levels = {crisis_level(stretch) for stretch in _stretches(sentences(text, spelling()))}
    return next(level for level in HEAVIEST_FIRST if level in levels)


def _stretches(evened: Sequence[str]) -> list[Sequence[str]]:
    """A text a few sentences at a time, so that a plain sentence is not lost in a long quiet story."""
    return [evened[at : at + _A_STRETCH] for at in range(0, max(len(evened) - 1, 1), _A_STRETCH - 1)]


def _read(evened: Sequence[str]) -> Reading:
    if len({word for sentence in evened for word in sentence.split()}) < _ENOUGH_WORDS:
        return Reading(crisis_level(evened), shames_self(evened))
    groups, tables = _groups_in(evened), weights(__package__)
    crisis, shaming = tables["crisis"].weigh(groups), tables["shaming"].weigh(groups)
    return Reading(_level_at(evened, crisis), _shames_at(evened, shaming))


def groups_of_text(text: str) -> set[str]:
    """The groups of words that are weighed."""
    return _groups_in(sentences(text, spelling()))


def _groups_in(evened: Sequence[str]) -> set[str]:
    return groups_of((sentence.split() for sentence in evened), families())


def _level_at(evened: Sequence[str], weight: float) -> Level:
    listed = crisis_level(evened)
    if listed == "explicit" and weight > _CLEARLY_NOT:
        return "explicit"
    if crisis_words.mentions_crisis(evened):
        weight -= _SET_ASIDE
    if weight >= EXPLICIT:
        return "explicit"
    if weight >= _AMBIGUOUS or (listed != "none" and weight > _SURELY_NOT):
        return "ambiguous"
    return "none"


def _shames_at(evened: Sequence[str], weight: float) -> bool:
    if shames_self(evened):
        return weight > _HARDLY_SHAMING
    return weight >= SHAMING + (_SET_ASIDE if shaming_words.mentions_shaming(evened) else 0.0)
