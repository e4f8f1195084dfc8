"""Small things kept in two seconds: a wish, the energy of the day and where it is spent, a card put aside."""

from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from unflinch.accounts.models import Draft
from unflinch.accounts.requests import Request
from unflinch.accounts.typed import with_typed
from unflinch.care.attention import heaviest
from unflinch.practice.forms.after import WishForm
from unflinch.practice.forms.quick_notes import AsideForm, EnergyForm, FollowingForm, TallyForm, WhereaboutsForm
from unflinch.practice.models import Aside, Energy, Following, Tally, Whereabouts, Wish
from unflinch.practice.models.dated import happened_on, latest_day, moment_fields
from unflinch.shell.form_page import form_page, form_response, posted

_WISH: Final = "wishes"


@form_page
def wish(request: Request) -> HttpResponse:
    form = with_typed(WishForm, posted(request), Draft.objects.fields_of(request.user, _WISH))
    if form.is_valid():
        when = moment_fields(request.user, request.now)
        data = form.cleaned_data
        Wish.objects.once(
            id=data["id"], person=request.user, at=request.now, arrived=request.now, words=data["words"], when=when
        )
        Draft.objects.clear(request.user, _WISH)
        return redirect("practice:wish")
    wishes = Wish.objects.of(request.user).open().newest_first()[:20]
    reading = heaviest(wish.words for wish in wishes if wish.day == request.day)
    return form_response(request, "practice/wish.html", form, tab="log", draft=_WISH, wishes=wishes, reading=reading)


@require_POST
def wish_challenge(request: Request, pk: UUID) -> HttpResponse:
    wish = get_object_or_404(Wish.objects.of(request.user), pk=pk)
    own = wish.become_challenge(at=request.now)
    return redirect("challenges:own", own.pk)


@require_POST
def wish_drop(request: Request, pk: UUID) -> HttpResponse:
    get_object_or_404(Wish.objects.of(request.user), pk=pk).drop(at=request.now)
    return redirect("practice:wish")


@require_POST
def energy(request: Request) -> HttpResponse:
    form = EnergyForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        Energy.objects.note(data["dots"], id=data["id"], person=request.user, at=request.now)
    return redirect("today:home")


@require_POST
def whereabouts(request: Request) -> HttpResponse:
    form = WhereaboutsForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        Whereabouts.objects.note(data["place"], id=data["id"], person=request.user, at=request.now)
    return redirect("today:home")


@require_POST
def following(request: Request) -> HttpResponse:
    """Follow a deck, or with none leave the one that is followed; leaving on its page stays there."""
    form = FollowingForm(request.POST)
    if not form.is_valid():
        return redirect("today:home")
    data = form.cleaned_data
    Following.objects.follow(data["arc"], id=data["id"], person=request.user, at=request.now)
    return redirect("today:arc", data["there"]) if data["there"] else redirect("today:home")


@require_POST
def set_aside(request: Request) -> HttpResponse:
    form = AsideForm(request.POST)
    if form.is_valid():
        when = moment_fields(request.user, request.now)
        data = form.cleaned_data
        Aside.objects.once(
            id=data["id"], person=request.user, at=request.now, arrived=request.now,
            key=data["key"], reason=data["reason"], when=when,
        )  # fmt: skip
    return redirect("today:home")


@require_POST
def take_aside_back(request: Request, pk: UUID) -> HttpResponse:
    get_object_or_404(Aside.objects.of(request.user), pk=pk).take_back(at=request.now)
    return redirect("today:put_away" if "listed" in request.POST else "today:home")


@form_page
def tally(request: Request) -> HttpResponse:
    form = TallyForm(posted(request), today=latest_day(request.user, request.now))
    if form.is_valid():
        data = form.cleaned_data
        when = happened_on(request.user, data.pop("day"), at=request.now)
        del data["sure"]
        Tally.objects.once(person=request.user, at=request.now, arrived=request.now, when=when, **data)
        return redirect("practice:diary")
    return form_response(request, "practice/tally.html", form, tab="log")
