"""Which questions an idea for a challenge raises. A hint for the person who wrote it, never a refusal."""

import tomllib
from collections.abc import Collection, Sequence
from importlib.resources import files
from typing import Any, Final

from unflinch.care.once import once
from unflinch.care.respect.lexicon import Lexicon
from unflinch.care.respect.rulebook import Rulebook
from unflinch.care.respect.rules import Sentence, WordForm, literals_in, rule_of
from unflinch.care.weights import groups_of, weights

_LONGEST: Final = 2_000  # characters of an idea that are read
_NAMES: Final = ("people", "things", "harmless")
_SAYINGS: Final = ("acts", "risks")
_ANY_CODE: Final = "asked about"  # the table of every idea that was asked about, whatever for
# From which log odds on words alone raise a question, and down to which each sentence outweighs a rule: where ideas
# that were not learned from fall apart best.
ASKED_ABOUT: Final = 2.0
_LEFT_ALONE: Final = -2.0


def questions_raised_by(idea: str) -> tuple[str, ...]:
    """The codes of what should be asked about `idea` (English), in the list's order; empty where nothing should."""
    sentences = list(_lexicon().sentences(idea[:_LONGEST]))
    read_as = [Sentence.of(words) for words in sentences]
    codes = _rulebook().codes_of(read_as)
    if codes:
        return () if all(_weight_of([sentence]) <= _LEFT_ALONE for sentence in sentences) else codes
    if _weight_of(sentences) < ASKED_ABOUT or any(_rulebook().frees(sentence) for sentence in read_as):
        return ()
    return (_likeliest(_groups_in(sentences)),)


def _weight_of(sentences: Sequence[Sequence[WordForm]]) -> float:
    """The log odds that these words are those of an idea that should be asked about."""
    return weights(__package__)[_ANY_CODE].weigh(_groups_in(sentences))


def _likeliest(groups: Collection[str]) -> str:
    """The code that the words weigh most for."""
    tables = weights(__package__)
    codes = [code for code in _rulebook().codes if code in tables]
    return max(codes, key=lambda code: tables[code].weigh(groups))


def groups_of_idea(idea: str) -> set[str]:
    """The groups of words that are weighed."""
    return _groups_in(list(_lexicon().sentences(idea[:_LONGEST])))


def _groups_in(sentences: Sequence[Sequence[WordForm]]) -> set[str]:
    """What is said, and the classes that the words carry."""
    classes = {name for words in sentences for word in words for name in word if name.isupper()}
    return groups_of(([_spoken(word) for word in words] for words in sentences), {}) | classes


def _spoken(word: WordForm) -> str:
    """The word itself, of all that it carries."""
    return min(name for name in word if not name.isupper())


@once
def _rulebook() -> Rulebook:
    base = _lexicon().base
    return Rulebook.of({code: [rule_of(line, base) for line in lines] for code, lines in _read("rules").items()})


@once
def _lexicon() -> Lexicon:
    literals = literals_in(line for lines in _read("rules").values() for line in lines)
    return Lexicon.written(_classes_in(_NAMES), _classes_in(_SAYINGS), literals)


def _classes_in(parts: tuple[str, ...]) -> dict[str, str]:
    return {name: text for part in parts for name, text in _read(part).items()}


def _read(part: str) -> dict[str, Any]:
    return tomllib.loads(files("unflinch.care.respect").joinpath(f"{part}.toml").read_text("utf-8"))
