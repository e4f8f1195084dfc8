"""The word lists, read once and made into patterns."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from unflinch.care.once import once
from unflinch.care.phrases import compiled, whole_words, written_out
from unflinch.care.weights import stem
from unflinch.care.words.text import Spelling

NOWHERE: Final = r"(?!)"


@dataclass(frozen=True, slots=True)
class Group:
    """Patterns that mean the same, and the level where time does not tell."""

    patterns: Sequence[re.Pattern[str]]
    otherwise: str


@dataclass(frozen=True, slots=True)
class Signs:
    """Patterns that say little alone: what one weighs, how many count, and what in the text takes them away."""

    patterns: Sequence[re.Pattern[str]]
    weight: int
    most: int
    unless: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Crisis:
    """What can mean a crisis, by how clear it is, and what in the sentence changes that."""

    explicit: Sequence[re.Pattern[str]]
    ambiguous: Sequence[re.Pattern[str]]
    past: Sequence[Group]
    context: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Shaming:
    """What runs oneself down, and what in the sentence takes it back."""

    patterns: Sequence[re.Pattern[str]]
    unless: re.Pattern[str]
    denied: re.Pattern[str]
    softened: re.Pattern[str]


@once
def spelling() -> Spelling:
    data = toml("spelling.toml")
    return Spelling(data["words"], [(re.compile(row["pattern"]), row["to"]) for row in data["phrases"]])


@once
def families() -> Mapping[str, str]:
    """The family of each word that has one; of the first that names it."""
    named = [(stem(word), name) for name, words in toml("families.toml").items() for word in words.split()]
    return dict(reversed(named))


@once
def sayings() -> re.Pattern[str]:
    """Every saying that only sounds like a crisis, as one pattern."""
    return whole_words("|".join(toml("idioms.toml")["sayings"]))


@once
def reported() -> re.Pattern[str]:
    return re.compile(toml("idioms.toml")["reported"])


@once
def crisis() -> Crisis:
    data = toml("crisis.toml")
    explicit, ambiguous = (
        [pattern for row in data[level] for pattern in listed(row)] for level in ("explicit", "ambiguous")
    )
    past = [Group(listed(row), row["otherwise"]) for row in data["past"]]
    return Crisis(explicit, ambiguous, past, {name: re.compile(text) for name, text in data["context"].items()})


@once
def signs() -> Sequence[Signs]:
    """What counts only beside something else."""
    return [
        Signs(listed(row), row["weight"], row.get("most", 1), re.compile(row.get("unless", NOWHERE)))
        for row in toml("signs.toml")["signs"]
    ]


def listed(row: Mapping[str, Any]) -> list[re.Pattern[str]]:
    return compiled(row["patterns"], pieces())


@once
def pieces() -> Mapping[str, str]:
    return written_out(one_of(toml("crisis.toml")["pieces"]))


@once
def shaming() -> Shaming:
    data = toml("shaming.toml")
    patterns = compiled(data["patterns"], written_out(one_of(data["pieces"])))
    unless, denied, softened = (re.compile(data[name]) for name in ("unless", "denied", "softened"))
    return Shaming(patterns, unless, denied, softened)


def one_of(pieces: Mapping[str, str | list[str]]) -> dict[str, str]:
    """A piece written as a list is any one of its words."""
    return {name: piece if isinstance(piece, str) else "|".join(piece) for name, piece in pieces.items()}


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("unflinch.care.words").joinpath(name).read_text("utf-8"))
