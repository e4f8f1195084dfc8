"""What a policy is: it picks a card for each person and day, and is told what came of it."""

from dataclasses import dataclass, replace
from typing import Final, Protocol, Self

from lab.arrays import Bools, Floats, Indices
from lab.learners.learner import Learner, Meeting
from lab.worlds import World

REST_DAY: Final = -1  # instead of a card


@dataclass(frozen=True, slots=True)
class Scene:
    """What there is to know. Only an oracle looks into the learner or at the true chances of a yes."""

    seed: int
    world: World
    learner: Learner
    yes: Floats

    def of(self, learner: Learner, yes: Floats) -> Self:
        """The same scene with other people."""
        return replace(self, learner=learner, yes=yes)


@dataclass(frozen=True, slots=True)
class LabOffer:
    """The offers of one day, one row each: forecasts (chance and awfulness of a no, 0 to 1; SUDS) and who asked."""

    day: int
    who: Indices
    cards: Indices
    places: Indices
    no_chance: Floats
    awfulness: Floats
    tension: Floats
    asked: Bools
    too_much: Bools  # not asked, though without the tension it would have been

    @property
    def askers(self) -> Indices:
        return self.who[self.asked]


class Policy(Protocol):
    """One for each part of the people; it may keep what it is told."""

    def pick(self, day: int, still: Bools) -> Indices:
        """A card or a rest for everybody; those who gave up (not `still` in) are not asked."""

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        """What came of the day; `meeting` holds one row for each who asked."""
