"""A Kalman filter: one learns as fast as one is unsure, and is surer with each ask (Tzovara, Korn & Bach 2018)."""

from typing import Final

import numpy as np

from lab.arrays import Bools, Floats, Indices
from lab.deck import LabDeck
from lab.learners.rescorla_wagner import RescorlaWagner
from lab.people import People

_AT_FIRST: Final = 1.6  # times the usual rate is the gain of the first ask
_MOST_GAIN: Final = 0.9
_DRIFT: Final = 0.02  # share of the first doubt that comes back each night: people and places change


class Kalman(RescorlaWagner):
    """Doubt (a variance, in units of how noisy one answer is) is kept for each challenge; no surprise is discounted."""

    def __init__(self, people: People, deck: LabDeck) -> None:
        super().__init__(people, deck)
        cards = len(deck.facets)
        self.chance_doubt = np.repeat(_doubt_for(people.chance_rate)[:, None], cards, axis=1)
        self.cost_doubt = np.repeat(_doubt_for(people.safety_rate)[:, None], cards, axis=1)
        self.first_chance_doubt, self.first_cost_doubt = self.chance_doubt.copy(), self.cost_doubt.copy()

    def chance_share(self, who: Indices, cards: Indices, error: Floats) -> Floats:
        return _gain(self.chance_doubt[who, cards]) / self.people.chance_rate[who]

    def cost_share(self, who: Indices, cards: Indices, error: Floats) -> Floats:
        return _gain(self.cost_doubt[who, cards]) / self.people.safety_rate[who]

    def chance_met(self, who: Indices, cards: Indices, error: Floats) -> None:
        near = self.near(who, cards, self.people.chance_reach)
        self.chance_doubt[who] *= 1.0 - _gain(self.chance_doubt[who, cards])[:, None] * near

    def cost_met(self, who: Indices, cards: Indices, error: Floats) -> None:
        near = self.near(who, cards, self.people.safety_reach)
        self.cost_doubt[who] *= 1.0 - _gain(self.cost_doubt[who, cards])[:, None] * near

    def night(self, strain: Floats, asked: Bools, skipped: Bools) -> None:
        super().night(strain, asked, skipped)
        self.chance_doubt = np.minimum(self.first_chance_doubt, self.chance_doubt + _DRIFT * self.first_chance_doubt)
        self.cost_doubt = np.minimum(self.first_cost_doubt, self.cost_doubt + _DRIFT * self.first_cost_doubt)


def _gain(doubt: Floats) -> Floats:
    """The share of an error that is learned."""
    return np.asarray(doubt / (doubt + 1.0), dtype=np.float64)


def _doubt_for(rate: Floats) -> Floats:
    """The doubt of somebody who has not asked yet."""
    first = np.minimum(_MOST_GAIN, _AT_FIRST * rate)
    return np.asarray(first / (1.0 - first), dtype=np.float64)
