"""What changed: the story in a few sentences, and all the numbers behind it."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext, ngettext_lazy
from django.views.decorators.http import require_safe

from unflinch.accounts.requests import Request
from unflinch.care.stop_signs import stop_signs
from unflinch.insights.charts import charts_of
from unflinch.insights.counts import counts_of
from unflinch.insights.measurements import Measurements, measurements_of
from unflinch.insights.span import Span
from unflinch.insights.story import changes_story, hint_of
from unflinch.insights.summary import week_titles
from unflinch.practice.vocabulary import Outcome


@require_safe
def changes_page(request: Request) -> HttpResponse:
    measured, page = _looked_at(request)
    drink = stop_signs()["drink"].sentence if measured.drinks else ""
    return render(
        request,
        "insights/changes.html",
        {**page, "cards": changes_story(measured), "hint": hint_of(measured), "drink": drink},
    )


@require_safe
def numbers_page(request: Request) -> HttpResponse:
    measured, page = _looked_at(request)
    charts = charts_of(replace(measured, titles=week_titles(request.user)))
    drawn = [chart for chart in charts if chart.picture is not None or not chart.needs]
    return render(
        request,
        "insights/numbers.html",
        {
            **page,
            "charts": drawn,
            "waiting": [chart for chart in charts if chart not in drawn],
            "counted": _counted(measured),
            "came": _came(measured),
        },
    )


def _counted(measured: Measurements) -> list[str]:
    """How many asks there were, and on how many outings."""
    asks, outings = measured.asks, measured.activities
    return [
        ngettext("%(n)d ask in all", "%(n)d asks in all", asks) % {"n": asks},
        ngettext("on %(n)d outing", "on %(n)d outings", outings) % {"n": outings},
    ]


def _came(measured: Measurements) -> list[str]:
    """What came back, and how often; what never came is left out."""
    names = (
        (Outcome.NO, ngettext_lazy("%(n)d no", "%(n)d noes", "n")),
        (Outcome.YES, ngettext_lazy("%(n)d yes", "%(n)d yeses", "n")),
        (Outcome.MAYBE, ngettext_lazy("%(n)d maybe", "%(n)d maybes", "n")),
        (Outcome.NO_REPLY, ngettext_lazy("%(n)d without an answer", "%(n)d without an answer", "n")),
        (Outcome.WENT, ngettext_lazy("%(n)d warm-up", "%(n)d warm-ups", "n")),
    )
    return [words % {"n": measured.outcomes[name]} for name, words in names if measured.outcomes[name]]


def _looked_at(request: Request) -> tuple[Measurements, dict[str, Any]]:
    """What was measured in the span that the address names, and what both pages say of it."""
    everything = counts_of(request.user)
    spans = [one for one in Span if one != Span.PROGRAMME or everything.calendar.programmes]
    span = next((one for one in spans if one == request.GET.get("span")), Span.ALL)
    measured = measurements_of(request.user, span, request.day)
    return measured, {
        "tab": "changes",
        "measured": measured,
        "span": span,
        "spans": [(one.value, one.label) for one in spans],
        "elsewhere": span != Span.ALL and everything.asks > 0,
    }
