"""What grows out of an ask: another person after a no, more after a yes; and taking things back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from unflinch.accounts.requests import Request
from unflinch.care.resting import rests
from unflinch.practice.forms.about import AboutForm
from unflinch.practice.forms.after import MoreForm
from unflinch.practice.forms.quick_notes import FollowForm
from unflinch.practice.models import TooLate
from unflinch.practice.models.dated import latest_day
from unflinch.practice.views.fetch import ask_or_404
from unflinch.practice.vocabulary import Link
from unflinch.shell.form_page import form_page, form_response, posted


@require_POST
@rests()
def follower(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = FollowForm(request.POST)
    if not form.is_valid():
        return redirect("practice:ask", pk)
    grown = ask.follow_with(id=form.cleaned_data["id"], at=request.now, link=form.cleaned_data["link"])
    return redirect("practice:forecast", grown.pk)


@form_page
@rests()
def more(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = MoreForm(posted(request))
    if form.is_valid():
        data = form.cleaned_data
        grown = ask.follow_with(id=data["id"], at=request.now, link=Link.MORE, title=data["title"])
        return redirect("practice:forecast", grown.pk)
    return form_response(request, "practice/more.html", form, ask=ask)


@require_POST
def undo(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    try:
        ask.undo(at=request.now)
    except TooLate:
        return redirect("practice:ask", pk)
    return redirect("practice:log")


@form_page
def ask_deletion(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if request.method == "POST":
        was_planned = ask.answer is None
        ask.remove()
        return redirect("practice:planned" if was_planned else "practice:diary")
    return render(request, "practice/deletion.html", {"ask": ask, "tab": "diary"})


@form_page
def mended_details(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = AboutForm.of(ask, posted(request), today=latest_day(request.user, request.now))
    if form.is_valid():
        ask.describe(seen=form.seen, **form.about())
        return redirect("practice:ask", pk)
    return form_response(request, "practice/about.html", form, ask=ask)
