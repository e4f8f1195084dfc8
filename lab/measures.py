"""What a trial shows, in one number each: effect, interval, harm, the worst tenth."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from lab.arrays import Floats
from lab.days import LabResult
from lab.policies import SIMPLE

_DRAWS: Final = 2000  # bootstrap samples
_AT_ONCE: Final = 200  # of them, to keep memory small
_LEVEL: Final = 0.95
_WORST: Final = 0.1  # share of people who are the worst off


@dataclass(frozen=True, slots=True)
class BootstrapInterval:
    """A value with its 95 % bootstrap interval over people (percentiles; Efron & Tibshirani 1993)."""

    value: float
    low: float
    high: float


def effect(result: LabResult) -> float:
    """Cohen's d against no practice: points gained, in SDs of the held-out tension of people who do not practise."""
    return float(result.gain.mean() / spread(result))


def ahead(result: LabResult, other: LabResult, seed: int) -> BootstrapInterval:
    """By how much of d `result` is ahead of `other`, the same people resampled in both."""
    return bootstrap_mean((result.gain - other.gain)[:, None] / spread(result), seed)


def more_harm(result: LabResult, other: LabResult, seed: int) -> BootstrapInterval:
    """How many more days of harm a person has than under `other`, the same people resampled in both."""
    return bootstrap_mean((result.harm_days - other.harm_days)[:, None], seed)


def bootstrap_mean(people: Floats, seed: int) -> BootstrapInterval:
    """The mean of people x columns."""
    return bootstrap(people, lambda rows: np.asarray(rows.mean(axis=(-2, -1)), dtype=np.float64), seed)


def bootstrap(people: Floats, statistic: Callable[[Floats], Floats], seed: int) -> BootstrapInterval:
    """A statistic of people x columns, with the interval that resampling whole people gives; it keeps leading axes."""
    rng = np.random.default_rng(seed)
    drawn = [
        statistic(people[rng.integers(len(people), size=(_AT_ONCE, len(people)))]) for _ in range(_DRAWS // _AT_ONCE)
    ]
    low, high = np.quantile(np.concatenate(drawn), [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
    return BootstrapInterval(float(statistic(people)), float(low), float(high))


def best_simple(results: Mapping[str, LabResult]) -> str:
    """The simple policy with the largest effect: the one to beat."""
    return max(SIMPLE, key=lambda name: effect(results[name]))


def worst_tenth(result: LabResult) -> float:
    """Mean points gained by the tenth who gained least; below 0 they are worse off than without practice."""
    fewest = max(1, round(_WORST * len(result.gain)))
    return float(np.sort(result.gain)[:fewest].mean())


def spread(result: LabResult) -> float:
    """SD over people of the held-out tension before any practice."""
    return float(result.before.std(ddof=1))


def mean(values: Floats) -> float:
    return float(values.mean())
