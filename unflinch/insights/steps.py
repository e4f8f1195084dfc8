"""Two weeks at a time as shapes: a middle with its interval, on 0 to 100 or on the words that people answered with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from nerve.recovery import MEANT
from nerve.timeline import Window
from unflinch.insights.charts import LEFT_EDGE, RIGHT_EDGE, day_words, up, years_apart

_MOST_WINDOWS: Final = 12
_WORDS_LEFT: Final = 70  # where a picture begins whose levels are words
_HALVES: Final = {"0": 0.0, "50": 50.0, "100": 100.0}
_SOON: Final = dict(zip(("minutes", "an hour", "later", "not yet"), sorted(MEANT.values()), strict=True))
_STEP: Final = 100 / (len(_SOON) - 1)


@dataclass(frozen=True, slots=True)
class _Step:
    """Two weeks that say enough: where the middle and the interval's ends lie, and what it says."""

    x: float
    y: float
    low: float
    high: float
    when: str
    said: str
    sure: str
    n: int


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps, and the levels that have a line: what is written at it, and where it lies."""

    steps: tuple[_Step, ...]
    levels: tuple[tuple[str, float], ...]
    left: int

    def __bool__(self) -> bool:
        return bool(self.steps)


def of_hundred(windows: Sequence[Window]) -> Steps:
    """On a scale from 0 to 100."""
    levels = tuple((words, up(level)) for words, level in _HALVES.items())
    return Steps(_placed(windows, LEFT_EDGE, up, lambda value: f"{value:.0f}"), levels, LEFT_EDGE)


def of_soon(windows: Sequence[Window]) -> Steps:
    """How soon back to oneself: four answers in order, each as far from the next."""
    levels = tuple((words, _soon_up(minutes)) for words, minutes in _SOON.items())
    return Steps(_placed(windows, _WORDS_LEFT, _soon_up, _soon_words), levels, _WORDS_LEFT)


def _placed(
    windows: Sequence[Window], left: int, height: Callable[[float], float], words: Callable[[float], str]
) -> tuple[_Step, ...]:
    """The last two-week windows that say enough."""
    shown = [window for window in windows if window.measured.spoken is not None][-_MOST_WINDOWS:]
    room = (RIGHT_EDGE - left) / max(len(shown), 1)
    far = years_apart([window.start for window in shown])
    steps = []
    for at, window in enumerate(shown):
        low, value, high = window.measured.spoken or (0.0, 0.0, 0.0)
        x = round(left + (at + 0.5) * room, 1)
        ends = height(value), height(low), height(high)
        sure = f"{words(low)} to {words(high)}"
        steps.append(_Step(x, *ends, day_words(window.start, far=far), words(value), sure, window.measured.n))
    return tuple(steps)


def _soon_up(minutes: float) -> float:
    return up(_STEP * sum(minutes > answer for answer in _SOON.values()))


def _soon_words(minutes: float) -> str:
    return next(words for words, answer in _SOON.items() if minutes <= answer)
