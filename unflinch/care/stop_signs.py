"""When to stop and when to go gently: the signs as data, and which soft ones stand at the end of a day."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

# Scales: a score stands for two weeks, then the question comes back (evidence.md 3.1).
SCALE_DAYS: Final = 14
MINI_SPIN_HIGH: Final = 9  # of 12; assumed there
MINI_SPIN_RAISED: Final = 6  # of 12, and only where daily life suffers
GAD7_HIGH: Final = 15  # of 21
PHQ2_HIGH: Final = 3  # of 6
WHO5_LOW: Final = 28  # of 100
WHO5_FALL: Final = 10  # of 100; a smaller move is within its usual wobble
WHO5_FALLS_MANY: Final = 2

# Patterns: what is logged, 0 to 100 or in minutes, by personal day (evidence.md 3.1).
STING_HARD: Final = 75
STINGS_MANY, STING_DAYS = 3, 10
RECOVERY_SLOW_MINUTES: Final = 24 * 60
# The evidence names no window for slow recoveries; two weeks is the window in which recovery is shown.
RECOVERIES_MANY, RECOVERY_DAYS = 2, 14
RUMINATION_HIGH: Final = 60
RUMINATION_MANY, RUMINATION_DAYS = 4, 7
# A weekly answer stands until the next one, and not longer than two weeks.
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

    stings: Sequence[Measure] = ()  # 0..100, one for each no
    recoveries: Sequence[Measure] = ()  # minutes until back to oneself
    rumination: Sequence[Measure] = ()  # 0..100, the next day's answer
    worse_weeks: Sequence[Told] = ()  # the weekly "worse because of this?"
    avoids_more: Sequence[Told] = ()  # ordinary things avoided that were not before
    mini_spin: Sequence[Measure] = ()  # 0..12
    life_impaired: bool = False  # said beside mini_spin
    gad7: Sequence[Measure] = ()  # 0..21
    phq2: Sequence[Measure] = ()  # 0..6
    who5: Sequence[Measure] = ()  # 0..100


@cache
def signs() -> Mapping[str, Sign]:
    """Every sign by its code. Raises TypeError where the data file is wrong, so that it cannot ship."""
    rows = tomllib.loads(files("unflinch.care").joinpath("stop_signs.toml").read_text("utf-8"))["sign"]
    return {row["code"]: Sign(**row) for row in rows}


def first_visit() -> tuple[Sign, ...]:
    """The signs of the first visit's short list, in its order. The answer to it is not stored."""
    return tuple(sign for sign in signs().values() if sign.first_visit)


def soft_stops(known: Known, *, today: date) -> tuple[Sign, ...]:
    """The soft stops in force on the personal day `today`, in the table's order."""
    return tuple(signs()[code] for code, holds in RULES.items() if holds(known, today))


def social_fear(known: Known, today: date) -> bool:
    score = latest(known.mini_spin, today)
    return score is not None and (score >= MINI_SPIN_HIGH or (score >= MINI_SPIN_RAISED and known.life_impaired))


def worry(known: Known, today: date) -> bool:
    score = latest(known.gad7, today)
    return score is not None and score >= GAD7_HIGH


def low_mood(known: Known, today: date) -> bool:
    score = latest(known.phq2, today)
    return score is not None and score >= PHQ2_HIGH


def low_wellbeing(known: Known, today: date) -> bool:
    score = latest(known.who5, today)
    return score is not None and score <= WHO5_LOW


def wellbeing_falls(known: Known, today: date) -> bool:
    """Down by ten or more twice running; it stands as long as the latest score does."""
    if latest(known.who5, today) is None:
        return False
    past = sorted((score for score in known.who5 if score.day <= today), key=lambda score: score.day)
    falls = [before.value - after.value >= WHO5_FALL for before, after in pairwise(past[-WHO5_FALLS_MANY - 1 :])]
    return len(falls) == WHO5_FALLS_MANY and all(falls)


def hard_stings(known: Known, today: date) -> bool:
    recent = within(known.stings, today, STING_DAYS)
    return sum(sting.value >= STING_HARD for sting in recent) >= STINGS_MANY


def slow_recovery(known: Known, today: date) -> bool:
    recent = within(known.recoveries, today, RECOVERY_DAYS)
    return sum(recovery.value > RECOVERY_SLOW_MINUTES for recovery in recent) >= RECOVERIES_MANY


def round_and_round(known: Known, today: date) -> bool:
    """Counted by days: two echoes on one day are one day."""
    recent = within(known.rumination, today, RUMINATION_DAYS)
    return len({answer.day for answer in recent if answer.value >= RUMINATION_HIGH}) >= RUMINATION_MANY


def new_avoidance(known: Known, today: date) -> bool:
    return running_yes(known.avoids_more, today) >= 1


def worse_week(known: Known, today: date) -> bool:
    return 1 <= running_yes(known.worse_weeks, today) < WORSE_MANY


def worse_twice(known: Known, today: date) -> bool:
    return running_yes(known.worse_weeks, today) >= WORSE_MANY


def within(measures: Sequence[Measure], today: date, days: int) -> list[Measure]:
    """Those of the last `days` personal days, today among them."""
    return [measure for measure in measures if today - timedelta(days) < measure.day <= today]


def latest(scores: Sequence[Measure], today: date) -> float | None:
    """The latest score that still stands, or None."""
    standing = within(scores, today, SCALE_DAYS)
    return max(standing, key=lambda score: score.day).value if standing else None


def running_yes(answers: Sequence[Told], today: date) -> int:
    """How many of the latest answers are a yes without a no between; 0 when the latest is older than two weeks."""
    past = sorted((answer for answer in answers if answer.day <= today), key=lambda answer: answer.day, reverse=True)
    if not past or past[0].day <= today - timedelta(WEEKLY_DAYS):
        return 0
    return next((count for count, answer in enumerate(past) if not answer.yes), len(past))


RULES: Final[Mapping[str, Callable[[Known, date], bool]]] = {
    "social_fear": social_fear,
    "worry": worry,
    "low_mood": low_mood,
    "low_wellbeing": low_wellbeing,
    "wellbeing_falls": wellbeing_falls,
    "hard_stings": hard_stings,
    "slow_recovery": slow_recovery,
    "round_and_round": round_and_round,
    "new_avoidance": new_avoidance,
    "worse_week": worse_week,
    "worse_twice": worse_twice,
}
