"""All or nothing: the question of a fortnight, as it was answered."""

from django.utils.translation import gettext as _

from nerve.trend import Course
from unflinch.insights.charts.chart import Chart, curve_table
from unflinch.insights.charts.shapes import curve_of
from unflinch.insights.measurements import Measurements
from unflinch.insights.sentences import direction, lacking, rounded


def all_or_nothing_chart(measured: Measurements) -> Chart | None:
    course = measured.numbers.all_or_nothing
    if not course.points:
        return None
    picture = curve_of(course)
    return Chart(
        name="fortnights",
        title=_("All or nothing"),
        unit=_("asked once a fortnight, 0–100"),
        sentences=[_trend_of(course)],
        picture=picture,
        table=curve_table(picture, _("When"), _("Of 100")),
    )


def _trend_of(course: Course) -> str:
    if course.slope.value is not None:
        return direction(course)
    return _("Last time %(value)s of 100. Too few to draw a line yet: %(needs)s.") % {
        "value": rounded(course.points[-1].y),
        "needs": lacking(course.slope.needs),
    }
