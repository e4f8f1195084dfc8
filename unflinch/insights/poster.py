"""The picture to share: how often one asked and what came back, as ducks on a pond. It holds no word of the person."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from math import ceil
from typing import Any, Final

import font_source_sans_pro
import typst
from django.template.loader import render_to_string
from django.utils.translation import ngettext_lazy

from unflinch.practice.vocabulary import Outcome

_SIDE: Final = 1080  # the picture is square, in pixels
_SHORE: Final = 500  # from here down it is water
_FLOOR: Final = 1000  # the name stands below it
_MARGIN: Final = 60
_LARGEST: Final = 300
MOST_DUCKS: Final = 40
# The light scheme of tokens.css, since a picture knows no variables.
_COLOURS: Final[Mapping[str, str]] = {
    "no": "#6d3b93", "yes": "#0d6b60", "maybe": "#96590a", "no_reply": "#566072", "went": "#b8401f",
}  # fmt: skip
_PAPER: Final = "#faf6ee"
_POND: Final[Mapping[str, str]] = {
    "paper": _PAPER, "bank": "#e9e3c8", "water": "#d8eaea", "deep": "#c3dedf", "sun": "#f3c77b",
}  # fmt: skip
_PAGE: Final = """#set page(width: 1080pt, height: 1080pt, margin: 0pt)
#image(bytes(sys.inputs.picture), format: "svg", width: 1080pt)"""


@dataclass(frozen=True, slots=True)
class Poster:
    """What a picture is of: the days as far as they're known, how many asks, and what came of them in their order."""

    first: date | None
    last: date | None
    asks: int
    outcomes: Sequence[str]

    @property
    def came(self) -> list[str]:
        """What came back, counted: "4 noes", "2 yeses"."""
        counts = Counter(self.outcomes)
        names = (
            (Outcome.NO, ngettext_lazy("%(n)d no", "%(n)d noes", "n")),
            (Outcome.YES, ngettext_lazy("%(n)d yes", "%(n)d yeses", "n")),
            (Outcome.WENT, ngettext_lazy("%(n)d warm-up", "%(n)d warm-ups", "n")),
        )
        return [words % {"n": counts[name]} for name, words in names if counts[name]]


def poster_of(poster: Poster) -> bytes:
    """The PNG."""
    made: bytes = typst.compile(
        _PAGE.encode(),
        format="png",
        ppi=72.0,
        font_paths=[font_source_sans_pro.font_directory],
        sys_inputs={"picture": drawing_of(poster)},
    )
    return made


def drawing_of(poster: Poster) -> str:
    """The same as an SVG."""
    return render_to_string("insights/poster.svg", {"poster": poster, "ducks": placed(poster.outcomes), **_POND})


def placed(outcomes: Sequence[str]) -> list[dict[str, Any]]:
    """Where each duck swims, by its top left corner, and how large all of them are; of very many the latest."""
    shown = [outcome for outcome in outcomes if outcome in _COLOURS][-MOST_DUCKS:]
    rows = next((rows for rows in range(1, 9) if _size(len(shown), rows) >= _size(len(shown), rows + 1)), 1)
    size = _size(len(shown), rows)
    in_row = ceil(len(shown) / rows) if shown else 1
    top = _SHORE + (_FLOOR - _SHORE - rows * size) / 2
    lines = [shown[start : start + in_row] for start in range(0, len(shown), in_row)]
    return [
        {
            "x": round((_SIDE - len(line) * size) / 2 + at * size, 1),
            "y": round(top + row * size, 1),
            "scale": round(size / 64, 3),
            "size": size,
            "shape": _shapes()[outcome],
            "colour": _COLOURS[outcome],
        }
        for row, line in enumerate(lines)
        for at, outcome in enumerate(line)
    ]


def _size(ducks: int, rows: int) -> int:
    """How large so many ducks can be in so many rows."""
    in_row = ceil(ducks / rows) or 1
    return min(_LARGEST, (_SIDE - 2 * _MARGIN) // in_row, (_FLOOR - _SHORE) // rows)


@cache
def _shapes() -> Mapping[str, str]:
    """The drawing of each pose, out of the sprite, with plain colours."""
    sprite = files("unflinch.shell").joinpath("static", "shell", "ducks.svg").read_text("utf-8")
    found = re.findall(r'<symbol id="(\w+)" viewBox="0 0 64 64">(.*?)</symbol>', sprite, re.DOTALL)
    return {name: _without_variables(body) for name, body in found}


def _without_variables(drawing: str) -> str:
    """The same drawing with plain colours: what a variable falls back on, and the water under it all."""
    on_water = drawing.replace("var(--under, var(--paper, #fff))", _POND["water"])
    return re.sub(r"var\(--\w+, (#\w+)\)", r"\1", on_water)
