"""When to stop and when to go gently: the signs as data, and which soft ones hold at the end of a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Annotated, Final

from msgspec import field

from unflinch.shell.data_files import FileTable, OneOrMore, letters, read_file, word_of

# What is logged, 0 to 100 or in minutes, by personal day (evidence.md 3.1).
STING_HARD: Final = 75
_STINGS_MANY, STING_DAYS = 3, 10
# Three hard ones are over once two later asks were milder than that, and after four weeks at the latest.
_MILDER_MANY, _STING_DAYS_MOST = 2, 28
TENSION_MOST: Final = 100  # "the most ever"
_TENSION_DAYS: Final = 2  # that day and the next
_STING_FELT: Final = 50
_NOES_MANY, _NOES_DAYS = 8, 30
_NOT_YET_MANY, _NOT_YET_DAYS = 3, 14
RECOVERY_SLOW_MINUTES: Final = 24 * 60
# The evidence names no window for slow recoveries; two weeks is the window in which recovery is shown.
_RECOVERIES_MANY, _RECOVERY_DAYS = 2, 14
RUMINATION_HIGH: Final = 60
# The evidence names four days of seven; an echo comes only where it was wanted and on four days of seven at most, so
# that nobody would reach it. Three days of fourteen is what the pages can tell.
_RUMINATION_MANY, _RUMINATION_DAYS = 3, 14
_TANK_EMPTY: Final = 25  # the lowest of the four dots
# Two weeks: told on six days at least, ten days from the first to the last, nearly empty on four of five.
_TANKS_MANY, _TANK_DAYS, _TANK_SPAN, _TANK_SHARE = 6, 14, 10, 0.8
# Cards put aside, let go or left on six days of two weeks, three times as many days as asks were made on.
_AVOIDED_MANY, _AVOIDED_DAYS, _AVOIDED_RATIO = 6, 14, 3
# A weekly answer holds until the next one, and not longer than two weeks.
_WEEKLY_DAYS: Final = 14
_WORSE_MANY: Final = 2


class StopSign(FileTable, frozen=True):
    """One stop sign, as its file says it; `first_visit` is its line in the short list, or empty."""

    code: Annotated[str, letters(40)]
    strength: Annotated[str, word_of("hard", "soft", "advice")]
    source: Annotated[str, word_of("told", "words", "pattern")]
    sentence: Annotated[str, letters(240)]
    first_visit: Annotated[str, letters(120)] = ""
    offers_rest: bool = False


class _SignsFile(FileTable, frozen=True):
    """Every sign, in order."""

    signs: OneOrMore[StopSign] = field(name="sign")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number and the personal day it belongs to."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Signals:
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
    worse_weeks: Sequence[Signals] = ()  # the weekly "worse because of this?"
    avoids_more: Sequence[Signals] = ()  # ordinary things avoided that were not before


@cache
def stop_signs() -> Mapping[str, StopSign]:
    """Every sign by its code. Raises BrokenFile where the data file is wrong, so that it cannot ship."""
    signs = read_file(files("unflinch.care").joinpath("stop_signs.toml"), _SignsFile).signs
    return {sign.code: sign for sign in signs}


def first_visit() -> tuple[StopSign, ...]:
    """The signs of the first visit's short list, in its order. The answer to it is not stored."""
    return tuple(sign for sign in stop_signs().values() if sign.first_visit)


def tender_times() -> StopSign:
    """What asks for going gently from the first day on, and only the person knows."""
    return stop_signs()["tender_times"]


def soft_stops(known: Known, *, today: date) -> tuple[StopSign, ...]:
    """The soft stops in force on the personal day `today`, in the table's order."""
    return tuple(stop_signs()[code] for code, holds in SIGN_RULES.items() if holds(known, today))


def _hard_stings(known: Known, today: date) -> bool:
    """Three close together; it holds until two later asks were milder, not by the calendar alone."""
    hard = sorted(sting.day for sting in known.stings if sting.value >= STING_HARD and sting.day <= today)
    firsts = zip(hard, hard[_STINGS_MANY - 1 :], strict=False)
    last = max((end for first, end in firsts if end - first < timedelta(STING_DAYS)), default=None)
    if last is None or today - last >= timedelta(_STING_DAYS_MOST):
        return False
    milder = [one for one in known.landings if last < one.day <= today and one.value < STING_HARD]
    return len(milder) < _MILDER_MANY


def _most_tense(known: Known, today: date) -> bool:
    return any(one.value >= TENSION_MOST for one in within_days(known.tensions, today, _TENSION_DAYS))


def _many_noes(known: Known, today: date) -> bool:
    """The last eight noes that told their sting, all within a month, and each of them felt."""
    recent = within_days(known.stings, today, _NOES_DAYS)[-_NOES_MANY:]
    return len(recent) == _NOES_MANY and all(sting.value >= _STING_FELT for sting in recent)


def _not_yet_back(known: Known, today: date) -> bool:
    return len(_lately(known.not_yet, today, _NOT_YET_DAYS)) >= _NOT_YET_MANY


def _slow_recovery(known: Known, today: date) -> bool:
    recent = within_days(known.recoveries, today, _RECOVERY_DAYS)
    return sum(recovery.value > RECOVERY_SLOW_MINUTES for recovery in recent) >= _RECOVERIES_MANY


def _round_and_round(known: Known, today: date) -> bool:
    """Counted by days: two echoes on one day are one day."""
    recent = within_days(known.rumination, today, _RUMINATION_DAYS)
    return len({answer.day for answer in recent if answer.value >= RUMINATION_HIGH}) >= _RUMINATION_MANY


def _empty_tank(known: Known, today: date) -> bool:
    recent = within_days(known.tanks, today, _TANK_DAYS)
    if len(recent) < _TANKS_MANY:
        return False
    days = [tank.day for tank in recent]
    empty = sum(tank.value <= _TANK_EMPTY for tank in recent)
    return max(days) - min(days) >= timedelta(_TANK_SPAN) and empty >= _TANK_SHARE * len(recent)


def _avoidance(known: Known, today: date) -> bool:
    """Counted by days: whoever leafs through the cards on one evening avoids nothing."""
    avoided = len(set(_lately(known.avoided, today, _AVOIDED_DAYS)))
    made = len(set(_lately(known.made, today, _AVOIDED_DAYS)))
    return avoided >= _AVOIDED_MANY and avoided >= _AVOIDED_RATIO * made


def _new_avoidance(known: Known, today: date) -> bool:
    return _running_yes(known.avoids_more, today) >= 1


def _worse_week(known: Known, today: date) -> bool:
    return 1 <= _running_yes(known.worse_weeks, today) < _WORSE_MANY


def _worse_twice(known: Known, today: date) -> bool:
    return _running_yes(known.worse_weeks, today) >= _WORSE_MANY


def within_days(measures: Sequence[Measure], today: date, days: int) -> list[Measure]:
    """Those of the last `days` personal days, today among them."""
    return [measure for measure in measures if today - timedelta(days) < measure.day <= today]


def _lately(dates: Sequence[date], today: date, days: int) -> list[date]:
    """The same for plain days."""
    return [day for day in dates if today - timedelta(days) < day <= today]


def _running_yes(answers: Sequence[Signals], today: date) -> int:
    """How many of the latest answers are a yes without a no between; 0 when the latest is older than two weeks."""
    past = sorted((answer for answer in answers if answer.day <= today), key=lambda answer: answer.day, reverse=True)
    if not past or past[0].day <= today - timedelta(_WEEKLY_DAYS):
        return 0
    return next((count for count, answer in enumerate(past) if not answer.yes), len(past))


SIGN_RULES: Final[Mapping[str, Callable[[Known, date], bool]]] = {
    "hard_stings": _hard_stings,
    "most_tense": _most_tense,
    "many_noes": _many_noes,
    "not_yet_back": _not_yet_back,
    "slow_recovery": _slow_recovery,
    "round_and_round": _round_and_round,
    "empty_tank": _empty_tank,
    "avoidance": _avoidance,
    "new_avoidance": _new_avoidance,
    "worse_week": _worse_week,
    "worse_twice": _worse_twice,
}
