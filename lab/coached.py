"""A policy that sees what the application would see: cards and reps. It calls a coach for each person and day."""

from collections.abc import Callable
from importlib import import_module
from random import Random
from typing import Final

import numpy as np

from lab.arrays import Bools, Indices
from lab.deck import number_of
from lab.learners.learner import Meeting
from lab.logbook import Logbook, lab_moment
from lab.policy import REST_DAY, LabOffer, Scene
from nerve.suggestion import Choice

_PRIME: Final = 1_000_003  # so that a day's dice differ between persons


class Coached:
    """`function` is `module:function`, with the signature of `nerve.choice.choose`; `asked` are arguments besides."""

    def __init__(self, scene: Scene, function: str, **asked: float) -> None:
        self.scene, self.asked = scene, asked
        self.choose = choice_function(function)
        self.cards = scene.learner.deck.cards()
        self.logbook = Logbook(scene)
        self.energy: list[float | None] = []

    def pick(self, day: int, still: Bools) -> Indices:
        self.energy = self.logbook.energy(day)
        picks = np.full(len(still), REST_DAY)
        for person in np.flatnonzero(still):
            choice = self.choose(
                self.cards,
                self.logbook.reps[person],
                now=lab_moment(day),
                energy=self.energy[person],
                resting=frozenset(),
                **self.asked,
                rng=Random((self.scene.seed * _PRIME + int(self.scene.learner.people.id[person])) * _PRIME + day),
            )
            picks[person] = REST_DAY if choice.key is None else number_of(choice.key)
        return picks

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        self.logbook.write(offer, meeting, self.energy)


def choice_function(function: str) -> Callable[..., Choice]:
    """The function of that name. Raises ValueError where there is none."""
    module, _, name = function.partition(":")
    try:
        chooser: Callable[..., Choice] = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise ValueError(f"{function}: no such module:function ({error})") from error
    return chooser
