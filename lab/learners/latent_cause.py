"""Latent causes: what is too surprising is put down to something new, and the old fear stays (Gershman & Niv 2012)."""

from typing import Final

import numpy as np

from lab.arrays import Floats, Indices
from lab.learners.rescorla_wagner import RescorlaWagner

_NEW: Final = 0.15  # chance, before the answer, that something new is at work
_USUAL: Final = 0.3  # SD of the error while it is the old cause
_ANYTHING: Final = 0.5  # density of an error under a new cause: as likely as any other between -1 and 1


class LatentCause(RescorlaWagner):
    """The old cause learns by the share put down to it; the rest holds for this challenge, here, for a while."""

    def learn_cost(
        self, who: Indices, cards: Indices, places: Indices, *, error: Floats, weight: Floats, day: float
    ) -> None:
        apart = self.people.safety_rate[who] * weight * np.maximum(0.0, -error) * _new_cause(error)
        super().learn_cost(who, cards, places, error=error, weight=weight, day=day)
        self.brief[who, cards, places] += apart

    def believed(self, who: Indices, error: Floats) -> Floats:
        """The share put down to the old cause takes the place of the discount."""
        return 1.0 - _new_cause(error)


def _new_cause(error: Floats) -> Floats:
    """The chance that an error of this size came from a new cause."""
    usual = np.exp(-0.5 * (error / _USUAL) ** 2) / (_USUAL * np.sqrt(2.0 * np.pi))
    return np.asarray(_NEW * _ANYTHING / (_NEW * _ANYTHING + (1.0 - _NEW) * usual), dtype=np.float64)
