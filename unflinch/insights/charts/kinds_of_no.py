"""The kinds of no: how often each was heard, the most frequent first."""

from django.utils.translation import gettext as _

from unflinch.insights.charts.chart import Chart, plain_table
from unflinch.insights.charts.shapes import Bars, counted_bar
from unflinch.insights.measurements import Measurements
from unflinch.practice.vocabulary import NoKind


def kinds_of_no_chart(measured: Measurements) -> Chart | None:
    heard = sorted(measured.kinds_of_no.items(), key=lambda item: (-item[1], item[0]))
    if not heard:
        return None
    bars = [counted_bar(str(NoKind(kind).label), "no", times, heard[0][1]) for kind, times in heard]
    return Chart(
        name="kinds",
        title=_("Kinds of no"),
        unit=_("times"),
        sentences=[_("The kinds of no you heard.")],
        picture=Bars(bars),
        table=plain_table((_("Kind"), _("Times")), [(bar.words.capitalize(), bar.said) for bar in bars]),
    )
