"""A trial: sixty days of practice, thirty days on one's own, then challenges and a place never practised."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from itertools import starmap
from typing import Final

import numpy as np

from lab.arrays import Floats, Indices
from lab.calendar import FOLLOW_UP_DAYS, PRACTICE_DAYS, place_of
from lab.chance import Stream, normal, uniform
from lab.deck import HELD_OUT, NEW_PLACE, PRACTISED, draw_deck
from lab.learners.families import FAMILIES
from lab.learners.learner import Learner, Luck, Meeting
from lab.learners.rescorla_wagner import yes_chance
from lab.people import HALVES, Half, draw_people
from lab.policies import POLICIES
from lab.policy import Offer, Policy, Scene
from lab.worlds import WORLDS, World

SEED: Final = 20261123
TENSION_NOISE: Final = 7.0  # points
EARLY_DAYS: Final = 14  # of a world in which many give up early
HARM_TENSION: Final = 90.0  # points
HARM_STING: Final = 75.0  # points
PART: Final = 50  # people that one process follows at a time

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Result:
    """One value a person: mean tension of what was held out (SUDS, day 0 and day 90) and counts of days."""

    before: Floats
    after: Floats
    asks: Floats
    noes: Floats
    harm_days: Floats
    ducked: Floats
    rests: Floats
    stayed: Floats  # 1 for those who were still in on day 60

    @property
    def gain(self) -> Floats:
        """How many points lower than without any practice (nothing else changes anybody)."""
        return self.before - self.after


def run(
    policy: str,
    world: str,
    people: int = 1000,
    seed: int = SEED,
    half: Half = "tuning",
    *,
    family: str = "rescorla-wagner",
    coach: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Result:
    """The trial of one policy in one world with the people numbered from 0; `coach` is a `module:function` to try.

    The same arguments give the same result, on however many workers.
    """
    parts = [(start, min(start + PART, people)) for start in range(0, people, PART)]
    jobs = [Job(policy, world, seed, half, family, coach, start, stop) for start, stop in parts]
    return joined(followed(jobs, workers or os.cpu_count() or 1, progress))


@dataclass(frozen=True, slots=True)
class Job:
    """Some people of one cell, followed by one process."""

    policy: str
    world: str
    seed: int
    half: Half
    family: str
    coach: str | None
    start: int
    stop: int


def followed(jobs: list[Job], workers: int, progress: Progress | None) -> Iterator[Result]:
    if workers == 1 or len(jobs) == 1:
        yield from starmap(counted, ((follow(job), job, progress) for job in jobs))
        return
    with ProcessPoolExecutor(workers) as pool:
        for result, job in zip(pool.map(follow, jobs), jobs, strict=True):
            yield counted(result, job, progress)


def counted(result: Result, job: Job, progress: Progress | None) -> Result:
    if progress is not None:
        progress(job.stop - job.start)
    return result


def joined(results: Iterator[Result]) -> Result:
    parts = list(results)
    return Result(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Result)))


def follow(job: Job) -> Result:
    """These people, from the first day to the ninetieth."""
    world = WORLDS[job.world]
    people = world.change(draw_people(job.seed, job.half, job.start, job.stop))
    deck = draw_deck(job.seed, number=HALVES.index(job.half), written=world.written, error=world.rate_error)
    learner = FAMILIES[job.family](people, deck)
    around = normal(job.seed, Stream.AROUND, people.id[:, None], np.arange(PRACTISED + HELD_OUT))
    trial = Trial(job.seed, world, learner, yes_chance(people, deck, around))
    return trial.run(POLICIES[job.policy](Scene(job.seed, world, learner, trial.yes), job.coach))


class Trial:
    """The days of some people."""

    def __init__(self, seed: int, world: World, learner: Learner, yes: Floats) -> None:
        self.seed, self.world, self.learner, self.yes = seed, world, learner, yes
        rows = len(learner.people)
        self.still = np.ones(rows, dtype=np.bool_)
        self.counts = {name: np.zeros(rows) for name in ("asks", "noes", "harm_days", "ducked", "rests")}

    def run(self, policy: Policy) -> Result:
        before = held_out_tension(self.learner)
        for day in range(PRACTICE_DAYS):
            self.live(day, policy)
        stayed = self.still.astype(np.float64)
        nothing, nobody = np.zeros(len(before)), np.zeros(len(before), dtype=np.bool_)
        for _ in range(FOLLOW_UP_DAYS):
            self.learner.night(nothing, nobody, nobody)
        return Result(before, held_out_tension(self.learner), stayed=stayed, **self.counts)

    def live(self, day: int, policy: Policy) -> None:
        """One day: an offer, an ask or none, an answer, perhaps giving up, a night."""
        picks = np.where(self.still, policy.pick(day, self.still), -1)
        who = np.flatnonzero(picks >= 0)
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
        self.learner.night(np.maximum(tension, sting), asked, (picks >= 0) & ~asked)

    def offer(self, day: int, who: Indices, cards: Indices) -> Offer:
        """What the policy offers, where life puts it, how tense that is and who does it."""
        ids = self.learner.people.id[who]
        places = place_of(self.seed, ids, day)
        noise = TENSION_NOISE * normal(self.seed, Stream.TENSION, ids, day, cards)
        tension = np.clip(self.learner.tension(who, cards, places) + noise, 0.0, 100.0)
        luck = uniform(self.seed, Stream.ASK, ids, day)
        asked = luck < self.learner.will_ask(who, tension)
        too_much = ~asked & (luck < self.learner.will_ask(who, np.zeros(len(who))))
        return Offer(
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

    def meet(self, offer: Offer) -> Meeting:
        who, cards, places = offer.askers, offer.cards[offer.asked], offer.places[offer.asked]
        ids = self.learner.people.id[who]
        luck = Luck(
            no=uniform(self.seed, Stream.ANSWER, ids, offer.day, cards) >= self.yes[who, cards],
            harsh=uniform(self.seed, Stream.HARSH, ids, offer.day, cards) < self.learner.people.harsh[who],
            sting=normal(self.seed, Stream.STING, ids, offer.day, cards),
        )
        return self.learner.meet(who, cards, places, float(offer.day), luck)

    def count(self, picks: Indices, offer: Offer, meeting: Meeting) -> None:
        harm = offer.tension >= HARM_TENSION
        harm[offer.asked] |= np.nan_to_num(meeting.sting) >= HARM_STING
        self.counts["rests"] += self.still & (picks < 0)
        self.counts["ducked"][offer.who] += ~offer.asked
        self.counts["asks"][offer.who] += offer.asked
        self.counts["noes"][offer.askers] += meeting.no
        self.counts["harm_days"][offer.who] += harm

    def give_up(self, day: int, tension: Floats, sting: Floats) -> None:
        early = self.world.early_quitting if day < EARLY_DAYS else 0.0
        logits = self.learner.quit_logits(tension, sting) + early
        self.still &= uniform(self.seed, Stream.QUIT, self.learner.people.id, day) >= 1.0 / (1.0 + np.exp(-logits))


def held_out_tension(learner: Learner) -> Floats:
    """Mean SUDS over the held-out challenges in the new place, one a person."""
    who = np.arange(len(learner.people))
    held_out = np.arange(PRACTISED, PRACTISED + HELD_OUT)
    rows, cards = np.repeat(who, HELD_OUT), np.tile(held_out, len(who))
    tension = learner.tension(rows, cards, np.full(len(rows), NEW_PLACE))
    return np.asarray(np.clip(tension, 0.0, 100.0).reshape(len(who), HELD_OUT).mean(axis=1), dtype=np.float64)
