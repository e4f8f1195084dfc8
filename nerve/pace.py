"""How bold today may be: gentle at first, gentler after a step that was too much and on an empty day.

These are kindnesses, not limits; what no estimate may pass is in `limits.py`.
"""

from collections.abc import Sequence

from nerve.limits import Expected, tension_of
from nerve.parameters import EMPTY_TANK, EMPTY_TANK_TENSION, FIRST_TENSION, NEIGHBOUR, REST_DAYS, TENSION_PER_ASK
from nerve.rep import HIGHEST, Rep
from nerve.replay import Told


def most_today(expected: Sequence[Expected], reps: Sequence[Rep], energy: float | None) -> float:
    """The most tension (0 to 100) that is kind today; `reps` are in the order of life."""
    most = FIRST_TENSION + TENSION_PER_ASK * sum(rep.outcome != "not_asked" for rep in reps)
    if reps and reps[-1].too_much:
        most = min(most, tension_of(reps[-1], expected) - NEIGHBOUR)
    if is_empty(energy):
        most = min(most, EMPTY_TANK_TENSION)
    return min(HIGHEST, most)


def is_empty(energy: float | None) -> bool:
    """Whether there is little in the tank today."""
    return energy is not None and energy <= EMPTY_TANK


def asked_lately(told: Told) -> bool:
    """Whether there is something to rest from: after a day off there is none."""
    return bool((told.asked & (told.ago < REST_DAYS)).any())
