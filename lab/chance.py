"""Chance without memory: the same draw for the same person, day and card, whatever was drawn before.

A draw is a hash of its counters (Steele, Lea & Flood 2014, the finaliser of SplitMix64), so that two policies
meet the same luck wherever they do the same: common random numbers.
"""

from enum import IntEnum, auto
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from lab.arrays import Floats

_Counter: TypeAlias = int | NDArray[np.uint64] | NDArray[np.int64]

_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_SHIFTS: Final = tuple(np.uint64(shift) for shift in (30, 27, 31, 11))
_BITS: Final = 2.0**-53


class Stream(IntEnum):
    """What a draw is for; two purposes never share one."""

    PERSON = auto()
    DECK = auto()
    AROUND = auto()
    PLACE = auto()
    TENSION = auto()
    ASK = auto()
    ANSWER = auto()
    HARSH = auto()
    STING = auto()
    QUIT = auto()
    ENERGY = auto()
    TELL = auto()
    SLIDER = auto()
    PICK = auto()
    NEEDS = auto()
    SILENCE = auto()


def uniform(seed: int, stream: Stream, *counters: _Counter) -> Floats:
    """Draws from 0 (never reached) to 1 (never reached), one for each combination of the counters' shapes."""
    mixed = _mix(np.asarray(seed, dtype=np.uint64), np.asarray(int(stream), dtype=np.uint64))
    for counter in counters:
        mixed = _mix(mixed, np.asarray(counter).astype(np.uint64))
    return ((mixed >> _SHIFTS[3]).astype(np.float64) + 0.5) * _BITS


def normal(seed: int, stream: Stream, *counters: _Counter) -> Floats:
    """Draws of mean 0 and SD 1 (Box & Muller 1958)."""
    radius = np.sqrt(-2.0 * np.log(uniform(seed, stream, *counters, 0)))
    return np.asarray(radius * np.cos(2.0 * np.pi * uniform(seed, stream, *counters, 1)), dtype=np.float64)


def _mix(state: NDArray[np.uint64], counter: NDArray[np.uint64]) -> NDArray[np.uint64]:
    with np.errstate(over="ignore"):
        mixed = state * _GOLDEN + counter + _GOLDEN
        mixed = (mixed ^ (mixed >> _SHIFTS[0])) * _FIRST
        mixed = (mixed ^ (mixed >> _SHIFTS[1])) * _SECOND
        return np.asarray(mixed ^ (mixed >> _SHIFTS[2]), dtype=np.uint64)
