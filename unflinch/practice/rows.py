"""What a row holds when a history is read: names for its columns."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID


class AsideRow(NamedTuple):
    id: UUID
    key: str
    at: datetime | None
    day: date | None
    reason: str


class EchoRow(NamedTuple):
    """How an ask sat on a later day."""

    day: date
    still_stings: int | None
    round_and_round: int | None


class WeekRow(NamedTuple):
    """A look back: the week it is about, the day it was written here (None where it was imported), what it said.

    `at` reads in the zone where it was written.
    """

    day: date | None
    week: int | None
    written: date | None
    worse: str
    avoids_more: str
    all_or_nothing: int | None
    at: datetime | None
