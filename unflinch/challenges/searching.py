"""Finding a challenge by what somebody means, in their own words.

A challenge is its title and the everyday phrases it is looked for by, cut into word pieces that are vectors
(`meaning`). It is close where one of these texts is close as a whole, and where each piece of the search has a near one
in it. A rare piece counts for more than a common one: inverse document frequency (Spärck Jones 1972) over vectors.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from meaning import directions, numbers, pieces
from unflinch.challenges.catalogue import catalogue

_FITS: Final = 0.5  # how close the closest has to be, from 0 to 1; below it nothing fits
_SHOWN: Final = 0.4  # how close the others have to be
_WORDS: Final = 40  # of a search that are read
_LONGEST: Final = 400  # letters of a search that are read
_RAREST: Final = 6.0  # a piece that hardly any challenge holds counts as one
_LEAST: Final = 0.02  # what the commonest piece counts
_STEEP: Final = 1.5
_UNLIKE: Final = 0.25  # the nearness of two pieces that have nothing to do with one another
_SAME: Final = 0.98
_NEAR: Final = 0.9  # what a near piece counts, the same one counting 1
_WHOLE, _TITLE, _PIECES = 0.45, 0.1, 0.45  # what each counts: a text as a whole, the title, piece by piece
_ALIKE: Final = 0.74  # of the letters of two words, from which on one is a slip for the other
_WORD: Final = re.compile(r"[a-z0-9]+")

_Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Index:
    """All challenges, ready to be searched.

    `texts` has a row of length 1 for each text, `starts` where those of each challenge begin: with its title.
    `vectors` has a row for each piece, `held` the pieces of all challenges in a row, `holds` where those of each begin.
    `counts` is what each piece counts, above 0 and up to about 1; `words` are all words that stand anywhere.
    """

    slugs: Sequence[str]
    texts: _Floats
    starts: NDArray[np.int64]
    vectors: _Floats
    held: NDArray[np.int64]
    holds: NDArray[np.int64]
    counts: Mapping[int, float]
    words: frozenset[str]


def closeness(search: str) -> dict[str, float]:
    """How close each challenge of the library is to the words, from 0 to 1, by slug; empty where no letter is left."""
    index = _index()
    found = list(dict.fromkeys(_pieces_of(_meant(search, index.words))))
    if not found:
        return {}
    counts, rows = _counting(found, index.counts), directions(found)
    along = index.texts @ _one_row(rows, counts)
    near = np.maximum.reduceat((rows @ index.vectors.T)[:, index.held], index.holds, axis=1)
    told = np.where(near > _SAME, 1, np.maximum(near - _UNLIKE, 0) * _NEAR)
    whole = np.maximum.reduceat(along, index.starts)
    scores = _WHOLE * whole + _TITLE * along[index.starts] + _PIECES * (counts @ told) / counts.sum()
    return dict(zip(index.slugs, scores.clip(0, 1).tolist(), strict=True))


def fitting(search: str) -> list[str]:
    """The slugs of what is close to the words, closest first; empty where nothing fits."""
    found = sorted(closeness(search).items(), key=lambda pair: -pair[1])
    if not found or found[0][1] < _FITS:
        return []
    return [slug for slug, close in found if close >= _SHOWN]


def _meant(search: str, words: frozenset[str]) -> str:
    """The words of a search, a slip mended where a word of the library is near and the word itself is none."""
    return " ".join(_mended(word, words) for word in _words_of(search[:_LONGEST])[:_WORDS])


def _mended(word: str, words: frozenset[str]) -> str:
    if word in words or word in pieces():
        return word
    return next(iter(get_close_matches(word, words, n=1, cutoff=_ALIKE)), word)


def _words_of(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).casefold().replace("’", "").replace("'", "")
    return _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))


def _pieces_of(text: str) -> list[int]:
    return numbers([" ".join(_words_of(text))], pieces())


@cache
def _index() -> _Index:
    """Made once, when somebody first looks for something."""
    challenges = catalogue().by_boldness
    texts = [[text for text in (one.title, *one.said) if _pieces_of(text)] for one in challenges]
    cut = [[_pieces_of(text) for text in some] for some in texts]
    counts = _counts(cut)
    known = sorted(counts)
    vectors, places = directions(known), {piece: place for place, piece in enumerate(known)}
    held = [sorted({places[piece] for text in some for piece in text}) for some in cut]
    rows = [
        _one_row(vectors[[places[piece] for piece in text]], _counting(text, counts)) for some in cut for text in some
    ]
    starts = np.cumsum([0, *map(len, cut)])[:-1]
    return _Index(
        slugs=[one.slug for one in challenges],
        texts=np.stack(rows),
        starts=starts,
        vectors=vectors,
        held=np.concatenate([np.array(some) for some in held]),
        holds=np.cumsum([0, *map(len, held)])[:-1],
        counts=counts,
        words=frozenset(word for some in texts for text in some for word in _words_of(text)),
    )


def _counts(cut: Sequence[Sequence[Sequence[int]]]) -> dict[int, float]:
    """What each piece counts: the more, the fewer challenges hold it."""
    often = Counter(piece for some in cut for piece in {piece for text in some for piece in text})
    return {piece: _count(len(cut), many) for piece, many in often.items()}


def _count(all_of_them: int, holding: int) -> float:
    return float((min(log((all_of_them + 1) / (holding + 0.5)), _RAREST) / _RAREST) ** _STEEP + _LEAST)


def _counting(found: Sequence[int], counts: Mapping[int, float]) -> _Floats:
    return np.array([counts.get(piece, 1 + _LEAST) for piece in found], np.float32)


def _one_row(rows: _Floats, counts: _Floats) -> _Floats:
    row = counts @ rows
    return row / max(float(np.linalg.norm(row)), _LEAST)
