"""What one answer teaches: how far it moves the felt chance of a no and how bad a no is felt to be.

Equations: evidence 5.3; the rule, Rescorla & Wagner 1972. How large a surprise is still believed differs between
people (Pittig et al. 2023; Winkler et al. 2025), so each formula holds one row for each of three kinds of people.
"""

from typing import Final

import numpy as np

from nerve.arrays import Bools, Floats
from nerve.parameters import (
    CAUTIOUS_FROM,
    CAUTIOUS_SHARE,
    CAUTIOUS_WIDTH,
    CHANCE_RATE,
    OPEN_FROM,
    OPEN_SHARE,
    OPEN_WIDTH,
    SAFETY_RATE,
    STING_FLOOR,
    STING_REACH,
    WARY_FROM,
    WARY_SHARE,
    WARY_WIDTH,
    YES_COST,
    YES_TEACHES,
)

# The kinds of people, one a row: those who believe large surprises, wary ones, and those who believe small ones only.
KINDS: Final = np.array([OPEN_SHARE, WARY_SHARE, CAUTIOUS_SHARE])
_FROM: Final = np.array([[OPEN_FROM], [WARY_FROM], [CAUTIOUS_FROM]])
_WIDTH: Final = np.array([[OPEN_WIDTH], [WARY_WIDTH], [CAUTIOUS_WIDTH]])
_OPEN, CAUTIOUS = 0, 2


def believed(error: Floats) -> Floats:
    """The share of each surprise that is believed, kinds x errors; the rest was a lucky escape."""
    return np.asarray(np.exp(-((np.maximum(0.0, np.abs(error) - _FROM) / _WIDTH) ** 2)), dtype=np.float64)


def chance_step(felt: Floats, heard_no: Bools) -> Floats:
    """By how much the felt chance of a no moves, kinds x asks, after a no or else a yes."""
    error = np.where(heard_no, 1.0, 0.0) - felt
    return np.asarray(CHANCE_RATE * error * believed(error), dtype=np.float64)


def safety_step(felt: Floats, heard_no: Bools, awful: float | Floats) -> Floats:
    """By how much less bad a no is felt to be, kinds x asks: it was not as bad as feared; a yes says little of it."""
    relief = np.maximum(0.0, felt - np.where(heard_no, awful, YES_COST))
    return np.asarray(SAFETY_RATE * np.where(heard_no, 1.0, YES_TEACHES) * relief * believed(relief), dtype=np.float64)


def sting_of(felt_cost: Floats, cost: float | Floats) -> Floats:
    """Points of sting (evidence 5.3): half by how bad it was, half by how bad it was feared to be."""
    return np.asarray(STING_FLOOR + STING_REACH * 0.5 * (cost + felt_cost), dtype=np.float64)
