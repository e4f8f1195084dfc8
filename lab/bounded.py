"""The one-step oracle within the limits that bind every coach: the most that a coach may do, were it to know all."""

from dataclasses import replace

import numpy as np

from lab.arrays import Floats, Indices
from lab.learners.rescorla_wagner import HARSH, learner_sting, yes_chance
from lab.oracle import EACH, OneStepOracle, OracleAsks
from lab.policy import Scene
from nerve.parameters import DAYS_APART, MOST_STING, MOST_TENSION


class BoundedOracle(OneStepOracle):
    """No card twice in seven days, none tenser than 70 and none that would sting more than 60 (`nerve.limits`)."""

    def worth(self, who: Indices, day: int) -> Floats:
        asks = self.asks(who, day)
        learner = self.learner
        lately = day - learner.last_asked[asks.who, asks.cards] < DAYS_APART
        tense = learner.tension(asks.who, asks.cards, asks.places) > MOST_TENSION
        forbidden = lately | tense | (self.sting(asks) > MOST_STING)
        return np.where(forbidden.reshape(EACH), 0.0, super().worth(who, day))

    def sting(self, asks: OracleAsks) -> Floats:
        """Points that a no would sting on average."""
        harsh, real = self.learner.people.harsh[asks.who], self.learner.people.real_cost[asks.who]
        return learner_sting(harsh * HARSH + (1.0 - harsh) * real, asks.cost_before)


class BlindOracle(BoundedOracle):
    """One that knows everything but how a person's own surroundings differ from card to card.

    That, only the answers of the very card could tell, and each is asked a few times in sixty days. So this is about
    the most that a coach could do one step at a time, had it known the person from the first day on.
    """

    def __init__(self, scene: Scene) -> None:
        people, deck = scene.learner.people, scene.learner.deck
        super().__init__(replace(scene, yes=yes_chance(people, deck)))
