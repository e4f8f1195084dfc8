"""After an ask: the answer, and what came later."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.models import Draft
from unflinch.accounts.requests import Request
from unflinch.accounts.typed import with_typed
from unflinch.care.resting import is_resting
from unflinch.practice.answer_words import answer_words
from unflinch.practice.forms.after import (
    FirstAnswerForm,
    HappenedForm,
    NotThisTimeForm,
    SettlingForm,
    SlipForm,
)
from unflinch.practice.models import Ask, Plan, TooLate
from unflinch.practice.models.dated import happened_on, latest_day
from unflinch.practice.views.fetch import ask_or_404, undone_in
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
        page = {"answers": answer_words(Ask()), "undone": undone_in(request)}
        return form_response(request, "practice/happened.html", form, tab="log", draft=draft, **page)
    data = form.cleaned_data
    when = happened_on(request.user, data["day"], at=request.now, clock=data["clock"])
    told = {**form.answer(), **form.about()}
    ask = Plan.objects.just_happened(id=data["id"], person=request.user, at=request.now, happened=when, **told)
    ask.respond_alike(data["several"], at=request.now)
    Draft.objects.clear(request.user, draft)
    return redirect("today:after", ask.pk)


@form_page
def answer(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = FirstAnswerForm(posted(request), today=latest_day(request.user, request.now)).for_ask(ask)
    if form.is_valid():
        data = form.cleaned_data
        when = happened_on(request.user, data["day"], at=request.now, clock=data["clock"])
        other = _responded(request, ask, form.answer(), id=data["id"], happened=when)
        if other is None:
            ask_or_404(request, pk).respond_alike(data["several"], at=request.now)
        return other or redirect("today:after", pk)
    if not form.is_bound and ask.answer is not None:
        return redirect("today:after", pk)
    page = {"ask": ask, "answers": answer_words(ask), "undone": undone_in(request)}
    return form_response(request, "practice/answer.html", form, tab="log", **page)


@form_page
def not_this_time(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = NotThisTimeForm(posted(request))
    if form.is_valid():
        when = happened_on(request.user, None, at=request.now)
        data = form.cleaned_data
        told = {"outcome": str(Outcome.NOT_ASKED), "reason": data["reason"]}
        other = _responded(request, ask, told, id=data["id"], happened=when)
        return other or redirect("today:after", pk)
    return form_response(request, "practice/not_this_time.html", form, ask=ask)


def _responded(request: Request, ask: Ask, told: Mapping[str, Any], **when: Any) -> HttpResponse | None:
    """Record the answer; where another one is in, the page that says so, and None else, for the same twice as well."""
    try:
        ask.respond(at=request.now, **told, **when)
    except TooLate:
        # Read anew: the other answer may have come after the page began.
        by_now = Ask.objects.with_all().filter(pk=ask.pk).first()
        if by_now is not None and by_now.answer is not None and by_now.answer.outcome != told["outcome"]:
            return render(request, "practice/answered.html", {"ask": by_now}, status=409)
    return None


@form_page
def settling(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = SettlingForm(posted(request), today=latest_day(request.user, request.now)).for_ask(ask)
    if form.is_valid():
        data = form.cleaned_data
        when = happened_on(request.user, data["day"], at=request.now, clock=data["clock"])
        how = {"manner": data["manner"], "words": data["words"]}
        ask.settle(data["outcome"], id=data["id"], at=request.now, happened=when, **how)
        return redirect("today:after", pk)
    page = {"ask": ask, "answers": answer_words(ask), "undone": undone_in(request)}
    return form_response(request, "practice/settling.html", form, **page)


@require_POST
def slip(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = SlipForm(request.POST).for_ask(ask)
    if form.is_valid() and ask.trail:
        ask.mend(form.cleaned_data["outcome"], id=form.cleaned_data["id"], at=request.now)
    return redirect("today:after", pk)
