"""The sting of each no, over time. That it falls is told, and never called success."""

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
    told = _told(course)
    return Chart(
        name="sting",
        title=_("Sting of each no"),
        unit=_("0–100") if picture else "",
        sentences=[told, *_faded(fade)],
        picture=picture,
        table=curve_table(picture, _("No"), _("Sting")),
        third_person=[told, *_faded_in_third_person(fade)],
        needs=lacking(course.slope.needs),
    )


def _told(course: Course) -> str:
    """The curve in one sentence; it calls nobody "you", so that the sheet can say the same."""
    if course.slope.value is None:
        return too_few(course.slope.needs)
    n = course.slope.n
    return f"{ngettext('%(n)d no.', '%(n)d noes.', n) % {'n': n}} {direction(course)}"


def _faded(fade: Change) -> list[str]:
    """What was left of the sting when one looked back; nothing where too few did."""
    if fade.value is None:
        return []
    named = {
        "down": _("When you looked back, it stung less than at once: %(points)s, from %(n)d looks back."),
        "up": _("When you looked back, it stung more than at once: %(points)s, from %(n)d looks back."),
        None: _("When you looked back, it stung about as much as at once: %(points)s, from %(n)d looks back."),
    }
    said = named[fade.moved] % {"points": points(fade), "n": fade.n}
    return [f"{said} {_('Most things sting less on a later day.')}"]


def _faded_in_third_person(fade: Change) -> list[str]:
    if fade.value is None:
        return []
    named = {
        "down": _("It stung less on a later day: %(points)s, from %(n)d looks back."),
        "up": _("It stung more on a later day: %(points)s, from %(n)d looks back."),
        None: _("It stung about as much later: %(points)s, from %(n)d looks back."),
    }
    said = named[fade.moved] % {"points": points(fade), "n": fade.n}
    return [f"{said} {_('That is usual with time alone.')}"]
