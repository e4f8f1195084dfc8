"""Forecast against result: how likely a no was thought, and how often one was heard, in all and by channel."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nerve.forecast import ForecastAgainstResult
from unflinch.insights.charts.chart import Chart, Table, plain_table
from unflinch.insights.charts.shapes import Bar, Bars, measured_bar
from unflinch.insights.measurements import Measurements
from unflinch.insights.sentences import between, lacking, per_cent_between, rounded, too_few

_CHANNELS: Final = {
    "in_person": gettext_lazy("In person"),
    "phone": gettext_lazy("By phone"),
    "written": gettext_lazy("In writing"),
}


def forecast_chart(measured: Measurements) -> Chart:
    result = measured.numbers.forecast
    channels = {name: part for name, part in measured.numbers.by_channel.items() if part.gap.value is not None}
    known = result.gap.value is not None
    return Chart(
        name="forecast",
        title=_("Forecast against result"),
        unit=_("noes, of 100 answers"),
        sentences=_sentences(result),
        picture=Bars(_bars_of(result, channels)) if known else None,
        table=_table_of(result, channels) if known else None,
        third_person=[_third_person(result)],
        needs=lacking(result.gap.needs),
    )


def _sentences(result: ForecastAgainstResult) -> list[str]:
    """To the person: what was said and heard, whether that's a difference, and what it is made of."""
    if result.gap.value is None:
        foretold = result.heard.n + result.silences + result.maybes > 0
        hint = _("Say how likely a no is before you ask; it takes one tap.")
        return [too_few(result.gap.needs), *([] if foretold else [hint])]
    named = {
        "up": _("You expect more noes than you get."),
        "down": _("You get more noes than you expect."),
        None: _("Forecast and result are too close to call."),
    }
    said = _("You said a no was %(said)s%% likely and heard one in %(heard)s%% of %(n)d answers (%(interval)s).")
    picked = _(
        "Many cards here are picked because a yes is likely. So this says something about these asks, but little about "
        "asking in general."
    )
    return [said % _parts(result), f"{named[result.gap.moved]} {picked}"]


def _third_person(result: ForecastAgainstResult) -> str:
    """To whoever reads the sheet."""
    if result.gap.value is None:
        return _("Forecast against result: too few to tell yet, %(needs)s.") % {"needs": lacking(result.gap.needs)}
    picked = _("Many cards were picked because a yes is likely, so this isn’t how requests in general go.")
    named = {
        "up": _("More noes were expected than heard."),
        "down": _("More noes were heard than expected."),
        None: _("Forecast and result are too close to call."),
    }
    said = _("A no was forecast at %(said)s%% on average, and heard in %(heard)s%% of %(n)d answers (%(interval)s).")
    return f"{said % _parts(result)} {named[result.gap.moved]} {picked}"


def _parts(result: ForecastAgainstResult) -> dict[str, str | int]:
    return {
        "said": rounded(result.forecast.value),
        "heard": rounded(result.heard.value),
        "n": result.heard.n,
        "interval": per_cent_between(result.heard),
    }


def _bars_of(result: ForecastAgainstResult, channels: Mapping[str, ForecastAgainstResult]) -> Sequence[Bar]:
    """Two bars for all of them, and two for each channel where there are several to compare."""
    bars = [*_pair(_("You expected"), _("You heard"), result)]
    for name, part in channels.items() if len(channels) > 1 else ():
        bars += _pair(_("%(channel)s, you expected") % {"channel": _CHANNELS[name]}, _("and you heard"), part)
    return bars


def _pair(expected: str, heard: str, result: ForecastAgainstResult) -> tuple[Bar, Bar]:
    # A forecast was written down and is known: only what was heard could have come otherwise.
    said = rounded(result.forecast.value)
    plain = Bar(expected, "rest", measured_bar("", "", result.forecast).length, f"{said}%")
    return plain, measured_bar(heard, "no", result.heard, unit="%")


def _table_of(result: ForecastAgainstResult, channels: Mapping[str, ForecastAgainstResult]) -> Table:
    named = [(str(_CHANNELS[name]), part) for name, part in channels.items()]
    rows = [
        (
            name,
            rounded(part.forecast.value),
            rounded(part.heard.value),
            str(part.heard.n),
            between(part.heard),
        )
        for name, part in [*named, (_("All of them"), result)]
    ]
    return plain_table((_("How"), _("You said, %"), _("Noes heard, %"), _("Answers"), _("How sure, %")), rows)
