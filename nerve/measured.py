"""A number that says how sure it is, or how much it still needs."""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final, Literal, Self

from nerve.parameters import LEVEL

# How many standard deviations either side of the middle an interval reaches.
Z: Final = NormalDist().inv_cdf((1 + LEVEL) / 2)

# What may be lacking; the application has a sentence for each.
Lacking = Literal[
    "forecasts",  # answered asks with a forecast of a no
    "foreseen",  # answered asks where a no was expected
    "tensions",  # asks made whose tension was given
    "noes",  # noes, rated
    "re_ratings",  # asks made with the feared thing rated before and after
    "next_asks",  # asks of a kind asked before, with the feared thing forecast both times
    "gaps",  # of those, the ones with room to learn
    "recoveries",  # asks with the time back to oneself
    "echoes",  # asks with an echo, rated
    "rehearsals",  # asks where it was told how much they were rehearsed
    "habits",  # asks where it was told what was done to feel safe
    "re_offers",  # challenges once let go and offered again, with the pull at both times
    "fortnights",  # answers to the question of a fortnight
    "days",  # the same, on further days
]


@dataclass(frozen=True, slots=True)
class Needs:
    """How many more of what a number needs before it speaks: at least one."""

    more: int
    of: Lacking


@dataclass(frozen=True, slots=True)
class Measured:
    """A value with its interval and the number of asks behind it; or None three times, and what it needs.

    Raises ValueError where a value is not finite, lies outside its interval, or is half there.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    needs: Needs | None = None
    level: float = LEVEL

    def __post_init__(self) -> None:
        numbers = [number for number in (self.low, self.value, self.high) if number is not None]
        if len(numbers) != (3 if self.needs is None else 0):
            raise ValueError("a measured number has a value with its interval, or says what it needs")
        if numbers != sorted(numbers) or not all(map(math.isfinite, numbers)):
            raise ValueError(f"{self.low!r}, {self.value!r}, {self.high!r}: an interval holds its value, in order")

    @property
    def spoken(self) -> tuple[float, float, float] | None:
        """Low, value and high, where there are any."""
        if self.low is None or self.value is None or self.high is None:
            return None
        return self.low, self.value, self.high

    @classmethod
    def lacking(cls, n: int, more: int, of: Lacking) -> Self:
        """Too few to tell."""
        return cls(None, None, None, n, Needs(more, of))

    @classmethod
    def counted(cls, value: int, n: int) -> Self:
        """A plain count: known, so its interval is itself."""
        return cls(float(value), float(value), float(value), n)


@dataclass(frozen=True, slots=True)
class Change(Measured):
    """A measured number whose zero means "no change"."""

    @property
    def moved(self) -> Literal["up", "down"] | None:
        """Which way it went, named only where the whole interval lies on one side of no change."""
        low, _, high = self.spoken or (0.0, 0.0, 0.0)
        if low > 0:
            return "up"
        return "down" if high < 0 else None
