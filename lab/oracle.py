"""An oracle: it sees the true state and takes the card whose one ask is worth most on day ninety."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from lab.arrays import Bools, Floats, Indices
from lab.calendar import LAST_DAY, place_of
from lab.deck import HELD_OUT, NEW_PLACE, PRACTISED
from lab.learners.learner import Meeting
from lab.learners.rescorla_wagner import (
    BROODED,
    DULLED,
    HARSH,
    LEAST_BELIEF,
    MOST_BELIEF,
    PLAIN_DREAD,
    THREAT_DREAD,
    WEIGHT_OF_A_YES,
    WELCOME,
    RescorlaWagner,
    learner_sting,
)
from lab.policy import REST_DAY, LabOffer, Scene

EACH: Final = (-1, PRACTISED)  # from one long row to people x cards
_TESTED: Final = slice(PRACTISED, PRACTISED + HELD_OUT)


@dataclass(frozen=True, slots=True)
class OracleAsks:
    """Every card for every person who is in, in one long row; beliefs as they are today in today's place."""

    who: Indices
    cards: Indices
    places: Indices
    no_before: Floats
    cost_before: Floats
    kept: Floats  # share of what is learned today that is left on the last day


class OneStepOracle:
    """Expected points of held-out SUDS that one ask takes away, times the chance that it is asked; else a rest."""

    def __init__(self, scene: Scene) -> None:
        if not isinstance(scene.learner, RescorlaWagner):
            raise TypeError("the oracle reads the state of the Rescorla-Wagner learner and its kin")
        self.scene, self.learner = scene, scene.learner
        people, apart = scene.learner.people, scene.learner.deck.distance[:PRACTISED, _TESTED]
        self.chance_near, self.safety_near, self.threat_near = (
            np.exp(-apart / reach[:, None, None])
            for reach in (people.chance_reach, people.safety_reach, people.threat_reach)
        )

    def pick(self, day: int, still: Bools) -> Indices:
        picks = np.full(len(still), REST_DAY)
        who = np.flatnonzero(still)
        worth = self.worth(who, day)
        best = worth.argmax(axis=1)
        picks[who] = np.where(worth[np.arange(len(who)), best] > 0, best, REST_DAY)
        return picks

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        """The oracle looks, it does not remember."""

    def worth(self, who: Indices, day: int) -> Floats:
        """People x cards: points of SUDS on the last day that offering each card today takes away."""
        asks = self.asks(who, day)
        will = self.learner.will_ask(asks.who, self.learner.tension(asks.who, asks.cards, asks.places))
        yes, harsh = self.scene.yes[asks.who, asks.cards], self.learner.people.harsh[asks.who]
        after = np.zeros(len(asks.who))
        for chance, no, awful in (
            (yes, 0.0, np.full(len(yes), WELCOME)),
            ((1 - yes) * (1 - harsh), 1.0, self.learner.people.real_cost[asks.who]),
            ((1 - yes) * harsh, 1.0, np.full(len(yes), HARSH)),
        ):
            after += chance * self.tension_after(asks, no, awful, day)
        gain = self.tension_without(who, day)[:, None] - after.reshape(EACH)
        return will.reshape(EACH) * gain

    def asks(self, who: Indices, day: int) -> OracleAsks:
        rows, cards = np.repeat(who, PRACTISED), np.tile(np.arange(PRACTISED), len(who))
        places = np.repeat(place_of(self.scene.seed, self.learner.people.id[who], day), PRACTISED)
        lasts = self.learner.lasting_share(rows, cards, float(day))
        lasting, brief = self.left(rows, day)
        return OracleAsks(
            who=rows,
            cards=cards,
            places=places,
            no_before=self.learner.no_chance(rows, cards),
            cost_before=self.learner.awfulness(rows, cards, places),
            kept=lasts * lasting + (1 - lasts) * brief,
        )

    def left(self, who: Indices, day: int) -> tuple[Floats, Floats]:
        """The shares of lasting and of brief safety that are left on the last day."""
        nights, people = LAST_DAY - day, self.learner.people
        return np.exp(-nights / people.lasting_days[who]), np.exp(-nights / people.brief_days[who])

    def tension_without(self, who: Indices, day: int) -> Floats:
        """Mean held-out SUDS on the last day if nothing more is asked."""
        chance, cost = self.beliefs(who, day)
        return self.tension_of(who, chance, cost)

    def beliefs(self, who: Indices, day: int) -> tuple[Floats, Floats]:
        """What will be thought of the held-out challenges in the new place on the last day, before clipping."""
        learner = self.learner
        lasting, brief = self.left(who, day)
        safety = lasting[:, None] * learner.lasting[who, _TESTED, NEW_PLACE]
        safety += brief[:, None] * learner.brief[who, _TESTED, NEW_PLACE]
        chance = learner.no_before[who, _TESTED] + learner.no_shift[who, _TESTED]
        return chance, learner.cost_before[who, _TESTED] + learner.threat[who, _TESTED] - safety

    def tension_after(self, asks: OracleAsks, no: float, awful: Floats, day: int) -> Floats:
        """The same after each of these asks, answered so; one value an ask."""
        learner = self.learner
        traits = learner.people.of(asks.who)
        unexpected, error = no - asks.no_before, awful - asks.cost_before
        chance_step = traits.chance_rate * learner.chance_share(asks.who, asks.cards, unexpected) * unexpected
        weight = 1.0 if no else WEIGHT_OF_A_YES
        fresh = 1.0 - DULLED * np.minimum(1.0, learner.tiredness[asks.who])
        better = weight * np.maximum(0.0, -error) * learner.cost_share(asks.who, asks.cards, error) * fresh
        safety_step = traits.safety_rate * better * asks.kept * traits.elsewhere
        sting = learner_sting(awful, asks.cost_before) / 100.0 if no else np.zeros(len(awful))
        threat_step = traits.threat_rate * weight * np.maximum(0.0, error)
        threat_step += traits.rumination_harm * traits.rumination * BROODED * sting**3
        who = asks.who.reshape(EACH)[:, 0]
        chance, cost = self.beliefs(who, day)
        chance = chance[:, None] + chance_step.reshape(*EACH, 1) * self.chance_near[who]
        cost = cost[:, None] + threat_step.reshape(*EACH, 1) * self.threat_near[who]
        cost -= safety_step.reshape(*EACH, 1) * self.safety_near[who]
        return self.tension_of(who, chance, cost).ravel()

    def tension_of(self, who: Indices, chance: Floats, cost: Floats) -> Floats:
        """Mean SUDS over the last axis, the held-out challenges, of rested people."""
        dread = THREAT_DREAD * np.sqrt(
            np.clip(chance, LEAST_BELIEF, MOST_BELIEF) * np.clip(cost, LEAST_BELIEF, 1.0)
        ).mean(axis=-1)
        plain = PLAIN_DREAD * self.learner.difficulty[who, _TESTED].mean(axis=-1)
        shape = (len(who),) + (1,) * (dread.ndim - 1)
        return np.asarray(100.0 * self.learner.people.scale[who].reshape(shape) * (plain.reshape(shape) + dread))
