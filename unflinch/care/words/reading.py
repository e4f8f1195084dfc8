"""What a text says between its lines, as far as words can tell: one function; nothing is remembered or sent.

Lists of words with rules, weights of small groups of words, and a small network read each text side by side. The lists
know denial, time, person and sayings; the weights know ways of saying it that nobody wrote into a list; the network
knows words that stand in none of the published texts, by what they mean. The last two learned from those texts, and
what they find is added up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from meaning import LARGEST_ODDS, log_odds
from unflinch.care.weights import groups_of, weights
from unflinch.care.words import crisis_words, shaming_words
from unflinch.care.words.crisis_words import HEAVIEST_FIRST, Level, crisis_level
from unflinch.care.words.lexicon import families, spelling
from unflinch.care.words.shaming_words import shames_self
from unflinch.care.words.text import sentences
from unflinch.care.words.tongues import is_in_another, only_sounds_like_it, said_in_another

# Log odds: what the weights and the network give together for a text that they were not learned from. `make weights`
# prints what the weights alone find; docs/care/words.md says what both find, and how many harmless texts they take for
# one.
EXPLICIT: Final = 0.0
_AMBIGUOUS: Final = -0.1
SHAMING: Final = 0.8
_CLEARLY_NOT: Final = -3.0  # what a list found beside so much that speaks against it was hardly meant
_HARDLY_SHAMING: Final = -1.0  # the same for running oneself down
_SURELY_NOT: Final = -5.0
# Where the weights say less than this, the network could not make it enough; a long quiet text is read in a moment.
_HOPELESS: Final = {"crisis": _AMBIGUOUS - LARGEST_ODDS, "shaming": SHAMING - LARGEST_ODDS}
_ENOUGH_WORDS: Final = 3  # different ones; fewer are left to the lists
# Taken off a crisis in other languages, of which less was learned; the network knows English alone.
_IN_ANOTHER: Final = 0.5
_A_STRETCH: Final = 8  # sentences that are weighed together
_SET_ASIDE: Final = 3.0  # taken off where a list knows the words and found them denied, a saying or somebody else's


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
    listed, harsh = crisis_level(evened), shames_self(evened)
    odds = _odds_of(evened, either_listed=listed != "none" or harsh)
    return Reading(_level_at(evened, listed, odds["crisis"]), _shames_at(evened, harsh, odds["shaming"]))


def _odds_of(evened: Sequence[str], *, either_listed: bool) -> Mapping[str, float]:
    """What words and meaning say together, for each column of the weights."""
    groups = _groups_in(evened)
    by_words = {name: table.weigh(groups) for name, table in weights(__package__).items()}
    if is_in_another([word for sentence in evened for word in sentence.split()]):
        less = _IN_ANOTHER + (_SET_ASIDE if only_sounds_like_it(evened) else 0.0)
        return {**by_words, "crisis": by_words["crisis"] - less}
    if not either_listed and all(by_words[name] < least for name, least in _HOPELESS.items()):
        return by_words
    by_meaning = log_odds(evened)
    return {name: odds + by_meaning[name] for name, odds in by_words.items()}


def groups_of_text(text: str) -> set[str]:
    """The groups of words that are weighed."""
    return _groups_in(sentences(text, spelling()))


def _groups_in(evened: Sequence[str]) -> set[str]:
    return groups_of((sentence.split() for sentence in evened), families())


def _level_at(evened: Sequence[str], listed: Level, weight: float) -> Level:
    if listed == "explicit" and weight > _CLEARLY_NOT:
        return "explicit"
    if crisis_words.mentions_crisis(evened):
        weight -= _SET_ASIDE
    if weight >= EXPLICIT:
        return "explicit"
    if weight >= _AMBIGUOUS or (listed != "none" and weight > _SURELY_NOT):
        return "ambiguous"
    return "none"


def _shames_at(evened: Sequence[str], harsh: bool, weight: float) -> bool:
    if harsh:
        return weight > _HARDLY_SHAMING
    return weight >= SHAMING + (_SET_ASIDE if shaming_words.mentions_shaming(evened) else 0.0)
