"""Pictures of the report: rows of dots with intervals, drawn for a phone, in dark and light, told apart by shape."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

import numpy as np

_WIDE, _LEFT, _RIGHT = 360.0, 128.0, 348.0  # of the view box, and where its plot begins and ends
_TOP, _ROW, _FOOT = 28.0, 24.0, 30.0
_TICKS: Final = 5  # at most
_STEPS: Final = (0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 5.0)
_STYLE: Final = (
    "text{font:12px system-ui,sans-serif;fill:#24211c}.line{stroke:#c9c2b4}.zero{stroke:#24211c}"
    ".dot{fill:#8a8375;stroke:none}.range{stroke:#0b6b5d;stroke-width:2}.own{fill:#0b6b5d}"
    "@media(prefers-color-scheme:dark){text{fill:#f1ece1}.line{stroke:#4a463d}.zero{stroke:#f1ece1}"
    ".dot{fill:#a49c8c}.range{stroke:#5fd0bd}.own{fill:#5fd0bd}}"
)
# Around 0, 0; each fits into a square of 10.
_SHAPES: Final = {
    "circle": '<circle r="4.5"/>',
    "square": '<rect x="-4" y="-4" width="8" height="8"/>',
    "up": '<path d="M0-5 5 4H-5Z"/>',
    "down": '<path d="M0 5 5-4H-5Z"/>',
    "diamond": '<path d="M0-5.5 5.5 0 0 5.5-5.5 0Z"/>',
    "bar": '<rect x="-1.5" y="-6" width="3" height="12"/>',
}


@dataclass(frozen=True, slots=True)
class Dot:
    """A value in a row, with its interval where there is one; `own` is the one that the picture is about."""

    value: float
    shape: str
    low: float | None = None
    high: float | None = None
    own: bool = False


def draw_picture(title: str, rows: Mapping[str, Sequence[Dot]], key: Mapping[str, str]) -> str:
    """An SVG of rows of dots over one axis; `key` says what each shape stands for."""
    values = [value for dots in rows.values() for dot in dots for value in (dot.value, dot.low, dot.high)]
    ticks = ticks_for([value for value in values if value is not None])
    bottom = _TOP + _ROW * len(rows)
    height = bottom + _FOOT + _ROW * len(_key_lines(key))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE:g} {height:g}" role="img">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<text x="0" y="14">{escape(title)}</text>',
        *(_axis(tick, ticks, bottom) for tick in ticks),
        *(_row(_TOP + _ROW * (number + 0.5), name, dots, ticks) for number, (name, dots) in enumerate(rows.items())),
        *(_entry(bottom + _FOOT + _ROW * (line + 0.5), names) for line, names in enumerate(_key_lines(key))),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def ticks_for(values: Sequence[float]) -> list[float]:
    """Round numbers around all values and 0."""
    low, high = min(0.0, *values), max(0.0, *values)
    step = next((step for step in _STEPS if (high - low) / step <= _TICKS), _STEPS[-1])
    return [float(tick) for tick in np.arange(np.floor(low / step), np.ceil(high / step) + 1) * step]


def _axis(tick: float, ticks: Sequence[float], bottom: float) -> str:
    x, kind = _place(tick, ticks), "zero" if tick == 0 else "line"
    line = f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP:g}" y2="{bottom:g}"/>'
    return f'{line}<text x="{x:.1f}" y="{bottom + 16:g}" text-anchor="middle">{_said(tick)}</text>'


def _said(tick: float) -> str:
    return f"{tick:g}".replace("-", "−")


def _row(y: float, name: str, dots: Sequence[Dot], ticks: Sequence[float]) -> str:
    label = f'<text x="0" y="{y + 4:g}">{escape(name)}</text>'
    return label + "".join(_dot_at(y, dot, ticks) for dot in dots)


def _dot_at(y: float, dot: Dot, ticks: Sequence[float]) -> str:
    shape = _mark(_place(dot.value, ticks), y, dot.shape, own=dot.own)
    if dot.low is None or dot.high is None:
        return shape
    ends = f'x1="{_place(dot.low, ticks):.1f}" x2="{_place(dot.high, ticks):.1f}"'
    return f'<line class="range" {ends} y1="{y:g}" y2="{y:g}"/>{shape}'


def _mark(x: float, y: float, shape: str, *, own: bool) -> str:
    return f'<g class="dot{" own" if own else ""}" transform="translate({x:.1f} {y:g})">{_SHAPES[shape]}</g>'


def _place(value: float, ticks: Sequence[float]) -> float:
    """Where a value lies between the first tick and the last."""
    return _LEFT + (_RIGHT - _LEFT) * (value - ticks[0]) / (ticks[-1] - ticks[0])


def _key_lines(key: Mapping[str, str]) -> list[list[tuple[str, str]]]:
    """The key, three entries a line."""
    entries = list(key.items())
    return [entries[start : start + 3] for start in range(0, len(entries), 3)]


def _entry(y: float, names: Sequence[tuple[str, str]]) -> str:
    shown = []
    for number, (shape, words) in enumerate(names):
        x = 8 + number * _WIDE / 3
        shown.append(
            f'{_mark(x, y, shape, own=words == "coach")}<text x="{x + 10:g}" y="{y + 4:g}">{escape(words)}</text>'
        )
    return "".join(shown)
