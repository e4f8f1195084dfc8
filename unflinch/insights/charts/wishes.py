"""Wishes: how many of the things somebody wished to have asked became asks."""

from django.utils.translation import gettext as _

from unflinch.insights.charts.chart import Chart, plain_table
from unflinch.insights.charts.shapes import Bars, counted_bar
from unflinch.insights.measurements import Measurements


def wishes_chart(measured: Measurements) -> Chart | None:
    asked, wishes = measured.wishes_asked, measured.wishes
    if not asked:
        return None
    rows = ((_("Wished"), "rest", wishes), (_("Asked since"), "accent", asked))
    return Chart(
        name="wishes",
        title=_("“I wish I’d asked”"),
        sentences=[_("%(asked)d of %(wishes)d wishes became asks.") % {"asked": asked, "wishes": wishes}],
        picture=Bars([counted_bar(words, kind, count, wishes) for words, kind, count in rows]),
        table=plain_table((_("What"), _("How many")), [(words, str(count)) for words, _kind, count in rows]),
    )
