"""The policies that are tried, by name. From `oracle` on they see the truth; the others what would have been logged."""

from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np

from lab.arrays import Bools, Floats, Indices
from lab.bounded import BlindOracle, BoundedOracle
from lab.chance import Stream, uniform
from lab.coached import Coached
from lab.deck import PRACTISED
from lab.learners.learner import Meeting
from lab.median import MedianPerson
from lab.oracle import OneStepOracle
from lab.policy import REST_DAY, LabOffer, Policy, Scene
from lab.rollout import RolloutOracle
from nerve.parameters import LOOKING_FOR_A_NO, MOSTLY_YESES, SOME_OF_BOTH

_EASIEST: Final = 0.2  # where gut begins among the cards, from the gentlest (0) to the boldest (1)
_ONWARDS: Final = 0.03  # after an ask
_BACKWARDS: Final = 0.08  # after an offer that was let go
_NEAREST: Final = 4  # cards around the gut's level, among which chance decides
_LOW, _HIGH = 45.0, 60.0  # SUDS: the tension window
_GUESS_FLOOR, _GUESS_REACH = 15.0, 80.0  # SUDS: how tense a card is, before anything is known of a person
_TRUST: Final = 4.0  # ratings that weigh as much as the guess


class _Nothing:
    """No practice at all."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def pick(self, day: int, still: Bools) -> Indices:
        return np.full(len(still), REST_DAY)

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        """Nothing is remembered."""


class _RandomCard(_Nothing):
    """Any card."""

    def pick(self, day: int, still: Bools) -> Indices:
        return _largest(self.draws(day))

    def draws(self, day: int) -> Floats:
        ids = self.scene.learner.people.id
        return uniform(self.scene.seed, Stream.PICK, ids[:, None], day, np.arange(PRACTISED))


class _RandomMiddle(_RandomCard):
    """Any card of the middle third, by the mean of its facets."""

    def pick(self, day: int, still: Bools) -> Indices:
        rank = _boldness_rank(self.scene)
        return _largest(np.where(np.abs(rank - 0.5) <= 1 / 6, self.draws(day), -1.0))


class _Gut(_RandomCard):
    """A little bolder after each ask, a step back after each offer that was let go."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.rank = _boldness_rank(scene)
        self.level = np.full(len(scene.learner.people), _EASIEST)

    def pick(self, day: int, still: Bools) -> Indices:
        away = np.abs(self.rank - self.level[:, None])
        near = away <= np.partition(away, _NEAREST - 1, axis=1)[:, _NEAREST - 1 : _NEAREST]
        return _largest(np.where(near, self.draws(day), -1.0))

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        moved = self.level[offer.who] + np.where(offer.asked, _ONWARDS, -_BACKWARDS)
        self.level[offer.who] = np.clip(moved, 0.0, 1.0)


class _TensionWindow(_RandomCard):
    """Cards that this person's ratings place inside the window, the least practised first, noes preferred."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        rows = len(scene.learner.people)
        self.guess = _GUESS_FLOOR + _GUESS_REACH * scene.learner.deck.facets[:PRACTISED].mean(axis=1)
        self.apart, self.ratings, self.asked = np.zeros(rows), np.zeros(rows), np.zeros((rows, PRACTISED))

    def pick(self, day: int, still: Bools) -> Indices:
        expected = self.guess + (self.apart / (self.ratings + _TRUST))[:, None]
        outside = np.maximum(0.0, _LOW - expected) + np.maximum(0.0, expected - _HIGH)
        noes = 1.0 - self.scene.learner.deck.told_rates[:PRACTISED]
        return _largest(noes + 0.1 * self.draws(day) - self.asked - outside)

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        self.apart[offer.who] += offer.tension - self.guess[offer.cards]
        self.ratings[offer.who] += 1
        self.asked[offer.who, offer.cards] += offer.asked


def _boldness_rank(scene: Scene) -> Floats:
    """Where each card lies among all, from the gentlest (0) to the boldest (1), by the mean of its facets."""
    means = scene.learner.deck.facets[:PRACTISED].mean(axis=1)
    return np.asarray(means.argsort().argsort() / (PRACTISED - 1), dtype=np.float64)


def _largest(scores: Floats) -> Indices:
    """The card of the highest score for each person."""
    return np.asarray(scores.argmax(axis=1), dtype=np.int64)


def _alone(policy: Callable[[Scene], Policy]) -> Callable[[Scene, str | None], Policy]:
    """A policy that has no variants to choose from."""
    return lambda scene, _: policy(scene)


def _coach(**asked: float) -> Callable[[Scene, str | None], Policy]:
    """The coach, asked for a share of noes; without one it takes what is worth most."""
    return lambda scene, function: Coached(scene, function or "nerve.choice:choose", **asked)


POLICIES: Final[dict[str, Callable[[Scene, str | None], Policy]]] = {
    "none": _alone(_Nothing),
    "random": _alone(_RandomCard),
    "middle": _alone(_RandomMiddle),
    "list": _alone(partial(Coached, function="nerve.graded:graded")),
    "gut": _alone(_Gut),
    "window": _alone(_TensionWindow),
    "coach": _coach(appetite=SOME_OF_BOTH),
    "coach-yeses": _coach(appetite=MOSTLY_YESES),
    "coach-noes": _coach(appetite=LOOKING_FOR_A_NO),
    "coach-open": _coach(),
    "median": _alone(MedianPerson),
    "oracle": _alone(OneStepOracle),
    "bounded": _alone(BoundedOracle),
    "blind": _alone(BlindOracle),
    "rollout": _alone(RolloutOracle),
}
SIMPLE: Final = ("random", "middle", "list", "gut")  # those that a coach has to beat
