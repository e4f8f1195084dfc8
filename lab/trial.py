"""A trial: sixty days of practice, thirty days on one's own, then challenges and a place never practised."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from itertools import starmap
from signal import SIG_IGN, SIGINT, signal
from typing import Final

import numpy as np

from lab.chance import Stream, normal
from lab.days import Days, LabResult
from lab.deck import HELD_OUT, PRACTISED, draw_deck
from lab.learners.families import FAMILIES
from lab.learners.rescorla_wagner import yes_chance
from lab.people import HALVES, Half, draw_people
from lab.policies import POLICIES
from lab.policy import Scene
from lab.worlds import WORLDS

SEED: Final = 20261123
_PART: Final = 10  # people who share a deck, and whom one process follows at a time

Progress = Callable[[int], None]


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
) -> LabResult:
    """The trial of one policy in one world with the people numbered from 0; `coach` is a `module:function` to try.

    The same arguments give the same result, on however many workers.
    """
    parts = [(start, min(start + _PART, people)) for start in range(0, people, _PART)]
    jobs = [_Job(policy, world, seed, half, family, coach, start, stop) for start, stop in parts]
    return _joined(_followed(jobs, workers or os.cpu_count() or 1, progress))


@dataclass(frozen=True, slots=True)
class _Job:
    """Some people of one cell, followed by one process."""

    policy: str
    world: str
    seed: int
    half: Half
    family: str
    coach: str | None
    start: int
    stop: int


def _followed(jobs: list[_Job], workers: int, progress: Progress | None) -> Iterator[LabResult]:
    if workers == 1 or len(jobs) == 1:
        yield from starmap(_counted, ((_follow(job), job, progress) for job in jobs))
        return
    # Ctrl-C is for the one who asked; the others end with what they have at hand.
    with ProcessPoolExecutor(workers, initializer=signal, initargs=(SIGINT, SIG_IGN)) as pool:
        for result, job in zip(pool.map(_follow, jobs), jobs, strict=True):
            yield _counted(result, job, progress)


def _counted(result: LabResult, job: _Job, progress: Progress | None) -> LabResult:
    if progress is not None:
        progress(job.stop - job.start)
    return result


def _joined(results: Iterator[LabResult]) -> LabResult:
    parts = list(results)
    return LabResult(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(LabResult)))


def _follow(job: _Job) -> LabResult:
    """These people, from the first day to the ninetieth."""
    world = WORLDS[job.world]
    people = world.change(draw_people(job.seed, job.half, job.start, job.stop))
    deck = draw_deck(
        job.seed,
        number=_deck_number(job),
        written=world.written,
        error=world.rate_error,
        own_rates=world.own_rates,
        felt=world.felt,
    )
    learner = FAMILIES[job.family](people, deck)
    around = normal(job.seed, Stream.AROUND, people.id[:, None], np.arange(PRACTISED + HELD_OUT))
    yes = yes_chance(people, deck, world.surroundings * around)
    policy = POLICIES[job.policy](Scene(job.seed, world, learner, yes), job.coach)
    return Days(job.seed, world, learner, yes).pass_by(policy)


def _deck_number(job: _Job) -> int:
    """Every ten people have a deck of their own, and the halves share none: nothing can be tuned to one deck."""
    return job.start // _PART * len(HALVES) + HALVES.index(job.half)
