"""Calibration: of the asks with about one forecast, how many were noes?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from django.utils.translation import gettext as _

from nerve.forecast import Bin
from unflinch.insights.charts.chart import Chart, plain_table
from unflinch.insights.charts.shapes import LEFT_EDGE, TOP
from unflinch.insights.measurements import Measurements
from unflinch.insights.sentences import between, rounded

_SQUARE: Final = 160  # the side of the plot, in its own units
_FEWEST: Final = 2  # points; a single one shows no curve


@dataclass(frozen=True, slots=True)
class _Spot:
    """One point: its place, the ends of its interval, and what it says."""

    x: float
    y: float
    low: float
    high: float
    said: str


@dataclass(frozen=True, slots=True)
class _Spots:
    """Points in a square, with the slanting line on which forecast and result are alike."""

    TEMPLATE: ClassVar[str] = "insights/shapes/spots.html"
    spots: Sequence[_Spot]


def calibration_chart(measured: Measurements) -> Chart | None:
    known = [one for one in measured.numbers.forecast.curve if one.heard.spoken is not None]
    if len(known) < _FEWEST:
        return None
    rows = [(rounded(one.forecast), rounded(one.heard.value), str(one.heard.n), between(one.heard)) for one in known]
    return Chart(
        name="calibration",
        title=_("When you’re sure of a no, how often do you hear one?"),
        sentences=[
            _("Each point is some of your forecasts and what really came back. On the slanting line, they match.")
        ],
        picture=_Spots([_spot_of(one) for one in known]),
        table=plain_table((_("You said, %"), _("Noes heard, %"), _("Answers"), _("How sure, %")), rows),
    )


def _spot_of(one: Bin) -> _Spot:
    low, heard, high = one.heard.spoken or (0.0, 0.0, 0.0)
    said = _("You said %(said)s%%, and heard a no in %(heard)s%% of %(n)d (%(interval)s%%)") % {
        "said": rounded(one.forecast),
        "heard": rounded(heard),
        "n": one.heard.n,
        "interval": between(one.heard),
    }
    return _Spot(round(LEFT_EDGE + one.forecast / 100 * _SQUARE, 1), _down(heard), _down(low), _down(high), said)


def _down(percent: float) -> float:
    return round(TOP + (1 - percent / 100) * _SQUARE, 1)
