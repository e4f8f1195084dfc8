"""Flinching: how many noes were met without it."""

from django.utils.translation import gettext as _

from unflinch.insights.charts.chart import Chart, plain_table
from unflinch.insights.charts.shapes import Bars, measured_bar
from unflinch.insights.measurements import Measurements
from unflinch.insights.sentences import per_cent_between, rounded


def flinching_chart(measured: Measurements) -> Chart | None:
    share = measured.numbers.unflinching.share
    if share.value is None:
        return None
    bar = measured_bar(_("Without flinching"), "yes", share)
    parts = {"share": rounded(share.value), "interval": per_cent_between(share), "n": share.n}
    return Chart(
        name="flinching",
        title=_("Noes met without flinching"),
        unit=_("of 100 noes"),
        sentences=[_("You didn’t flinch at %(share)s%% of the noes (%(interval)s, from %(n)d noes).") % parts],
        picture=Bars([bar]),
        table=plain_table((_("How"), _("Of 100 noes"), _("How sure")), [(bar.words, bar.said, bar.sure)]),
        third_person=[
            _("“Flinched? No” was ticked for %(share)s%% of the noes (%(interval)s, from %(n)d noes).") % parts
        ],
    )
