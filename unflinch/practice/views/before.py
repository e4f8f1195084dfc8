"""Before an ask: choosing it, the forecast, the pocket."""

from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.models import Draft
from unflinch.accounts.requests import Request
from unflinch.care.attention import heaviest
from unflinch.care.resting import goes_out, is_resting, rests
from unflinch.care.stop_signs import stop_signs
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.forms import ChoosingForm
from unflinch.practice.aftermath import typed_about
from unflinch.practice.chosen_challenge import card_line, challenge_of
from unflinch.practice.forms.before import ForecastForm, TensionForm
from unflinch.practice.history import history_of
from unflinch.practice.history.safety_habits import drinks_before_most, habit_to_leave_out
from unflinch.practice.models import Ask, Plan, Programme, TooLate
from unflinch.practice.proof_pocket import proof_for
from unflinch.practice.views.fetch import ask_or_404
from unflinch.practice.way_out import may_leave_off
from unflinch.shell.form_page import form_page, form_response, posted

_LINES_GIVEN: Final = 2  # asks made with the card's line; from the third on it is only a hint


@require_POST
@rests()
def plans(request: Request) -> HttpResponse:
    form = ChoosingForm(request.POST)
    if not form.is_valid():
        raise Http404
    chosen = challenge_of(request.user, slug=form.cleaned_data["slug"], own=form.cleaned_data["own"])
    if chosen is None:
        raise Http404
    ask = Plan.objects.choose(
        id=form.cleaned_data["id"],
        person=request.user,
        at=request.now,
        programme=Programme.objects.of(request.user).running().latest_first().first(),
        line=chosen.line,
        pull=form.cleaned_data["pull"],
        **chosen.as_ask(),
    )
    return redirect("practice:forecast", ask.pk)


@form_page
@goes_out
def forecast(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is not None:
        return redirect("practice:ask", pk)
    draft = f"forecast/{pk}"
    typed, made = Draft.objects.fields_of(request.user, draft), Ask.objects.of(request.user).made().count()
    own_words = card_line(ask) if made >= _LINES_GIVEN else ""
    form = ForecastForm.of(ask, posted(request), typed=typed, card_line=own_words, card=catalogue().get(ask.slug))
    if form.is_valid():
        told = {"seen": form.seen, "plan": form.plan(), **form.forecast()}
        ask.plan.prepare(ask, id=form.cleaned_data["id"], at=request.now, **told)
        Draft.objects.clear(request.user, draft)
        return redirect("practice:planned_time" if "later" in request.POST else "practice:pocket", pk)
    page = {"draft": draft, "first": not made, **_beside(request, ask)}
    return form_response(request, "practice/forecast.html", form, ask=ask, **page)


def _beside(request: Request, ask: Ask) -> dict[str, Any]:
    """What stands beside the questions: from the proof pocket, and what a person may try this time."""
    asks = history_of(request.user).asks
    return {
        "proof": proof_for(ask),
        "way_out": may_leave_off(ask.line_to_say, asks),
        "habit": habit_to_leave_out(asks),
        "drink": stop_signs()["drink"].sentence if drinks_before_most(asks) else "",
    }


@never_cache
@require_safe
def pocket(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is not None:
        return redirect("practice:ask", pk)
    if request.user.welcomed_at is None:
        return redirect("today:welcome")
    form = TensionForm(initial={"tension": None if ask.foretold is None else ask.foretold.tension_before})
    page = {"ask": ask, "form": form, "reading": heaviest(typed_about(ask, request.day))}
    return render(request, "practice/later.html" if is_resting(request) else "practice/pocket.html", page)


@never_cache
@require_safe
def next_pocket(request: Request) -> HttpResponse:
    """The pocket of what comes next of all that is planned, for the shortcut on a home screen."""
    coming = Ask.objects.of(request.user).planned().as_planned().first()
    return redirect("practice:planned") if coming is None else redirect("practice:pocket", coming.pk)


@require_POST
def tension(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    form = TensionForm(request.POST)
    if form.is_valid():
        try:
            ask.foresee(id=form.cleaned_data["id"], at=request.now, tension_before=form.cleaned_data["tension"])
        except TooLate:
            return redirect("practice:ask", pk)
    return redirect("practice:pocket", pk)
