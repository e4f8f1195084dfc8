"""Where the true value may lie. Plain formulas, each with its source; nothing here knows what an ask is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from nerve.measured import Z
from nerve.parameters import LEVEL


@dataclass(frozen=True, slots=True)
class Interval:
    """From low to high, both included."""

    low: float
    high: float


def share_interval(part: float, whole: int) -> Interval:
    """Wilson's score interval for a share (Wilson 1927), both in 0 to 1.

    `part` may be a sum of values from 0 to 1: none of these varies more than a yes or no with the same
    mean, so for their mean the interval is at least as wide as it must be. Raises ValueError unless
    0 <= part <= whole and whole >= 1.
    """
    if whole < 1 or not 0 <= part <= whole:
        raise ValueError(f"{part!r} of {whole!r} is no share")
    share, weight = part / whole, Z * Z / whole
    middle = (share + weight / 2) / (1 + weight)
    reach = math.sqrt(share * (1 - share) * weight + weight * weight / 4) / (1 + weight)
    return Interval(max(0.0, min(share, middle - reach)), min(1.0, max(share, middle + reach)))


def difference_interval(before: tuple[int, int], after: tuple[int, int]) -> Interval:
    """Newcombe's interval for the share after minus the share before, each (part, whole) (Newcombe 1998, method 10)."""
    old, new = share_interval(*before), share_interval(*after)
    was, now = before[0] / before[1], after[0] / after[1]
    down = math.hypot(now - new.low, old.high - was)
    up = math.hypot(new.high - now, was - old.low)
    return Interval(now - was - down, now - was + up)


def median_interval(ordered: Sequence[float]) -> Interval:
    """The interval for the median between two order statistics (Thompson 1936); `ordered` is sorted.

    It needs no shape of distribution and holds the median with at least the level. Raises ValueError
    where there are too few values to reach the level at all.
    """
    rank = median_rank(len(ordered))
    return Interval(ordered[rank - 1], ordered[len(ordered) - rank])


def median_rank(n: int) -> int:
    """The largest r for which the r-th smallest and r-th largest of n hold the median with at least the level.

    The number of values below the median is binomial (n, 1/2), so it walks from the middle outwards,
    about the root of n steps. Raises ValueError where no r does (fewer than 6 values at 95 %).
    """
    rank = n // 2
    chance = math.exp(math.lgamma(n + 1) - math.lgamma(rank + 1) - math.lgamma(n - rank + 1) - n * math.log(2))
    held = chance if n % 2 == 0 else 2 * chance
    while held < LEVEL and rank > 0:
        chance *= rank / (n - rank + 1)
        held += 2 * chance
        rank -= 1
    if rank == 0:
        raise ValueError(f"{n} values are too few for an interval of the median")
    return rank


def mean_interval(values: Sequence[float], *, low: float, high: float) -> Interval:
    """Student's interval for a mean (Student 1908), cut off at the ends of the scale. Needs 8 values or more."""
    mean = fmean(values)
    reach = t_quantile(len(values) - 1) * float(np.std(values, ddof=1)) / math.sqrt(len(values))
    return Interval(max(low, min(mean, mean - reach)), min(high, max(mean, mean + reach)))


def t_quantile(freedom: int) -> float:
    """Student's t at the upper end of the level, by the series 26.7.5 of Abramowitz and Stegun (1964).

    Off by less than 0.0001 from 7 degrees of freedom on.
    """
    z = Z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / float(freedom) ** power for power, term in enumerate(terms, start=1))
