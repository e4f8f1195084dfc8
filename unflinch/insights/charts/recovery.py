"""Recovery: how soon people are themselves again, in all and by two weeks, in the answers that were given."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nerve.measured import Measured
from nerve.recovery import MEANT
from unflinch.insights.charts.chart import Chart, steps_table
from unflinch.insights.charts.shapes import steps_of, up
from unflinch.insights.measurements import Measurements
from unflinch.insights.sentences import lacking, too_few

# The four answers, as they were given: minutes stand for them in the sums only.
_ANSWERS: Final = {
    MEANT["minutes"]: gettext_lazy("a few minutes"),
    MEANT["hour"]: gettext_lazy("an hour"),
    MEANT["today"]: gettext_lazy("later that day"),
    MEANT["not_yet"]: gettext_lazy("a day or more"),
}
_SHORT: Final = {
    MEANT["minutes"]: gettext_lazy("minutes"),
    MEANT["hour"]: gettext_lazy("an hour"),
    MEANT["today"]: gettext_lazy("later"),
    MEANT["not_yet"]: gettext_lazy("not yet"),
}
_STEP: Final = 100 / (len(MEANT) - 1)
_WORDS_LEFT: Final = 70  # where a picture begins whose levels are words


def recovery_chart(measured: Measurements) -> Chart | None:
    found = measured.numbers.recovery
    third_person = _in_third_person(found.minutes)
    if found.minutes.value is None:
        return Chart(
            name="recovery",
            title=_("Feeling OK again"),
            sentences=[too_few(found.minutes.needs)],
            third_person=[third_person],
            needs=lacking(found.minutes.needs),
        )
    levels = [(str(words), _up(minutes)) for minutes, words in _SHORT.items()]
    picture = steps_of(found.windows, levels=levels, height=_up, words=_short, left=_WORDS_LEFT)
    return Chart(
        name="recovery",
        title=_("Feeling OK again"),
        unit=_("by fortnight") if picture else "",
        label=_("How soon you felt OK again: what was typical of each fortnight, and how sure that is."),
        sentences=[_("Usually %(how_soon)s (%(interval)s).") % _parts(found.minutes)],
        picture=picture,
        table=steps_table(picture),
        third_person=[third_person],
    )


def _in_third_person(minutes: Measured) -> str:
    if minutes.value is None:
        return _("Feeling OK again: too few to tell yet.")
    return _("Typically %(how_soon)s (%(interval)s).") % _parts(minutes)


def _parts(minutes: Measured) -> dict[str, str]:
    """How soon, and how sure: "a few minutes to an hour, from 20 asks"."""
    low, value, high = minutes.spoken or (0.0, 0.0, 0.0)
    sure = {"low": _ANSWERS[low], "high": _ANSWERS[high], "n": minutes.n}
    said = _("from %(n)d asks") if low == high else _("%(low)s to %(high)s, from %(n)d asks")
    return {"how_soon": str(_ANSWERS[value]), "interval": said % sure}


def _up(minutes: float) -> float:
    """The four answers in their order, each as far from the next."""
    return up(_STEP * sum(minutes > answer for answer in _SHORT))


def _short(minutes: float) -> str:
    return next(str(words) for answer, words in _SHORT.items() if minutes <= answer)
