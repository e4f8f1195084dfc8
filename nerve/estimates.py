"""Values in, one measured number out: a share, a change of share, a median, a mean."""

from dataclasses import dataclass
from statistics import fmean, median
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike

from nerve.intervals import difference_interval, mean_interval, median_interval, share_interval
from nerve.measured import Change, Lacking, Measured
from nerve.parameters import ANSWERS_NEEDED, MEDIAN_NEEDED
from nerve.rep import HIGHEST, LOWEST

_Kind = TypeVar("_Kind", bound=Measured)


def share_of(part: int, whole: int, *, of: Lacking) -> Measured:
    """A share in per cent, 0 to 100, with Wilson's interval; from 8 on."""
    if whole < ANSWERS_NEEDED:
        return Measured.lacking(whole, ANSWERS_NEEDED - whole, of)
    interval = share_interval(part, whole)
    return Measured(100 * (part / whole), 100 * interval.low, 100 * interval.high, whole)


@dataclass(frozen=True, slots=True)
class Halves:
    """How often something was there, counted: in `earlier` of the first `earlier_n`, `later` of the `later_n` after."""

    earlier: int
    earlier_n: int
    later: int
    later_n: int


def halves_of(hits: ArrayLike) -> Halves:
    """The two halves of what is in the order of life; an odd one in the middle belongs to the later half."""
    there = np.asarray(hits, dtype=np.bool_)
    half = len(there) // 2
    return Halves(int(there[:half].sum()), half, int(there[half:].sum()), len(there) - half)


def change_of_share(hits: ArrayLike, *, of: Lacking) -> Change:
    """How a share moved from the earlier half to the later, in points of per cent, -100 to 100; from 8 in each on."""
    halves = halves_of(hits)
    before, after = (halves.earlier, halves.earlier_n), (halves.later, halves.later_n)
    n = before[1] + after[1]
    if n < 2 * ANSWERS_NEEDED:
        return Change.lacking(n, 2 * ANSWERS_NEEDED - n, of)
    interval = difference_interval(before, after)
    change = after[0] / after[1] - before[0] / before[1]
    return Change(100 * change, 100 * interval.low, 100 * interval.high, n)


def median_of(values: ArrayLike, *, of: Lacking, kind: type[_Kind]) -> _Kind:
    """The median, in the unit of the values, between its two order statistics; from 6 on."""
    ordered = _ascending(values)
    if len(ordered) < MEDIAN_NEEDED:
        return kind.lacking(len(ordered), MEDIAN_NEEDED - len(ordered), of)
    interval = median_interval(ordered)
    return kind(median(ordered), interval.low, interval.high, len(ordered))


def upper_median_of(values: ArrayLike, *, of: Lacking) -> Measured:
    """The median of ordered answers: of two in the middle the larger, so that it is an answer somebody gave."""
    ordered = _ascending(values)
    if len(ordered) < MEDIAN_NEEDED:
        return Measured.lacking(len(ordered), MEDIAN_NEEDED - len(ordered), of)
    interval = median_interval(ordered)
    return Measured(ordered[len(ordered) // 2], interval.low, interval.high, len(ordered))


def mean_of(values: ArrayLike, *, of: Lacking) -> Measured:
    """The mean on the scale of 0 to 100 with Student's interval; from 8 on."""
    ordered = _ascending(values)
    if len(ordered) < ANSWERS_NEEDED:
        return Measured.lacking(len(ordered), ANSWERS_NEEDED - len(ordered), of)
    interval = mean_interval(ordered, low=LOWEST, high=HIGHEST)
    return Measured(fmean(ordered), interval.low, interval.high, len(ordered))


def _ascending(values: ArrayLike) -> list[float]:
    """The values from the lowest to the highest, so that no sum hangs on the order in which they were told."""
    ordered: list[float] = np.sort(np.asarray(values, dtype=np.float64)).tolist()
    return ordered
