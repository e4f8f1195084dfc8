"""What an ask is worth: the relief it can be expected to bring for the whole library, less what it may cost."""

from typing import Final

import numpy as np

from nerve.arrays import Floats, within
from nerve.belief import Belief
from nerve.learning import chance_step, safety_step, sting_of
from nerve.library import Library
from nerve.parameters import (
    BRIEF_DAYS,
    CHANCE_REACH,
    ELSEWHERE,
    HARD_STING,
    HARD_TENSION,
    HARM_PRICE,
    HARSH_COST,
    HARSH_SHARE,
    HORIZON,
    LASTING,
    LASTING_DAYS,
    LASTING_MASSED,
    ROUND_AND_ROUND,
    SAFETY_REACH,
    SPACING_DAYS,
    THREAT_RATE,
    THREAT_REACH,
    THREAT_TENSION,
    WEARY_LEARNING,
)

_STING_NOISE: Final = 8.0  # points by which a sting is off what is expected
_NO_AND_YES: Final = np.array([[[True]], [[False]]])  # either answer, for all kinds of people and all cards at once
_STEEPEST: Final = 120.0  # points a unit: where threat is almost gone, relief is not without bounds


def worth_of(library: Library, belief: Belief) -> Floats:
    """Points of tension, over the mean of the library, that offering each card takes away; below 0 a rest is better.

    The chance of going x (relief - fear) - price of hard moments. A yes and a no count as far as they teach.
    """
    no, yes = 1.0 - belief.yes, belief.yes
    chance_by_no, chance_by_yes = belief.kinds @ chance_step(belief.felt_no, _NO_AND_YES)
    safety_by_no, safety_by_yes = belief.kinds @ safety_step(belief.felt_cost, _NO_AND_YES, belief.awful)
    chance = no * chance_by_no + yes * chance_by_yes
    safety = no * (1.0 - HARSH_SHARE) * safety_by_no + yes * safety_by_yes
    kept = belief.pace * (1.0 - WEARY_LEARNING * min(1.0, belief.weary)) * ELSEWHERE * lasting(belief.rested)
    worse = HARSH_SHARE * np.maximum(0.0, HARSH_COST - belief.felt_cost)
    worse += (1.0 - HARSH_SHARE) * np.maximum(0.0, belief.awful - belief.felt_cost)
    rounds = ROUND_AND_ROUND * (sting_of(belief.felt_cost, belief.awful) / 100.0) ** 3
    by_chance, by_safety, by_threat = reliefs(library, belief)
    relief = by_safety * kept * safety - by_chance * belief.chance_pace * chance
    fear = by_threat * no * (THREAT_RATE * worse + rounds)
    return np.asarray(belief.going * (relief - fear) - HARM_PRICE * harm(belief), dtype=np.float64)


def expected_sting(belief: Belief) -> Floats:
    """Points that a no would sting, card by card; harsh ones are as rare as they are."""
    usual = sting_of(belief.felt_cost, (1.0 - HARSH_SHARE) * belief.awful + HARSH_SHARE * HARSH_COST)
    return within(usual + belief.sting_off, 0.0, 100.0)


def lasting(rested: Floats) -> Floats:
    """The share of what is learned that is left at the horizon: more where nothing alike was asked lately."""
    spaced = LASTING_MASSED + (1.0 - LASTING_MASSED) * -np.expm1(-rested / SPACING_DAYS)
    lasts = LASTING * spaced
    return np.asarray(
        lasts * np.exp(-HORIZON / LASTING_DAYS) + (1.0 - lasts) * np.exp(-HORIZON / BRIEF_DAYS), dtype=np.float64
    )


def reliefs(library: Library, belief: Belief) -> tuple[Floats, Floats, Floats]:
    """Points of tension, over the mean of the library, for each unit less of chance, of cost, and of spread fear."""
    some = library.references()
    felt_no, felt_cost = belief.felt_no[some], belief.felt_cost[some]
    per_chance = np.minimum(_STEEPEST, 0.5 * THREAT_TENSION * np.sqrt(felt_cost / felt_no)) / len(some)
    per_cost = np.minimum(_STEEPEST, 0.5 * THREAT_TENSION * np.sqrt(felt_no / felt_cost)) / len(some)
    return (
        per_chance @ library.near_references(CHANCE_REACH),
        per_cost @ library.near_references(SAFETY_REACH),
        per_cost @ library.near_references(THREAT_REACH),
    )


def harm(belief: Belief) -> Floats:
    """The chance of a hard moment: a harsh no that stings badly, or tension at the edge."""
    stings = _above(sting_of(belief.felt_cost, HARSH_COST), HARD_STING, _STING_NOISE)
    tense = _above(belief.tension, HARD_TENSION, belief.unsure)
    return np.asarray(belief.going * (1.0 - belief.yes) * HARSH_SHARE * stings + tense, dtype=np.float64)


def _above(expected: Floats, line: float, spread: float | Floats) -> Floats:
    """The chance to be above a line, by the logistic curve that follows the normal one within 0.01."""
    return np.asarray(1.0 / (1.0 + np.exp(-1.702 * (expected - line) / spread)), dtype=np.float64)
