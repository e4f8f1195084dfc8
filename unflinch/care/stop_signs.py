"""When to stop and when to go gently: the signs as data, and which soft ones hold at the end of a day."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Final

# What is logged, 0 to 100 or in minutes, by personal day (evidence.md 3.1).
STING_HARD: Final = 75
STINGS_MANY, STING_DAYS = 3, 10
# Three hard ones are over once two later asks were milder than that, and after four weeks at the latest.
MILDER_MANY, STING_DAYS_MOST = 2, 28
TENSION_MOST: Final = 100  # "the most ever"
TENSION_DAYS: Final = 2  # that day and the next
STING_FELT: Final = 50
NOES_MANY, NOES_DAYS = 8, 30
NOT_YET_MANY, NOT_YET_DAYS = 3, 14
RECOVERY_SLOW_MINUTES: Final = 24 * 60
# The evidence names no window for slow recoveries; two weeks is the window in which recovery is shown.
RECOVERIES_MANY, RECOVERY_DAYS = 2, 14
RUMINATION_HIGH: Final = 60
# The evidence names four days of seven; an echo comes only where it was wanted and on four days of seven at most, so
# that nobody would reach it. Three days of fourteen is what the pages can tell.
RUMINATION_MANY, RUMINATION_DAYS = 3, 14
TANK_EMPTY: Final = 25  # the lowest of the four dots
# Two weeks: told on six days at least, ten days from the first to the last, nearly empty on four of five.
TANKS_MANY, TANK_DAYS, TANK_SPAN, TANK_SHARE = 6, 14, 10, 0.8
# Cards put aside, let go or left on six days of two weeks, three times as many days as asks were made on.
AVOIDED_MANY, AVOIDED_DAYS, AVOIDED_RATIO = 6, 14, 3
# A weekly answer holds until the next one, and not longer than two weeks.
WEEKLY_DAYS: Final = 14
WORSE_MANY: Final = 2


@dataclass(frozen=True, slots=True)
class Sign:
    """One stop sign, as its file says it; `first_visit` is its line in the short list, or empty."""

    code: str
    strength: str
    source: str
    sentence: str
    first_visit: str = ""
    offers_rest: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A number and the personal day it belongs to."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Told:
    """A yes or a no, and the personal day on which it was given."""

    day: date
    yes: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person. Nothing here is asked for this purpose; what is not known stays empty."""

    stings: Sequence[Measure] = ()  # 0..100, one for each no that told it, in the order of life
    landings: Sequence[Measure] = ()  # 0..100, the sting of each yes or no; 0 for a yes that told none
    tensions: Sequence[Measure] = ()  # 0..100, before each ask that was made
    not_yet: Sequence[date] = ()  # "not yet back to myself", once for each ask
    recoveries: Sequence[Measure] = ()  # minutes until back to oneself
    rumination: Sequence[Measure] = ()  # 0..100, the next day's answer
    tanks: Sequence[Measure] = ()  # 0..100, one a day
    avoided: Sequence[date] = ()  # a card put aside, let go, or chosen and left
    made: Sequence[date] = ()  # asks that were made
    worse_weeks: Sequence[Told] = ()  # the weekly "worse because of this?"
    avoids_more: Sequence[Told] = ()  # ordinary things avoided that were not before


@cache
def signs() -> Mapping[str, Sign]:
    """Every sign by its code. Raises TypeError where the data file is wrong, so that it cannot ship."""
    rows = tomllib.loads(files("unflinch.care").joinpath("stop_signs.toml").read_text("utf-8"))["sign"]
    return {row["code"]: Sign(**row) for row in rows}


def first_visit() -> tuple[Sign, ...]:
    """The signs of the first visit's short list, in its order. The answer to it is not stored."""
    return tuple(sign for sign in signs().values() if sign.first_visit)


def tender_times() -> Sign:
    """What asks for going gently from the first day on, and only the person knows."""
    return signs()["tender_times"]


def soft_stops(known: Known, *, today: date) -> tuple[Sign, ...]:
    """The soft stops in force on the personal day `today`, in the table's order."""
    return tuple(signs()[code] for code, holds in RULES.items() if holds(known, today))


def hard_stings(known: Known, today: date) -> bool:
    """Three close together; it holds until two later asks were milder, not by the calendar alone."""
    hard = sorted(sting.day for sting in known.stings if sting.value >= STING_HARD and sting.day <= today)
    firsts = zip(hard, hard[STINGS_MANY - 1 :], strict=False)
    last = max((end for first, end in firsts if end - first < timedelta(STING_DAYS)), default=None)
    if last is None or today - last >= timedelta(STING_DAYS_MOST):
        return False
    milder = [one for one in known.landings if last < one.day <= today and one.value < STING_HARD]
    return len(milder) < MILDER_MANY


def most_tense(known: Known, today: date) -> bool:
    return any(one.value >= TENSION_MOST for one in within(known.tensions, today, TENSION_DAYS))


def many_noes(known: Known, today: date) -> bool:
    """The last eight noes that told their sting, all within a month, and each of them felt."""
    recent = within(known.stings, today, NOES_DAYS)[-NOES_MANY:]
    return len(recent) == NOES_MANY and all(sting.value >= STING_FELT for sting in recent)


def not_yet_back(known: Known, today: date) -> bool:
    return len(lately(known.not_yet, today, NOT_YET_DAYS)) >= NOT_YET_MANY


def slow_recovery(known: Known, today: date) -> bool:
    recent = within(known.recoveries, today, RECOVERY_DAYS)
    return sum(recovery.value > RECOVERY_SLOW_MINUTES for recovery in recent) >= RECOVERIES_MANY


def round_and_round(known: Known, today: date) -> bool:
    """Counted by days: two echoes on one day are one day."""
    recent = within(known.rumination, today, RUMINATION_DAYS)
    return len({answer.day for answer in recent if answer.value >= RUMINATION_HIGH}) >= RUMINATION_MANY


def empty_tank(known: Known, today: date) -> bool:
    recent = within(known.tanks, today, TANK_DAYS)
    if len(recent) < TANKS_MANY:
        return False
    days = [tank.day for tank in recent]
    empty = sum(tank.value <= TANK_EMPTY for tank in recent)
    return max(days) - min(days) >= timedelta(TANK_SPAN) and empty >= TANK_SHARE * len(recent)


def avoidance(known: Known, today: date) -> bool:
    """Counted by days: whoever leafs through the cards on one evening avoids nothing."""
    avoided = len(set(lately(known.avoided, today, AVOIDED_DAYS)))
    made = len(set(lately(known.made, today, AVOIDED_DAYS)))
    return avoided >= AVOIDED_MANY and avoided >= AVOIDED_RATIO * made


def new_avoidance(known: Known, today: date) -> bool:
    return running_yes(known.avoids_more, today) >= 1


def worse_week(known: Known, today: date) -> bool:
    return 1 <= running_yes(known.worse_weeks, today) < WORSE_MANY


def worse_twice(known: Known, today: date) -> bool:
    return running_yes(known.worse_weeks, today) >= WORSE_MANY


def within(measures: Sequence[Measure], today: date, days: int) -> list[Measure]:
    """Those of the last `days` personal days, today among them."""
    return [measure for measure in measures if today - timedelta(days) < measure.day <= today]


def lately(dates: Sequence[date], today: date, days: int) -> list[date]:
    """The same for plain days."""
    return [day for day in dates if today - timedelta(days) < day <= today]


def running_yes(answers: Sequence[Told], today: date) -> int:
    """How many of the latest answers are a yes without a no between; 0 when the latest is older than two weeks."""
    past = sorted((answer for answer in answers if answer.day <= today), key=lambda answer: answer.day, reverse=True)
    if not past or past[0].day <= today - timedelta(WEEKLY_DAYS):
        return 0
    return next((count for count, answer in enumerate(past) if not answer.yes), len(past))


RULES: Final[Mapping[str, Callable[[Known, date], bool]]] = {
    "hard_stings": hard_stings,
    "most_tense": most_tense,
    "many_noes": many_noes,
    "not_yet_back": not_yet_back,
    "slow_recovery": slow_recovery,
    "round_and_round": round_and_round,
    "empty_tank": empty_tank,
    "avoidance": avoidance,
    "new_avoidance": new_avoidance,
    "worse_week": worse_week,
    "worse_twice": worse_twice,
}
