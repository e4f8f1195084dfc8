"""Forecast against result: how likely a no was thought, and how often one was heard."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from statistics import fmean
from typing import Final

from nerve.estimates import mean_of, share_of
from nerve.intervals import share_interval
from nerve.measured import Change, Lacking, Measured
from nerve.parameters import ANSWERS_NEEDED, BIN_WIDTH
from nerve.rep import HIGHEST, Rep

OF: Final[Lacking] = "forecasts"


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
    a maybe are counted apart.
    """

    forecast: Measured
    heard: Measured
    gap: Change
    brier: Measured
    curve: tuple[Bin, ...]
    silences: int
    maybes: int


def forecast_against_result(reps: Iterable[Rep]) -> ForecastAgainstResult:
    """Everything that forecasts of a no can say, from 8 answered asks on. Reps felt as unfair are left out before."""
    forecasts = [(rep.no_before, rep) for rep in reps if rep.no_before is not None]
    pairs = [(percent, rep.outcome == "no") for percent, rep in forecasts if rep.answered]
    mean = mean_of([percent for percent, _ in pairs], of=OF)
    heard = share_of(sum(no for _, no in pairs), len(pairs), of=OF)
    return ForecastAgainstResult(
        forecast=mean,
        heard=heard,
        gap=gap_between(mean, heard),
        brier=brier_of(pairs),
        curve=curve_of(pairs),
        silences=sum(rep.outcome == "no_reply" for _, rep in forecasts),
        maybes=sum(rep.outcome == "maybe" for _, rep in forecasts),
    )


def by_channel(reps: Iterable[Rep], channels: Mapping[str, str]) -> dict[str, ForecastAgainstResult]:
    """The same for each channel, by name. `channels` maps a rep's key to its channel; other keys are left out."""
    kept: defaultdict[str, list[Rep]] = defaultdict(list)
    for rep in reps:
        if rep.key in channels:
            kept[channels[rep.key]].append(rep)
    return {channel: forecast_against_result(kept[channel]) for channel in sorted(kept)}


def gap_between(forecast: Measured, heard: Measured) -> Change:
    """Forecast minus heard. The forecasts were written down and are known; only the answers could have come otherwise.

    So the interval is Wilson's, turned around. It is rather too wide than too narrow: noes of unequal
    chances vary less than noes of one (Hoeffding 1956).
    """
    if forecast.value is None or heard.spoken is None:
        return Change(None, None, None, heard.n, heard.needs)
    low, share, high = (forecast.value - percent for percent in heard.spoken[::-1])
    return Change(share, low, high, heard.n)


def brier_of(pairs: Sequence[tuple[float, bool]]) -> Measured:
    """The mean square of what forecasts (per cent) missed by, 0 to 1 (Brier 1950, the half of it for yes or no)."""
    if len(pairs) < ANSWERS_NEEDED:
        return Measured.lacking(len(pairs), ANSWERS_NEEDED - len(pairs), OF)
    total = fsum((percent / HIGHEST - no) ** 2 for percent, no in pairs)
    interval = share_interval(total, len(pairs))
    return Measured(total / len(pairs), interval.low, interval.high, len(pairs))


def curve_of(pairs: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    """The calibration curve (Murphy and Winkler 1977), lowest forecasts first; empty below 8 answers.

    Bins are 20 points wide. One with fewer than 8 answers is put together with the next above, a thin
    last one with the bin below it, so that every point can carry its interval.
    """
    bins: list[list[tuple[float, bool]]] = []
    edges: list[float] = [0.0]
    waiting: list[tuple[float, bool]] = []
    for step, fallen in enumerate(in_bins(pairs), start=1):
        waiting = waiting + fallen
        if len(waiting) >= ANSWERS_NEEDED:
            bins.append(waiting)
            edges.append(min(HIGHEST, step * BIN_WIDTH))
            waiting = []
    if not bins:
        return ()
    bins[-1] += waiting
    edges[-1] = HIGHEST
    return tuple(bin_of(*parts) for parts in zip(edges[:-1], edges[1:], bins, strict=True))


def in_bins(pairs: Sequence[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    """The answers by the bin that their forecast falls in; a forecast on an edge belongs to the bin above it."""
    last = int(HIGHEST / BIN_WIDTH - 1)
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(last + 1)]
    for percent, no in pairs:
        bins[min(int(percent / BIN_WIDTH), last)].append((percent, no))
    return bins


def bin_of(low: float, high: float, fallen: Sequence[tuple[float, bool]]) -> Bin:
    forecast = fmean([percent for percent, _ in fallen])
    return Bin(low, high, forecast, share_of(sum(no for _, no in fallen), len(fallen), of=OF))
