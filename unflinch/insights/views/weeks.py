"""A week, all of them, and the end of a programme."""

from datetime import timedelta
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from unflinch.accounts.requests import Request
from unflinch.care.attention import NOTHING, heaviest
from unflinch.insights.counts import counts_of
from unflinch.insights.poster import Poster, poster_of
from unflinch.insights.programme_end import end_of
from unflinch.insights.summary import week_lines
from unflinch.insights.week import look_back, outcomes_of_week, week_at
from unflinch.practice.history.weeks import Slot
from unflinch.practice.journal import is_evening, last_day_of
from unflinch.practice.models import Programme

_WEEKS_A_PAGE = 26  # half a year


@require_safe
def weeks_page(request: Request) -> HttpResponse:
    weeks = list(reversed(counts_of(request.user).weeks))
    page = Paginator(weeks, _WEEKS_A_PAGE).get_page(request.GET.get("page"))
    lines = week_lines(request.user, list(page))
    return render(request, "insights/weeks.html", {"tab": "diary", "lines": lines, "page": page})


@never_cache
@require_safe
def week(request: Request, address: str) -> HttpResponse:
    back = look_back(request.user, address, request.day)
    if back is None:
        raise Http404
    review = back.review
    page = {"tab": "diary", "back": back, "day": request.day, "can_be_named": _may_be_named(request, back.week.slot)}
    fresh = review is not None and review.batch is None and request.user.day_of(review.arrived) == request.day
    page["reading"] = heaviest([review.title, review.takeaway]) if fresh and review is not None else NOTHING
    return render(request, "insights/week.html", page)


def _may_be_named(request: Request, slot: Slot) -> bool:
    """Whether the week is over, or will be tonight."""
    calendar = counts_of(request.user).calendar
    if not slot.dated or slot != calendar.slot_of(request.day, None):
        return True
    return last_day_of(calendar, slot) == request.day and is_evening(request.user, request.now)


@never_cache
@require_safe
def week_picture(request: Request, address: str) -> HttpResponse:
    week = week_at(counts_of(request.user), address)
    if week is None or not week.asks:
        raise Http404
    starts = week.slot.starts if week.slot.dated else None
    ends = starts and starts + timedelta(days=6)
    poster = Poster(starts, ends, week.asks, outcomes_of_week(request.user, week))
    return _picture(poster, f"week-{week.number}.png")


@never_cache
@require_safe
def programme_review(request: Request, pk: UUID) -> HttpResponse:
    programme = get_object_or_404(Programme.objects.of(request.user), pk=pk)
    page = {"programme": programme, "end": end_of(request.user, programme, request.day)}
    return render(request, "insights/programme.html", page)


@never_cache
@require_safe
def programme_picture(request: Request, pk: UUID) -> HttpResponse:
    end = end_of(request.user, get_object_or_404(Programme.objects.of(request.user), pk=pk), request.day)
    if not end.asks:
        raise Http404
    return _picture(Poster(end.first, end.last, end.asks, end.outcomes), "programme.png")


def _picture(poster: Poster, name: str) -> HttpResponse:
    """The picture as a file of this name, to save."""
    answer = HttpResponse(poster_of(poster), content_type="image/png")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
