"""Looking back on a week, one card at a time; each card is saved as it is sent."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from unflinch.accounts.models import Person
from unflinch.accounts.requests import Request
from unflinch.practice.forms.review import CARDS, ReviewForm
from unflinch.practice.history import history_of
from unflinch.practice.journal import Journal, Written, journal_of, span_of
from unflinch.practice.models import Ask, WeekReview
from unflinch.practice.review_week import asks_again, review_week, which_week
from unflinch.practice.week_titles import made_asks, met_kindly, titles_for
from unflinch.shell.form_page import form_page, form_response, posted


@form_page
def review(request: Request, address: str, card: str = "title") -> HttpResponse:
    journal = journal_of(request.user)
    week = next((one for one in journal.weeks if one.slot.address == address), None)
    if week is None or card not in CARDS:
        raise Http404
    asks = Ask.objects.of(request.user).listed(week.asks[::-1])
    latest, cards = _latest(request.user, journal, week), _cards(asks)
    onward = _onward(address, card, cards)
    form = ReviewForm.of(latest, card, posted(request), without=_not_today(request.user, request.day))
    form.offer(titles_for(asks, request.day), asks)
    if form.is_valid():
        told = _told_of(form, asks)
        which = {**which_week(week.slot), "latest": latest and latest.pk}
        if told:
            review_week(request.user, id=form.cleaned_data["id"], at=request.now, seen=form.seen, **which, **told)
        return redirect(onward)
    page: dict[str, Any] = {"address": address, "card": card, "cards": cards, "skip": onward, "at": _place(card, cards)}
    page |= {"span": span_of(journal.calendar, week.slot, request.day), "outcomes": _outcomes_of(asks)}
    return form_response(request, "practice/review.html", form, tab="diary", **page)


def _outcomes_of(asks: list[Ask]) -> list[str]:
    return [ask.answer.outcome for ask in asks if ask.answer is not None]


def _place(card: str, cards: list[str]) -> int:
    """Which card this is, counted from 1; one that this week doesn't have counts as the last."""
    return 1 + cards.index(card) if card in cards else len(cards)


def _latest(person: Person, journal: Journal, week: Written) -> WeekReview | None:
    """The review that counts of this week, or None."""
    latest = journal.reviews.get(week.slot)
    return None if latest is None else WeekReview.objects.of(person).filter(pk=latest).first()


def _cards(asks: list[Ask]) -> list[str]:
    """The cards of this week in their order: without a moment or a stranger where there's none to pick."""
    empty = {name for name, some in (("moment", made_asks(asks)), ("kindest", met_kindly(asks))) if not some}
    return [card for card in CARDS if card not in empty]


def _not_today(person: Person, day: date) -> tuple[str, ...]:
    return () if asks_again(history_of(person).weeks, day) else ("all_or_nothing",)


def _told_of(form: ReviewForm, asks: list[Ask]) -> dict[str, Any]:
    """What is new on this card. Raises Http404 where it names an ask of another week, or of somebody else."""
    told = form.content()
    if {told[name] for name in ("funniest", "kindest") if told.get(name)} - {ask.pk for ask in asks}:
        raise Http404
    return told


def _onward(address: str, card: str, cards: list[str]) -> str:
    """Where the card behind this one is, or behind the last the page of the week."""
    order = list(CARDS)
    later = [other for other in cards if order.index(other) > order.index(card)]
    return reverse("practice:card", args=[address, later[0]]) if later else reverse("insights:week", args=[address])
