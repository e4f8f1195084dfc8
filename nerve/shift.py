"""Shift: what an ask did to the belief in the feared thing, and after a no to how bad a no would be."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nerve.arrays import Floats
from nerve.columns import NO, Asks, ask_columns
from nerve.estimates import mean_of, median_of
from nerve.measured import Change, Measured
from nerve.parameters import BIG_SURPRISE, LEARNING_GAP, SMALL_SHIFT
from nerve.rep import Rep


@dataclass(frozen=True, slots=True)
class Shift:
    """Medians over asks: the shift in the feared thing and, after a no, in cost (points, -100 to 100).

    `learning_rate` is 1 where the belief moved all the way to what happened, 0 where it stayed.
    """

    feared: Change
    learning_rate: Measured
    cost: Change


def shift_of(asks: Asks) -> Shift:
    """Every shift that these asks can tell of. One that was not made tested nothing and is left out.

    The shift in the feared thing is re-rating minus forecast: below 0 it became less likely. That in cost is the same
    of how bad a no would be; only a no tests it (Hofmann 2004).
    """
    columns = ask_columns(asks)
    made, heard_no = columns.made, columns.outcome == NO
    return Shift(
        feared=median_of(_told((columns.feared_after - columns.feared_before)[made]), of="re_ratings", kind=Change),
        learning_rate=median_of(_told(learning_rates(columns)[made]), of="gaps", kind=Measured),
        cost=median_of(_told((columns.cost_after - columns.cost_before)[heard_no]), of="noes", kind=Change),
    )


def transfer_of(asks: Asks, kinds: Sequence[str]) -> Change:
    """How much likelier the feared thing is forecast before the next ask of a kind than before the one before it.

    The median over pairs that follow each other, -100 to 100: below 0 it became less likely. `kinds` says what kind
    each ask is of, in the order of life; "" is of none. What is learned in one ask and is gone by the next is no gain.
    """
    columns = ask_columns(asks)
    last: dict[str, float] = {}
    changes = []
    for kind, made, before in zip(kinds, columns.made.tolist(), columns.feared_before.tolist(), strict=True):
        if not kind or not made or np.isnan(before):
            continue
        if kind in last:
            changes.append(before - last[kind])
        last[kind] = before
    return median_of(changes, of="next_asks", kind=Change)


def learning_rates(asks: Asks) -> Floats:
    """(before - after) / (before - happened), all of the feared thing, an ask each (after Pittig et al. 2023).

    nan where a part is missing, or where before and happened lie closer than 15 points: then there was
    little to learn, and the fraction would blow up a slip.
    """
    columns = ask_columns(asks)
    gap, shift = columns.feared_happened - columns.feared_before, columns.feared_after - columns.feared_before
    rates = np.divide(shift, gap, out=np.full(len(columns), np.nan), where=np.abs(gap) >= LEARNING_GAP)
    return np.asarray(rates, dtype=np.float64)


def _told(values: Floats) -> Floats:
    """Without what was not given."""
    return values[~np.isnan(values)]


def surprised_unmoved(rep: Rep) -> bool:
    """Whether it went better than feared, that was a big surprise, and the belief hardly fell.

    The lucky escape: such an ask wants the question "what would you have to see to believe it next time?".
    Where the surprise was not rated, the distance between the forecast and what happened stands for it.
    """
    gap, shift = _minus(rep.feared_before, rep.feared_happened), _minus(rep.feared_after, rep.feared_before)
    if gap is None or shift is None or gap < LEARNING_GAP:
        return False
    surprise = rep.surprise if rep.surprise is not None else gap
    return surprise >= BIG_SURPRISE and -shift < SMALL_SHIFT


def _minus(later: float | None, earlier: float | None) -> float | None:
    """The difference, where both are given."""
    return later - earlier if later is not None and earlier is not None else None


@dataclass(frozen=True, slots=True)
class FearedThing:
    """The feared thing before, as it happened and when asked again: means over the same asks, 0 to 100."""

    before: Measured
    happened: Measured
    after: Measured


def feared_thing(asks: Asks) -> FearedThing:
    """The three side by side, over the asks that were made and rated all three ways; from 8 on."""
    columns = ask_columns(asks)
    rated = np.stack([columns.feared_before, columns.feared_happened, columns.feared_after])
    whole = rated[:, columns.made & ~np.isnan(rated).any(axis=0)]
    return FearedThing(*(mean_of(values, of="re_ratings") for values in whole))
