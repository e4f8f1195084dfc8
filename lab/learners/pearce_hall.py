"""Pearce and Hall's rule: one attends to what surprised lately, and learns faster there (Pearce & Hall 1980)."""

from typing import Final

import numpy as np

from lab.arrays import Floats, Indices
from lab.deck import LabDeck
from lab.learners.rescorla_wagner import RescorlaWagner
from lab.people import People

_MOVED: Final = 0.45  # share by which attention follows the last surprise (g, evidence 5.1: 0.3 to 0.6)
_USUAL_CHANCE: Final = 0.45  # error in the chance of a no at which one learns at the usual rate
_USUAL_COST: Final = 0.40  # error in the awfulness
_LOWEST, _HIGHEST = 0.2, 2.0  # times the usual rate


class PearceHall(RescorlaWagner):
    """Attention is kept for each challenge and spreads like safety does; big surprises are discounted as elsewhere."""

    def __init__(self, people: People, deck: LabDeck) -> None:
        super().__init__(people, deck)
        self.chance_attention = np.ones((len(people), len(deck.facets)))
        self.cost_attention = np.ones((len(people), len(deck.facets)))

    def chance_share(self, who: Indices, cards: Indices, error: Floats) -> Floats:
        return super().chance_share(who, cards, error) * self.chance_attention[who, cards]

    def cost_share(self, who: Indices, cards: Indices, error: Floats) -> Floats:
        return super().cost_share(who, cards, error) * self.cost_attention[who, cards]

    def chance_met(self, who: Indices, cards: Indices, error: Floats) -> None:
        self.attend(self.chance_attention, who, cards, error / _USUAL_CHANCE)

    def cost_met(self, who: Indices, cards: Indices, error: Floats) -> None:
        self.attend(self.cost_attention, who, cards, error / _USUAL_COST)

    def attend(self, attention: Floats, who: Indices, cards: Indices, surprise: Floats) -> None:
        moved = _MOVED * self.near(who, cards, self.people.safety_reach)
        attention[who] += moved * (np.clip(np.abs(surprise), _LOWEST, _HIGHEST)[:, None] - attention[who])
