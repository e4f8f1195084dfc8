"""How many noes a person wants to hear, and what that makes of the next card.

Only a no tests what a no costs (evidence R7); somebody who only ever meets cards that are granted hears about one a
month. So a share of noes is aimed at: ordinary ones, to small asks. What would be too tense or sting too much stays
out, whatever the appetite, and a harsh no is never planned (`limits`).
"""

from collections.abc import Sequence
from itertools import islice

import numpy as np

from nerve.arrays import Bools, Floats
from nerve.library import Library
from nerve.parameters import AIM_CARDS, AIM_REACH, ANSWERS_HEEDED, CATCH_UP, HIGHEST_AIM, LOWEST_AIM
from nerve.rep import Rep


def aim_of(appetite: float, reps: Sequence[Rep], library: Library) -> float:
    """p*: the chance of a no that the next card should have, 0 to 1; `reps` are in the order of life.

    The share of noes that is wanted, and what is owed of it by the last answers, made up for over the next few.
    What can't be refused, and whether a no that one says oneself is taken, say nothing of it.
    """
    heard = (rep.outcome == "no" for rep in reversed(reps) if rep.answered and _counts(rep.key, library))
    answers = list(islice(heard, ANSWERS_HEEDED))
    owed = appetite * len(answers) - sum(answers)
    return min(HIGHEST_AIM, max(LOWEST_AIM, appetite + owed / CATCH_UP))


def near_the_aim(appetite: float, reps: Sequence[Rep], chance_of_no: Floats, among: Bools, library: Library) -> Bools:
    """Which of these cards are refused about as often as is aimed at: at least the nearest few of them.

    Who looks for noes gets them held closer: with a wide reach the gentler half of it would always be worth more.
    """
    aim = aim_of(appetite, reps, library)
    away = np.abs(np.where(library.refusable, chance_of_no, 0.0) - aim)
    # A no that one says oneself has a share of its own, and stands outside of this one.
    away = np.where(among, np.where(library.own_no, 0.0, away), np.inf)
    few = min(AIM_CARDS, int(among.sum())) - 1
    reach = AIM_REACH * min(1.0, 2.0 * (1.0 - appetite))
    nearest = float(np.partition(away, few)[few]) if few >= 0 else 0.0
    return among & (away <= max(reach, nearest))


def _counts(key: str, library: Library) -> bool:
    """Whether an answer to this card could have been a no to an ask; it could where the card is not known."""
    row = library.row_of.get(key)
    return row is None or bool(library.refusable[row])
