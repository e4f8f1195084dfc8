"""Whether small surprises stick better than big ones in a person's own log; said only where the log shows it."""

from collections.abc import Sequence
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nerve.columns import ask_columns
from nerve.parameters import REMEMBERED
from nerve.rep import Rep
from nerve.shift import learning_rates

_SMALL: Final = 40  # points between what was feared and what came; above is a big surprise
_ENOUGH: Final = 5  # of each
_CLEAR: Final = 1.96  # standard deviations of the rank sum: one chance in forty, if they stuck alike


def small_surprises_stick(reps: Sequence[Rep]) -> bool:
    """Whether beliefs lately went further toward what came after small surprises than after big ones, beyond chance.

    A rank test (Mann and Whitney 1947) of the learning rates, which asks of them only which is larger.
    """
    columns = ask_columns(reps[-REMEMBERED:])
    rates, gaps = learning_rates(columns), np.abs(columns.feared_happened - columns.feared_before)
    known = columns.made & ~np.isnan(rates)
    small, big = rates[known & (gaps <= _SMALL)], rates[known & (gaps > _SMALL)]
    if min(len(small), len(big)) < _ENOUGH:
        return False
    wins = float(np.sum(small[:, None] > big) + 0.5 * np.sum(small[:, None] == big))
    return wins - len(small) * len(big) / 2 >= _CLEAR * _spread(small, big)


def _spread(small: NDArray[np.float64], big: NDArray[np.float64]) -> float:
    """The standard deviation of the wins if both stuck alike, with ties taken into account."""
    n, m = len(small), len(big)
    whole = n + m
    _, ties = np.unique(np.concatenate([small, big]), return_counts=True)
    tied = float(np.sum(ties**3 - ties)) / (whole * (whole - 1))
    return sqrt(n * m / 12 * (whole + 1 - tied))
