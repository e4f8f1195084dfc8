"""Finding a challenge: by where, how, how bold and how long, and by what is meant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unflinch.challenges.catalogue import Catalogue, Deck
from unflinch.challenges.searching import fitting
from unflinch.challenges.shape import Challenge
from unflinch.challenges.tiles import TILES

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
    tile: str = "",
    setting: str = "",
    channel: str = "",
    boldness: int | None = None,
    minutes: int | None = None,
    fair: bool = False,
) -> list[Challenge]:
    """The challenges that fit everything asked for: closest in meaning first, or gentlest first without words.

    `minutes` is the longest it may take; `fair` leaves out what looks, accent or papers could change.
    """
    found = catalogue.by_boldness.at(setting).by(channel).of_boldness(boldness).within(minutes)
    if tile:
        found = TILES[tile].of(found)
    if fair:
        found = found.without_discrimination_risk()
    return _closest(q, found) if q.strip() else list(found)


def _closest(words: str, challenges: Iterable[Challenge]) -> list[Challenge]:
    by_slug = {one.slug: one for one in challenges}
    return [by_slug[slug] for slug in fitting(words) if slug in by_slug]
