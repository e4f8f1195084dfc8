from random import Random
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unflinch.accounts.models import Person
from unflinch.accounts.requests import Request
from unflinch.care.models import days_on
from unflinch.care.resting import is_resting, rests
from unflinch.coach.next_step import chosen, drawable_by, offer_for
from unflinch.practice.history import asides_of
from unflinch.practice.vocabulary import AsideReason, Dots, Outcome
from unflinch.today.arriving_views import arriving
from unflinch.today.forms import DrawForm
from unflinch.today.pond_week import entries_of
from unflinch.today.standing import standing_of, waiting_on
from unflinch.today.who_is_who import who_is_who


@require_safe
def home(request: Request) -> HttpResponse:
    if request.user.welcomed_at is None:
        return arriving(request)
    standing = standing_of(request.user, at=request.now, paused=is_resting(request))
    if standing.pause is not None:
        tonight = days_on(request.user, 1, at=request.now)
        page = {"until_tomorrow": standing.pause.until <= tonight, "asleep_duck": [Outcome.NO_REPLY]}
        return render(request, "today/resting.html", {"tab": "today", "standing": standing, **page})
    page = {"entries": entries_of(request.user, standing.pond), "energy": Dots.choices}
    return render(request, "today/home.html", {"tab": "today", "standing": standing, **page, **_ids()})


@require_safe
@rests()
def why(request: Request) -> HttpResponse:
    offer = offer_for(request.user, at=request.now, paused=False)
    return render(request, "today/why.html", {"tab": "today", "offer": offer})


@require_safe
@rests()
def waiting(request: Request) -> HttpResponse:
    standing = {"day": request.day, "waiting": waiting_on(request.user, at=request.now)}
    return render(request, "today/waiting.html", {"tab": "today", "standing": standing, **_ids()})


@require_safe
@rests()
def put_away(request: Request) -> HttpResponse:
    """The cards that are not for this person, each with a way to bring it back."""
    asides = [aside for aside in asides_of(request.user) if aside.reason == AsideReason.NOT_FOR_ME]
    cards = [(aside.id, card) for aside in asides if (card := chosen(request.user, aside.key)) is not None]
    return render(request, "today/put_away.html", {"tab": "ideas", "cards": cards})


@require_safe
def ducks(request: Request) -> HttpResponse:
    return render(request, "today/ducks.html", {"tab": "today", "ducks": who_is_who()})


@require_safe
@rests()
def draw(request: Request) -> HttpResponse:
    """A card from the deck, drawn anew with each number; the same number on the same day is the same card."""
    form = DrawForm(request.GET)
    number = form.cleaned_data["turn"] if form.is_valid() else 1
    cards = drawable_by(request.user, request.now)
    order = _shuffled(request.user, str(request.day), len(cards))
    card = cards[order[number % len(cards)]] if cards else None
    return render(request, "today/draw.html", {"tab": "ideas", "challenge": card, "next": number + 1, "id": uuid4()})


def _shuffled(person: Person, day: str, length: int) -> list[int]:
    """The order of this person's deck on this day."""
    order = list(range(length))
    Random(f"{person.pk} {day}").shuffle(order)
    return order


def _ids() -> dict[str, UUID]:
    """A fresh id for each fact that Today's forms may make."""
    forms = ("", "aside_", "where_", "energy_", "echo_", "rest_", "review_", "follow_", "need_")
    return {f"{name}id": uuid4() for name in forms}
