"""How bold a challenge is, from its facets alone: one formula, so that decks, cards and neighbours agree."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

# The share of each facet (see `nerve.card`) in difficulty; together 1. The weights are a judgement, not a measurement:
# what is asked for weighs most, then how odd it is; who listens, what it shows of oneself and how strange they are
# weigh alike; rank weighs least, because few cards have it.
WEIGHTS: Final[Mapping[str, float]] = {
    "size": 0.25,
    "oddness": 0.20,
    "status": 0.10,
    "audience": 0.15,
    "disclosure": 0.15,
    "distance": 0.15,
}
# Where the next step of boldness begins: each of the five then holds about a fifth of the library.
_STEPS: Final = (0.225, 0.275, 0.325, 0.40)

_LIGHT: Final = 2  # the last of the steps that are light
_UNTOLD: Final = 0.5


def difficulty(facets: Mapping[str, float]) -> float:
    """D = w·x of evidence 5.3: 0 (nothing to it) to 1, from all six facets (each 0 to 1). Raises KeyError."""
    return sum(weight * facets[name] for name, weight in WEIGHTS.items())


def boldness(facets: Mapping[str, float]) -> int:
    """The same in five steps: 1 is gentle, 5 the boldest. Raises KeyError."""
    return 1 + bisect_right(_STEPS, difficulty(facets))


def is_light(facets: Mapping[str, float]) -> bool:
    """Whether it belongs to the gentler two of the five steps; a facet that nobody told is taken for the middle."""
    told = {name: facets.get(name, _UNTOLD) for name in WEIGHTS}
    return boldness(told) <= _LIGHT
