"""What is planned: all of it in a list, and for each the day, the time and a calendar file."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from unflinch.accounts.requests import Request
from unflinch.care.resting import is_resting, rests
from unflinch.practice.calendar_file import calendar_file
from unflinch.practice.forms.planning import PlannedTimeForm, times_on_offer
from unflinch.practice.models import Ask, TooLate
from unflinch.practice.views.fetch import ask_or_404
from unflinch.shell.form_page import form_page, form_response, posted

_A_PAGE: Final = 30


@require_safe
def planned(request: Request) -> HttpResponse:
    asks = Ask.objects.of(request.user).planned().as_planned().with_all()
    today = _on_the_wall(request).date()
    page = {
        "page": Paginator(asks, _A_PAGE).get_page(request.GET.get("page")),
        "resting": is_resting(request),
        "today": today,
        "tomorrow": today + timedelta(days=1),
    }
    return render(request, "practice/planned.html", {"tab": "log", **page})


@form_page
@rests("GET", "HEAD")
def planned_time(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is not None:
        return redirect("practice:ask", pk)
    now = _on_the_wall(request)
    form = PlannedTimeForm(posted(request), today=now.date())
    if not form.is_valid():
        return form_response(request, "practice/planned_time.html", form, ask=ask, times=times_on_offer(now))
    day, clock = form.chosen()
    try:
        ask.plan_for(day, clock)
    except TooLate:
        return redirect("practice:ask", pk)
    return redirect("practice:planned") if day is None else redirect("practice:planned_time", pk)


@never_cache
@require_safe
def calendar(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.planned_day is None:
        raise Http404
    file = calendar_file(ask.pk, ask.planned_day, ask.planned_time, zone=request.user.zone, at=request.now)
    disposition = {"Content-Disposition": 'attachment; filename="reminder.ics"'}
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=disposition)


def _on_the_wall(request: Request) -> datetime:
    """The clock where the person is, without its zone."""
    return request.now.astimezone(ZoneInfo(request.user.zone)).replace(tzinfo=None)
