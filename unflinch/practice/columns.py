"""Asks as columns, one value each: what is counted and measured, without an object for each ask."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any, Final, Self

import numpy as np

from nerve.arrays import Bools, Floats, Ints
from nerve.log import WORDS, Log, habits_in, words
from nerve.timeline import in_columns
from unflinch.practice.stored import Moments, Objects
from unflinch.practice.vocabulary import Outcome

# What needs a look at the ask: where one of them was rated, a habit that is not ticked was not there.
_RATED: Final = ("feared_happened", "sting", "surprise")


@dataclass(frozen=True)
class Columns:
    """The asks that have an answer, in the order of life: undated weeks first, then days. No words of the person.

    Ids are text as they are stored, ratings 0 to 100 with nan for "not given", words "" for "not given". `day` and
    `answered_on` are personal days, `week` is 0 where there is none. `counts` is false for what somebody declared as
    not counting, and for what felt `unfair`.
    """

    id: Objects
    plan: Objects
    key: Objects
    place: Objects
    channel: Objects
    kind: Objects
    counts: Bools
    pull: Floats
    no_before: Floats
    feared_before: Floats
    cost_before: Floats
    tension_before: Floats
    at: Moments
    day: Moments
    week: Ints
    sequence: Ints
    first: Objects
    outcome: Objects
    too_much: Bools
    answered_on: Moments
    feared_happened: Floats
    feared_after: Floats
    cost_after: Floats
    sting: Floats
    surprise: Floats
    flinched: Objects
    back_after: Objects
    rehearsed: Objects
    no_kind: Objects
    funny: Bools
    wants_echo: Bools
    unfair: Bools
    unwelcome: Bools
    safe_habits: Objects
    still_stings: Floats
    round_and_round: Floats

    def __len__(self) -> int:
        return len(self.id)

    def where(self, which: Bools | Ints) -> Self:
        """Some of these asks, or all in another order."""
        return type(self)(**{field.name: getattr(self, field.name)[which] for field in fields(self)})

    def on_days(self, fits: Callable[[date | None], bool]) -> Self:
        """The asks of the personal days that fit; None is asked about as well, for those without a day."""
        return self.where(np.array(list(map(fits, self.day.tolist())), dtype=np.bool_))

    @cached_property
    def real(self) -> Bools:
        """Where somebody was asked and it counts."""
        return np.asarray(self.counts & (self.outcome != Outcome.NOT_ASKED))

    @property
    def activities(self) -> int:
        """How many plans happened: an activity is one that holds a real ask."""
        return len(set(self.plan[self.real].tolist()))

    @cached_property
    def habits_told(self) -> Bools:
        """Where it is known which habits there were: some were ticked, or the debrief looked at the ask."""
        ticked = np.array([bool(habits) for habits in self.safe_habits], dtype=np.bool_)
        return np.asarray(np.logical_or.reduce([ticked, *(~np.isnan(getattr(self, name)) for name in _RATED)]))

    @cached_property
    def log(self) -> Log:
        """The same asks as `nerve` measures them."""
        seconds, days = in_columns(self.at, self.day)
        told: dict[str, Any] = {name: words(getattr(self, name).tolist(), known) for name, known in WORDS.items()}
        own = {field.name for field in fields(self)}
        told |= {field.name: getattr(self, field.name) for field in fields(Log) if field.name in own - {*told, "day"}}
        habits = habits_in(self.safe_habits.tolist())
        return Log(seconds=seconds, day=days, **told, habits=habits, habits_told=self.habits_told)
