"""How bold today may be: gentle at first, gentler after a step that was too much and on an empty day.

These are kindnesses, not limits; what no estimate may pass is in `limits.py`.
"""

from collections.abc import Sequence

import numpy as np

from nerve.limits import Expected, tension_of_rep
from nerve.parameters import (
    EMPTY_TANK,
    EMPTY_TANK_SHARE,
    EMPTY_TANK_TENSION,
    FIRST_SHARE,
    FIRST_TENSION,
    REMEMBERED,
    REST_DAYS,
    SMALLER,
    TENSION_PER_ASK,
)
from nerve.rep import HIGHEST, Rep
from nerve.replay import Observations


def most_today(expected: Expected, reps: Sequence[Rep], energy: float | None) -> float:
    """The most tension (0 to 100) that is kind today; `expected` is of all the cards, `reps` in the order of life.

    What is gentle is so for this person: whom every card makes tense is not held to the few that bring nothing.
    """
    most = max(FIRST_TENSION, _gentlest(expected, FIRST_SHARE)) + TENSION_PER_ASK * asks_counted(reps)
    if reps and reps[-1].too_much:
        most = min(most, tension_of_rep(reps[-1], expected) - SMALLER)
    if is_empty(energy):
        most = min(most, most_on_empty(expected))
    return min(HIGHEST, most)


def most_on_empty(expected: Expected) -> float:
    """The most tension that is kind with little in the tank."""
    return max(EMPTY_TANK_TENSION, _gentlest(expected, EMPTY_TANK_SHARE))


def _gentlest(expected: Expected, share: float) -> float:
    """The most tension among this share of the cards, the gentlest ones; there is at least one card."""
    return float(np.sort(expected.tension)[int(share * (len(expected.tension) - 1))])


def asks_counted(reps: Sequence[Rep]) -> int:
    """How many of the last reps were asks."""
    return sum(rep.made for rep in reps[-REMEMBERED:])


def is_empty(energy: float | None) -> bool:
    """Whether there is little in the tank today."""
    return energy is not None and energy <= EMPTY_TANK


def asked_lately(told: Observations) -> bool:
    """Whether there is something to rest from: after a day off there is none."""
    return bool((told.asked & (told.ago < REST_DAYS)).any())
