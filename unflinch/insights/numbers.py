"""The measured numbers of one person, folded once and kept until a fact is added."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nerve.columns import ask_columns
from nerve.forecast import ForecastAgainstResult, by_channel, forecast_against_result
from nerve.going import Going, Unflinching, going_of, unflinching
from nerve.measured import Change, Measured
from nerve.missed import Missed, yeses_missed
from nerve.preparation import Preparation, preparation_of
from nerve.pull import Pull, PullRating, pull_of
from nerve.recovery import Recovery, recovery_of
from nerve.rounds import Rounds, rounds_of
from nerve.safe_making import Habit, safe_making
from nerve.shift import FearedThing, Shift, feared_thing, shift_of, transfer_of
from nerve.sign import DirectionSign, Moved, moved_sign
from nerve.sting import fade, sting_of_noes
from nerve.trend import Course, course_of
from unflinch.accounts.models import Person
from unflinch.challenges.vocabulary import CHANNEL_OF, Channel
from unflinch.insights.sentences import lacking
from unflinch.practice.history import LoggedAsk, WeekRow, cached_fold, history_of


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything of design section 5 that debriefs and echoes can tell."""

    going: Going
    forecast: ForecastAgainstResult
    by_channel: Mapping[str, ForecastAgainstResult]
    shift: Shift
    feared: FearedThing
    transfer: Change
    tension: Course
    sting: Course
    unflinching: Unflinching
    recovery: Recovery
    missed: Missed
    fade: Change
    rounds: Rounds
    preparation: Preparation
    habits: tuple[Habit, ...]
    pull: Pull
    all_or_nothing: Course

    def as_plain(self) -> dict[str, Any]:
        """The numbers as a program reads them; null where there is too little to tell."""
        plain = {name: _plain(number) for name, number in self._named.items()}
        return {**plain, "forecast": _plain_forecast(self.forecast)}

    @property
    def signs(self) -> list[DirectionSign]:
        """The signs that may be named, by rule: going first, how it feels last."""
        return [
            DirectionSign("unflinching", self.unflinching.change),
            DirectionSign("feared", self.shift.feared),
            DirectionSign("recovery", self.recovery.change),
            DirectionSign("rounds", self.rounds.course.slope),
            DirectionSign("all_or_nothing", self.all_or_nothing.slope),
            DirectionSign("sting", self.sting.slope),
        ]

    @property
    def sign(self) -> Moved | None:
        """The one sign that is named."""
        return moved_sign(self.signs)

    def needs(self) -> dict[str, str]:
        """For each number that is null, how many more of what it needs, in words."""
        measured = self._named.items()
        return {name: lacking(number.needs) for name, number in measured if number.needs is not None}

    @property
    def _named(self) -> dict[str, Measured]:
        """The numbers that programs are told, by the name they are told under."""
        return {
            "went_anyway": self.going.went_anyway,
            "forecast": self.forecast.gap,
            "shift": self.shift.feared,
            "transfer": self.transfer,
            "sting": self.sting.slope,
            "recovery_minutes": self.recovery.minutes,
            "rumination": self.rounds.median,
        }


def numbers_of(person: Person) -> Numbers:
    """The numbers, kept in memory until a fact is added."""

    def fold() -> Numbers:
        history = history_of(person)
        return measure(history.asks, history.weeks)

    return cached_fold(person, "numbers", fold)


def measure(asks: Sequence[LoggedAsk], weeks: Sequence[WeekRow] = ()) -> Numbers:
    """Fold asks, in the order of life, into numbers. What does not count, or felt unfair, is in none of them."""
    counted = [ask for ask in asks if ask.counts]
    log = ask_columns(counted)
    after = log.where(log.made)
    answers = [(week.at, float(week.all_or_nothing)) for week in weeks if week.all_or_nothing is not None]
    return Numbers(
        going=going_of(log),
        forecast=forecast_against_result(log),
        by_channel=by_channel(log, [CHANNEL_OF[Channel(ask.channel)] for ask in counted]),
        shift=shift_of(log),
        feared=feared_thing(log),
        transfer=transfer_of(log, [_kind_of(ask) for ask in counted]),
        tension=course_of(
            _tensions_in(counted),
            of="tensions",
        ),
        sting=sting_of_noes(log),
        unflinching=unflinching(after),
        recovery=recovery_of(after),
        missed=yeses_missed(log),
        fade=fade(after),
        rounds=rounds_of(after),
        preparation=preparation_of(after),
        habits=safe_making(after),
        pull=pull_of(_offers_in(counted)),
        all_or_nothing=course_of(answers, of="fortnights"),
    )


def _kind_of(ask: LoggedAsk) -> str:
    """What kind it is of: what was done, where and how. Empty where nobody said where."""
    return f"{ask.kind}/{ask.place}/{ask.channel}" if ask.place else ""


def _tensions_in(asks: Iterable[LoggedAsk]) -> list[tuple[datetime | None, float]]:
    """The tension before each of these asks that was made, with its moment, where it was told."""
    return [(ask.at, ask.tension_before) for ask in asks if ask.made and ask.tension_before is not None]


def _offers_in(asks: Iterable[LoggedAsk]) -> Iterator[PullRating]:
    """The challenges as they were chosen, where the pull was told; what came of one says whether it was let go."""
    return (PullRating(ask.key, ask.at, ask.pull, ask.made) for ask in asks if ask.pull is not None)


def _plain(measured: Measured) -> dict[str, float | int | None] | None:
    """A measured number with its interval and n, or None where it needs more."""
    if measured.value is None:
        return None
    return {"value": measured.value, "low": measured.low, "high": measured.high, "n": measured.n}


def _plain_forecast(result: ForecastAgainstResult) -> dict[str, Any] | None:
    """Forecast against result with all its parts, or None."""
    if result.gap.value is None:
        return None
    return {name: _plain(getattr(result, name)) for name in ("forecast", "heard", "gap", "brier")}
