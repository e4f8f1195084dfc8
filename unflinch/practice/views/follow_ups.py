"""What grows out of an ask: another person after a no, more after a yes; and taking things back."""

from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from unflinch.accounts.models import Draft
from unflinch.accounts.requests import Request
from unflinch.care.resting import is_resting, rests
from unflinch.practice.answer_words import answer_words
from unflinch.practice.forms.about import AboutForm
from unflinch.practice.forms.after import HappenedForm, MoreForm, OthersForm, PassedOnForm, ToldForm
from unflinch.practice.forms.quick_notes import FollowForm
from unflinch.practice.models import Ask, TooLate
from unflinch.practice.models.dated import happened_on, latest_day
from unflinch.practice.views.fetch import ask_or_404, undone_in
from unflinch.practice.vocabulary import Link
from unflinch.shell.form_page import form_page, form_response, posted

_UNDONE: Final = "undone"


@require_POST
@rests()
def follower(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = FollowForm(request.POST)
    if not form.is_valid():
        return redirect("practice:ask", pk)
    if form.cleaned_data["link"] == Link.PASSED_ON:
        return redirect("practice:passed_on", pk)
    grown = ask.follow_with(id=form.cleaned_data["id"], at=request.now, link=form.cleaned_data["link"])
    return redirect("practice:forecast", grown.pk)


@form_page
@rests("GET", "HEAD")
def more(request: Request, pk: UUID) -> HttpResponse:
    """Something bigger from the same person: what they said to it, or what it is before it is asked."""
    ask = ask_or_404(request, pk)
    form = MoreForm(posted(request))
    if form.is_valid():
        return _grown(request, ask, form, Link.MORE, title=form.cleaned_data["title"])
    # What is bigger is no card's: its answers are the usual ones.
    page = {"answers": answer_words(Ask(kind=ask.kind, channel=ask.channel)), "undone": undone_in(request)}
    return form_response(request, "practice/more.html", form, ask=ask, **page)


@form_page
def others(request: Request, pk: UUID) -> HttpResponse:
    """Somebody else who was asked the same and has said something already."""
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:answer", pk)
    form = OthersForm(posted(request)).for_ask(ask)
    if form.is_valid():
        return _grown(request, ask, form, Link.ANOTHER, role=form.cleaned_data["role"])
    page = {"answers": answer_words(ask), "undone": undone_in(request)}
    return form_response(request, "practice/others.html", form, ask=ask, **page)


@form_page
def passed_on(request: Request, pk: UUID) -> HttpResponse:
    """Whom they sent one to, and what that person said, where they were asked already."""
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:answer", pk)
    form = PassedOnForm(posted(request)).for_ask(ask)
    if form.is_valid():
        return _grown(request, ask, form, Link.PASSED_ON, role=form.cleaned_data["role"])
    page = {"answers": answer_words(ask), "resting": is_resting(request), "undone": undone_in(request)}
    return form_response(request, "practice/passed_on.html", form, ask=ask, **page)


def _grown(request: Request, ask: Ask, form: ToldForm, link: Link, **about: Any) -> HttpResponse:
    """The ask that grew out of this one: with its answer, where there is one, else ready to be asked."""
    id, told = form.cleaned_data["id"], form.answer()
    if told["outcome"]:
        happened = happened_on(request.user, None, at=request.now)
        grown = ask.grow({**told, "happened": happened}, id=id, at=request.now, link=link, **about)
        return redirect("today:after", grown.pk)
    later = request.POST.get("next") == "later"
    if is_resting(request) and not later:
        return redirect("care:pause")
    grown = ask.follow_with(id=id, at=request.now, link=link, **about)
    return redirect("practice:ask" if later else "practice:forecast", grown.pk)


@require_POST
def undo(request: Request, pk: UUID) -> HttpResponse:
    """Take the last answer back, say which it was, and offer the right one on the page that follows."""
    if undone := _undone_before(request, pk):
        return redirect(undone)
    ask = ask_or_404(request, pk)
    was, page, typed = ask.answer, _answered_on(ask), HappenedForm.typed_of(ask)
    if was is None:
        return redirect(page)
    try:
        ask.undo(at=request.now)
    except TooLate:
        return redirect("practice:ask", pk)
    page = f"{page}?undone={was.outcome}"
    # The ask may be gone with its answer: what was typed is not, and a second tap on the same button goes on as well.
    Draft.objects.keep(request.user, _UNDONE, {"ask": [str(pk)], "page": [page]}, at=request.now)
    if page.startswith(reverse("practice:happened")):
        Draft.objects.keep(request.user, "happened", typed, at=request.now)
    return redirect(page)


def _undone_before(request: Request, pk: UUID) -> str:
    """The page after an undo that took this ask away with its answer, or empty."""
    if Ask.objects.of(request.user).with_ids([pk]).exists():
        return ""
    last = Draft.objects.fields_of(request.user, _UNDONE)
    page = last["page"][0] if last.get("ask") == [str(pk)] else ""
    return page if page.startswith(("/happened/", "/asks/")) else ""


def _answered_on(ask: Ask) -> str:
    """The page on which the last answer was given."""
    if not ask.just_happened:
        return reverse("practice:settling" if len(ask.trail) > 1 else "practice:answer", args=[ask.pk])
    if ask.follows_id is None:
        return reverse("practice:happened")
    pages = {Link.MORE: "practice:more", Link.PASSED_ON: "practice:passed_on"}
    return reverse(pages.get(Link(ask.link), "practice:others"), args=[ask.follows_id])


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
