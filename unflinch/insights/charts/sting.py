"""The sting of each no, over time. A fall is named, and never called success."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nerve.measured import Change
from nerve.trend import Course
from unflinch.insights.charts.chart import Chart, curve_table
from unflinch.insights.charts.shapes import curve_of
from unflinch.insights.measurements import Measurements
from unflinch.insights.sentences import direction, lacking, points, too_few


def sting_chart(measured: Measurements) -> Chart:
    course, fade = measured.numbers.sting, measured.numbers.fade
    picture = curve_of(course)
    trend = _trend_of(course)
    return Chart(
        name="sting",
        title=_("Sting of each no"),
        unit=_("0–100") if picture else "",
        sentences=[trend, *_faded(fade)],
        picture=picture,
        table=curve_table(picture, _("No"), _("Sting")),
        third_person=[trend, *_faded_in_third_person(fade)],
        needs=lacking(course.slope.needs),
    )


def _trend_of(course: Course) -> str:
    """The curve in one sentence; it calls nobody "you", so that the sheet can say the same."""
    if course.slope.value is None:
        return too_few(course.slope.needs)
    n = course.slope.n
    return f"{ngettext('%(n)d no.', '%(n)d noes.', n) % {'n': n}} {direction(course)}"


def _faded(fade: Change) -> list[str]:
    """What was left of the sting on a later day; nothing where too few check-ins say."""
    if fade.value is None:
        return []
    named = {
        "down": _("When you checked in later, it stung less than right after: %(points)s, from %(n)d check-ins."),
        "up": _("When you checked in later, it stung more than right after: %(points)s, from %(n)d check-ins."),
        None: _("When you checked in later, it stung about as much as right after: %(points)s, from %(n)d check-ins."),
    }
    said = named[fade.moved] % {"points": points(fade), "n": fade.n}
    return [f"{said} {_('Most things sting less on a later day.')}"]


def _faded_in_third_person(fade: Change) -> list[str]:
    if fade.value is None:
        return []
    named = {
        "down": _("It stung less on a later day: %(points)s, from %(n)d check-ins."),
        "up": _("It stung more on a later day: %(points)s, from %(n)d check-ins."),
        None: _("It stung about as much later: %(points)s, from %(n)d check-ins."),
    }
    said = named[fade.moved] % {"points": points(fade), "n": fade.n}
    return [f"{said} {_('That is usual with time alone.')}"]
