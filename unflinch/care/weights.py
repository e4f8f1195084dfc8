"""What the words of a text weigh together. `make weights` learns the tables from the texts published in docs/care."""

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import sqrt
from typing import Final

FILE: Final = "weights.csv"
GROUP: Final = "words"  # the column of the group of words; each other column is a table
ALWAYS: Final = ""  # the row of what a text without a known word weighs
_START, _END, _ANY = "^", "$", "_"
_ENDING: Final = re.compile(r"(?:ing|ed|es|s|ly)$")
_SHORTEST_WITH_ENDING: Final = 5  # letters
_BEGINNING: Final = 4  # letters
_FEW: Final = 24  # groups: about four words


@dataclass(frozen=True, slots=True)
class Weights:
    """`of` is what each known group of words weighs, `always` what is weighed with them; both in log odds."""

    of: Mapping[str, float]
    always: float

    def weigh(self, groups: Collection[str]) -> float:
        """The log odds that a text with these groups of words is of the kind looked for, were both kinds as common.

        What the known groups weigh is divided by the root of how many they are, so that a long note is not heavy for
        being long, nor a word or two for being all there is.
        """
        known = [self.of[group] for group in groups if group in self.of]
        return self.always + sum(known) * share_of_one(len(known))


def share_of_one(known: int) -> float:
    """What one of so many known groups counts."""
    return 1 / sqrt(max(known, _FEW))


@cache
def weights(package: str) -> Mapping[str, Weights]:
    """The tables of a package by their name, read once."""
    rows = list(csv.DictReader(files(package).joinpath(FILE).read_text("utf-8").splitlines()))
    names = [name for name in rows[0] if name != GROUP]
    return {name: _table({row[GROUP]: float(row[name]) for row in rows if row[name]}) for name in names}


def _table(of: dict[str, float]) -> Weights:
    return Weights(of, of.pop(ALWAYS))


def groups_of(sentences: Iterable[Sequence[str]], families: Mapping[str, str]) -> set[str]:
    """How each longer word begins; each word, each two that follow each other, and each two with one or two others
    between: as they are said with their endings left off, and as the families that the words belong to.
    """
    return {group for words in sentences for group in _groups_in(words, families)}


def _groups_in(words: Sequence[str], families: Mapping[str, str]) -> Iterator[str]:
    stems = [stem(word) for word in words]
    yield from (f"{word[:_BEGINNING]}{_ANY}" for word in words if len(word) > _BEGINNING)
    yield from _pairs_in([_START, *stems, _END])
    yield from _pairs_in([_START, *(families.get(word, word) for word in stems), _END])


def _pairs_in(words: Sequence[str]) -> Iterator[str]:
    yield from (f"{first} {second}" for first, second in pairwise(words))
    yield from (f"{first} {_ANY} {second}" for first, second in zip(words, words[2:], strict=False))
    yield from (f"{first} {_ANY}{_ANY} {second}" for first, second in zip(words, words[3:], strict=False))


def stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) >= _SHORTEST_WITH_ENDING else word
