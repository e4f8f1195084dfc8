"""The days of a trial: an offer, an ask or none, an answer, a night; at the end what was held out."""

from dataclasses import dataclass, fields
from typing import Final, Self

import numpy as np

from lab.arrays import Bools, Floats, Indices, safe_share
from lab.calendar import FOLLOW_UP_DAYS, PRACTICE_DAYS, place_of
from lab.chance import Stream, normal, uniform
from lab.held_out import held_out
from lab.learners.learner import Learner, Luck, Meeting
from lab.policy import REST_DAY, LabOffer, Policy
from lab.worlds import World

_TENSION_NOISE: Final = 7.0  # points
_EARLY_DAYS: Final = 14  # of a world in which many give up early
_HARM_TENSION: Final = 90.0  # points
_HARM_STING: Final = 75.0  # points


@dataclass(frozen=True, slots=True)
class LabResult:
    """One value a person: what was held out, and counts of days."""

    before: Floats  # mean SUDS of what was held out, day 0
    after: Floats  # the same on day 90
    willing: Floats  # chance that it would be asked on day 90, 0 to 1
    misjudged: Floats  # how far the forecast of a no is from its true chance on day 90, 0 to 1
    asks: Floats
    noes: Floats
    harm_days: Floats
    ducked: Floats
    rests: Floats
    stayed: Floats  # 1 for those who were still in on day 60

    def of(self, people: int) -> Self:
        """The first so many of these people."""
        return self.among(np.arange(len(self.before)) < people)

    def among(self, members: Bools) -> Self:
        """Those of these people who are members."""
        return type(self)(**{field.name: getattr(self, field.name)[members] for field in fields(self)})

    @property
    def gain(self) -> Floats:
        """How many points lower than without any practice (nothing else changes anybody)."""
        return self.before - self.after


class Days:
    """The days of some people; the seed is their luck, whatever the policy."""

    def __init__(self, seed: int, world: World, learner: Learner, yes: Floats) -> None:
        self.seed, self.world, self.learner, self.yes = seed, world, learner, yes
        rows = len(learner.people)
        self.still = np.ones(rows, dtype=np.bool_)
        self.counts = {name: np.zeros(rows) for name in ("asks", "noes", "harm_days", "ducked", "rests")}

    def pass_by(self, policy: Policy, first: int = 0) -> LabResult:
        """From the `first` day to the last one."""
        before = held_out(self.learner, self.yes).tension
        nothing, nobody = np.zeros(len(before)), np.zeros(len(before), dtype=np.bool_)
        for day in range(first, PRACTICE_DAYS + FOLLOW_UP_DAYS):
            if day < PRACTICE_DAYS and self.still.any():
                self.live(day, policy)
            else:
                self.learner.night(nothing, nobody, nobody)
        after = held_out(self.learner, self.yes)
        return LabResult(
            before=before,
            after=after.tension,
            willing=after.willing,
            misjudged=after.misjudged,
            stayed=self.still.astype(np.float64),
            **self.counts,
        )

    def live(self, day: int, policy: Policy) -> None:
        """One day: an offer, an ask or none, an answer, perhaps giving up, a night."""
        picks = np.where(self.still, policy.pick(day, self.still), REST_DAY)
        who = np.flatnonzero(picks != REST_DAY)
        offer = self.offer(day, who, picks[who])
        meeting = self.meet(offer)
        policy.note(offer, meeting)
        self.count(picks, offer, meeting)
        rows = len(self.learner.people)
        tension, sting = np.zeros(rows), np.zeros(rows)
        tension[offer.askers] = offer.tension[offer.asked]
        sting[offer.askers] = np.nan_to_num(meeting.sting)
        self.give_up(day, tension, sting)
        asked = np.isin(np.arange(rows), offer.askers)
        self.learner.night(np.maximum(tension, sting), asked, (picks != REST_DAY) & ~asked)

    def offer(self, day: int, who: Indices, cards: Indices) -> LabOffer:
        """What the policy offers, where life puts it, how tense that is and who does it."""
        ids = self.learner.people.id[who]
        places = place_of(self.seed, ids, day)
        noise = _TENSION_NOISE * normal(self.seed, Stream.TENSION, ids, day, cards)
        tension = np.clip(self.learner.tension(who, cards, places) + noise, 0.0, 100.0)
        luck = uniform(self.seed, Stream.ASK, ids, day)
        asked = luck < self.learner.will_ask(who, tension)
        too_much = ~asked & (luck < self.learner.will_ask(who, np.zeros(len(who))))
        return LabOffer(
            day=day,
            who=who,
            cards=cards,
            places=places,
            no_chance=self.learner.no_chance(who, cards),
            awfulness=self.learner.awfulness(who, cards, places),
            tension=tension,
            asked=asked,
            too_much=too_much,
        )

    def meet(self, offer: LabOffer) -> Meeting:
        who, cards, places = offer.askers, offer.cards[offer.asked], offer.places[offer.asked]
        ids = self.learner.people.id[who]
        luck = Luck(
            no=uniform(self.seed, Stream.ANSWER, ids, offer.day, cards) >= self.yes[who, cards],
            harsh=uniform(self.seed, Stream.HARSH, ids, offer.day, cards) < self.learner.people.harsh[who],
            sting=normal(self.seed, Stream.STING, ids, offer.day, cards),
        )
        return self.learner.meet(who, cards, places, float(offer.day), luck)

    def count(self, picks: Indices, offer: LabOffer, meeting: Meeting) -> None:
        harm = offer.tension >= _HARM_TENSION
        harm[offer.asked] |= np.nan_to_num(meeting.sting) >= _HARM_STING
        self.counts["rests"] += self.still & (picks == REST_DAY)
        self.counts["ducked"][offer.who] += ~offer.asked
        self.counts["asks"][offer.who] += offer.asked
        self.counts["noes"][offer.askers] += meeting.no
        self.counts["harm_days"][offer.who] += harm

    def give_up(self, day: int, tension: Floats, sting: Floats) -> None:
        early = self.world.early_quitting if day < _EARLY_DAYS else 0.0
        logits = self.learner.quit_logits(np.arange(len(tension)), tension, sting) + early
        self.still &= uniform(self.seed, Stream.QUIT, self.learner.people.id, day) >= safe_share(logits)
