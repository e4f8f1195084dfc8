"""The ladder of boldness: how many asks were made on each of its five steps, and what came back there."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from unflinch.insights.charts.chart import Chart, Table, plain_table
from unflinch.insights.charts.shapes import Bars, counted_bar
from unflinch.insights.measurements import Measurements
from unflinch.practice.vocabulary import Outcome

_STEPS: Final = (
    gettext_lazy("gentle"),
    gettext_lazy("a little bold"),
    gettext_lazy("bold"),
    gettext_lazy("very bold"),
    gettext_lazy("the boldest"),
)


def boldness_chart(measured: Measurements) -> Chart | None:
    """The ladder; nothing where fewer than half of the asks have a step. The others are said."""
    boldness = measured.boldness
    if boldness.reached is None or 2 * boldness.n < measured.asks:
        return None
    most = max(rung.asks for rung in boldness.ladder)
    first = boldness.ladder[boldness.reached - 1].first
    highest = {"step": _STEPS[boldness.reached - 1], "nth": first}
    unknown = measured.asks_of_no_step
    others = ngettext("%(count)d more has no known boldness.", "%(count)d more have no known boldness.", unknown) % {
        "count": unknown
    }
    said = (
        _("The highest step so far is “%(step)s”, first taken with ask %(nth)d of these.")
        if measured.part
        else _("The highest step so far is “%(step)s”, first taken with ask %(nth)d.")
    )
    return Chart(
        name="boldness",
        title=_("Boldness"),
        unit=_("asks"),
        sentences=[" ".join([said % highest, *([others] if unknown else [])])],
        picture=Bars([counted_bar(str(_STEPS[rung.step - 1]), "accent", rung.asks, most) for rung in boldness.ladder]),
        table=boldness_table(measured),
    )


def boldness_table(measured: Measurements) -> Table:
    """Each step with its asks, how many of them got which answer, and how many had none to hear, where any did."""
    warm_ups = any(outcome == Outcome.WENT for _, outcome in measured.by_step)
    rows = []
    for step, words in enumerate(_STEPS, 1):
        yes, no, maybe, silent, done = (
            measured.by_step.get((step, outcome), 0)
            for outcome in (Outcome.YES, Outcome.NO, Outcome.MAYBE, Outcome.NO_REPLY, Outcome.WENT)
        )
        counts = (yes + no + maybe + silent + done, yes, no, maybe + silent, *((done,) if warm_ups else ()))
        rows.append([str(words).capitalize(), *map(str, counts)])
    head = (_("Step"), _("Asks"), _("Yes"), _("No"), _("Open"), *((_("Warm-ups"),) if warm_ups else ()))
    return plain_table(head, rows)
