"""The order of things, weeks since the first, and windows of two weeks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, Protocol, TypeVar

from nerve.measured import Measured
from nerve.parameters import WINDOW_DAYS

SECONDS_IN_A_WEEK: Final = 7 * 24 * 60 * 60

# A trend runs by the week where every moment is known, else by the turn: the first, the second, ...
Per = Literal["week", "turn"]
Value = TypeVar("Value")


class Happened(Protocol):
    @property
    def at(self) -> datetime | None: ...


Thing = TypeVar("Thing", bound=Happened)


@dataclass(frozen=True, slots=True)
class Window:
    """What was measured in the two weeks that begin on `start`, a Monday."""

    start: date
    measured: Measured


def in_order(things: Iterable[Thing]) -> list[Thing]:
    """Sorted by moment where every moment is known; else as they came, which is the order of life."""
    kept = list(things)
    if any(thing.at is None for thing in kept):
        return kept
    return sorted(kept, key=lambda thing: seconds(thing.at))


def places(moments: Sequence[datetime | None]) -> tuple[list[float], Per]:
    """Where each stands on the axis of a trend: weeks since the first, or turns from 1 on where a moment is missing."""
    if any(moment is None for moment in moments):
        return [float(turn) for turn in range(1, len(moments) + 1)], "turn"
    stamps = [seconds(moment) for moment in moments]
    first = min(stamps, default=0.0)
    return [(stamp - first) / SECONDS_IN_A_WEEK for stamp in stamps], "week"


def by_window(
    dated: Iterable[tuple[datetime | None, Value]], measure: Callable[[Sequence[Value]], Measured]
) -> tuple[Window, ...]:
    """Each window that holds anything, measured, oldest first. What has no moment is in none.

    A day is the one that the moment itself reads, in its own time zone. Windows are laid from one fixed
    Monday on, so that a diary imported later moves no edge.
    """
    kept: defaultdict[int, list[Value]] = defaultdict(list)
    for moment, value in dated:
        if moment is not None:
            kept[(moment.toordinal() - 1) // WINDOW_DAYS].append(value)
    return tuple(Window(date.fromordinal(number * WINDOW_DAYS + 1), measure(kept[number])) for number in sorted(kept))


def seconds(moment: datetime | None) -> float:
    """Seconds since 1970; a plain difference of two moments of one zone would forget the change of clocks."""
    return moment.timestamp() if moment is not None else 0.0
