"""When to go gently: a soft stop in force, from what was logged. It is reckoned anew each time and never kept."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from unflinch.care.stop_signs import (
    RECOVERY_SLOW_MINUTES,
    RUMINATION_DAYS,
    RUMINATION_HIGH,
    Known,
    Measure,
    Sign,
    Told,
    soft_stops,
    within,
)
from unflinch.practice.entries import Entry
from unflinch.practice.history import History
from unflinch.practice.rows import EchoRow, WeekRow
from unflinch.practice.vocabulary import Outcome, Plainly

TWO_DAYS: Final = 2
STILL_HARD: Final = 50  # the middle word of the scale: from there on somebody is not yet back to themselves


def sign_for(history: History, day: date) -> Sign | None:
    """The soft stop to name on this personal day, or None; one that offers a rest goes before all others."""
    signs = soft_stops(known_from(history), today=day)
    return next((sign for sign in signs if sign.offers_rest), signs[0] if signs else None)


def goes_round(history: History, day: date) -> bool:
    """Whether asks went round in the head on two of the last seven days: then nothing harder is held out (R21)."""
    rumination = within(known_from(history).rumination, day, RUMINATION_DAYS)
    return len({echo.day for echo in rumination if echo.value >= RUMINATION_HIGH}) >= TWO_DAYS


def known_from(history: History) -> Known:
    """What the log says of the patterns that care watches. A total, an import without days and silence say nothing."""
    noes = [entry for entry in history.entries if entry.rep.outcome == Outcome.NO]
    weeks = list({(week.day, week.week): week for week in history.weeks}.values())
    echoes = [(entry, echo) for entry in history.entries for echo in entry.echoes]
    return Known(
        stings=measures((entry.day, entry.rep.sting) for entry in noes),
        recoveries=measures((echo.day, minutes_to(entry, echo)) for entry, echo in echoes),
        rumination=measures((echo.day, echo.round_and_round) for _, echo in echoes),
        worse_weeks=told((week, week.worse) for week in weeks),
        avoids_more=told((week, week.avoids_more) for week in weeks),
    )


def measures(dated: Iterable[tuple[date | None, float | None]]) -> list[Measure]:
    return [Measure(day, value) for day, value in dated if day is not None and value is not None]


def told(answers: Iterable[tuple[WeekRow, str]]) -> list[Told]:
    return [
        Told(week.written, answer == Plainly.YES) for week, answer in answers if answer and week.written is not None
    ]


def minutes_to(entry: Entry, echo: EchoRow) -> float | None:
    """How long it took at least, where a later day still found it stinging; None where it did not, or nobody said."""
    if echo.still_stings is None or echo.still_stings < STILL_HARD or entry.day is None:
        return None
    days = (echo.day - entry.day).days
    return days * RECOVERY_SLOW_MINUTES + 1 if days > 0 else None
