"""Experiments with simulated people, as the studies behind the anchors of evidence 5.2 made them with real ones."""

from collections.abc import Sequence

import numpy as np

from lab.arrays import Floats, Indices, safe_share
from lab.chance import Stream, normal, uniform
from lab.deck import LAB_STRETCH, YES_LOGITS, YES_LOSS, LabDeck
from lab.learners.learner import Luck
from lab.learners.rescorla_wagner import RescorlaWagner, yes_chance
from lab.people import People, draw_people

SEED = 7
CROWD = 1500
SPEECH = [0.3, 0.4, 0.7, 1.0, 1.0]  # little is asked of anybody, before a whole audience, about oneself
CLINIC = 0.5  # SD of trait anxiety from which on somebody might take part in a study of social anxiety
SOON = 0.01  # days between asks of one session


def crowd() -> People:
    return draw_people(SEED, "tuning", 0, CROWD)


def clinic() -> People:
    everybody = crowd()
    return everybody.of(everybody.anxiety > CLINIC)


def deck_of(facets: Sequence[Sequence[float]]) -> LabDeck:
    rows = np.array(facets)
    logits = YES_LOGITS - rows @ YES_LOSS
    nothing = np.zeros(len(rows), dtype=np.bool_)
    distance = LAB_STRETCH * np.abs(rows[:, None] - rows[None]).mean(axis=2)
    return LabDeck(rows, nothing, nothing, distance, logits, logits, safe_share(logits))


class Study:
    """The same people, day by day; every ask is made, nobody gives up."""

    def __init__(self, people: People, deck: LabDeck) -> None:
        self.learner = RescorlaWagner(people, deck)
        self.who = np.arange(len(people))
        self.yes = yes_chance(people, deck)
        self.day = 0.0
        self.made = 0

    def tension(self, card: int, place: int = 0) -> float:
        return float(np.clip(self.felt(card, place), 0, 100).mean())

    def felt(self, card: int, place: int = 0) -> Floats:
        return self.learner.tension(self.who, self.all(card), self.all(place))

    def ask(self, card: int, place: int = 0) -> float:
        """One ask by everybody; the mean tension before it."""
        before = self.tension(card, place)
        ids = self.learner.people.id
        self.made += 1
        luck = Luck(
            no=uniform(SEED, Stream.ANSWER, ids, self.made) >= self.yes[:, card],
            harsh=uniform(SEED, Stream.HARSH, ids, self.made) < self.learner.people.harsh,
            sting=normal(SEED, Stream.STING, ids, self.made),
        )
        self.learner.meet(self.who, self.all(card), self.all(place), self.day, luck)
        self.day += SOON
        return before

    def sleep(self, nights: int) -> None:
        nobody = np.zeros(len(self.who), dtype=np.bool_)
        for _ in range(nights):
            self.learner.night(np.zeros(len(self.who)), nobody, nobody)
            self.day = np.floor(self.day) + 1.0

    def all(self, number: int) -> Indices:
        return np.full(len(self.who), number)
