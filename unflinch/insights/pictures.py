"""More numbers as shapes: three bars of the feared thing, calibration, kinds of no."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nerve.forecast import Bin
from nerve.measured import Measured
from nerve.shift import FearedThing
from unflinch.insights.charts import LEFT_EDGE, RIGHT_EDGE, TOP
from unflinch.practice.history import LoggedAsk
from unflinch.practice.vocabulary import NoKind, Outcome

_SQUARE: Final = 160  # the side of the calibration plot, in its own units
ROW: Final = 46


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar below its words: its length, interval's ends, where the row lies, and what it says.

    `sure` is the interval and what it is made of in words, for whoever does not see the line; empty for a count.
    """

    words: str
    kind: str
    y: int
    length: float
    low: float | None
    high: float | None
    said: str
    sure: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """One point of the calibration: its place, the ends of its interval, and what it says."""

    x: float
    y: float
    low: float
    high: float
    forecast: float
    heard: float
    n: int
    sure: str


def feared_bars(feared: FearedThing) -> tuple[Bar, ...]:
    """Before, as it happened, asked again; empty where there is too little to tell."""
    rows = (("Feared", "rest", feared.before), ("Came", "yes", feared.happened), ("Next time", "accent", feared.after))
    if any(measured.spoken is None for _, _, measured in rows):
        return ()
    return tuple(bar_of(words, kind, at, measured) for at, (words, kind, measured) in enumerate(rows))


def bar_of(words: str, kind: str, at: int, measured: Measured) -> Bar:
    low, value, high = measured.spoken or (0.0, 0.0, 0.0)
    sure = f"{low:.0f} to {high:.0f}, from {measured.n}"
    return Bar(words, kind, at * ROW, along(value), along(low), along(high), f"{value:.0f}", sure)


def along(percent: float) -> float:
    """How far across the whole width."""
    return round(percent / 100 * RIGHT_EDGE, 1)


def calibration(curve: Sequence[Bin]) -> tuple[Spot, ...]:
    """What was heard against what was forecast, a point for each bin."""
    return tuple(_spot_of(one) for one in curve if one.heard.spoken is not None)


def _spot_of(one: Bin) -> Spot:
    low, heard, high = one.heard.spoken or (0.0, 0.0, 0.0)
    sure = f"{low:.0f} to {high:.0f}"
    x = round(LEFT_EDGE + one.forecast / 100 * _SQUARE, 1)
    return Spot(x, _down(heard), _down(low), _down(high), one.forecast, heard, one.heard.n, sure)


def _down(percent: float) -> float:
    return round(TOP + (1 - percent / 100) * _SQUARE, 1)


def kinds_of_no(asks: Sequence[LoggedAsk]) -> tuple[Bar, ...]:
    """How often each kind of no came, the most frequent first; empty where none was told."""
    told = Counter(ask.no_kind for ask in asks if ask.real and ask.outcome == Outcome.NO and ask.no_kind)
    most = max(told.values(), default=0)
    ranked = sorted(told.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Bar(str(NoKind(kind).label), "no", at * ROW, along(100 * times / most), None, None, str(times))
        for at, (kind, times) in enumerate(ranked)
    )
