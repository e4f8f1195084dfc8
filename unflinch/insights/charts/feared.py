"""The feared thing: how likely it was thought, how much of it came, and how likely it looks next time."""

from django.utils.translation import gettext as _

from unflinch.insights.charts.chart import Chart, plain_table
from unflinch.insights.charts.shapes import Bars, measured_bar
from unflinch.insights.measurements import Measurements


def feared_chart(measured: Measurements) -> Chart | None:
    feared = measured.numbers.feared
    rows = (
        (_("Feared"), "rest", feared.before),
        (_("Happened"), "yes", feared.happened),
        (_("Next time"), "accent", feared.after),
    )
    if any(number.spoken is None for _, _, number in rows):
        return None
    bars = [measured_bar(words, kind, number) for words, kind, number in rows]
    return Chart(
        name="feared",
        title=_("The feared thing"),
        unit=_("likely, of 100"),
        sentences=[_("How likely it seemed, how much of it happened, and how likely it looks next time.")],
        picture=Bars(bars),
        table=plain_table(
            (_("The feared thing"), _("Likely, of 100"), _("How sure")),
            [(bar.words, bar.said, bar.sure) for bar in bars],
        ),
    )
