"""A rated thing over time: does it rise or fall, and what line is drawn through it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from nerve.arrays import Floats, Ints
from nerve.columns import AskColumns
from nerve.measured import Change, Lacking, Z
from nerve.parameters import TREND_NEEDED, TREND_POINTS
from nerve.smoothing import LinePoint, line_through
from nerve.timeline import Per, as_columns, places


@dataclass(frozen=True, slots=True)
class Point:
    """One rating: on which day, where on the axis, and how much (0 to 100)."""

    day: date | None
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Course:
    """The points in order; the slope in points a week (or a turn, see `per`); a line with its band, for drawing.

    The line is empty as long as the slope is too few to tell.
    """

    points: tuple[Point, ...]
    per: Per
    slope: Change
    line: tuple[LinePoint, ...]


@dataclass(frozen=True, slots=True)
class Slope:
    """Theil and Sen's slope with Sen's interval, in units of y per unit of x; `pairs` were looked at."""

    value: float
    low: float
    high: float
    pairs: int


def course_of(rated: Sequence[tuple[datetime | None, float]], *, of: Lacking) -> Course:
    """The course of ratings (moment, 0 to 100), given in the order of life; from 8 on it has a slope and a line."""
    stamps, days = as_columns([moment for moment, _ in rated])
    return _course_through(stamps, days, as_floats([y for _, y in rated]), of=of)


def course_in(columns: AskColumns, rows: Ints, ratings: Floats, *, of: Lacking) -> Course:
    """The course of one of the log's ratings over these rows, which have it."""
    return _course_through(columns.seconds[rows], columns.day[rows], ratings[rows], of=of)


def _course_through(stamps: Floats, days: Ints, ratings: Floats, *, of: Lacking) -> Course:
    """The course of ratings given as columns: seconds since 1970 (nan for none), ordinals of days (0 for none)."""
    found, per = places(stamps)
    order = np.argsort(found, kind="stable")
    dates = [date.fromordinal(day) if day else None for day in days[order].tolist()]
    points = tuple(map(Point, dates, found[order].tolist(), ratings[order].tolist()))
    x, y = joined(found[order], ratings[order])
    if len(x) < TREND_NEEDED:
        more, lacking = TREND_NEEDED - len(x), of if len(points) < TREND_NEEDED else "days"
        return Course(points, per, Change.lacking(len(points), more, lacking), ())
    slope = slope_of(x, y)
    if slope is None:
        return Course(points, per, Change.lacking(len(points), 1, "days"), ())
    return Course(points, per, Change(slope.value, slope.low, slope.high, len(points)), line_through(x, y))


def slope_of(x: Floats, y: Floats) -> Slope | None:
    """The median slope of all pairs (Theil 1950; Sen 1968); None where all x are the same.

    The interval lies between two ranks of the slopes, as far from the middle as Kendall's S may stray by
    chance. One wild value moves it little and no shape of noise is assumed, only that one rating does not hang
    on the last. x and y are of one length, at least 3, and finite.
    """
    right, left = np.triu_indices(len(x), k=1)[::-1]
    run, rise = x[right] - x[left], y[right] - y[left]
    apart = run != 0
    slopes = np.sort(rise[apart] / run[apart])
    if slopes.size == 0:
        return None
    stray = Z * np.sqrt(kendall_variance(x, y))
    low = max(int(np.round((slopes.size - stray) / 2)) - 1, 0)
    high = min(int(np.round((slopes.size + stray) / 2)), slopes.size - 1)
    return Slope(float(np.median(slopes)), float(slopes[low]), float(slopes[high]), slopes.size)


def kendall_variance(x: Floats, y: Floats) -> float:
    """The variance of Kendall's S where nothing moves, with ties in x and in y (Kendall 1975, chapter 4)."""
    n = len(x)
    t, u = (np.unique(values, return_counts=True)[1].astype(float) for values in (x, y))
    unbroken = n * (n - 1) * (2 * n + 5) - sum(float(np.sum(k * (k - 1) * (2 * k + 5))) for k in (t, u))
    twos = float(np.sum(t * (t - 1)) * np.sum(u * (u - 1))) / (2 * n * (n - 1))
    threes = float(np.sum(t * (t - 1) * (t - 2)) * np.sum(u * (u - 1) * (u - 2)))
    return max(0.0, unbroken / 18 + twos + threes / (9 * n * (n - 1) * (n - 2)))


def joined(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """At most 200 points: beyond that, neighbours in time become one point at their median time and median value.

    `x` is sorted; equal times are never split. The work for 10,000 ratings stays that for 200, every rating has
    its say, and the interval stays honest, as joined points hang together no more than the ratings did.
    """
    if len(x) <= TREND_POINTS:
        return x, y
    group = np.searchsorted(x, x, side="left") * TREND_POINTS // len(x)
    return _medians_of(x, group), _medians_of(y, group)


def _medians_of(values: Floats, group: Ints) -> Floats:
    """The median of the values of each group; `group` is sorted."""
    ascending = values[np.lexsort((values, group))]
    first = np.flatnonzero(np.diff(group, prepend=-1))
    held = np.diff(first, append=len(group))
    return np.asarray(0.5 * (ascending[first + (held - 1) // 2] + ascending[first + held // 2]), dtype=np.float64)


def as_floats(values: Sequence[float]) -> Floats:
    return np.asarray(values, dtype=np.float64)
