"""A history as columns: one value an ask, in the order of life, so that no number walks ten thousand asks by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Self, TypeAlias

import numpy as np

from nerve.aftermath import BACK_AFTER, FLINCHED, REHEARSED, Aftermath
from nerve.arrays import Bools, Floats, Ints
from nerve.rep import OUTCOMES, Rep
from nerve.timeline import as_columns

NOT_TOLD: Final = -1
YES, NO, MAYBE, NO_REPLY, _NOT_ASKED = range(len(OUTCOMES))
_RATINGS: Final = (
    *("no_before", "feared_before", "cost_before", "tension_before", "feared_happened", "feared_after"),
    *("cost_after", "sting", "still_stings", "round_and_round"),
)
WORDS: Final[Mapping[str, Sequence[str]]] = {
    "outcome": OUTCOMES,
    "flinched": FLINCHED,
    "back_after": BACK_AFTER,
    "rehearsed": REHEARSED,
}


@dataclass(frozen=True, slots=True)
class Log:
    """The columns of n asks; ratings run from 0 to 100 and nan is "not given".

    `seconds` are since 1970, nan where only the order is known; `day` is the ordinal of the day that it
    was where it happened, 0 for none. A word is its place among the words that may be said (`OUTCOMES`,
    `FLINCHED`, `BACK_AFTER`, `REHEARSED`), -1 for "not given". `habits` say of each habit where it was there, and
    `habits_told` where it was told which were, none included.
    """

    seconds: Floats
    day: Ints
    outcome: Ints
    no_before: Floats
    feared_before: Floats
    cost_before: Floats
    tension_before: Floats
    feared_happened: Floats
    feared_after: Floats
    cost_after: Floats
    sting: Floats
    flinched: Ints
    back_after: Ints
    rehearsed: Ints
    still_stings: Floats
    round_and_round: Floats
    habits: Mapping[str, Bools]
    habits_told: Bools

    def __len__(self) -> int:
        return len(self.outcome)

    @property
    def made(self) -> Bools:
        """Where somebody was asked; whatever came back, silence too, it was an ask."""
        return np.asarray(self.outcome != _NOT_ASKED)

    @property
    def answered(self) -> Bools:
        """Where a yes or a no was heard; silence and maybe are kept apart."""
        return np.asarray((self.outcome == YES) | (self.outcome == NO))

    def where(self, which: Bools | Ints) -> Self:
        """Some of these asks."""
        columns = {field.name: getattr(self, field.name) for field in fields(self)}
        habits = {name: there[which] for name, there in columns.pop("habits").items()}
        return type(self)(**{name: column[which] for name, column in columns.items()}, habits=habits)

    def in_order(self, which: Bools) -> Ints:
        """The rows of these asks, by their moments where each of them has one; else as they came."""
        rows = np.flatnonzero(which)
        moments = self.seconds[rows]
        return rows if np.isnan(moments).any() else rows[np.argsort(moments, kind="stable")]


Asks: TypeAlias = Log | Iterable[Rep] | Iterable[Aftermath]


def log_of(asks: Asks) -> Log:
    """The columns of reps or of aftermaths, what the other kind holds not given; a log as it is."""
    if isinstance(asks, Log):
        return asks
    rows: list[Any] = list(asks)
    stamps, days = as_columns([row.at for row in rows])
    told = [getattr(row, "safe_habits", None) for row in rows]
    columns: dict[str, Any] = {
        name: np.array([getattr(row, name, None) for row in rows], dtype=np.float64) for name in _RATINGS
    }
    for name, known in WORDS.items():
        columns[name] = words([getattr(row, name, None) for row in rows], known)
    return Log(
        seconds=stamps,
        day=days,
        **columns,
        habits=habits_in(told),
        habits_told=np.array([habits is not None for habits in told], dtype=np.bool_),
    )


def words(said: Sequence[str | None], known: Sequence[str]) -> Ints:
    """Each word as its place among the known ones; None and "" are "not given". Raises KeyError for any other."""
    place = {word: at for at, word in enumerate(known)}
    return np.array([place[word] if word else NOT_TOLD for word in said], dtype=np.intp)


def habits_in(told: Sequence[Sequence[str] | None]) -> dict[str, Bools]:
    """Where each habit was there, by name."""
    each: dict[tuple[str, ...], int] = {}
    kinds = np.array([each.setdefault(tuple(habits or ()), len(each)) for habits in told], dtype=np.intp)
    names = sorted({name for habits in each for name in habits})
    return {name: np.array([name in habits for habits in each], dtype=np.bool_)[kinds] for name in names}
