from random import Random
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.models import Person
from unflinch.accounts.requests import Request
from unflinch.care.attention import heaviest
from unflinch.care.resting import is_resting, rests
from unflinch.care.stop_signs import first_visit
from unflinch.challenges.catalogue import catalogue
from unflinch.coach.next_step import not_offered_to, unfair
from unflinch.practice.forms.line import mend_of
from unflinch.practice.forms.quick_notes import EnergyForm
from unflinch.practice.history import history_of
from unflinch.practice.views.fetch import ask_or_404
from unflinch.today.forms import DrawForm, WelcomeForm
from unflinch.today.landing import landing_of
from unflinch.today.standing import standing_of


@require_safe
def home(request: Request) -> HttpResponse:
    if request.user.welcomed_at is None:
        return render(request, "today/welcome.html", {"signs": first_visit()})
    standing = standing_of(request.user, at=request.now, paused=is_resting(request))
    energy = EnergyForm(initial={"dots": standing.dots}, auto_id="energy_%s")
    page = {"tab": "today", "standing": standing, "energy": energy, "id": uuid4(), "aside_id": uuid4()}
    page |= {"echo_id": uuid4(), "rest_id": uuid4(), "review_id": uuid4()}
    return render(request, "today/home.html", page)


@require_POST
def welcome(request: Request) -> HttpResponse:
    zone = WelcomeForm(request.POST).told(otherwise=request.user.zone)
    request.user.welcome(zone=zone, at=request.now)
    return redirect("today:first")


@require_safe
@rests()
def first(request: Request) -> HttpResponse:
    return render(request, "today/first.html", {"challenges": catalogue().first_visit})


@never_cache
@require_safe
@rests()
def first_offer(request: Request, slug: str) -> HttpResponse:
    challenge = catalogue().get(slug)
    if challenge is None:
        raise Http404
    return render(request, "today/first_offer.html", {"challenge": challenge, "id": uuid4()})


@require_safe
@rests()
def draw(request: Request) -> HttpResponse:
    """A card from the deck, drawn anew with each number; the same number on the same day is the same card."""
    form = DrawForm(request.GET)
    number = form.cleaned_data["turn"] if form.is_valid() else 1
    resting = unfair(history_of(request.user), request.day) | not_offered_to(request.user)
    cards = [card for card in catalogue().drawable if card.slug not in resting]
    card = cards[_shuffled(request.user, str(request.day), len(cards))[number % len(cards)]]
    return render(request, "today/draw.html", {"challenge": card, "next": number + 1, "id": uuid4()})


@never_cache
@require_safe
def after(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:forecast", pk)
    page = {
        "ask": ask,
        "landing": landing_of(ask),
        "id": uuid4(),
        "rest_id": uuid4(),
        "undo": ask.trail.can_undo(request.now),
    }
    page |= {"resting": is_resting(request), "rests": ask.rests(request.day)}
    page["reading"] = reading = heaviest(ask.lines_of(request.day))
    page["mend"] = mend_of(ask, reading.harsh)
    return render(request, "today/after.html", page)


def _shuffled(person: Person, day: str, length: int) -> list[int]:
    """The order of this person's deck on this day."""
    order = list(range(length))
    Random(f"{person.pk} {day}").shuffle(order)
    return order
