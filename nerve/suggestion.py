"""What a coach says: a card or a rest, its neighbours, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """A short code with its numbers; the application has a sentence for each."""

    code: str
    numbers: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """The key of the card to offer, or None for a rest; the expected tension (0 to 100) lies between low and high.

    `chance_of_no` is 0 to 1. Tension and chance are None with a rest.
    """

    key: str | None
    gentler: str | None = None
    bolder: str | None = None
    tension: float | None = None
    low: float | None = None
    high: float | None = None
    chance_of_no: float | None = None
    reasons: tuple[Reason, ...] = ()
