"""One logged ask, as the maths sees it."""

import math
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final, Literal, get_args

_Outcome = Literal["yes", "no", "maybe", "no_reply", "not_asked"]
OUTCOMES: Final[tuple[_Outcome, ...]] = get_args(_Outcome)

LOWEST: Final = 0.0
HIGHEST: Final = 100.0


@dataclass(frozen=True, slots=True)
class Rep:
    """One ask of one person; every scale runs from 0 to 100 and None means "not given".

    `at` is aware, or None where only the order is known. Raises ValueError, naming the field, for a
    scale out of range or not a number, a naive `at` or an unknown outcome.
    """

    key: str
    at: datetime | None
    place: str
    outcome: str
    no_before: float | None = None
    feared_before: float | None = None
    cost_before: float | None = None
    tension_before: float | None = None
    feared_happened: float | None = None
    feared_after: float | None = None
    cost_after: float | None = None
    sting: float | None = None
    surprise: float | None = None
    energy: float | None = None
    too_much: bool = False

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES:
            raise ValueError(f"outcome: {self.outcome!r} is none of {', '.join(OUTCOMES)}")
        if self.at is not None and self.at.tzinfo is None:
            raise ValueError("at: a moment needs its time zone")
        for name in SCALES:
            within_scale(name, getattr(self, name))

    @property
    def made(self) -> bool:
        """Whether it was asked; whatever came back, silence too, it was an ask."""
        return self.outcome != "not_asked"

    @property
    def answered(self) -> bool:
        """Whether a yes or a no was heard; silence and maybe are kept apart."""
        return self.outcome in ("yes", "no")


SCALES: Final = tuple(f.name for f in fields(Rep) if f.name not in ("key", "at", "place", "outcome", "too_much"))


def within_scale(name: str, value: float | None) -> None:
    """Raise ValueError, naming the field, unless `value` is None or a finite number from 0 to 100."""
    if value is not None and not (math.isfinite(value) and LOWEST <= value <= HIGHEST):
        raise ValueError(f"{name}: {value!r} is not a number from {LOWEST:g} to {HIGHEST:g}")
