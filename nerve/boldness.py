"""Boldness: how far up the ladder the asks went."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

STEPS: Final = 5


@dataclass(frozen=True, slots=True)
class _Rung:
    """One of five steps, how many asks were made on it, and which of all asks was the first, from 1 on."""

    step: int
    asks: int
    first: int | None


@dataclass(frozen=True, slots=True)
class Boldness:
    """The ladder from the gentlest step to the boldest, the highest that was asked on, and how many asks it is made of.

    A count is known; it has no interval.
    """

    ladder: tuple[_Rung, ...]
    reached: int | None
    n: int


def boldness_of(steps: Sequence[int | None]) -> Boldness:
    """`steps` are those of the asks made, 1 to 5 in the order of life, None where a challenge has none.

    Raises ValueError for a step off the ladder.
    """
    known = [step for step in steps if step is not None]
    if not all(1 <= step <= STEPS for step in known):
        raise ValueError(f"a step lies between 1 and {STEPS}")
    ladder = tuple(
        _Rung(step, known.count(step), steps.index(step) + 1 if step in known else None) for step in range(1, STEPS + 1)
    )
    return Boldness(ladder, max(known, default=None), len(known))
