"""Forecast against result: how likely a no was thought, and how often one was heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum
from statistics import fmean
from typing import Final

import numpy as np

from nerve.arrays import Bools, Floats
from nerve.columns import MAYBE, NO, NO_REPLY, Asks, ask_columns
from nerve.estimates import mean_of, share_of
from nerve.intervals import share_interval
from nerve.measured import Change, Lacking, Measured
from nerve.parameters import ANSWERS_NEEDED, BIN_WIDTH
from nerve.rep import HIGHEST

_OF: Final[Lacking] = "forecasts"


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts between two edges of the scale, and what was heard: one point of the calibration curve, in per cent."""

    low: float
    high: float
    forecast: float
    heard: Measured


@dataclass(frozen=True, slots=True)
class ForecastAgainstResult:
    """Of the answered asks with a forecast of a no, in per cent: the mean forecast, the noes heard, and the gap.

    `gap` is forecast minus heard, in points: "up" says that more noes were forecast than came. `brier` runs
    from 0 (always sure and right) over 0.25 (always 50) to 1. Asks with a forecast that ended in silence or
    a maybe are counted apart. `expected` is how many noes the forecasts add up to, `noes` how many were heard of the
    same answers: counts, which are true from the first answer on.
    """

    forecast: Measured
    heard: Measured
    gap: Change
    brier: Measured
    curve: tuple[Bin, ...]
    silences: int
    maybes: int
    expected: float
    noes: int


def forecast_against_result(asks: Asks) -> ForecastAgainstResult:
    """Everything that forecasts of a no can say, from 8 answered asks on. Asks felt as unfair are left out before."""
    columns = ask_columns(asks)
    foretold = ~np.isnan(columns.no_before)
    answered = foretold & columns.answered
    percent, no = columns.no_before[answered], columns.outcome[answered] == NO
    mean = mean_of(percent, of=_OF)
    heard = share_of(int(no.sum()), len(no), of=_OF)
    return ForecastAgainstResult(
        forecast=mean,
        heard=heard,
        gap=_gap_between(mean, heard),
        brier=_brier_of(percent, no),
        curve=_curve_of(percent, no),
        silences=int((foretold & (columns.outcome == NO_REPLY)).sum()),
        maybes=int((foretold & (columns.outcome == MAYBE)).sum()),
        expected=fsum(percent.tolist()) / HIGHEST,
        noes=int(no.sum()),
    )


def by_channel(asks: Asks, channels: Sequence[str]) -> dict[str, ForecastAgainstResult]:
    """The same for each channel, by name. `channels` names that of each ask; what has none ("") is left out."""
    columns, named = ask_columns(asks), np.array(channels, dtype=np.object_)
    return {name: forecast_against_result(columns.where(named == name)) for name in sorted(set(channels) - {""})}


def _gap_between(forecast: Measured, heard: Measured) -> Change:
    """Forecast minus heard. The forecasts were written down and are known; only the answers could have come otherwise.

    So the interval is Wilson's, turned around. It is rather too wide than too narrow: noes of unequal
    chances vary less than noes of one (Hoeffding 1956).
    """
    if forecast.value is None or heard.spoken is None:
        return Change(None, None, None, heard.n, heard.needs)
    low, share, high = (forecast.value - percent for percent in heard.spoken[::-1])
    return Change(share, low, high, heard.n)


def _brier_of(percent: Floats, no: Bools) -> Measured:
    """The mean square of what forecasts (per cent) missed by, 0 to 1 (Brier 1950, the half of it for yes or no)."""
    n = len(no)
    if n < ANSWERS_NEEDED:
        return Measured.lacking(n, ANSWERS_NEEDED - n, _OF)
    total = fsum(((percent / HIGHEST - no) ** 2).tolist())
    interval = share_interval(total, n)
    return Measured(total / n, interval.low, interval.high, n)


def _curve_of(percent: Floats, no: Bools) -> tuple[Bin, ...]:
    """The calibration curve (Murphy and Winkler 1977), lowest forecasts first; empty below 8 answers.

    Bins are 20 points wide. One with fewer than 8 answers is put together with the next above, a thin
    last one with the bin below it, so that every point can carry its interval.
    """
    # A forecast on an edge belongs to the bin above it.
    steps = np.minimum(percent // BIN_WIDTH, HIGHEST // BIN_WIDTH - 1)
    edges = [0]
    for step, fallen in enumerate(np.cumsum(np.bincount(steps.astype(np.intp), minlength=1)), start=1):
        if fallen - (steps < edges[-1]).sum() >= ANSWERS_NEEDED:
            edges.append(step)
    if len(edges) == 1:
        return ()
    edges[-1] = int(HIGHEST // BIN_WIDTH)
    inside = [(low, high, (steps >= low) & (steps < high)) for low, high in pairwise(edges)]
    return tuple(_bin_of(BIN_WIDTH * low, BIN_WIDTH * high, percent[fell], no[fell]) for low, high, fell in inside)


def _bin_of(low: float, high: float, percent: Floats, no: Bools) -> Bin:
    return Bin(low, high, fmean(percent.tolist()), share_of(int(no.sum()), len(no), of=_OF))
