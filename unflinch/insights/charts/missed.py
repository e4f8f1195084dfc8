"""Yeses you'd have missed: what came back where a no was thought likelier than not."""

from django.utils.translation import gettext as _

from nerve.missed import Missed
from unflinch.insights.charts.chart import Chart, plain_table
from unflinch.insights.charts.shapes import Bars, counted_bar
from unflinch.insights.measurements import Measurements
from unflinch.practice.vocabulary import Outcome


def missed_chart(measured: Measurements) -> Chart | None:
    missed = measured.numbers.missed
    asks = missed.yeses + missed.noes + missed.maybes + missed.silences
    if not missed.yeses:
        return None
    said = _("Where you expected a no, %(yeses)d of %(asks)d said yes.") % {"yeses": missed.yeses, "asks": asks}
    heard = _heard(missed)
    most = max(count for _, count in heard)
    return Chart(
        name="missed",
        title=_("Yeses you’d have missed"),
        unit=_("asks where you expected a no"),
        sentences=[said],
        picture=Bars([counted_bar(str(kind.label), kind, count, most) for kind, count in heard]),
        table=plain_table((_("What came back"), _("Asks")), [(str(kind.label), str(count)) for kind, count in heard]),
        third_person=[
            _("Of %(asks)d asks where a no was expected (above 50%%), %(yeses)d were granted.")
            % {"asks": asks, "yeses": missed.yeses}
        ],
    )


def _heard(missed: Missed) -> list[tuple[Outcome, int]]:
    counts = (
        (Outcome.YES, missed.yeses),
        (Outcome.NO, missed.noes),
        (Outcome.MAYBE, missed.maybes),
        (Outcome.NO_REPLY, missed.silences),
    )
    return [(outcome, count) for outcome, count in counts if count]
