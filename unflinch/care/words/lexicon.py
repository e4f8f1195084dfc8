"""The word lists, read once and made into patterns."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from unflinch.care.phrases import Patterns, PhraseMarks, filled_in, written_out
from unflinch.care.weights import stem
from unflinch.care.words.text import Spelling

_NOWHERE: Final = r"(?!)"
MARKS: Final = "marks.csv"


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Patterns that mean the same, and the level where time does not tell."""

    patterns: Patterns
    otherwise: str


@dataclass(frozen=True, slots=True)
class Signs:
    """Patterns that say little alone: what one weighs, how many count, and what in the text takes them away."""

    patterns: Patterns
    weight: int
    most: int
    unless: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Crisis:
    """What can mean a crisis, by how clear it is, and what in the sentence changes that."""

    explicit: Patterns
    ambiguous: Patterns
    past: Sequence[WordGroup]
    context: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class _Shaming:
    """What runs oneself down, and what takes it back; `kindly` is how a line at one's own cost ends well."""

    patterns: Patterns
    kindly: re.Pattern[str]
    unless: re.Pattern[str]
    denied: re.Pattern[str]
    softened: re.Pattern[str]


@cache
def spelling() -> Spelling:
    data = _toml("spelling.toml")
    return Spelling(data["words"], [(re.compile(row["pattern"]), row["to"]) for row in data["phrases"]])


@cache
def families() -> Mapping[str, str]:
    """The family of each word that has one; of the first that names it."""
    named = [(stem(word), name) for name, words in _toml("families.toml").items() for word in words.split()]
    return dict(reversed(named))


@cache
def saying_patterns() -> Patterns:
    """Every saying that only sounds like a crisis."""
    return Patterns(_toml("idioms.toml")["sayings"], marks())


@cache
def reported() -> re.Pattern[str]:
    return re.compile(_toml("idioms.toml")["reported"])


@cache
def crisis() -> _Crisis:
    data = _toml("crisis.toml")
    explicit, ambiguous = (
        _listed([pattern for row in data[level] for pattern in row["patterns"]]) for level in ("explicit", "ambiguous")
    )
    past = [WordGroup(_listed(row["patterns"]), row["otherwise"]) for row in data["past"]]
    return _Crisis(explicit, ambiguous, past, {name: re.compile(text) for name, text in data["context"].items()})


@cache
def crisis_signs() -> Sequence[Signs]:
    """What counts only beside something else."""
    return [
        Signs(_listed(row["patterns"]), row["weight"], row.get("most", 1), re.compile(row.get("unless", _NOWHERE)))
        for row in _toml("signs.toml")["signs"]
    ]


def _listed(patterns: Sequence[str]) -> Patterns:
    return Patterns(filled_in(patterns, _pieces()), marks())


@cache
def _pieces() -> Mapping[str, str]:
    return written_out(_one_of(_toml("crisis.toml")["pieces"]))


@cache
def shaming() -> _Shaming:
    data = _toml("shaming.toml")
    patterns = Patterns(filled_in(data["patterns"], written_out(_one_of(data["pieces"]))), marks())
    kindly, unless, denied, softened = (re.compile(data[name]) for name in ("kindly", "unless", "denied", "softened"))
    return _Shaming(patterns, kindly, unless, denied, softened)


@cache
def marks() -> PhraseMarks:
    """The marks of each pattern, by its key; `make weights` finds them."""
    rows = files("unflinch.care.words").joinpath(MARKS).read_text("utf-8").splitlines()
    return {key: [of.split("|") for of in sets] for key, *sets in (row.split(",") for row in rows)}


def _one_of(pieces: Mapping[str, str | list[str]]) -> dict[str, str]:
    """A piece written as a list is any one of its words."""
    return {name: piece if isinstance(piece, str) else "|".join(piece) for name, piece in pieces.items()}


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("unflinch.care.words").joinpath(name).read_text("utf-8"))
