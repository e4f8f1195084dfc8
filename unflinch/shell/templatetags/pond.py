"""The pond: one duck for each ask, and a ring for each place that is still free."""

from collections.abc import Iterable
from math import ceil
from typing import Any, Final

from django import template

from unflinch.shell.templatetags.ducks import in_words

register = template.Library()

MOST_ON_A_POND: Final = 24
_WIDTH: Final = 350.0
_BANK: Final = 14.0  # what stays empty at the left
_REEDS: Final = 46.0  # what the reeds take at the right
_A_ROW: Final = 6
_LARGEST: Final = 68.0
_SKY: Final = 38.0


@register.inclusion_tag("shell/_pond.html")
def pond(outcomes: Iterable[str] = (), free: int = 0, said: str = "", height: int = 122) -> dict[str, Any]:
    """The outcomes as ducks, oldest first, then as many free places; of very many the latest.

    Every duck has the same size. `said` is what a screen reader says; without it, the counts.
    """
    ducks = list(outcomes)
    places = [*ducks, *["planned"] * free][-MOST_ON_A_POND:]
    # Free places are no ask, and the counts do not speak of them.
    return {"ducks": _placed(places, height), "said": said or in_words(ducks), "height": height, "empty": not ducks}


def _placed(places: list[str], height: float) -> list[dict[str, Any]]:
    """Where each stands, by its top left corner: rows of at most six, each row set in by half a duck in turn."""
    rows = max(1, ceil(len(places) / _A_ROW))
    in_row = ceil(len(places) / rows) if places else 1
    width = _WIDTH - _BANK - _REEDS
    size = min(
        _LARGEST, width / (in_row + (0.5 if rows > 1 else 0)), (height - _SKY) / rows * (1.0 if rows > 1 else 1.2)
    )
    step = min(width / in_row, size * 1.35) if rows == 1 else (width - size / 2) / in_row
    top = height - rows * size * (0.92 if rows > 1 else 1.0) - 8
    return [
        {
            "outcome": outcome,
            "x": round(_BANK + (at % in_row) * step + (at // in_row % 2) * size / 2, 1),
            "y": round(top + (at // in_row) * size * 0.92, 1),
            "size": round(size, 1),
        }
        for at, outcome in enumerate(places)
    ]
