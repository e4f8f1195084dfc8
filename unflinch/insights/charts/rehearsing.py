"""Preparation: before how many asks somebody rehearsed a lot, in all and by two weeks."""

from django.utils.translation import gettext as _

from unflinch.insights.charts.chart import Chart, steps_table
from unflinch.insights.charts.shapes import steps_of_hundred
from unflinch.insights.measurements import Measurements
from unflinch.insights.sentences import per_cent_between, rounded


def rehearsing_chart(measured: Measurements) -> Chart | None:
    preparation = measured.numbers.preparation
    share = preparation.share
    if share.value is None:
        return None
    named = {"down": [_("It’s gone down.")], "up": [_("It’s gone up.")], None: []}
    said = _("Rehearsed a lot before %(share)s%% of asks (%(interval)s, from %(n)d).") % {
        "share": rounded(share.value),
        "interval": per_cent_between(share),
        "n": share.n,
    }
    picture = steps_of_hundred(preparation.windows)
    return Chart(
        name="rehearsing",
        title=_("Rehearsed a lot"),
        unit=_("of 100 asks, by fortnight") if picture else "",
        sentences=[" ".join([said, *named[preparation.change.moved]])],
        picture=picture,
        table=steps_table(picture),
    )
