"""Asks as columns: one value an ask, in the order of life, so that no number walks ten thousand asks by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Self, TypeAlias

import numpy as np

from nerve.arrays import Bools, Floats, Ints
from nerve.rep import OUTCOMES, POINTS, WORDS, Ratings, Rep
from nerve.timeline import day_of, seconds

NOT_TOLD: Final = -1
YES, NO, MAYBE, NO_REPLY, _WENT, _NOT_ASKED = range(len(OUTCOMES))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskColumns(Ratings[Floats, Ints, Mapping[str, Bools]]):
    """The columns of n asks; points run from 0 to 100 and nan is "not given".

    `seconds` are since 1970, nan where only the order is known; `day` is the ordinal of the day as it was lived, 0 for
    none. A word is its place among the words of its list in `nerve.rep`, -1 for "not given". `safe_habits` say of each
    habit where it was there, and `habits_told` where it is known which were, none included.
    """

    seconds: Floats
    day: Ints
    outcome: Ints
    habits_told: Bools

    def __len__(self) -> int:
        return len(self.outcome)

    @property
    def made(self) -> Bools:
        """Where somebody went; whatever came back, silence too, it was an ask."""
        return np.asarray(self.outcome != _NOT_ASKED)

    @property
    def answered(self) -> Bools:
        """Where a yes or a no was heard; silence, maybe and a warm-up are kept apart."""
        return np.asarray((self.outcome == YES) | (self.outcome == NO))

    def where(self, which: Bools | Ints) -> Self:
        """Some of these asks."""
        columns = {field.name: getattr(self, field.name) for field in fields(self)}
        habits = {name: there[which] for name, there in columns.pop("safe_habits").items()}
        return type(self)(**{name: column[which] for name, column in columns.items()}, safe_habits=habits)

    def in_order(self, which: Bools) -> Ints:
        """The rows of these asks, by their moments where each of them has one; else as they came."""
        rows = np.flatnonzero(which)
        moments = self.seconds[rows]
        return rows if np.isnan(moments).any() else rows[np.argsort(moments, kind="stable")]


Asks: TypeAlias = AskColumns | Iterable[Rep]


def ask_columns(asks: Asks) -> AskColumns:
    """The columns of these asks; what are columns already as they are."""
    if isinstance(asks, AskColumns):
        return asks
    rows = list(asks)
    rated: dict[str, Any] = {name: np.array([getattr(row, name) for row in rows], np.float64) for name in POINTS}
    for name, known in WORDS.items():
        rated[name] = _places([getattr(row, name) for row in rows], known)
    habits = [row.safe_habits for row in rows]
    return AskColumns(
        seconds=np.array([seconds(row.at) for row in rows], np.float64),
        day=np.array([day_of(row.day or row.at) for row in rows], np.intp),
        outcome=_places([row.outcome for row in rows], OUTCOMES),
        **rated,
        safe_habits=_habits_in(habits),
        habits_told=np.array([told is not None for told in habits], np.bool_),
    )


def _places(said: Sequence[str | None], known: Sequence[str]) -> Ints:
    """Each word as its place among the known ones."""
    place: dict[str | None, int] = {word: at for at, word in enumerate(known)} | {None: NOT_TOLD}
    return np.array([place[word] for word in said], np.intp)


def _habits_in(told: Sequence[Sequence[str] | None]) -> dict[str, Bools]:
    """Where each habit was there, by name."""
    each: dict[tuple[str, ...], int] = {}
    kinds = np.array([each.setdefault(tuple(habits or ()), len(each)) for habits in told], dtype=np.intp)
    names = sorted({name for habits in each for name in habits})
    return {name: np.array([name in habits for habits in each], dtype=np.bool_)[kinds] for name in names}
