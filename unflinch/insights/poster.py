"""The picture of a week, to share: how often one asked and what came back, as ducks. It holds no word of the person."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

import font_source_sans_pro
import typst
from django.template.loader import render_to_string

from unflinch.practice.history.weeks import Week

_SIDE: Final = 1080  # the picture is square, in pixels
_A_ROW: Final = 7
MOST_DUCKS: Final = 28  # four rows; the name stands beneath them
DUCK: Final = 120
# The light scheme of tokens.css, since a picture knows no variables.
_COLOURS: Final[Mapping[str, str]] = {"no": "#6d3b93", "yes": "#0d6b60", "maybe": "#96590a", "no_reply": "#566072"}
_PAPER: Final = "#faf6ee"
_PAGE: Final = """#set page(width: 1080pt, height: 1080pt, margin: 0pt)
#image(bytes(sys.inputs.picture), format: "svg", width: 1080pt)"""


def poster_of(week: Week, outcomes: Iterable[str]) -> bytes:
    """The PNG of this week with these outcomes, in their order."""
    made: bytes = typst.compile(
        _PAGE.encode(),
        format="png",
        ppi=72.0,
        font_paths=[font_source_sans_pro.font_directory],
        sys_inputs={"picture": drawing_of(week, outcomes)},
    )
    return made


def drawing_of(week: Week, outcomes: Iterable[str]) -> str:
    """The same as an SVG."""
    return render_to_string("insights/poster.svg", {"week": week, "ducks": placed(list(outcomes)), "paper": _PAPER})


def placed(outcomes: Sequence[str]) -> list[dict[str, Any]]:
    """Where each duck stands: rows of seven, centred; of very many the latest."""
    shown = [outcome for outcome in outcomes if outcome in _COLOURS][-MOST_DUCKS:]
    rows = [shown[start : start + _A_ROW] for start in range(0, len(shown), _A_ROW)]
    return [
        {"x": (_SIDE - len(row) * DUCK) // 2 + at * DUCK, "y": 470 + line * DUCK, "shape": _shapes()[outcome],
         "colour": _COLOURS[outcome]}
        for line, row in enumerate(rows)
        for at, outcome in enumerate(row)
    ]  # fmt: skip


@cache
def _shapes() -> Mapping[str, str]:
    """The drawing of each pose, out of the sprite, with plain colours."""
    sprite = files("unflinch.shell").joinpath("static", "shell", "ducks.svg").read_text("utf-8")
    found = re.findall(r'<symbol id="(\w+)" viewBox="0 0 64 64">(.*?)</symbol>', sprite, re.DOTALL)
    return {name: _without_variables(body) for name, body in found}


def _without_variables(drawing: str) -> str:
    """The same drawing with the colours of paper: what a variable falls back on, and the paper under it all."""
    on_paper = drawing.replace("var(--under, var(--paper, #fff))", _PAPER)
    return re.sub(r"var\(--\w+, (#\w+)\)", r"\1", on_paper)
