"""The diary: the weeks with what was asked in each, what made one laugh, and each ask's own page."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from unflinch.accounts.requests import Request
from unflinch.accounts.searching import search_of, searched_by_post
from unflinch.care.attention import heaviest
from unflinch.practice.details import entry_of
from unflinch.practice.feelings import asks_felt
from unflinch.practice.forms.search import LookForm
from unflinch.practice.history import history_of
from unflinch.practice.history.boosters import programmes_of
from unflinch.practice.history.search import numbers_in_hundred, planned_too, search_asks
from unflinch.practice.journal import Journal, JournalWeek, Written, is_evening, journal_of, journal_weeks
from unflinch.practice.models import Ask, WeekReview
from unflinch.practice.views.fetch import ask_or_404

_MOST = 30
_A_FEW = 3
_STORY = "story"


@require_http_methods(["GET", "HEAD", "POST"])
@searched_by_post
def diary(request: Request) -> HttpResponse:
    form, journal = LookForm(request.GET), journal_of(request.user)
    wanted = form.wanted()
    found = _found(request, wanted) if wanted else None
    page = Paginator(journal.pages(found), 1).get_page(request.GET.get("page"))
    weeks = _weeks_on(request, journal, page.object_list[0])
    shown = {
        "page": page,
        "weeks": weeks,
        "count": len(journal.asks) if found is None else len(found),
        "planned": planned_too(request.user, **_asked_for(wanted), day=request.day) if wanted else [],
        "form": form,
        "searching": wanted,
        "query": search_of(request),
        "bare_query": search_of(request).replace(f"view={_STORY}&", ""),
        "as_story": request.GET.get("view") == _STORY,
        "offers_programme": len(journal.asks) >= _A_FEW and not programmes_of(request.user),
        **_beside(request, weeks),
    }
    return render(request, "practice/diary.html", {"tab": "diary", "day": request.day, **shown})


@require_safe
def laugh(request: Request) -> HttpResponse:
    logged = history_of(request.user).asks
    funny = [ask.id for ask in reversed(logged) if ask.funny][:_MOST]
    reviews = WeekReview.objects.of(request.user).exclude(kindest=None).oldest_first().values_list("kindest", flat=True)
    kindest = list(dict.fromkeys(reversed(reviews)))[:_MOST]
    mine = Ask.objects.of(request.user)
    page = {"asks": mine.listed(funny), "kindest": mine.listed(kindest), "day": request.day}
    return render(request, "practice/laugh.html", {"tab": "diary", **page})


@require_safe
def ask(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    page = {
        "tab": "diary",
        "ask": ask,
        "id": uuid4(),
        "entry": entry_of(ask, request.day),
        "undo": ask.trail.can_undo(request.now),
        "reading": heaviest(echo.said_back for echo in ask.later if echo.day == request.day and echo.batch is None),
        "waits": ask.trail.waits(day=request.day, patience=request.user.silence_days),
        "day": request.day,
        "weeks": _weeks_on(request, journal := journal_of(request.user), journal.around(pk)),
    }
    return render(request, "practice/ask.html", page)


def _found(request: Request, wanted: Mapping[str, Any]) -> frozenset[UUID]:
    """The logged asks that fit all that is looked for."""
    feeling = wanted.get("feeling")
    fits = frozenset(search_asks(request.user, **_asked_for(wanted), day=request.day))
    return fits & asks_felt(request.user, feeling) if feeling else fits


def _asked_for(wanted: Mapping[str, Any]) -> dict[str, str]:
    """What the log itself is asked for, open where nothing is looked for."""
    return {name: wanted.get(name, "") for name in ("q", "outcome", "place", "deck")}


def _weeks_on(request: Request, journal: Journal, page: Sequence[Written]) -> list[JournalWeek]:
    """The weeks of this page with all that they hold, the asks of a hundred with their number."""
    evening = is_evening(request.user, request.now)
    weeks = journal_weeks(request.user, journal, page, day=request.day, evening=evening)
    numbers = numbers_in_hundred(request.user)
    for week in weeks:
        for ask, _ in week.entries:
            if ask is not None:
                ask.number = numbers.get(ask.pk)
    return weeks


def _beside(request: Request, weeks: Sequence[JournalWeek]) -> dict[str, Any]:
    """The newest entry of the page, which a wide screen shows beside the list."""
    newest = next((ask for week in weeks for ask, _ in week.entries if ask is not None), None)
    if newest is None:
        return {}
    waits = newest.trail.waits(day=request.day, patience=request.user.silence_days)
    return {"ask": newest, "entry": entry_of(newest, request.day), "waits": waits}
