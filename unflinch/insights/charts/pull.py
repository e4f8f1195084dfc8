"""Pull: how much somebody wants what was once let go, when it is offered again."""

from django.utils.translation import gettext as _

from unflinch.insights.charts.chart import Chart, plain_table
from unflinch.insights.charts.shapes import Bars, measured_bar
from unflinch.insights.measurements import Measurements


def pull_chart(measured: Measurements) -> Chart | None:
    pull = measured.numbers.pull
    if pull.then.spoken is None:
        return None
    bars = [
        measured_bar(_("Let go"), "rest", pull.then),
        measured_bar(_("Offered again"), "yes", pull.latest),
    ]
    named = {
        "up": _("You want them more than when you let them go."),
        "down": _("You want them less than when you let them go."),
        None: _("No clear change in how much you want them."),
    }
    again = _("%(n)d challenges let go once and offered again.") % {"n": pull.then.n}
    return Chart(
        name="pull",
        title=_("Pull"),
        unit=_("of 100"),
        sentences=[f"{again} {named[pull.change.moved]}"],
        picture=Bars(bars),
        table=plain_table((_("When"), _("Of 100"), _("How sure")), [(bar.words, bar.said, bar.sure) for bar in bars]),
    )
