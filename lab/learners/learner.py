"""What every family of learners can be asked. One row a person; `who` are rows, cards and places go with them."""

from dataclasses import dataclass
from typing import Protocol

from lab.arrays import Bools, Floats, Indices
from lab.deck import LabDeck
from lab.people import People


@dataclass(frozen=True, slots=True)
class Luck:
    """What chance brings to a meeting: the answer, whether a no is harsh, and how a sting is told (SD 1)."""

    no: Bools
    harsh: Bools
    sting: Floats


@dataclass(frozen=True, slots=True)
class Meeting:
    """What went on in those who asked. Chances and costs are 0 to 1; a sting is 0 to 100, and nan without a no."""

    no: Bools
    awful: Floats
    sting: Floats
    no_after: Floats
    cost_after: Floats


class Learner(Protocol):
    """People who meet challenges, day by day."""

    people: People
    deck: LabDeck
    tiredness: Floats
    skips: Floats  # offers let go since the last ask

    def no_chance(self, who: Indices, cards: Indices) -> Floats:
        """How likely they think a no is, 0 to 1."""

    def awfulness(self, who: Indices, cards: Indices, places: Indices) -> Floats:
        """How bad they think a no would be there, 0 to 1."""

    def tension(self, who: Indices, cards: Indices, places: Indices) -> Floats:
        """SUDS at the thought of it there; without noise it may pass 100."""

    def will_ask(self, who: Indices, tension: Floats) -> Floats:
        """The chance that they do it, 0 to 1."""

    def meet(self, who: Indices, cards: Indices, places: Indices, day: float, luck: Luck) -> Meeting:
        """They ask, are answered, and learn."""

    def quit_logits(self, who: Indices, tension: Floats, sting: Floats) -> Floats:
        """Of giving up today; tension and sting are 0 for those who did nothing."""

    def night(self, strain: Floats, asked: Bools, skipped: Bools) -> None:
        """A day passes; `strain` is its hardest moment (0 to 100), `skipped` those who let an offer go."""
