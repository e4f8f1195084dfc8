"""Numbers as shapes: where each point, line and bar of a chart lies. Drawn 360 wide; nothing here knows a colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from nerve.forecast import ForecastAgainstResult
from nerve.trend import Course, Point
from unflinch.practice.history.weeks import Week

LEFT_EDGE: Final = 34
RIGHT_EDGE: Final = 352
TOP: Final = 14
_BOTTOM: Final = 134
_HIGHEST: Final = 100
_BAR_LEFT: Final = 84
_BAR_RIGHT: Final = 300
MOST_WEEKS_DRAWN: Final = 12
_LONG_NUMBER: Final = 1000  # weeks; from here on two numbers side by side would run into each other
_MOST_DOTS: Final = 120
_MOST_ROWS: Final = 30
_LEVELS: Final = (0, 40, 80)


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

    dots: tuple[_Dot, ...]
    line: str
    band: str
    first: str
    last: str

    @property
    def grid(self) -> list[tuple[int, float]]:
        """The levels that have a line, and where it lies."""
        return [(level, up(level)) for level in _LEVELS]

    @property
    def newest(self) -> list[_Dot]:
        """What the table beneath the chart shows: the newest first."""
        return list(reversed(self.dots[-_MOST_ROWS:]))


@dataclass(frozen=True, slots=True)
class Bars:
    """What was said against what was heard, in per cent: two bars and the interval of the second."""

    said: float
    heard: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class WeekBar:
    """One week as a stack of noes, yeses and the rest."""

    x: float
    width: float
    label: str
    parts: tuple[tuple[str, float, float], ...]

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


def curve_of(course: Course) -> Curve:
    """The points of a course, with its line and band."""
    points = course.points
    span = (points[0].x, points[-1].x) if points else (0.0, 1.0)
    ends = (*points[:1], *points[-1:])
    far = years_apart([point.day for point in ends])
    dots = tuple(
        _Dot(_across(point.x, span), up(point.y), _name_of(point, far=far), point.y) for point in points[-_MOST_DOTS:]
    )
    top = [(_across(at.x, span), up(at.high)) for at in course.line]
    bottom = [(_across(at.x, span), up(at.low)) for at in reversed(course.line)]
    middle = [(_across(at.x, span), up(at.y)) for at in course.line]
    first, last = [_name_of(point, far=far) for point in ends] or ("", "")
    return Curve(dots, _path(middle), _path([*top, *bottom]) + "Z" if top else "", first, last)


def bars_of(result: ForecastAgainstResult) -> Bars | None:
    """The two bars, or None where there is too little to tell."""
    said, heard = result.forecast, result.heard
    if said.value is None or heard.value is None or heard.low is None or heard.high is None:
        return None
    return Bars(_along(said.value), _along(heard.value), _BAR_LEFT + _along(heard.low), _BAR_LEFT + _along(heard.high))


def week_bars(weeks: Sequence[Week]) -> tuple[WeekBar, ...]:
    """The last twelve weeks as stacks on one scale, each with its number where there is room."""
    shown = weeks[-MOST_WEEKS_DRAWN:]
    most = max((week.asks for week in shown), default=1) or 1
    room = (RIGHT_EDGE - LEFT_EDGE) / max(len(shown), 4)
    every = 2 if any(week.number >= _LONG_NUMBER for week in shown) else 1
    labels = [str(week.number or "–") if at % every == 0 else "" for at, week in enumerate(shown)]
    return tuple(
        _week_bar(week, LEFT_EDGE + at * room, room, most, label)
        for at, (week, label) in enumerate(zip(shown, labels, strict=True))
    )


def _week_bar(week: Week, x: float, room: float, most: int, label: str) -> WeekBar:
    unit = (_BOTTOM - TOP) / most
    parts, floor = [], float(_BOTTOM)
    for name, count in (("no", week.noes), ("yes", week.yeses), ("silent", week.asks - week.noes - week.yeses)):
        height = count * unit
        floor -= height
        if count:
            parts.append((name, round(floor, 1), round(height - 1, 1)))
    return WeekBar(round(x, 1), round(room * 0.7, 1), label, tuple(parts))


def _across(x: float, span: tuple[float, float]) -> float:
    start, end = span
    share = (x - start) / (end - start) if end > start else 0.5
    return round(LEFT_EDGE + 6 + share * (RIGHT_EDGE - LEFT_EDGE - 12), 1)


def up(y: float) -> float:
    return round(TOP + (_HIGHEST - y) / _HIGHEST * (_BOTTOM - TOP), 1)


def _along(percent: float) -> float:
    return round(percent / _HIGHEST * (_BAR_RIGHT - _BAR_LEFT), 1)


def _path(points: Sequence[tuple[float, float]]) -> str:
    """Straight pieces through these points; empty for none."""
    return "M" + "L".join(f"{x} {y}" for x, y in points) if points else ""


def _name_of(point: Point, *, far: bool) -> str:
    """When a rating was: its day, with the year where they are `far` apart; its turn where nobody knows the day."""
    return day_words(point.day, far=far) if point.day is not None else f"no. {point.x:.0f}"


def years_apart(days: Sequence[date | None]) -> bool:
    """Whether these days lie in more than one year."""
    return len({day.year for day in days if day is not None}) > 1


def day_words(day: date, *, far: bool) -> str:
    """A day as "5 Jun", and where days of several years stand side by side as "5 Jun 2025"."""
    return f"{day.day} {day:%b} {day.year}" if far else f"{day.day} {day:%b}"
