"""Rumination: how much an ask went round in the head on the next day, in all and by two weeks."""

from django.utils.translation import gettext as _

from nerve.rounds import Rounds
from unflinch.insights.charts.chart import Chart, steps_table
from unflinch.insights.charts.shapes import steps_of_hundred
from unflinch.insights.measurements import Measurements
from unflinch.insights.sentences import between, lacking, rounded


def rounds_chart(measured: Measurements) -> Chart | None:
    rounds = measured.numbers.rounds
    third_person = [_in_third_person(rounds)]
    if rounds.median.value is None:
        return Chart(
            name="rounds",
            title=_("Going over it the next day"),
            third_person=third_person,
            needs=lacking(rounds.median.needs),
        )
    named = {
        "down": [_("It’s gone down.")],
        "up": [_("It’s gone up.")],
        None: [],
    }
    said = _("Typically %(value)s of 100 (%(interval)s, from %(n)d check-ins).") % _parts(rounds)
    picture = steps_of_hundred(rounds.windows)
    return Chart(
        name="rounds",
        title=_("Going over it the next day"),
        unit=_("by fortnight, 0–100") if picture else "",
        sentences=[" ".join([said, *named[rounds.course.slope.moved]])],
        picture=picture,
        table=steps_table(picture),
        third_person=third_person,
    )


def _in_third_person(rounds: Rounds) -> str:
    if rounds.median.value is None:
        needs = lacking(rounds.median.needs)
        return _("Going round in the head: too few to tell yet, %(needs)s.") % {"needs": needs}
    return _(
        "On a later day it went round in the head at %(value)s of 100, typically (%(interval)s, from %(n)d check-ins)."
    ) % _parts(rounds)


def _parts(rounds: Rounds) -> dict[str, str | int]:
    median = rounds.median
    return {"value": rounded(median.value), "interval": between(median), "n": median.n}
