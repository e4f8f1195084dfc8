"""The few shapes that charts are drawn as: where each line, bar and dot lies. Drawn 360 wide; none knows a colour."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from nerve.measured import Change, Measured
from nerve.timeline import Window
from nerve.trend import Course, Point
from unflinch.insights.sentences import interval_from, rounded, rounded_signed

LEFT_EDGE: Final = 34
RIGHT_EDGE: Final = 352
TOP: Final = 14
BOTTOM: Final = 134
_HIGHEST: Final = 100
_LEVELS: Final = (0, 40, 80)
_FEWEST_DOTS: Final = 2
_MOST_DOTS: Final = 120
_MOST_ROWS: Final = 30
_MOST_WINDOWS: Final = 12
_ROW: Final = 46  # how high a bar with its words is


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar below its words, with its interval's ends, where it has one, and what it says.

    `kind` names its colour in the style sheet. `sure` is the interval in words, for whoever does not see the line.
    """

    words: str
    kind: str
    length: float
    said: str
    low: float | None = None
    high: float | None = None
    sure: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars below each other; each has the height at which its row begins."""

    TEMPLATE: ClassVar[str] = "insights/shapes/bars.html"
    bars: Sequence[Bar]

    @property
    def placed(self) -> list[tuple[int, Bar]]:
        return [(at * _ROW, bar) for at, bar in enumerate(self.bars)]

    @property
    def height(self) -> int:
        return _ROW * len(self.bars)


@dataclass(frozen=True, slots=True)
class _Dot:
    """One rating: its place in the picture, when it was and how much (0 to 100)."""

    x: float
    y: float
    when: str
    rating: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Ratings over time: the newest as dots, and a line with its band where there are enough."""

    TEMPLATE: ClassVar[str] = "insights/shapes/curve.html"
    dots: Sequence[_Dot]
    line: str
    band: str
    first: str
    last: str

    @property
    def grid(self) -> list[tuple[int, float]]:
        """The levels that have a line, and where it lies."""
        return [(level, up(level)) for level in _LEVELS]

    @property
    def newest(self) -> list[tuple[str, str]]:
        """When and how much, the newest first: what a table has room for."""
        return [(dot.when, rounded(dot.rating)) for dot in reversed(self.dots[-_MOST_ROWS:])]


@dataclass(frozen=True, slots=True)
class _Step:
    """Two weeks that say enough: where the middle and the interval's ends lie, and what it says."""

    x: float
    y: float
    low: float
    high: float
    when: str
    said: str
    sure: str
    n: int


@dataclass(frozen=True, slots=True)
class Steps:
    """Two weeks at a time, and the levels that have a line: what is written at it, and where it lies."""

    TEMPLATE: ClassVar[str] = "insights/shapes/steps.html"
    steps: Sequence[_Step]
    levels: Sequence[tuple[str, float]]
    left: int


@dataclass(frozen=True, slots=True)
class _Span:
    """A change with its interval: where it and its ends lie on a row, and what it says."""

    words: str
    y: int
    x: float
    low: float
    high: float
    said: str
    sure: str


@dataclass(frozen=True, slots=True)
class Spans:
    """Changes with their intervals on one scale, around a line that says "no change"."""

    TEMPLATE: ClassVar[str] = "insights/shapes/spans.html"
    spans: Sequence[_Span]
    zero: float

    @property
    def height(self) -> int:
        return _ROW * len(self.spans) + 18

    @property
    def foot(self) -> int:
        return self.height - 18


def measured_bar(words: str, kind: str, measured: Measured, *, unit: str = "") -> Bar:
    """A bar of a number from 0 to 100 with its interval."""
    low, value, high = measured.spoken or (0.0, 0.0, 0.0)
    sure = interval_from(rounded(low), f"{rounded(high)}{unit}", measured.n)
    return Bar(words, kind, _along(value), f"{rounded(value)}{unit}", _along(low), _along(high), sure)


def counted_bar(words: str, kind: str, count: int, most: int) -> Bar:
    """A bar of a count, beside the largest of them."""
    return Bar(words, kind, _along(_HIGHEST * count / (most or 1)), str(count))


def curve_of(course: Course) -> Curve | None:
    """The points of a course, with its line and band; nothing where a single point would stand in an empty picture."""
    points = course.points
    if len(points) < _FEWEST_DOTS:
        return None
    span, ends = (points[0].x, points[-1].x), (points[0], points[-1])
    far = _years_apart([point.day for point in ends])
    dots = tuple(
        _Dot(_across(point.x, span), up(point.y), _name_of(point, far=far), point.y) for point in points[-_MOST_DOTS:]
    )
    top = [(_across(at.x, span), up(at.high)) for at in course.line]
    bottom = [(_across(at.x, span), up(at.low)) for at in reversed(course.line)]
    middle = [(_across(at.x, span), up(at.y)) for at in course.line]
    first, last = (_name_of(point, far=far) for point in ends)
    return Curve(dots, _path(middle), _path([*top, *bottom]) + "Z" if top else "", first, last)


def steps_of(
    windows: Sequence[Window],
    *,
    levels: Sequence[tuple[str, float]],
    height: Callable[[float], float],
    words: Callable[[float], str],
    left: int = LEFT_EDGE,
) -> Steps | None:
    """The latest two-week windows that say enough, or None; `height` and `words` say where and how a value stands."""
    shown = [window for window in windows if window.measured.spoken is not None][-_MOST_WINDOWS:]
    room = (RIGHT_EDGE - left) / max(len(shown), 1)
    far = _years_apart([window.start for window in shown])
    steps = []
    for at, window in enumerate(shown):
        low, value, high = window.measured.spoken or (0.0, 0.0, 0.0)
        x = round(left + (at + 0.5) * room, 1)
        ends = height(value), height(low), height(high)
        sure = f"{words(low)} to {words(high)}"
        steps.append(_Step(x, *ends, _day_words(window.start, far=far), words(value), sure, window.measured.n))
    return Steps(steps, levels, left) if steps else None


def steps_of_hundred(windows: Sequence[Window]) -> Steps | None:
    """The same on a scale from 0 to 100."""
    levels = [(str(level), up(level)) for level in (0, 50, _HIGHEST)]
    return steps_of(windows, levels=levels, height=up, words=rounded)


def spans_of(changes: Sequence[tuple[str, Change]]) -> Spans | None:
    """Those of the changes that are known, or None where none is."""
    known = [(words, change.spoken, change.n) for words, change in changes if change.spoken is not None]
    if not known:
        return None
    reach = max(20.0, *(abs(end) for _, ends, _ in known for end in ends))
    spans = []
    for at, (words, ends, n) in enumerate(known):
        low, value, high = (_around(end, reach) for end in ends)
        sure = interval_from(rounded_signed(ends[0]), rounded_signed(ends[2]), n)
        spans.append(_Span(words, at * _ROW, value, low, high, rounded_signed(ends[1]), sure))
    return Spans(spans, _around(0, reach))


def _along(percent: float) -> float:
    """How far across the whole width."""
    return round(percent / _HIGHEST * RIGHT_EDGE, 1)


def up(y: float) -> float:
    """How far down the picture a value from 0 to 100 lies."""
    return round(TOP + (_HIGHEST - y) / _HIGHEST * (BOTTOM - TOP), 1)


def _years_apart(days: Sequence[date | None]) -> bool:
    """Whether these days lie in more than one year."""
    return len({day.year for day in days if day is not None}) > 1


def _day_words(day: date, *, far: bool) -> str:
    """A day as "5 Jun", and where days of several years stand side by side as "5 Jun 2025"."""
    return f"{day.day} {day:%b} {day.year}" if far else f"{day.day} {day:%b}"


def _around(value: float, reach: float) -> float:
    """Where a change lies on a scale that reaches as far to either side."""
    return round(RIGHT_EDGE / 2 * (1 + value / reach), 1)


def _across(x: float, span: tuple[float, float]) -> float:
    start, end = span
    share = (x - start) / (end - start) if end > start else 0.5
    return round(LEFT_EDGE + 6 + share * (RIGHT_EDGE - LEFT_EDGE - 12), 1)


def _path(points: Sequence[tuple[float, float]]) -> str:
    """Straight pieces through these points; empty for none."""
    return "M" + "L".join(f"{x} {y}" for x, y in points) if points else ""


def _name_of(point: Point, *, far: bool) -> str:
    """When a rating was: its day, with the year where they are `far` apart; its turn where nobody knows the day."""
    return _day_words(point.day, far=far) if point.day is not None else f"no. {point.x:.0f}"
