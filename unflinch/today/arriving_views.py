"""Arriving: six sentences to pick from, and two questions before the first going out."""

from typing import Any, Final
from uuid import uuid4, uuid5

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from unflinch.accounts.models import Person
from unflinch.accounts.requests import Request
from unflinch.care.help_at_hand import country_of
from unflinch.care.help_lines import help_lines
from unflinch.care.resting import rests
from unflinch.care.stop_signs import first_visit
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Channel
from unflinch.practice.chosen_challenge import ChosenChallenge, challenge_of
from unflinch.practice.models import Ask, Plan, Programme, Wish
from unflinch.practice.vocabulary import Outcome
from unflinch.shell.form_page import form_page, form_response, posted
from unflinch.today.forms import GateForm, PickForm

_AGE: Final = "under_18"  # has a question of its own


@form_page
@rests()
def first(request: Request) -> HttpResponse:
    """Six sentences; what is picked is saved at once, before anything else is asked."""
    form = PickForm(posted(request))
    if not form.is_valid():
        return form_response(request, "today/first.html", form, **_six(request))
    chosen = challenge_of(request.user, slug=form.cleaned_data["slug"])
    if chosen is None:
        raise Http404
    request.user.arrive(zone=form.cleaned_data["zone"])
    ask = _saved(request, chosen, form)
    return redirect("practice:forecast", ask.pk)


@form_page
def welcome(request: Request) -> HttpResponse:
    if request.user.welcomed_at is not None:
        return redirect(_onwards(request.user))
    form = GateForm(posted(request))
    if form.is_bound and form.needs_a_person:
        return redirect("today:people")
    if form.is_valid():
        request.user.welcome(zone=form.cleaned_data["zone"], at=request.now)
        return redirect(_onwards(request.user))
    page = {
        "signs": [sign for sign in first_visit() if sign.code != _AGE],
        "country": help_lines().of(country_of(request.user)),
        "saved": _sentence_of(_picked(request.user)),
    }
    return form_response(request, "today/welcome.html", form, **page)


@require_safe
def people(request: Request) -> HttpResponse:
    """A person first: where both hard answers of the gate lead. Nothing says who came from where."""
    page = {"country": help_lines().of(country_of(request.user)), "saved": _sentence_of(_picked(request.user))}
    return render(request, "today/people.html", page)


@rests()
def arriving(request: Request) -> HttpResponse:
    """What stands in place of Today until the two questions were answered."""
    return render(request, "today/first.html", {"form": PickForm(), **_six(request)})


def _six(request: Request) -> dict[str, Any]:
    is_new = request.user.welcomed_at is None
    saved = _sentence_of(_picked(request.user)) if is_new else ""
    # The id is drawn anew here, also where what was sent was refused.
    page = {"id": uuid4(), "is_new": is_new, "saved": saved}
    # Those that are said to somebody's face come first, gentlest first.
    six = sorted(catalogue().first_visit, key=lambda challenge: challenge.channel != Channel.IN_PERSON)
    return {**page, "challenges": six, "duck": [Outcome.YES]}


def _saved(request: Request, chosen: ChosenChallenge, form: PickForm) -> Ask:
    """The planned ask of this sentence: the one that is there already, or one made now."""
    there = Ask.objects.of(request.user).planned().to_try(chosen.slug, None).newest_first().first()
    # The id of the page and the sentence make the id: another sentence tapped on the same page is another ask.
    return there or Plan.objects.choose(
        id=uuid5(form.cleaned_data["id"], chosen.slug),
        person=request.user,
        at=request.now,
        programme=Programme.objects.of(request.user).running().latest_first().first(),
        line=chosen.line,
        **chosen.as_ask(),
    )


def _picked(person: Person) -> Ask | None:
    """What was picked last and has no answer, or None."""
    return Ask.objects.of(person).planned().newest_first().first()


def _sentence_of(ask: Ask | None) -> str:
    """The ask in the words in which it was picked."""
    challenge = None if ask is None else catalogue().get(ask.slug)
    if ask is None:
        return ""
    return challenge.wish if challenge is not None and challenge.wish else str(ask.title)


def _onwards(person: Person) -> str:
    """Where the gate leads: to the ask that was picked, to the wish that was written, or to Today."""
    ask = _picked(person)
    if ask is not None:
        return reverse("practice:forecast", args=[ask.pk])
    return reverse("practice:wish") if Wish.objects.of(person).open().exists() else reverse("today:home")
