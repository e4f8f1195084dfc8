"""The tension before each ask, over time."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nerve.going import Going
from nerve.parameters import HIGH_TENSION
from nerve.trend import Course
from unflinch.insights.charts.chart import Chart, curve_table
from unflinch.insights.charts.shapes import curve_of
from unflinch.insights.measurements import Measurements
from unflinch.insights.sentences import direction, lacking


def tension_chart(measured: Measurements) -> Chart:
    course = measured.numbers.tension
    picture = curve_of(course)
    trend = _trend_of(course)
    return Chart(
        name="tension",
        title=_("Tension before each ask"),
        unit=_("0–100") if picture else "",
        sentences=[trend, *_went_anyway(measured.numbers.going)],
        picture=picture,
        table=curve_table(picture, _("Ask"), _("Tension")),
        third_person=[trend],
        needs=lacking(course.slope.needs),
    )


def _went_anyway(going: Going) -> list[str]:
    """What the story calls a pounding heart, with the line that it is drawn at; nothing where it never came."""
    if not going.went_anyway.value:
        return []
    counted = {"times": round(going.went_anyway.value), "asks": going.went_anyway.n, "line": round(HIGH_TENSION)}
    return [
        _("With your heart pounding, which is a tension of %(line)d or more: %(times)d of %(asks)d asks.") % counted
    ]


def _trend_of(course: Course) -> str:
    """The curve in one sentence; it calls nobody "you", so that the sheet can say the same."""
    if course.slope.value is None:
        return _("Tension before asks: too few to draw a line yet, %(needs)s.") % {"needs": lacking(course.slope.needs)}
    n = course.slope.n
    return f"{ngettext('%(n)d ask.', '%(n)d asks.', n) % {'n': n}} {direction(course)}"
