"""The page of changes as values: each number with its sentence and its shape."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from unflinch.accounts.models import Person
from unflinch.care.stop_signs import stop_signs
from unflinch.insights import sentences
from unflinch.insights.along import Along, along_of
from unflinch.insights.charts import Bars, Curve, WeekBar, bars_of, curve_of, week_bars
from unflinch.insights.counts import Counts
from unflinch.insights.numbers import Numbers, measure, numbers_of
from unflinch.insights.pictures import ROW, Bar, Spot, calibration, feared_bars, kinds_of_no
from unflinch.insights.span import Span, asks_in_span, counts_in
from unflinch.insights.steps import Steps, of_hundred, of_soon
from unflinch.practice.history import LoggedAsk, cached_fold
from unflinch.practice.history.safety_habits import drinks_before_most

_PAIR, _CHANNEL = 84, 96  # how high two bars are, and two with the name of their channel above
_CHANNEL_WORDS = {"in_person": "In person", "phone": "By phone", "written": "In writing"}


@dataclass(frozen=True, slots=True)
class _Row:
    """One channel's forecast against its result: for the table, and how far down its bars begin."""

    name: str
    said: str
    heard: str
    n: int
    sure: str
    y: int
    bars: Bars


@dataclass(frozen=True, slots=True)
class _Changes:
    """Everything that the page shows beside the weeks' own words. Holds no words of the person."""

    counts: Counts
    numbers: Numbers
    went_anyway: int | None
    forecast: str
    bars: Bars | None
    channels: tuple[_Row, ...]
    sting: str
    curve: Curve
    fade: str
    shift: str
    learning: str
    transfer: str
    cost: str
    recovery: str
    recovery_range: str
    unflinched: str
    weeks: tuple[WeekBar, ...]
    missed: str
    feared: tuple[Bar, ...]
    calibration: tuple[Spot, ...]
    recoveries: Steps
    rounds: Steps
    rounds_said: str
    kinds: tuple[Bar, ...]
    sign: str
    fortnights: Curve
    fortnights_said: str
    along: Along
    drink: str

    @property
    def foretold(self) -> bool:
        """Whether any ask had a forecast of a no, answered or not."""
        result = self.numbers.forecast
        return result.heard.n + result.silences + result.maybes > 0

    @property
    def drawn(self) -> tuple[_Row, ...]:
        """The channels with bars of their own: where there are two and more to compare."""
        return self.channels if len(self.channels) > 1 else ()

    @property
    def forecast_height(self) -> int:
        """How high the picture of the forecast is."""
        return _PAIR + _CHANNEL * len(self.drawn)

    @property
    def kinds_height(self) -> int:
        """How high the picture of the kinds of no is."""
        return ROW * len(self.kinds)


def changes_of(person: Person, span: str, day: date) -> _Changes:
    """The page's values for this span, kept in memory until a fact is added or the day is over."""

    def fold() -> _Changes:
        asks = asks_in_span(person, span, day)
        numbers = numbers_of(person) if span == Span.ALL else measure(asks)
        counts = counts_in(person, span, day, asks)
        along = along_of(person, numbers, asks, counts, part=span != Span.ALL)
        return _changes_from(counts, numbers, asks, along)

    return cached_fold(person, "changes" if span == Span.ALL else f"changes/{span}/{day}", fold)


def _changes_from(counts: Counts, numbers: Numbers, asks: Sequence[LoggedAsk], along: Along) -> _Changes:
    """Counts and numbers as sentences and shapes."""
    anyway = numbers.going.went_anyway.value
    return _Changes(
        counts=counts,
        numbers=numbers,
        went_anyway=None if anyway is None else round(anyway),
        forecast=sentences.of_forecast(numbers.forecast),
        bars=bars_of(numbers.forecast),
        channels=tuple(_rows_of(numbers)),
        sting=sentences.of_sting(numbers.sting),
        curve=curve_of(numbers.sting),
        fade=sentences.of_fade(numbers.fade),
        shift=sentences.of_shift(numbers.shift.feared),
        learning=sentences.of_learning(numbers.shift),
        transfer=sentences.of_transfer(numbers.transfer),
        cost=sentences.of_cost(numbers.shift.cost),
        recovery=sentences.of_recovery(numbers.recovery),
        recovery_range=sentences.of_recovery_range(numbers.recovery),
        unflinched=sentences.of_unflinching(numbers.unflinching.share),
        weeks=week_bars(counts.weeks),
        missed=sentences.of_missed(numbers.missed),
        feared=feared_bars(numbers.feared),
        calibration=calibration(numbers.forecast.curve),
        recoveries=of_soon(numbers.recovery.windows),
        rounds=of_hundred(numbers.rounds.windows),
        rounds_said=sentences.of_rounds(numbers.rounds),
        kinds=kinds_of_no(asks),
        sign=sentences.of_sign(numbers.sign),
        fortnights=curve_of(numbers.all_or_nothing),
        fortnights_said=sentences.of_all_or_nothing(numbers.all_or_nothing),
        along=along,
        drink=stop_signs()["drink"].sentence if drinks_before_most(asks) else "",
    )


def _rows_of(numbers: Numbers) -> list[_Row]:
    """The channels with enough answers."""
    drawn = [(name, part, bars_of(part)) for name, part in numbers.by_channel.items()]
    told = [(name, part, bars) for name, part, bars in drawn if bars is not None]
    return [
        _Row(
            _CHANNEL_WORDS[name],
            sentences.rounded(part.forecast.value),
            sentences.rounded(part.heard.value),
            part.heard.n,
            sentences.between(part.heard),
            _PAIR + _CHANNEL * at,
            bars,
        )
        for at, (name, part, bars) in enumerate(told)
    ]
