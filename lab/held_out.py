"""What practice is for: challenges that nobody practised, in a place where nobody practised."""

from dataclasses import dataclass

import numpy as np

from lab.arrays import Floats, Indices
from lab.deck import HELD_OUT, NEW_PLACE, PRACTISED
from lab.learners.learner import Learner


@dataclass(frozen=True, slots=True)
class _HeldOut:
    """Means over the held-out challenges, one a person."""

    tension: Floats  # SUDS
    willing: Floats  # chance that it would be asked, 0 to 1
    misjudged: Floats  # how far the forecast of a no lies from its true chance, 0 to 1


def held_out(learner: Learner, yes: Floats) -> _HeldOut:
    """As it is now; `yes` are the true chances, people x challenges."""
    people = len(learner.people)
    rows: Indices = np.repeat(np.arange(people), HELD_OUT)
    cards = np.tile(np.arange(PRACTISED, PRACTISED + HELD_OUT), people)
    tension = np.clip(learner.tension(rows, cards, np.full(len(rows), NEW_PLACE)), 0.0, 100.0)
    return _HeldOut(
        tension=_mean_of(tension),
        willing=_mean_of(learner.will_ask(rows, tension)),
        misjudged=_mean_of(np.abs(learner.no_chance(rows, cards) - (1.0 - yes[rows, cards]))),
    )


def _mean_of(values: Floats) -> Floats:
    return np.asarray(values.reshape(-1, HELD_OUT).mean(axis=1), dtype=np.float64)
