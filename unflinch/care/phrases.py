"""The small pattern language of the word lists: named pieces, `~` for a few words, `%` for small ones.

There are many patterns and nearly none of them is in a sentence. Groups of three letters, its *marks*, tell which can
be: of each of a pattern's sets of marks one must be there. Only those are made into regular expressions, when they are
first wanted.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Final

_FEW_WORDS: Final = r"(?:(?!(?:{bar})(?:\s|$))\S+ ){0,4}"
_SMALL_WORDS: Final = r"(?:(?:{adverb}) ){0,4}"
_PIECE: Final = re.compile(r"\{([a-z_]+)\}")
_LETTERS: Final = 3  # of a mark
_SENTENCES_AT_HAND: Final = 64

PhraseMarks = Mapping[str, Sequence[Collection[str]]]


class Patterns:
    """Patterns over whole words, in order. `marks` has the sets of marks of each by its key."""

    def __init__(self, texts: Sequence[str], marks: PhraseMarks) -> None:
        self.texts = tuple(map(_whole_words, texts))
        self.marks = [[frozenset(of) for of in marks.get(pattern_key(text), ())] for text in self.texts]
        self.always = [place for place, of in enumerate(self.marks) if not of]
        self.by_mark: dict[str, list[int]] = defaultdict(list)
        for place, (first, *_) in ((place, of) for place, of in enumerate(self.marks) if of):
            for mark in first:
                self.by_mark[mark].append(place)

    def within(self, sentence: str) -> Iterator[re.Pattern[str]]:
        """Those that are in the sentence, in their order."""
        for place in self.likely(sentence):
            pattern = _made(self.texts[place])
            if pattern.search(sentence):
                yield pattern

    def likely(self, sentence: str) -> list[int]:
        """The places of those whose marks are there."""
        there = marks_in(sentence)
        found = {place for mark in there for place in self.by_mark.get(mark, ())}
        return sorted((*self.always, *(place for place in found if not any(map(there.isdisjoint, self.marks[place])))))


@cache
def _made(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=_SENTENCES_AT_HAND)
def marks_in(sentence: str) -> frozenset[str]:
    """All that could be a mark."""
    return frozenset(sentence[at : at + _LETTERS] for at in range(len(sentence) - _LETTERS + 1))


def pattern_key(pattern: str) -> str:
    """A short name of a pattern, for the file of marks."""
    return blake2b(pattern.encode(), digest_size=6).hexdigest()


def filled_in(patterns: Sequence[str], pieces: Mapping[str, str]) -> list[str]:
    """Each pattern with its pieces written out. Raises KeyError for a piece nobody wrote."""
    return [_filled(pattern, pieces) for pattern in patterns]


def written_out(raw: Mapping[str, str]) -> dict[str, str]:
    """The pieces with one another's text in place; each may use those before it."""
    pieces: dict[str, str] = {}
    for name, text in raw.items():
        pieces[name] = _filled(text, pieces)
    return pieces


def _filled(pattern: str, pieces: Mapping[str, str]) -> str:
    spelled = pattern.replace("~", _FEW_WORDS).replace("%", _SMALL_WORDS)
    return _PIECE.sub(lambda piece: f"(?:{pieces[piece[1]]})", spelled)


def _whole_words(pattern: str) -> str:
    return rf"(?<!\S)(?:{pattern})(?!\w)"
