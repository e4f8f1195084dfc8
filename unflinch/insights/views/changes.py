"""What changed, on one page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unflinch.accounts.fresh import stays_until
from unflinch.accounts.requests import Request
from unflinch.insights.changes import changes_of
from unflinch.insights.charts import MOST_WEEKS
from unflinch.insights.summary import week_lines


@require_safe
@stays_until(lambda _: None)
def changes(request: Request) -> HttpResponse:
    lines = week_lines(request.user, last=MOST_WEEKS)
    page = {"tab": "changes", "changes": changes_of(request.user), "lines": lines}
    return render(request, "insights/changes.html", page)
