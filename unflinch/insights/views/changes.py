"""What changed, on one page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unflinch.accounts.requests import Request
from unflinch.insights.changes import changes_of
from unflinch.insights.charts import MOST_WEEKS_DRAWN
from unflinch.insights.counts import counts_of
from unflinch.insights.span import Span
from unflinch.insights.summary import week_lines


@require_safe
def changes_page(request: Request) -> HttpResponse:
    everything = counts_of(request.user)
    spans = [one for one in Span if one != Span.PROGRAMME or everything.calendar.programmes]
    span = next((one for one in spans if one == request.GET.get("span")), Span.ALL)
    changes = changes_of(request.user, span, request.day)
    lines = week_lines(request.user, changes.counts.weeks[-MOST_WEEKS_DRAWN:])
    tanks = changes.along.tanks[-MOST_WEEKS_DRAWN:]
    page = {
        "tab": "changes",
        "changes": changes,
        "lines": list(zip(lines, changes.weeks, tanks, strict=True)),
        "span": span,
        "spans": [(one.value, one.label) for one in spans],
        "elsewhere": span != Span.ALL and everything.asks > 0,
    }
    return render(request, "insights/changes.html", page)
