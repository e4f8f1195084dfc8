"""An oracle above the one-step oracle: it also knows what going on is worth, and what tiredness costs.

Both come from imagined futures: the same people from today to the last day, under the one-step oracle, with luck
of their own. So it will not buy one good ask with a person who gives up.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from lab.arrays import Bools, Floats, Indices, share
from lab.calendar import PRACTICE_DAYS
from lab.days import EARLY_DAYS, Days
from lab.oracle import OneStepOracle
from lab.policy import REST, Scene

FUTURES: Final = 16  # imagined for each person
RETHOUGHT: Final = 6  # days for which what they showed is used
MORE_TIRED: Final = 0.3  # tiredness added in the second set of futures
OTHER_LUCK: Final = 1  # added to the seed: the futures are not what will happen


class RolloutOracle(OneStepOracle):
    """The worth of one step, less the chance of giving up times the worth of going on, less the price of tiredness."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.going_on = np.zeros(len(scene.learner.people))  # points of SUDS for each day that is left
        self.tiring = np.zeros(len(scene.learner.people))  # points of SUDS for each unit of tiredness and day left

    def pick(self, day: int, still: Bools) -> Indices:
        picks = np.full(len(still), REST)
        who = np.flatnonzero(still)
        if day % RETHOUGHT == 0:
            self.imagine(who, day)
        worth = np.column_stack([self.worth(who, day) - self.price(who, day), np.zeros(len(who))])
        best = worth.argmax(axis=1)
        picks[who] = np.where(best < worth.shape[1] - 1, best, REST)
        return picks

    def price(self, who: Indices, day: int) -> Floats:
        """People x cards: points that offering each card costs beyond what a rest does."""
        asks = self.asks(who, day)
        tension = self.learner.tension(asks.who, asks.cards, asks.places)
        will = self.learner.will_ask(asks.who, tension)
        nothing = np.zeros(len(will))
        early = self.scene.world.early_quitting if day < EARLY_DAYS else 0.0
        hard = share(self.learner.quit_logits(asks.who, tension, nothing) + early)
        calm = share(self.learner.quit_logits(asks.who, nothing, nothing) + early)
        tired = self.learner.people.tiredness_rate[asks.who] * (np.minimum(tension, 100.0) / 100.0) ** 1.5
        days_left = PRACTICE_DAYS - 1 - day
        cost = (hard - calm) * self.going_on[asks.who] + tired * self.tiring[asks.who]
        return (days_left * will * cost).reshape(len(who), -1)

    def imagine(self, who: Indices, day: int) -> None:
        """What the futures show, for each of the days that are left."""
        days_left = max(1, PRACTICE_DAYS - day)
        left = self.left_over(who, day, 0.0)
        self.going_on[who] = np.maximum(0.0, self.tension_without(who, day) - left) / days_left
        more = self.left_over(who, day, MORE_TIRED) - left
        self.tiring[who] = np.maximum(0.0, more) / MORE_TIRED / days_left

    def left_over(self, who: Indices, day: int, tiredness: float) -> Floats:
        """Mean held-out SUDS on the last day of the futures of people who are so much more tired today."""
        learner = self.learner.of(np.repeat(who, FUTURES))
        learner.tiredness = learner.tiredness + tiredness
        future = np.tile(np.arange(FUTURES, dtype=np.uint64), len(who))
        learner.people = replace(learner.people, id=learner.people.id * np.uint64(FUTURES) + future)
        yes = np.repeat(self.scene.yes[who], FUTURES, axis=0)
        scene = replace(self.scene, seed=self.scene.seed + OTHER_LUCK, learner=learner, yes=yes)
        after = Days(scene.seed, scene.world, learner, yes).pass_by(OneStepOracle(scene), first=day).after
        return np.asarray(after.reshape(len(who), FUTURES).mean(axis=1), dtype=np.float64)
