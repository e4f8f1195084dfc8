"""Finding a challenge: by where, how, how bold and how long, and by everyday words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from unflinch.challenges.catalogue import Catalogue, Challenge, Deck

_CLOSE_ENOUGH = 0.5
SHELVES = ("Gentle to begin with", "A bit bolder", "Bold")


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Some of the decks under a heading; the shelves go from gentle to bold."""

    title: str
    decks: tuple[Deck, ...]


def shelves_of(decks: Sequence[Deck]) -> list[_Shelf]:
    """All decks (gentlest first, as they come) on shelves of about the same length; no shelf is empty."""
    ends = [len(decks) * nth // len(SHELVES) for nth in range(len(SHELVES) + 1)]
    shelves = zip(SHELVES, ends, ends[1:], strict=False)
    return [_Shelf(title, tuple(decks[start:end])) for title, start, end in shelves if start < end]


def matching(
    catalogue: Catalogue,
    *,
    q: str = "",
    setting: str = "",
    channel: str = "",
    boldness: int | None = None,
    minutes: int | None = None,
    fair: bool = False,
) -> list[Challenge]:
    """The challenges that fit everything asked for: closest to the words first, or gentlest first without words.

    `minutes` is the longest it may take; `fair` leaves out what looks, accent or papers could change.
    """
    found = catalogue.by_boldness.at(setting).by(channel).of_boldness(boldness).within(minutes)
    if fair:
        found = found.without_discrimination_risk()
    return _closest(q, found) if _pieces(q) else list(found)


def _closest(words: str, challenges: Iterable[Challenge]) -> list[Challenge]:
    """Those that share enough three-letter pieces with the words; closest first, and of those the closest by title."""
    wanted = _pieces(words)
    scored = [(_share(wanted, _pieces_of(one)), _share(wanted, _pieces(one.title)), one) for one in challenges]
    scored.sort(key=lambda row: (-row[0], -row[1]))
    return [one for score, _, one in scored if score >= _CLOSE_ENOUGH]


def _share(wanted: frozenset[str], there: frozenset[str]) -> float:
    return len(wanted & there) / len(wanted)


@cache
def _pieces_of(challenge: Challenge) -> frozenset[str]:
    return _pieces(" ".join([challenge.title, *challenge.said, *challenge.tags]))


def _pieces(text: str) -> frozenset[str]:
    """Every run of three letters within a word, the word's ends marked: "dog" gives " do", "dog", "og "."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(f" {word} "[at : at + 3] for word in words if len(word) > 1 for at in range(len(word)))
