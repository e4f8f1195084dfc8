"""An oracle above the one-step oracle: it tries the best cards, and a rest, in the future that will really come.

It knows the dice as well. So it is never worse than the one-step oracle with anybody, and better than any policy can
hope to be: a roof, not a rival.
"""

from typing import Final

import numpy as np

from lab.arrays import Bools, Floats, Indices
from lab.days import Days
from lab.learners.learner import Meeting
from lab.oracle import OneStepOracle
from lab.policy import REST_DAY, LabOffer, Policy

_CARDS: Final = 8  # the best by their one step; a rest is tried beside them


class RolloutOracle(OneStepOracle):
    """After today's card each future goes on under the one-step oracle; the best future's card is offered."""

    def pick(self, day: int, still: Bools) -> Indices:
        picks = np.full(len(still), REST_DAY)
        who = np.flatnonzero(still)
        worth = np.column_stack([self.worth(who, day), np.zeros(len(who))])
        best = np.argsort(-worth, axis=1)[:, :_CARDS]
        tried = np.where(best == worth.shape[1] - 1, REST_DAY, best)
        tried = np.column_stack([tried, np.full(len(who), REST_DAY)])
        left = self.left_over(who, tried, day)
        picks[who] = tried[np.arange(len(who)), left.argmin(axis=1)]
        return picks

    def left_over(self, who: Indices, tried: Indices, day: int) -> Floats:
        """People x tried cards: mean held-out SUDS on the last day."""
        rows = np.repeat(who, tried.shape[1])
        learner, yes = self.learner.of(rows), self.scene.yes[rows]
        futures = Days(self.scene.seed, self.scene.world, learner, yes)
        rest_of_it = _Then(tried.ravel(), OneStepOracle(self.scene.of(learner, yes)))
        return futures.pass_by(rest_of_it, first=day).after.reshape(tried.shape)


class _Then:
    """These cards on the first day that it is asked, and another policy from then on."""

    def __init__(self, cards: Indices, policy: Policy) -> None:
        self.cards: Indices | None = cards
        self.policy = policy

    def pick(self, day: int, still: Bools) -> Indices:
        cards, self.cards = self.cards, None
        return self.policy.pick(day, still) if cards is None else cards

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        self.policy.note(offer, meeting)
