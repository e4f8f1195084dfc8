"""Measuring things in turn, so that a busy moment hits all of them."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long `name` took as its yardstick (both in seconds), and the most that is promised."""

    name: str
    seconds: float
    yardstick: float
    most: float

    @property
    def value(self) -> float:
        return self.seconds / self.yardstick

    @property
    def kept(self) -> bool:
        return self.value <= self.most


def medians(tasks: Sequence[Callable[[], float]], *, rounds: int) -> list[float]:
    """The median of the seconds that each task says it took, run in turn for `rounds` rounds after one to warm up."""
    for task in tasks:
        task()
    taken = [[task() for task in tasks] for _ in range(rounds)]
    return [statistics.median(times) for times in zip(*taken, strict=True)]
