"""One logged ask as everything that counts, measures or coaches sees it."""

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from nerve.rep import Rep
from unflinch.practice.vocabulary import OPEN_OUTCOMES


class EchoRow(NamedTuple):
    """How an ask sat on a later day, in the columns of its table."""

    day: date
    still_stings: int | None
    round_and_round: int | None


class SkippedCard(NamedTuple):
    """A card that was put aside when it was offered."""

    id: UUID
    key: str
    at: datetime | None
    day: date | None
    reason: str


class WeekRow(NamedTuple):
    """A look back: the week it is about, the day it was written here (None where it was imported), what it said.

    `at` reads in the zone where it was written.
    """

    id: UUID
    day: date | None
    week: int | None
    written: date | None
    worse: str
    avoids_more: str
    all_or_nothing: int | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class LoggedAsk(Rep):
    """An ask that has an answer, as it stands now: the latest answer counts. Holds no words of the person.

    `first` is what came first, with a mis-tap mended, and `answered_on` the personal day of the latest answer. `week`
    is the person's own number, 0 for none. `counts` is false for what somebody declared as not counting, and for what
    felt `unfair`.
    """

    _: KW_ONLY
    id: UUID
    plan: UUID
    channel: str
    kind: str
    counts: bool
    pull: int | None
    week: int
    sequence: int
    first: str
    answered_on: date | None
    no_kind: str
    funny: bool
    wants_echo: bool
    unfair: bool
    unwelcome: bool
    echoes: tuple[EchoRow, ...]

    @property
    def real(self) -> bool:
        """Whether somebody was asked and it counts."""
        return self.counts and self.made

    @property
    def is_open(self) -> bool:
        """Whether it counts and a last word is still to come."""
        return self.counts and self.outcome in OPEN_OUTCOMES


def activities_in(asks: Iterable[LoggedAsk]) -> int:
    """How many plans happened: an activity is one that holds a real ask."""
    return len({ask.plan for ask in asks if ask.real})
