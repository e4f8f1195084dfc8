"""Energy and dose: how much was asked in a week, and how much was in the tank."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Generic, TypeVar

from nerve.rep import within_scale

_Week = TypeVar("_Week", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Dose(Generic[_Week]):
    """A week's asks, and the mean energy of the `days` on which it was told (0 to 100; None for none).

    Shown side by side and nothing more: that they go together says nothing of which brings the other.
    """

    week: _Week
    asks: int
    energy: float | None
    days: int


def doses(asks: Mapping[_Week, int], energy: Iterable[tuple[_Week, float]]) -> tuple[Dose[_Week], ...]:
    """One for each week of `asks`, in its order; `energy` is one value a day. Raises ValueError off the scale."""
    told: defaultdict[_Week, list[float]] = defaultdict(list)
    for week, value in energy:
        within_scale("energy", value)
        told[week].append(value)
    return tuple(
        Dose(week, count, fmean(told[week]) if told[week] else None, len(told[week])) for week, count in asks.items()
    )
