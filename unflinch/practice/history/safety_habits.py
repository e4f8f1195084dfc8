"""What one does to feel safe, and the one of them that could be left out for once (evidence R16)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from unflinch.practice.history import LoggedAsk
from unflinch.practice.vocabulary import SafeHabit

_LOOKED_AT: Final = 5  # asks whose debrief told of habits, or of none beside a rating
_OFTEN: Final = 3  # of these


@dataclass(frozen=True, slots=True)
class _Often:
    """A habit that was there in `times` of the last `of` asks."""

    words: str
    times: int
    of: int


def drinks_before_most(asks: Sequence[LoggedAsk]) -> bool:
    """Whether there was a drink before most of the last asks: that is no habit to play with, and is met with care."""
    last = _lately(asks)
    return len(last) >= _LOOKED_AT and sum(SafeHabit.DRINK in habits for habits in last) >= _OFTEN


def habit_to_leave_out(asks: Sequence[LoggedAsk]) -> _Often | None:
    """The habit that came most often lately, or None: early on any habit is welcome, and one at a time is enough."""
    last = _lately(asks)
    seen = Counter(habit for habits in last for habit in habits if habit != SafeHabit.DRINK)
    if len(last) < _LOOKED_AT or not seen:
        return None
    habit, times = min(seen.items(), key=lambda item: (-item[1], item[0]))
    return _Often(SafeHabit(habit).label, times, len(last)) if times >= _OFTEN else None


def _lately(asks: Sequence[LoggedAsk]) -> Sequence[tuple[str, ...]]:
    """The habits of the last asks of which any are known, oldest first."""
    return [ask.safe_habits for ask in asks if ask.real and ask.safe_habits is not None][-_LOOKED_AT:]
