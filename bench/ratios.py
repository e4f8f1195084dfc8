"""Measuring things in turn, so that a busy moment hits all of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import process_time


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

    def __str__(self) -> str:
        times = f"{self.value:.2f} times ({self.yardstick * 1000:.1f} ms, {self.seconds * 1000:.1f} ms)"
        return f"{self.name}: {times}; at most {self.most:g}"


def least(tasks: Sequence[Callable[[], float]], *, rounds: int) -> list[float]:
    """The least of the seconds that each task says it took, run in turn for `rounds` rounds after one to warm up.

    Whatever else the machine does only adds to it.
    """
    for task in tasks:
        task()
    taken = [[task() for task in tasks] for _ in range(rounds)]
    return [min(times) for times in zip(*taken, strict=True)]


def busy_for(task: Callable[[], object]) -> float:
    """How many seconds of the processor this takes."""
    start = process_time()
    task()
    return process_time() - start
