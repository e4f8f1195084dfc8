"""The diary: everything that was asked, newest first, what made one laugh, and each ask's own page."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from unflinch.accounts.models import Person
from unflinch.accounts.requests import Request
from unflinch.accounts.searching import search_of, searched_by_post
from unflinch.care.attention import heaviest
from unflinch.practice.details import details_of
from unflinch.practice.forms.search import LookForm
from unflinch.practice.history import history_of
from unflinch.practice.history.search import numbers_in_hundred, planned_too, search_asks
from unflinch.practice.models import Ask, Tally, WeekReview
from unflinch.practice.views.fetch import ask_or_404

_A_PAGE = 30


@require_http_methods(["GET", "HEAD", "POST"])
@searched_by_post
def diary(request: Request) -> HttpResponse:
    form, mine = LookForm(request.GET), Ask.objects.of(request.user)
    wanted = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    number, asked_for = request.GET.get("page"), {**dict.fromkeys(form.fields, ""), **wanted}
    if wanted:
        page: Page[Any] = Paginator(search_asks(request.user, **asked_for, day=request.day), _A_PAGE).get_page(number)
        asks = mine.listed(list(page))
    else:
        page = Paginator(mine.logged().as_diary().with_all(), _A_PAGE).get_page(number)
        asks = list(page)
    shown = {
        "page": page,
        "entries": _entries(_with_numbers(request.user, asks), [] if wanted else _totals_beside(request.user, page)),
        "planned": planned_too(request.user, **asked_for, day=request.day) if wanted and page.number == 1 else [],
        "day": request.day,
        "form": form,
        "searching": wanted,
        "query": search_of(request),
    }
    return render(request, "practice/diary.html", {"tab": "diary", **shown})


@require_safe
def laugh(request: Request) -> HttpResponse:
    logged = history_of(request.user).asks
    funny = [ask.id for ask in reversed(logged) if ask.funny][:_A_PAGE]
    reviews = WeekReview.objects.of(request.user).exclude(kindest=None).oldest_first().values_list("kindest", flat=True)
    kindest = list(dict.fromkeys(reversed(reviews)))[:_A_PAGE]
    mine = Ask.objects.of(request.user)
    page = {"asks": mine.listed(funny), "kindest": mine.listed(kindest), "day": request.day}
    return render(request, "practice/laugh.html", {"tab": "diary", **page})


@require_safe
def ask(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    page = {
        "tab": "diary",
        "ask": ask,
        "rests": ask.rests(request.day),
        "undo": ask.trail.can_undo(request.now),
        "id": uuid4(),
        "reading": heaviest(echo.said_back for echo in ask.later if echo.day == request.day and echo.batch is None),
        "details": details_of(ask.foretold, ask.debrief),
        "waits": ask.trail.waits(day=request.day, patience=request.user.silence_days),
    }
    return render(request, "practice/ask.html", page)


def _with_numbers(person: Person, asks: list[Ask]) -> list[Ask]:
    """The same asks, those of a hundred with their number."""
    numbers = numbers_in_hundred(person)
    for ask in asks:
        ask.number = numbers.get(ask.pk)
    return asks


def _totals_beside(person: Person, page: Page[Ask]) -> list[Tally]:
    """The totals without details that belong among the asks of this page, newest first; the undated ones go last."""
    totals = Tally.objects.of(person).newest_first()
    if page.has_previous():
        totals = totals.before(_day_of_last(page.paginator.page(page.previous_page_number())))
    if page.has_next():
        totals = totals.since(_day_of_last(page))
    return list(totals)


def _day_of_last(page: Page[Ask]) -> date | None:
    """The day of the last ask on this page."""
    last = list(page)[-1].trail
    return last[0].day if last else None


def _entries(asks: Sequence[Ask], totals: Sequence[Tally]) -> list[tuple[Ask | None, Tally | None]]:
    """Asks and totals, both newest first, as one list; a total stands behind the asks of its day."""
    left, found = list(totals), list[tuple[Ask | None, Tally | None]]()
    for ask in asks:
        day = ask.trail[0].day
        while left and left[0].day is not None and (day is None or left[0].day > day):
            found.append((None, left.pop(0)))
        found.append((ask, None))
    return [*found, *((None, total) for total in left)]
