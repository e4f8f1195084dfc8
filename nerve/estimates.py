"""Values in, one measured number out: a share, a change of share, a median, a mean."""

from collections.abc import Sequence
from statistics import fmean, median
from typing import TypeVar

from nerve.intervals import difference_interval, mean_interval, median_interval, share_interval
from nerve.measured import Change, Lacking, Measured
from nerve.parameters import ANSWERS_NEEDED, MEDIAN_NEEDED
from nerve.rep import HIGHEST, LOWEST

Kind = TypeVar("Kind", bound=Measured)


def share_of(part: int, whole: int, *, of: Lacking) -> Measured:
    """A share in per cent, 0 to 100, with Wilson's interval; from 8 on."""
    if whole < ANSWERS_NEEDED:
        return Measured.lacking(whole, ANSWERS_NEEDED - whole, of)
    interval = share_interval(part, whole)
    return Measured(100 * (part / whole), 100 * interval.low, 100 * interval.high, whole)


def change_of_share(hits: Sequence[bool], *, of: Lacking) -> Change:
    """How a share moved from the earlier half to the later, in points of per cent, -100 to 100; from 8 in each half on.

    `hits` is in the order of life; an odd one in the middle belongs to the later half.
    """
    if len(hits) < 2 * ANSWERS_NEEDED:
        return Change.lacking(len(hits), 2 * ANSWERS_NEEDED - len(hits), of)
    half = len(hits) // 2
    before, after = (sum(hits[:half]), half), (sum(hits[half:]), len(hits) - half)
    interval = difference_interval(before, after)
    change = after[0] / after[1] - before[0] / before[1]
    return Change(100 * change, 100 * interval.low, 100 * interval.high, len(hits))


def median_of(values: Sequence[float], *, of: Lacking, kind: type[Kind]) -> Kind:
    """The median, in the unit of the values, between its two order statistics; from 6 on."""
    if len(values) < MEDIAN_NEEDED:
        return kind.lacking(len(values), MEDIAN_NEEDED - len(values), of)
    ordered = sorted(values)
    interval = median_interval(ordered)
    return kind(median(ordered), interval.low, interval.high, len(values))


def upper_median_of(values: Sequence[float], *, of: Lacking) -> Measured:
    """The median of ordered answers: of two in the middle the larger, so that it is an answer somebody gave."""
    if len(values) < MEDIAN_NEEDED:
        return Measured.lacking(len(values), MEDIAN_NEEDED - len(values), of)
    ordered = sorted(values)
    interval = median_interval(ordered)
    return Measured(ordered[len(ordered) // 2], interval.low, interval.high, len(values))


def mean_of(values: Sequence[float], *, of: Lacking) -> Measured:
    """The mean on the scale of 0 to 100 with Student's interval; from 8 on."""
    if len(values) < ANSWERS_NEEDED:
        return Measured.lacking(len(values), ANSWERS_NEEDED - len(values), of)
    interval = mean_interval(values, low=LOWEST, high=HIGHEST)
    return Measured(fmean(values), interval.low, interval.high, len(values))
