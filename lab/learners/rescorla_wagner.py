"""Rescorla and Wagner's rule with decay: a belief moves by a share of its error, and part of what was learned fades.

Equations and letters: evidence 5.3; the rule, Rescorla & Wagner 1972; the decay, Paskewitz, Stoddard & Jones 2022.
"""

from copy import copy
from typing import Final, Self

import numpy as np

from lab.arrays import Bools, Floats, Indices, safe_share
from lab.deck import PLACES, LabDeck
from lab.learners.learner import Luck, Meeting
from lab.people import People

LEAST_BELIEF, MOST_BELIEF = 0.02, 0.98  # no belief is certain

# Fear. Difficulty runs from 0 to 1; what it adds to awfulness is counted from the middle.
_STEEPNESS, _MIDDLE = 0.35, 0.46
PLAIN_DREAD: Final = 0.15  # of the scale, that difficulty brings by itself
THREAT_DREAD: Final = 0.88  # of the scale, that threat brings
_TIRED_DREAD: Final = 8.0  # points for each unit of tiredness
_WRITTEN_BIAS: Final = -0.8  # in writing a yes is overestimated instead (evidence K6)

# Answers. Awfulness runs from 0 to 1, stings from 0 to 100.
HARSH, WELCOME = 0.8, 0.12  # awfulness of a harsh no and of a yes
WEIGHT_OF_A_YES: Final = 0.25  # a yes tells little about how bad a no is
_STING_OF_ANY, _STING_OF_AWFUL = 15.0, 75.0  # points
_STING_NOISE: Final = 6.0  # points

# Learning.
DULLED: Final = 0.3  # of learning, by tiredness
_ALIKE: Final = 0.5  # generalisation from which on an ask counts as similar, for spacing
BROODED: Final = 0.5  # of a cubed sting, what rumination adds to fear at the most

# Going, in logits.
_READY: Final = 3.2  # of asking, when calm and rested
_HELD_BACK: Final = 4.2  # by a tension of 100
_CALM: Final = 30.0  # SUDS up to which nobody is held back
_TOO_TIRED: Final = 1.2  # for each unit of tiredness
_STRAINED: Final = 70.0  # points of tension or sting from which on one thinks of giving up
_BY_TENSION, _BY_STING = 0.045, 0.035  # for each point above
_BY_TIREDNESS, _BY_SKIPS = 1.1, 0.25  # for each unit, for each offer let go


class RescorlaWagner:
    """The family that every world is tried with."""

    def __init__(self, people: People, deck: LabDeck) -> None:
        self.people, self.deck = people, deck
        rows, cards = len(people), len(deck.facets)
        self.difficulty = people.weights @ deck.facets.T
        leaning = np.where(deck.written, _WRITTEN_BIAS, 1.0)
        self.no_before = 1.0 - safe_share(deck.felt_logits - people.bias[:, None] * leaning)
        self.cost_before = people.cost[:, None] + _STEEPNESS * (self.difficulty - _MIDDLE)
        self.no_shift = np.zeros((rows, cards))  # (r)
        self.threat = np.zeros((rows, cards))  # (A)
        self.lasting = np.zeros((rows, cards, len(PLACES)))  # (Is)
        self.brief = np.zeros((rows, cards, len(PLACES)))  # (Il)
        self.habit = np.zeros((rows, cards))  # (H)
        self.last_asked = np.full((rows, cards), -np.inf)
        self.tiredness = np.zeros(rows)  # (F)
        self.skips = np.zeros(rows)

    def of(self, rows: Indices) -> Self:
        """These people as they are now, each as often as named; what they do from now on changes nobody else."""
        other = copy(self)
        other.people = self.people.of(rows)
        for name, value in vars(self).items():
            if isinstance(value, np.ndarray):
                setattr(other, name, value[rows])
        return other

    def no_chance(self, who: Indices, cards: Indices) -> Floats:
        return np.clip(self.no_before[who, cards] + self.no_shift[who, cards], LEAST_BELIEF, MOST_BELIEF)

    def awfulness(self, who: Indices, cards: Indices, places: Indices) -> Floats:
        safety = self.lasting[who, cards, places] + self.brief[who, cards, places]
        return np.clip(self.cost_before[who, cards] + self.threat[who, cards] - safety, LEAST_BELIEF, 1.0)

    def tension(self, who: Indices, cards: Indices, places: Indices) -> Floats:
        threat = self.no_chance(who, cards) * self.awfulness(who, cards, places)
        dread = THREAT_DREAD * np.sqrt(threat) * (1.0 - self.habit[who, cards])
        felt = PLAIN_DREAD * self.difficulty[who, cards] + dread
        return 100.0 * self.people.scale[who] * felt + _TIRED_DREAD * self.tiredness[who]

    def will_ask(self, who: Indices, tension: Floats) -> Floats:
        tense = self.people.avoidance[who] * np.maximum(0.0, tension - _CALM) / (100.0 - _CALM)
        return safe_share(_READY - _HELD_BACK * tense - _TOO_TIRED * self.tiredness[who])

    def meet(self, who: Indices, cards: Indices, places: Indices, day: float, luck: Luck) -> Meeting:
        no_before = self.no_chance(who, cards)
        cost_before = self.awfulness(who, cards, places)
        awful = np.where(luck.no, np.where(luck.harsh, HARSH, self.people.real_cost[who]), WELCOME)
        self.learn_chance(who, cards, luck.no - no_before)
        told = np.where(luck.no, 1.0, WEIGHT_OF_A_YES)
        self.learn_cost(who, cards, places, error=awful - cost_before, weight=told, day=day)
        sting = learner_sting(awful, cost_before) + _STING_NOISE * luck.sting
        sting = np.where(luck.no, np.clip(sting, 0.0, 100.0), np.nan)
        self.ruminate(who, cards, np.nan_to_num(sting) / 100.0)
        self.get_used(who, cards)
        self.last_asked[who, cards] = day
        return Meeting(
            no=luck.no,
            awful=awful,
            sting=sting,
            no_after=self.no_chance(who, cards),
            cost_after=self.awfulness(who, cards, places),
        )

    def quit_logits(self, who: Indices, tension: Floats, sting: Floats) -> Floats:
        hard = _BY_TENSION * np.maximum(0.0, tension - _STRAINED) + _BY_STING * np.maximum(0.0, sting - _STRAINED)
        weary = _BY_TIREDNESS * self.tiredness[who] + _BY_SKIPS * self.skips[who]
        return self.people.quitting[who] + hard + weary

    def night(self, strain: Floats, asked: Bools, skipped: Bools) -> None:
        people = self.people
        self.brief *= np.exp(-1.0 / people.brief_days)[:, None, None]
        self.lasting *= np.exp(-1.0 / people.lasting_days)[:, None, None]
        self.habit *= np.exp(-1.0 / people.habit_days)[:, None]
        tired = people.tiredness_kept * self.tiredness + people.tiredness_rate * (strain / 100.0) ** 1.5
        self.tiredness = tired
        self.skips = np.where(asked, 0.0, self.skips + skipped)

    def learn_chance(self, who: Indices, cards: Indices, error: Floats) -> None:
        """The chance of a no, here and wherever it looks alike."""
        step = self.people.chance_rate[who] * self.chance_share(who, cards, error) * error
        self.no_shift[who] += step[:, None] * self.near(who, cards, self.people.chance_reach)
        self.chance_met(who, cards, error)

    def learn_cost(
        self, who: Indices, cards: Indices, places: Indices, *, error: Floats, weight: Floats, day: float
    ) -> None:
        """It was less bad than feared: safety, part of it lasting. It was worse: threat."""
        people = self.people
        better = weight * np.maximum(0.0, -error) * self.cost_share(who, cards, error)
        step = people.safety_rate[who] * better * (1.0 - DULLED * np.minimum(1.0, self.tiredness[who]))
        lasts = self.lasting_share(who, cards, day)
        safety = step[:, None] * self.near(who, cards, people.safety_reach)
        there = np.where(np.arange(len(PLACES)) == places[:, None], 1.0, people.elsewhere[who][:, None])
        self.lasting[who] += (lasts[:, None] * safety)[:, :, None] * there[:, None, :]
        self.brief[who] += ((1.0 - lasts)[:, None] * safety)[:, :, None] * there[:, None, :]
        worse = people.threat_rate[who] * weight * np.maximum(0.0, error)
        self.threat[who] += worse[:, None] * self.near(who, cards, people.threat_reach)
        self.cost_met(who, cards, error)

    def chance_share(self, who: Indices, cards: Indices, error: Floats) -> Floats:
        """How much of an error in the chance of a no teaches; 1 is all of it, at the person's own rate."""
        return self.believed(who, error)

    def cost_share(self, who: Indices, cards: Indices, error: Floats) -> Floats:
        """How much of an error in the awfulness teaches."""
        return self.believed(who, error)

    def chance_met(self, who: Indices, cards: Indices, error: Floats) -> None:
        """What else an error in the chance of a no changes: here nothing."""

    def cost_met(self, who: Indices, cards: Indices, error: Floats) -> None:
        """What else an error in the awfulness changes: here nothing."""

    def believed(self, who: Indices, error: Floats) -> Floats:
        """The part of a surprise that is believed; the rest was a lucky escape (kappa)."""
        beyond = np.maximum(0.0, np.abs(error) - self.people.discount_from[who])
        return np.asarray(np.exp(-((beyond / self.people.discount_width[who]) ** 2)), dtype=np.float64)

    def lasting_share(self, who: Indices, cards: Indices, day: float) -> Floats:
        """The part of what is learned that lasts (c): more where the last similar ask was longer ago."""
        people = self.people
        alike = self.deck.distance[cards] <= people.safety_reach[who][:, None] * -np.log(_ALIKE)
        gap = day - np.where(alike, self.last_asked[who], -np.inf).max(axis=1)
        spaced = 1.0 - np.exp(-gap / people.spacing_days[who])
        massed = people.lasting_massed[who]
        lasts: Floats = people.lasting_most[who] * (massed + (1.0 - massed) * spaced)
        return lasts

    def ruminate(self, who: Indices, cards: Indices, sting: Floats) -> None:
        """After a no that stung it goes round and round, and the fear grows; sting is 0 to 1."""
        people = self.people
        grown = people.rumination_harm[who] * people.rumination[who] * BROODED * sting**3
        self.threat[who] += grown[:, None] * self.near(who, cards, people.threat_reach)

    def get_used(self, who: Indices, cards: Indices) -> None:
        """Within the day one gets used to it."""
        near = self.near(who, cards, self.people.safety_reach)
        self.habit[who] += self.people.habit_rate[who][:, None] * (1.0 - self.habit[who]) * near

    def near(self, who: Indices, cards: Indices, reach: Floats) -> Floats:
        """How far each challenge shares in what is learned with these: rows x challenges, 0 to 1 (Shepard 1987)."""
        return np.asarray(np.exp(-self.deck.distance[cards] / reach[who][:, None]), dtype=np.float64)


def learner_sting(awful: Floats, expected: Floats) -> Floats:
    """Points that a no stings, by how awful it was and was expected to be."""
    return _STING_OF_ANY + _STING_OF_AWFUL * (awful + expected) / 2.0


def yes_chance(people: People, deck: LabDeck, around: float | Floats = 0.0) -> Floats:
    """The true chance of a yes, people x challenges; `around` (logits) is how each person's own surroundings differ."""
    return safe_share(deck.yes_logits + around + people.welcome[:, None])
