"""Asks one by one, for what walks through them: the coach and Today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isnan
from typing import Any, Final
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from nerve.rep import Rep
from unflinch.practice.columns import Columns
from unflinch.practice.reading import AFTER, BEFORE
from unflinch.practice.rows import EchoRow
from unflinch.practice.stored import MOMENT, aware
from unflinch.practice.vocabulary import Outcome

_OF_A_REP: Final = ("key", "at", "place", "outcome", *BEFORE, *AFTER)
_OF_AN_ENTRY: Final = ("counts", "kind", "unfair", "unwelcome", "wants_echo")


@dataclass(frozen=True, slots=True)
class Entry:
    """One ask that has an answer, with its rep and what only the coach and Today need."""

    id: UUID
    rep: Rep
    day: date | None
    counts: bool
    kind: str
    unfair: bool
    unwelcome: bool
    wants_echo: bool
    echoes: tuple[EchoRow, ...]

    @property
    def real(self) -> bool:
        """Whether somebody was asked and it counts."""
        return self.counts and self.rep.outcome != Outcome.NOT_ASKED


def entries_from(
    asks: Columns, echoes: Mapping[str, tuple[EchoRow, ...]], energy: Mapping[date | None, float]
) -> tuple[Entry, ...]:
    """The asks one by one, with the echoes of each by its id, and what was in the tank on its day (0 to 100)."""
    names, days = _listed(asks, "id"), _listed(asks, "day")
    tank = [None if day is None else energy.get(day) for day in days]
    reps = map(Rep, *(_listed(asks, name) for name in _OF_A_REP), tank, _listed(asks, "too_much"))
    others = (_listed(asks, name) for name in _OF_AN_ENTRY)
    return tuple(map(Entry, map(UUID, names), reps, days, *others, [echoes.get(name, ()) for name in names]))


def _listed(asks: Columns, name: str) -> Sequence[Any]:
    """One column as plain values, None for what was not given."""
    column: NDArray[Any] = getattr(asks, name)
    if column.dtype == MOMENT:
        return aware(column)
    values: list[Any] = column.tolist()
    return values if column.dtype != np.float64 else [None if isnan(value) else value for value in values]
