"""The diary: everything that was asked, newest first, and each ask's own page."""

from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from unflinch.accounts.requests import Request
from unflinch.care.attention import heaviest
from unflinch.practice.models import Ask, Tally

A_PAGE = 30


@require_safe
def diary(request: Request) -> HttpResponse:
    asks = Ask.objects.of(request.user).logged().as_diary().with_all()
    pages = Paginator(asks, A_PAGE)
    tallies = Tally.objects.of(request.user).order_by("-arrived")[:A_PAGE]
    page = {"tab": "diary", "page": pages.get_page(request.GET.get("page")), "day": request.day, "tallies": tallies}
    return render(request, "practice/diary.html", page)


@require_safe
def ask(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    page = {
        "tab": "diary",
        "ask": ask,
        "rests": ask.rests(request.day),
        "undo": ask.can_undo(request.now),
        "mendable": ask.answer is None or ask.can_undo(request.now),
        "id": uuid4(),
        "reading": heaviest(echo.said_back for echo in ask.later if echo.day == request.day and echo.batch is None),
        "waits": ask.waits(day=request.day, patience=request.user.silence_days),
    }
    return render(request, "practice/ask.html", page)
