"""A yardstick for learning who somebody is: it knows the model and its median person, and takes everybody for that one.

It is told who asked what, where, and the answer; no scale that anybody filled in.
"""

from dataclasses import fields, replace
from typing import Final

import numpy as np

from lab.arrays import Bools, Ids, Indices
from lab.bounded import BoundedOracle
from lab.learners.learner import Luck, Meeting
from lab.learners.rescorla_wagner import RescorlaWagner
from lab.people import People, draw_people
from lab.policy import LabOffer, Scene

_CROWD: Final = 2000  # people of the tuning half whose medians are taken
_CROWD_SEED: Final = 1


class MedianPerson:
    """The one-step oracle, within the limits, of the median person who has had the same answers."""

    def __init__(self, scene: Scene) -> None:
        deck, ids = scene.learner.deck, scene.learner.people.id
        self.learner = RescorlaWagner(_median_people(ids), deck)
        self.oracle = BoundedOracle(scene.of(self.learner, np.tile(deck.told_rates, (len(ids), 1))))

    def pick(self, day: int, still: Bools) -> Indices:
        return self.oracle.pick(day, still)

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        who, cards, places = offer.askers, offer.cards[offer.asked], offer.places[offer.asked]
        strain, asked = np.zeros(len(self.learner.people)), np.zeros(len(self.learner.people), dtype=np.bool_)
        strain[who], asked[who] = np.clip(self.learner.tension(who, cards, places), 0.0, 100.0), True
        nothing = np.zeros(len(who))
        luck = Luck(no=meeting.no, harsh=nothing > 0, sting=nothing)
        self.learner.meet(who, cards, places, float(offer.day), luck)
        skipped = np.isin(np.arange(len(asked)), offer.who) & ~asked
        self.learner.night(strain, asked, skipped)


def _median_people(ids: Ids) -> People:
    """The median person, once for each of these."""
    crowd = draw_people(_CROWD_SEED, "tuning", 0, _CROWD)
    middle = {field.name: np.median(getattr(crowd, field.name), axis=0) for field in fields(People)}
    one = {name: np.repeat(np.asarray(value)[None], len(ids), axis=0) for name, value in middle.items()}
    return replace(People(**one), id=ids)
