"""After an ask: the four outcomes, what came later, the debrief."""

from typing import Any
from uuid import UUID, uuid5

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unflinch.accounts.models import Draft
from unflinch.accounts.requests import Request
from unflinch.accounts.typed import with_typed
from unflinch.care.attention import rest_if_needed
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
from unflinch.practice.models.dated import happened_on
from unflinch.practice.models.plan import first_ask_of
from unflinch.practice.vocabulary import Outcome

MOST_PLANNED = 8


@require_safe
def log(request: Request) -> HttpResponse:
    resting = is_resting(request)
    planned = [] if resting else Ask.objects.of(request.user).planned().newest_first().with_all()[:MOST_PLANNED]
    return render(request, "practice/log.html", {"tab": "log", "planned": planned, "resting": resting})


@never_cache
@require_http_methods(["GET", "POST"])
def happened(request: Request) -> HttpResponse:
    draft = "happened"
    if request.method == "GET":
        form = with_typed(HappenedForm, {}, Draft.objects.fields_of(request.user, draft))
        return render(request, "practice/happened.html", {"tab": "log", "form": form, "draft": draft})
    form = HappenedForm(request.POST)
    if not form.is_valid():
        return render(request, "practice/happened.html", {"tab": "log", "form": form, "draft": draft}, status=422)
    data = form.cleaned_data
    about = {
        "title": data["title"],
        "role": data["role"],
        "company": data["company"] or "alone",
        "counts": not data["counts"],
    }
    ask = Plan.objects.choose(id=data["id"], person=request.user, at=request.now, **about)
    when = happened_on(request.user, data["day"], at=request.now)
    ask.respond(data["outcome"], id=uuid5(ask.pk, "answer"), at=request.now, happened=when)
    Draft.objects.clear(request.user, draft)
    return redirect("practice:debrief", first_ask_of(data["id"]))


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    form = LateForm(request.POST) if request.method == "POST" else LateForm()
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        when = happened_on(request.user, data["day"], at=request.now)
        other = responded(request, ask, data["outcome"], id=data["id"], happened=when)
        return other or redirect("practice:debrief", pk)
    if not form.is_bound and ask.answer is not None:
        return redirect("practice:debrief", pk)
    page = {"ask": ask, "form": form, "tab": "log"}
    return render(request, "practice/answer.html", page, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def not_this_time(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    form = NotThisTimeForm(request.POST) if request.method == "POST" else NotThisTimeForm()
    if form.is_bound and form.is_valid():
        when = happened_on(request.user, None, at=request.now)
        data = form.cleaned_data
        other = responded(request, ask, Outcome.NOT_ASKED, id=data["id"], happened=when, reason=data["reason"])
        return other or redirect("today:after", pk)
    return render(
        request, "practice/not_this_time.html", {"ask": ask, "form": form}, status=422 if form.is_bound else 200
    )


def responded(request: Request, ask: Ask, outcome: str, **told: Any) -> HttpResponse | None:
    """Record the answer; where another one is in, the page that says so, and None else, for the same twice as well."""
    try:
        ask.respond(outcome, at=request.now, **told)
    except TooLate:
        # Read anew: the other answer may have come after the page began.
        by_now = Ask.objects.with_all().filter(pk=ask.pk).first()
        if by_now is not None and by_now.answer is not None and by_now.answer.outcome != outcome:
            return render(request, "practice/answered.html", {"ask": by_now}, status=409)
    return None


@never_cache
@require_http_methods(["GET", "POST"])
def debrief(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    if ask.answer is None:
        return redirect("practice:answer", pk)
    draft = f"debrief/{pk}"
    typed = Draft.objects.fields_of(request.user, draft)
    form = DebriefForm(request.POST).fit(ask) if request.method == "POST" else DebriefForm.of(ask, typed)
    if form.is_bound and form.is_valid():
        ask.tell(id=form.cleaned_data["id"], at=request.now, **form.told())
        rest_if_needed(request.user, form.lines(), id=form.cleaned_data["id"], at=request.now)
        Draft.objects.clear(request.user, draft)
        return redirect("today:after", pk)
    page = {"ask": ask, "form": form, "draft": draft, "undo": ask.can_undo(request.now), "slip": AnswerForm()}
    return render(request, "practice/debrief.html", page, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def settling(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    form = SettlingForm(request.POST) if request.method == "POST" else SettlingForm()
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        when = happened_on(request.user, data["day"], at=request.now)
        how = {"manner": data["manner"], "words": data["words"]}
        ask.settle(data["outcome"], id=data["id"], at=request.now, happened=when, **how)
        return redirect("practice:debrief", pk)
    return render(request, "practice/settling.html", {"ask": ask, "form": form}, status=422 if form.is_bound else 200)


@require_POST
def slip(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    form = AnswerForm(request.POST)
    if form.is_valid():
        when = happened_on(request.user, None, at=request.now)
        ask.mend(form.cleaned_data["outcome"], id=form.cleaned_data["id"], at=request.now, happened=when)
    return redirect("practice:debrief", pk)
