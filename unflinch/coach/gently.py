"""When to go gently: a soft stop in force, from what was logged. It is worked out anew each time and never stored."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from unflinch.accounts.models import Person
from unflinch.care.stop_signs import (
    RECOVERY_SLOW_MINUTES,
    RUMINATION_HIGH,
    STING_DAYS,
    STING_HARD,
    Known,
    Measure,
    Signals,
    StopSign,
    soft_stops,
    within_days,
)
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.history import REVIEWS_HEEDED, EchoRow, History, LoggedAsk, WeekRow, asides_of, left_on
from unflinch.practice.history.lately import lately
from unflinch.practice.vocabulary import AsideReason, BackAfter, Outcome, Plainly

_A_WEEK: Final = 7
_TWO_DAYS: Final = 2
_LEFT_AFTER: Final = timedelta(days=2)  # what was chosen yesterday may still be asked
_LEFT_SINCE: Final = timedelta(days=21)  # more than what was left is looked back on
_STILL_HARD: Final = 50  # the middle word of the scale: from there on somebody is not yet back to themselves


def sign_for(person: Person, day: date) -> StopSign | None:
    """The soft stop to name on this personal day, or None."""
    return sign_in(lately(person, day), day, avoided=_avoided_by(person, day))


def sign_in(history: History, day: date, *, avoided: Iterable[date]) -> StopSign | None:
    """The soft stop of this history on this day, or None; one that offers a rest goes before all others.

    `avoided` are the days of what was put aside, let go or left.
    """
    signs = soft_stops(_known_from(history, avoided=avoided), today=day)
    return next((sign for sign in signs if sign.offers_rest), signs[0] if signs else None)


def goes_round(history: History, day: date) -> bool:
    """Whether asks went round in the head on two of the last seven days: then nothing harder is offered (R21)."""
    rumination = within_days(_known_from(history).rumination, day, _A_WEEK)
    return len({echo.day for echo in rumination if echo.value >= RUMINATION_HIGH}) >= _TWO_DAYS


def stung_hard(history: History, day: date) -> frozenset[str]:
    """The cards like those of which a no stung hard of late: the same kind in the same place, and those themselves."""
    lately = [ask for ask in _noes_in(history) if ask.day and day - ask.day < timedelta(STING_DAYS)]
    hard = [ask for ask in lately if ask.sting is not None and ask.sting >= STING_HARD]
    kinds = {(ask.place, ask.kind) for ask in hard if ask.place}
    alike = catalogue().by_boldness.where(lambda challenge: (challenge.setting, challenge.kind) in kinds)
    return frozenset([*(challenge.slug for challenge in alike), *(ask.key for ask in hard)])


def _avoided_by(person: Person, day: date) -> list[date]:
    """The days of what was put aside, let go or left."""
    history = lately(person, day)
    # A card that is not for somebody, for want of a dog perhaps, avoids nothing.
    put_aside = [aside for aside in asides_of(person) if aside.reason != AsideReason.NOT_FOR_ME]
    asides = [aside.day for aside in put_aside if aside.day is not None]
    let_go = [ask.day for ask in history.asks if ask.outcome == Outcome.NOT_ASKED and ask.day]
    since = datetime.combine(day - _LEFT_SINCE, time(), UTC)
    chosen = left_on(person, since=since) if history.planned else ()
    left = [when for when in chosen if day - when >= _LEFT_AFTER]
    return [*asides, *let_go, *left]


def _known_from(history: History, *, avoided: Iterable[date] = ()) -> Known:
    """The same from a history alone. A total, an import without days and silence say nothing.

    What felt unfair hurts as well: here, and only here, it is looked at like any other ask.
    """
    weeks = list({(week.day, week.week): week for week in history.weeks[-REVIEWS_HEEDED:]}.values())
    echoes = [(ask, echo) for ask in history.asks for echo in ask.echoes]
    made = [ask for ask in history.asks if ask.made]
    return Known(
        stings=_measures((ask.day, ask.sting) for ask in _noes_in(history)),
        landings=_measures((ask.day, _landing_of(ask)) for ask in made),
        tensions=_measures((ask.day, ask.tension_before) for ask in made),
        not_yet=[ask.day for ask in history.asks if ask.day is not None and ask.back_after == BackAfter.NOT_YET],
        recoveries=_measures((echo.day, _minutes_to(ask, echo)) for ask, echo in echoes),
        rumination=_measures((echo.day, echo.round_and_round) for _, echo in echoes),
        tanks=_measures(history.energy.items()),
        avoided=list(avoided),
        made=[ask.day for ask in made if ask.day is not None],
        worse_weeks=_told((week, week.worse) for week in weeks),
        avoids_more=_told((week, week.avoids_more) for week in weeks),
    )


def _noes_in(history: History) -> Iterator[LoggedAsk]:
    return (ask for ask in history.asks if ask.outcome == Outcome.NO)


def _landing_of(ask: LoggedAsk) -> float | None:
    """How much it stung; a yes or a warm-up that told nothing did not, and of other answers nothing is known."""
    return 0.0 if ask.sting is None and ask.outcome in (Outcome.YES, Outcome.WENT) else ask.sting


def _measures(dated: Iterable[tuple[date | None, float | None]]) -> list[Measure]:
    return [Measure(day, value) for day, value in dated if day is not None and value is not None]


def _told(answers: Iterable[tuple[WeekRow, str]]) -> list[Signals]:
    return [
        Signals(week.written, answer == Plainly.YES) for week, answer in answers if answer and week.written is not None
    ]


def _minutes_to(ask: LoggedAsk, echo: EchoRow) -> float | None:
    """How long it took at least, where a later day still found it stinging; None where it did not, or nobody said."""
    if echo.still_stings is None or echo.still_stings < _STILL_HARD or ask.day is None:
        return None
    days = (echo.day - ask.day).days
    return days * RECOVERY_SLOW_MINUTES + 1 if days > 0 else None
