"""Shift: what an ask did to the belief in the feared thing, and after a no to how bad a no would be."""

from collections.abc import Iterable
from dataclasses import dataclass

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


def shift_of(reps: Iterable[Rep]) -> Shift:
    """Every shift that these reps can tell of. An ask that was not made tested nothing and is left out."""
    made = [rep for rep in reps if rep.outcome != "not_asked"]
    shifts = [shift for rep in made if (shift := feared_shift(rep)) is not None]
    rates = [rate for rep in made if (rate := learning_rate(rep)) is not None]
    costs = [cost for rep in made if (cost := cost_shift(rep)) is not None]
    return Shift(
        feared=median_of(shifts, of="re_ratings", kind=Change),
        learning_rate=median_of(rates, of="gaps", kind=Measured),
        cost=median_of(costs, of="noes", kind=Change),
    )


def feared_shift(rep: Rep) -> float | None:
    """Re-rating minus forecast of the same feared thing, in points; below 0 it became less likely."""
    return minus(rep.feared_after, rep.feared_before)


def cost_shift(rep: Rep) -> float | None:
    """How bad a no would be, re-rating minus forecast, in points; only a no tests it (Hofmann 2004)."""
    return minus(rep.cost_after, rep.cost_before) if rep.outcome == "no" else None


def learning_rate(rep: Rep) -> float | None:
    """(before - after) / (before - happened), all of the feared thing (after Pittig et al. 2023).

    None where a part is missing, or where before and happened lie closer than 15 points: then there was
    little to learn, and the fraction would blow up a slip.
    """
    gap, shift = minus(rep.feared_happened, rep.feared_before), feared_shift(rep)
    if gap is None or shift is None or abs(gap) < LEARNING_GAP:
        return None
    return shift / gap


def surprised_unmoved(rep: Rep) -> bool:
    """Whether it went better than feared, that was a big surprise, and the belief hardly fell.

    The lucky escape: such an ask wants the question "what would you have to see to believe it next time?".
    Where the surprise was not rated, the distance between the forecast and what happened stands for it.
    """
    gap, shift = minus(rep.feared_before, rep.feared_happened), feared_shift(rep)
    if gap is None or shift is None or gap < LEARNING_GAP:
        return False
    surprise = rep.surprise if rep.surprise is not None else gap
    return surprise >= BIG_SURPRISE and -shift < SMALL_SHIFT


def minus(later: float | None, earlier: float | None) -> float | None:
    """The difference, where both are given."""
    return later - earlier if later is not None and earlier is not None else None


@dataclass(frozen=True, slots=True)
class FearedThing:
    """The feared thing before, as it happened and when asked again: means over the same asks, 0 to 100."""

    before: Measured
    happened: Measured
    after: Measured


def feared_thing(reps: Iterable[Rep]) -> FearedThing:
    """The three side by side, over the asks that were made and rated all three ways; from 8 on."""
    made = [rep for rep in reps if rep.outcome != "not_asked"]
    rated = [(rep.feared_before, rep.feared_happened, rep.feared_after) for rep in made]
    whole = [(before, came, after) for before, came, after in rated if None not in (before, came, after)]
    before, came, after = ([row[at] or 0.0 for row in whole] for at in range(3))
    return FearedThing(*(mean_of(values, of="re_ratings") for values in (before, came, after)))
