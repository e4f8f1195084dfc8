"""The oracle promises a number; the simulated people keep it."""

import numpy as np
import pytest

from lab.arrays import Bools, Indices
from lab.chance import Stream, normal
from lab.days import Days
from lab.deck import HELD_OUT, OWN_LOGITS, PRACTISED, draw_deck
from lab.learners.families import FAMILIES
from lab.learners.learner import Meeting
from lab.learners.rescorla_wagner import yes_chance
from lab.oracle import OneStepOracle
from lab.people import draw_people
from lab.policy import REST_DAY, LabOffer, Scene
from lab.worlds import WORLDS

PEOPLE = 1500


class Once:
    """One offer on the first day, then rest."""

    def __init__(self, card: int) -> None:
        self.card = card

    def pick(self, day: int, still: Bools) -> Indices:
        return np.full(len(still), self.card if day == 0 else REST_DAY)

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        """Nothing to remember."""


def scene(family):
    people = draw_people(5, "tuning", 0, PEOPLE)
    deck = draw_deck(5, number=0, written=0.2, error=0.0)
    around = normal(5, Stream.AROUND, people.id[:, None], np.arange(PRACTISED + HELD_OUT))
    return Scene(5, WORLDS["base"], FAMILIES[family](people, deck), yes_chance(people, deck, OWN_LOGITS * around))


@pytest.mark.parametrize("family", FAMILIES)
def test_what_the_oracle_expects_of_an_offer_comes_true_on_average(family):
    found = scene(family)
    worth = OneStepOracle(found).worth(np.arange(PEOPLE), 0).mean(axis=0)
    expected, card = worth.max(), int(worth.argmax())
    gain = Days(found.seed, found.world, found.learner, found.yes).pass_by(Once(card)).gain
    slack = 3 * gain.std() / np.sqrt(PEOPLE)
    assert slack < expected / 4
    assert gain.mean() == pytest.approx(expected, abs=slack)


def test_worth_differs_between_cards_and_people():
    worth = OneStepOracle(scene("rescorla-wagner")).worth(np.arange(40), 0)
    assert np.ptp(worth.mean(axis=0)) > 0.1
    assert len(set(worth.argmax(axis=1))) > 3
