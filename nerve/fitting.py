"""Regression on what was told, with gaps: a few unknowns of a person, held by what holds for most people."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from nerve.arrays import Floats
from nerve.parameters import NEAR_TRUST, SLIP


@dataclass(frozen=True, slots=True)
class Tellings:
    """What was told of one thing, an ask a row; the weight is one over the variance, and 0 where nothing was told."""

    value: Floats
    weight: Floats

    @classmethod
    def of(cls, value: Floats, variance: float | Floats) -> Self:
        """Values with gaps (nan)."""
        told = ~np.isnan(value)
        return cls(np.where(told, value, 0.0), told / variance)

    def drawn_to(self, usual: Floats, variance: float) -> Floats:
        """The values, drawn towards what is usual, and that itself where nothing was told."""
        return np.asarray(
            (self.value * self.weight + usual / variance) / (self.weight + 1.0 / variance), dtype=np.float64
        )

    def with_error(self, variance: float) -> Self:
        """With an error that all tellings of one ask share."""
        return type(self)(self.value, self.weight / (1.0 + self.weight * variance))

    def faded(self, shares: Floats) -> Self:
        return type(self)(self.value, self.weight * shares)


@dataclass(frozen=True, slots=True)
class DesignColumns:
    """What a value is made of: what it was at first, common columns, and what each kind of person has learned."""

    first: Floats  # rows
    common: Floats  # columns x rows
    learned: Floats  # kinds x rows


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near each card lies to the asks so far, 0 to 1, and how much of each still counts."""

    cards: Floats  # asks x cards
    fresh: Floats  # asks


@dataclass(frozen=True, slots=True)
class Fit:
    """What each kind of person predicts for the asks so far and for the cards, and how likely it made what was told."""

    asks: Floats  # kinds x asks
    cards: Floats  # kinds x cards
    coefficients: Floats  # kinds x columns, the last one is how much more than usual was learned
    evidence: Floats  # kinds, a log


def together(*parts: Tellings) -> Tellings:
    """Several tellings of the same thing as one, by their variances (Cochran 1937)."""
    weight = sum((part.weight for part in parts), np.zeros(1))
    value = sum((part.weight * part.value for part in parts), np.zeros(1))
    return Tellings(value / np.maximum(weight, 1e-9), weight)


def fitted(tellings: Tellings, asks: DesignColumns, cards: DesignColumns, *, rate_sd: float) -> Fit:
    """Bayesian linear regression for each kind, its unknowns of mean 0 (Bishop 2006, section 3.3).

    Value = first + common columns times their unknowns, each of SD 1, + learned times (1 + the last one, of `rate_sd`).
    """
    kinds, unknowns = len(asks.learned), len(asks.common) + 1
    rows = np.empty((kinds, unknowns, len(asks.first)))
    rows[:, :-1], rows[:, -1] = asks.common, asks.learned
    open_ = tellings.value - asks.first - asks.learned
    weighed = rows * tellings.weight
    precision = weighed @ rows.transpose(0, 2, 1) + np.eye(unknowns)
    precision[:, -1, -1] += rate_sd**-2.0 - 1.0
    moment = weighed @ open_[:, :, None]
    found = np.asarray(np.linalg.solve(precision, moment)[:, :, 0], dtype=np.float64)
    left = open_**2 @ tellings.weight - (found * moment[:, :, 0]).sum(axis=1)
    return Fit(
        asks=_predicted(asks, found),
        cards=_predicted(cards, found),
        coefficients=found,
        evidence=np.asarray(-0.5 * (left + np.linalg.slogdet(precision)[1]), dtype=np.float64),
    )


def _predicted(columns: DesignColumns, found: Floats) -> Floats:
    learned = columns.learned * (1.0 + found[:, -1:])
    return np.asarray(columns.first + found[:, :-1] @ columns.common + learned, dtype=np.float64)


def nearby(tellings: Tellings, expected: Floats, near: Nearness) -> Floats:
    """How far tellings lie off what was expected, near each card, drawn towards 0 (Nadaraya 1964; Watson 1964)."""
    off = np.where(tellings.weight > 0, tellings.value - expected, 0.0)
    trust = near.fresh * np.minimum(1.0, tellings.weight * SLIP**2)
    # Two rows at once: the way through all asks and cards is what costs.
    sums, weights = np.array([trust * off, trust]) @ near.cards
    return np.asarray(sums / (weights + NEAR_TRUST), dtype=np.float64)
