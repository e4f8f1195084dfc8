"""After an ask: the four outcomes, what came later, the debrief."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.models import Draft
from unflinch.accounts.requests import Request
from unflinch.accounts.typed import with_typed
from unflinch.care.resting import is_resting
from unflinch.practice.forms.after import (
    AnswerForm,
    DebriefForm,
    HappenedForm,
    LateForm,
    NotThisTimeForm,
    SettlingForm,
)
from unflinch.practice.models import Ask, Plan, TooLate
from unflinch.practice.models.dated import happened_on, latest_day
from unflinch.practice.views.fetch import ask_or_404
from unflinch.practice.vocabulary import Outcome
from unflinch.shell.form_page import form_page, form_response, posted

_MOST_PLANNED = 8


@require_safe
def log(request: Request) -> HttpResponse:
    resting = is_resting(request)
    mine = Ask.objects.of(request.user).planned()
    planned = [] if resting else list(mine.as_planned().with_all()[:_MOST_PLANNED])
    more = mine.count() - len(planned)
    page = {"tab": "log", "planned": planned, "more": more, "resting": resting}
    return render(request, "practice/log.html", page)


@form_page
def happened(request: Request) -> HttpResponse:
    draft, today = "happened", latest_day(request.user, request.now)
    typed = Draft.objects.fields_of(request.user, draft)
    form = with_typed(HappenedForm, posted(request), typed, today=today)
    if not form.is_valid():
        return form_response(request, "practice/happened.html", form, tab="log", draft=draft)
    data = form.cleaned_data
    when = happened_on(request.user, data["day"], at=request.now)
    ask = Plan.objects.just_happened(
        data["outcome"], id=data["id"], person=request.user, at=request.now, happened=when, **form.about()
    )
    Draft.objects.clear(request.user, draft)
    return redirect("practice:debrief", ask.pk)


@form_page
def answer(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = LateForm(posted(request), today=latest_day(request.user, request.now))
    if form.is_valid():
        told = form.cleaned_data
        when = happened_on(request.user, told["day"], at=request.now)
        other = _responded(request, ask, told["outcome"], id=told["id"], happened=when)
        return other or redirect("practice:debrief", pk)
    if not form.is_bound and ask.answer is not None:
        return redirect("practice:debrief", pk)
    return form_response(request, "practice/answer.html", form, ask=ask, tab="log")


@form_page
def not_this_time(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = NotThisTimeForm(posted(request))
    if form.is_valid():
        when = happened_on(request.user, None, at=request.now)
        data = form.cleaned_data
        other = _responded(request, ask, Outcome.NOT_ASKED, id=data["id"], happened=when, reason=data["reason"])
        return other or redirect("today:after", pk)
    return form_response(request, "practice/not_this_time.html", form, ask=ask)


def _responded(request: Request, ask: Ask, outcome: str, **told: Any) -> HttpResponse | None:
    """Record the answer; where another one is in, the page that says so, and None else, for the same twice as well."""
    try:
        ask.respond(outcome, at=request.now, **told)
    except TooLate:
        # Read anew: the other answer may have come after the page began.
        by_now = Ask.objects.with_all().filter(pk=ask.pk).first()
        if by_now is not None and by_now.answer is not None and by_now.answer.outcome != outcome:
            return render(request, "practice/answered.html", {"ask": by_now}, status=409)
    return None


@form_page
def debrief(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:answer", pk)
    draft = f"debrief/{pk}"
    form = DebriefForm.of(ask, posted(request), typed=Draft.objects.fields_of(request.user, draft))
    if form.is_valid():
        ask.tell(id=form.cleaned_data["id"], at=request.now, seen=form.seen, **form.changed())
        Draft.objects.clear(request.user, draft)
        return redirect("today:after", pk)
    page = {"ask": ask, "draft": draft, "undo": ask.trail.can_undo(request.now), "slip": AnswerForm()}
    return form_response(request, "practice/debrief.html", form, **page)


@form_page
def settling(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = SettlingForm(posted(request), today=latest_day(request.user, request.now))
    if form.is_valid():
        data = form.cleaned_data
        when = happened_on(request.user, data["day"], at=request.now)
        how = {"manner": data["manner"], "words": data["words"]}
        ask.settle(data["outcome"], id=data["id"], at=request.now, happened=when, **how)
        return redirect("practice:debrief", pk)
    return form_response(request, "practice/settling.html", form, ask=ask)


@require_POST
def slip(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = AnswerForm(request.POST)
    if form.is_valid() and ask.trail:
        ask.mend(form.cleaned_data["outcome"], id=form.cleaned_data["id"], at=request.now)
    return redirect("practice:debrief", pk)
