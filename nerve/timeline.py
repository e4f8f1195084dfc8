"""The order of things, weeks since the first, and windows of two weeks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal, Protocol, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from nerve.arrays import Floats, Ints
from nerve.measured import Measured
from nerve.parameters import WINDOW_DAYS

_SECONDS_IN_A_WEEK: Final = 7 * 24 * 60 * 60

# A trend runs by the week where every moment is known, else by the turn: the first, the second, ...
Per = Literal["week", "turn"]
_Values: TypeAlias = NDArray[Any]
_NO_DAY: Final = 0


class _Happened(Protocol):
    @property
    def at(self) -> datetime | None: ...


_Thing = TypeVar("_Thing", bound=_Happened)


@dataclass(frozen=True, slots=True)
class Window:
    """What was measured in the two weeks that begin on `start`, a Monday."""

    start: date
    measured: Measured


def in_time_order(things: Iterable[_Thing]) -> list[_Thing]:
    """Sorted by moment where every moment is known; else as they came, which is the order of life."""
    kept = list(things)
    if any(thing.at is None for thing in kept):
        return kept
    return sorted(kept, key=lambda thing: seconds(thing.at))


def places(stamps: Floats) -> tuple[Floats, Per]:
    """Where each stands on the axis of a trend: weeks since the first; turns from 1 on where one is missing (nan)."""
    if np.isnan(stamps).any():
        return np.arange(1.0, len(stamps) + 1.0), "turn"
    return (stamps - stamps.min(initial=np.inf)) / _SECONDS_IN_A_WEEK, "week"


def by_window(days: Ints, values: _Values, measure: Callable[[_Values], Measured]) -> tuple[Window, ...]:
    """Each window that holds anything, measured, oldest first. A value of no day is in none.

    Windows are laid from one fixed Monday on, so that a diary imported later moves no edge.
    """
    dated = np.flatnonzero(days != _NO_DAY)
    numbers = (days[dated] - 1) // WINDOW_DAYS
    order = np.argsort(numbers, kind="stable")
    held, starts = np.unique(numbers[order], return_index=True)
    parts = np.split(values[dated[order]], starts[1:])
    return tuple(
        Window(date.fromordinal(number * WINDOW_DAYS + 1), measure(part))
        for number, part in zip(held.tolist(), parts, strict=False)
    )


def as_columns(moments: Sequence[datetime | None]) -> tuple[Floats, Ints]:
    """Seconds since 1970 (nan for none) and ordinals of days (0 for none), one each a moment."""
    return np.array(list(map(seconds, moments)), dtype=np.float64), np.array(list(map(day_of, moments)), dtype=np.intp)


def seconds(moment: datetime | None) -> float:
    """Since 1970, nan for none; a plain difference of two moments of one zone would forget the change of clocks."""
    return moment.timestamp() if moment is not None else np.nan


def day_of(moment: date | None) -> int:
    """The ordinal of a day, or of the day that a moment reads in its own time zone; 0 for none."""
    return moment.toordinal() if moment is not None else _NO_DAY
