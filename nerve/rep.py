"""One logged ask, as the maths sees it, and the one list of everything that is rated of an ask."""

# ruff: noqa: RUF009  # what fills the defaults is `dataclasses.field`, with when and how each is given

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field, fields
from datetime import date, datetime
from operator import attrgetter
from typing import Any, Final, Generic, Literal, TypeVar, get_args

# "went" is what came of a warm-up, which nobody can refuse: it was done, and there was no answer to hear.
_Outcome = Literal["yes", "no", "maybe", "no_reply", "went", "not_asked"]
OUTCOMES: Final[tuple[_Outcome, ...]] = get_args(_Outcome)
_Flinched = Literal["yes", "a_bit", "no"]
FLINCHED: Final[tuple[_Flinched, ...]] = get_args(_Flinched)
_BackAfter = Literal["minutes", "hour", "today", "not_yet"]
BACK_AFTER: Final[tuple[_BackAfter, ...]] = get_args(_BackAfter)
_Rehearsed = Literal["no", "a_bit", "a_lot"]
REHEARSED: Final[tuple[_Rehearsed, ...]] = get_args(_Rehearsed)

LOWEST: Final = 0.0
HIGHEST: Final = 100.0

# Before the answer (the forecast), after it (the debrief), or on a later day (the echo).
_When = Literal["before", "after", "later"]
_P = TypeVar("_P")
_W = TypeVar("_W")
_H = TypeVar("_H")


def _points(when: _When) -> Any:
    """A rating from 0 to 100."""
    return field(default=None, metadata={"when": when, "scale": "points"})


def _word(when: _When, words: tuple[str, ...]) -> Any:
    """One of these words."""
    return field(default=None, metadata={"when": when, "scale": words})


def _habits(when: _When) -> Any:
    """The names of some habits, empty where it is known that there were none."""
    return field(default=None, metadata={"when": when, "scale": "habits"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings(Generic[_P, _W, _H]):
    """Everything that is rated of an ask: by name, with when it is given and on which scale.

    No other list of these names exists: tables, forms, exports and arrays filter this one. A single ask holds a value
    for each, a table of asks a column: `_P` is what holds points, `_W` a word, `_H` habits.
    """

    no_before: _P = _points("before")
    feared_before: _P = _points("before")
    cost_before: _P = _points("before")
    tension_before: _P = _points("before")
    feared_happened: _P = _points("after")
    feared_after: _P = _points("after")
    cost_after: _P = _points("after")
    sting: _P = _points("after")
    surprise: _P = _points("after")
    flinched: _W = _word("after", FLINCHED)
    back_after: _W = _word("after", BACK_AFTER)
    rehearsed: _W = _word("after", REHEARSED)
    safe_habits: _H = _habits("after")
    still_stings: _P = _points("later")
    round_and_round: _P = _points("later")


def _given(when: _When) -> tuple[str, ...]:
    """The names of the points that are given then."""
    return tuple(f.name for f in fields(Ratings) if f.metadata["when"] == when and f.metadata["scale"] == "points")


BEFORE: Final = _given("before")
AFTER: Final = _given("after")
LATER: Final = _given("later")
POINTS: Final = (*BEFORE, *AFTER, *LATER)
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    f.name: f.metadata["scale"] for f in fields(Ratings) if isinstance(f.metadata["scale"], tuple)
}
SCALES: Final = (*POINTS, "energy")
_scales_of, _words_of = attrgetter(*SCALES), attrgetter(*WORDS)


@dataclass(frozen=True, slots=True)
class Rep(Ratings[float | None, str | None, tuple[str, ...] | None]):
    """One ask of one person; every scale runs from 0 to 100 and None means "not given".

    `at` is aware, or None where only the order is known. `day` is the day as it was lived, where that is another than
    `at` reads: an evening may end after midnight. `sting` is the sting at once, `still_stings` that of a later day.
    `safe_habits` names what was done to feel safe, empty where nothing was. Raises ValueError, naming the field, for a
    scale out of range or not a number, a naive `at`, or a word that is not on its list.
    """

    key: str
    at: datetime | None
    place: str
    outcome: str
    _: KW_ONLY
    day: date | None = None
    energy: float | None = None
    too_much: bool = False

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES:
            raise ValueError(f"outcome: {self.outcome!r} is none of {', '.join(OUTCOMES)}")
        if self.at is not None and self.at.tzinfo is None:
            raise ValueError("at: a moment needs its time zone")
        # One look at all of them: a history has ten thousand of these.
        for name, value in zip(SCALES, _scales_of(self), strict=True):
            if value is not None and not LOWEST <= value <= HIGHEST:
                within_scale(name, value)
        for (name, words), word in zip(WORDS.items(), _words_of(self), strict=True):
            if word is not None and word not in words:
                raise ValueError(f"{name}: {word!r} is none of {', '.join(words)}")

    @property
    def made(self) -> bool:
        """Whether somebody went; whatever came back, silence too, it was an ask."""
        return self.outcome != "not_asked"

    @property
    def answered(self) -> bool:
        """Whether a yes or a no was heard; silence, maybe and a warm-up are kept apart."""
        return self.outcome in ("yes", "no")


def within_scale(name: str, value: float | None) -> None:
    """Raise ValueError, naming the field, unless `value` is None or a finite number from 0 to 100."""
    if value is not None and not LOWEST <= value <= HIGHEST:  # nan is within nothing
        raise ValueError(f"{name}: {value!r} is not a number from {LOWEST:g} to {HIGHEST:g}")
