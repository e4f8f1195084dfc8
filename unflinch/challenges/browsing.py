"""Finding a challenge: by where, how, how bold and how long, and by everyday words."""

import re
from collections.abc import Iterable
from functools import cache

from unflinch.challenges.catalogue import Catalogue, Challenge

CLOSE_ENOUGH = 0.34


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
    return closest(q, found) if pieces(q) else list(found)


def closest(words: str, challenges: Iterable[Challenge]) -> list[Challenge]:
    """Those that share enough three-letter pieces with the words, closest first."""
    wanted = pieces(words)
    scored = [(len(wanted & pieces_of(challenge)) / len(wanted), challenge) for challenge in challenges]
    return [challenge for score, challenge in sorted(scored, key=lambda pair: -pair[0]) if score >= CLOSE_ENOUGH]


@cache
def pieces_of(challenge: Challenge) -> frozenset[str]:
    return pieces(" ".join([challenge.title, *challenge.said, *challenge.tags]))


def pieces(text: str) -> frozenset[str]:
    """Every run of three letters within a word, the word's ends marked: "dog" gives " do", "dog", "og "."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(f" {word} "[at : at + 3] for word in words if len(word) > 1 for at in range(len(word)))
