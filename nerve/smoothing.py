"""A calm line through scattered points, with a band; for drawing only, no claim rests on it."""

import math
from dataclasses import dataclass

import numpy as np

from nerve.arrays import Floats
from nerve.measured import Z
from nerve.parameters import LINE_POINTS, LINE_REACH
from nerve.rep import HIGHEST, LOWEST


@dataclass(frozen=True, slots=True)
class LinePoint:
    """The line at x, with the band in which it lies; y, low and high from 0 to 100."""

    x: float
    y: float
    low: float
    high: float


def line_through(x: Floats, y: Floats) -> tuple[LinePoint, ...]:
    """Local straight lines over the nearest two thirds of the points (Cleveland 1979), at evenly spaced x.

    The band is pointwise, from the scatter about the line (Cleveland and Devlin 1988). x and y are of one
    length, at least 8, and the x are not all the same.
    """
    at = np.linspace(x.min(), x.max(), LINE_POINTS)
    shares = shares_of_points(x, at)
    middle, reach = shares @ y, Z * scatter(x, y) * np.sqrt(np.sum(shares**2, axis=1))
    rows = np.clip(np.stack([middle, middle - reach, middle + reach], axis=1), LOWEST, HIGHEST)
    return tuple(LinePoint(float(place), *row) for place, row in zip(at, rows.tolist(), strict=True))


def shares_of_points(x: Floats, at: Floats) -> Floats:
    """How much each of n points has to say at each of m places, shape (m, n); each row sums to 1."""
    apart = x[None, :] - at[:, None]
    reach = np.sort(np.abs(apart), axis=1)[:, math.ceil(LINE_REACH * len(x)) - 1, None]
    reach = np.where(reach > 0, reach, np.ptp(x))
    # A little beyond the last neighbour: halfway between two crowds all are last, and somebody must have a say.
    weights = np.clip(1 - (np.abs(apart) / (1.001 * reach)) ** 3, 0, None) ** 3
    weights /= weights.sum(axis=1, keepdims=True)
    centre = np.sum(weights * apart, axis=1, keepdims=True)
    spread = np.sum(weights * (apart - centre) ** 2, axis=1, keepdims=True)
    # Where all the neighbours stand on one spot there is no tilt, only their mean.
    tilt = np.divide(-centre, spread, out=np.zeros_like(spread), where=spread > 1e-9 * np.ptp(x) ** 2)
    return np.asarray(weights * (1 + tilt * (apart - centre)), dtype=np.float64)


def scatter(x: Floats, y: Floats) -> float:
    """The standard deviation of the points about the line."""
    shares = shares_of_points(x, x)
    rest = y - shares @ y
    freedom = len(x) - 2 * float(np.trace(shares)) + float(np.sum(shares**2))
    return math.sqrt(float(rest @ rest) / max(freedom, 1.0))
