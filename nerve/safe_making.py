"""Safe-making: what one does during an ask to feel safe, and which of it fades."""

from collections.abc import Iterable
from dataclasses import dataclass

from nerve.aftermath import Aftermath
from nerve.estimates import change_of_share, share_of
from nerve.measured import Change, Measured
from nerve.timeline import in_order


@dataclass(frozen=True, slots=True)
class Habit:
    """In how many of the asks it was there, in per cent, and how that moved from the earlier half to the later."""

    name: str
    share: Measured
    change: Change


def safe_making(aftermaths: Iterable[Aftermath]) -> tuple[Habit, ...]:
    """Each habit that was ever there, the most frequent first, over the asks where habits were told, none included.

    Such habits keep a fear alive by taking the credit for a good end (Salkovskis 1991; Piccirillo et al. 2016); early
    on they are a help (Rachman et al. 2008), so nothing here is called good or bad.
    """
    told = [after.safe_habits for after in in_order(after for after in aftermaths if after.safe_habits is not None)]
    there = [frozenset(habits) for habits in told if habits is not None]
    names = sorted({name for habits in there for name in habits})
    found = [habit_of(name, [name in habits for habits in there]) for name in names]
    return tuple(sorted(found, key=lambda habit: -(habit.share.value or 0.0)))


def habit_of(name: str, hits: list[bool]) -> Habit:
    return Habit(name, share_of(sum(hits), len(hits), of="habits"), change_of_share(hits, of="habits"))
