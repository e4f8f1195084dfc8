"""Safe-making: what one does during an ask to feel safe, and which of it fades."""

from dataclasses import dataclass

from nerve.arrays import Bools
from nerve.columns import Asks, ask_columns
from nerve.estimates import change_of_share, share_of
from nerve.measured import Change, Measured


@dataclass(frozen=True, slots=True)
class Habit:
    """In how many of the asks it was there, in per cent, and how that moved from the earlier half to the later."""

    name: str
    share: Measured
    change: Change


def safe_making(asks: Asks) -> tuple[Habit, ...]:
    """Each habit that was ever there, the most frequent first, over the asks where habits were told, none included.

    Such habits keep a fear alive by taking the credit for a good end (Salkovskis 1991; Piccirillo et al. 2016); early
    on they are a help (Rachman et al. 2008), so nothing here is called good or bad.
    """
    columns = ask_columns(asks)
    told = columns.in_order(columns.habits_told)
    found = [_habit_of(name, there[told]) for name, there in sorted(columns.safe_habits.items()) if there[told].any()]
    return tuple(sorted(found, key=lambda habit: -(habit.share.value or 0.0)))


def _habit_of(name: str, hits: Bools) -> Habit:
    return Habit(name, share_of(int(hits.sum()), len(hits), of="habits"), change_of_share(hits, of="habits"))
