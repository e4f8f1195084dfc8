"""How many noes somebody wants, and what they’ve got: said once on Today, mended under Settings, heeded."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.exports import packed
from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.models import Circumstance
from unflinch.challenges.vocabulary import SAID_FIRST
from unflinch.coach.circumstances import circumstances_of, out_of_need
from unflinch.coach.next_step import drawable_by, offer_for
from unflinch.takeout.unpacking import unpack


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 24, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


ASKED = "How many noes would you like?"


def offer_today(person, *, later=0):
    at = timezone.now() + timedelta(days=later)
    offer = offer_for(Person.objects.get(pk=person.pk), at=at, paused=False)
    assert offer is not None
    return offer


def offered_over(person, evening, days):
    """The cards that stand on Today over so many days for somebody who only looks."""
    found = []
    for _ in range(days):
        offer = offer_today(person)
        found += [one for one in (offer.challenge, offer.gentler, offer.bolder) if one is not None]
        evening.shift(timedelta(days=1))
    return found


def test_how_many_noes_is_asked_once_after_the_first_week_and_not_before(hand, mira, evening):
    assert ASKED not in hand.see("/")
    hand.just_asked("yes")
    evening.shift(timedelta(days=6))
    assert ASKED not in hand.see("/")
    evening.shift(timedelta(days=1))
    page = hand.see("/")
    assert ASKED in page
    assert all(word in page for word in ("mostly yeses", "some of both", "looking for a no"))
    assert hand.client.post("/you/appetite/", {"appetite": "looking_for_a_no"}).headers["Location"] == "/"
    assert Person.objects.get(pk=mira.pk).appetite == "looking_for_a_no"
    assert ASKED not in hand.see("/")


def test_an_appetite_that_is_none_of_the_three_changes_nothing(hand, mira):
    hand.client.post("/you/appetite/", {"appetite": "all of them"})
    assert Person.objects.get(pk=mira.pk).appetite == ""


def test_it_is_mended_under_settings_and_moves_along_with_an_export(hand, mira, now):
    assert "How many noes?" in hand.see("/you/")
    hand.mend("/you/", appetite="mostly_yeses")
    file = packed(Person.objects.get(pk=mira.pk), now)
    Person.objects.all().delete()
    other = Person.objects.begin(at=now)
    unpack(other, io.BytesIO(file), name="all.zip", at=now)
    assert other.appetite == "mostly_yeses"


def test_who_looks_for_a_no_is_offered_likelier_noes(mira):
    means = {}
    for appetite in ("mostly_yeses", "looking_for_a_no"):
        Person.objects.get(pk=mira.pk).set_clock(appetite=appetite)
        chances = [offer_today(mira, later=day).choice.chance_of_no or 0 for day in range(6)]
        means[appetite] = sum(chances) / len(chances)
    assert means["mostly_yeses"] < 0.35
    assert means["looking_for_a_no"] > 0.45


def test_what_is_missing_keeps_its_cards_away_until_it_is_there_again(hand, mira, evening):
    assert hand.send("/circumstances/", need="friend", there="no") == "/"
    needing = {card.slug for card in catalogue().by_boldness if card.needs == ("friend",)}
    assert needing
    day = mira.day_of(timezone.now())
    assert needing <= out_of_need(circumstances_of(Person.objects.get(pk=mira.pk), day))
    assert needing.isdisjoint({card.slug for card in drawable_by(Person.objects.get(pk=mira.pk), timezone.now())})
    assert needing.isdisjoint({one.slug for one in offered_over(mira, evening, 12)})
    assert hand.send("/circumstances/", need="friend", there="yes", listed="on") == "/circumstances/"
    assert needing.isdisjoint(out_of_need(circumstances_of(Person.objects.get(pk=mira.pk), day)))
    assert Circumstance.objects.count() == 2


def test_a_dog_is_offered_to_nobody_who_did_not_say_so(mira, evening):
    first = {card.slug for card in catalogue().by_boldness if not SAID_FIRST.isdisjoint(card.needs)}
    day = mira.day_of(timezone.now())
    assert out_of_need(circumstances_of(mira, day)) == first
    assert first.isdisjoint({one.slug for one in offered_over(mira, evening, 8)})
    dogs = {card.slug for card in catalogue().by_boldness if card.needs == ("dog",)}
    assert dogs.isdisjoint(out_of_need({"dog": True}))


def test_a_no_to_what_comes_and_goes_holds_for_a_month(hand, mira, evening):
    hand.send("/circumstances/", need="journey", there="no")
    hand.send("/circumstances/", need="job", there="no")
    person, day = Person.objects.get(pk=mira.pk), mira.day_of(timezone.now())
    assert circumstances_of(person, day + timedelta(days=29)) == {"journey": False, "job": False}
    assert circumstances_of(person, day + timedelta(days=30)) == {"job": False}


def test_what_a_card_needs_is_asked_under_it_and_only_once(hand, mira, evening):
    for _ in range(40):
        question = hand.client.get("/").context["standing"].question
        if question is not None and question.need:
            break
        evening.shift(timedelta(days=1))
    assert question is not None
    assert str(question.question) in hand.see("/")
    hand.send("/circumstances/", need=question.need, there="yes")
    again = hand.client.get("/").context["standing"].question
    assert again is None or again.need != question.need


def test_where_something_waits_no_need_is_asked(hand, mira, evening):
    hand.choose()
    for _ in range(6):
        standing = hand.client.get("/").context["standing"]
        assert standing.waiting
        assert standing.question is None or not standing.question.need
        evening.shift(timedelta(days=1))


@pytest.mark.parametrize("sent", [{"need": "yacht", "there": "yes"}, {"need": "dog", "there": "perhaps"}, {}])
def test_what_is_no_answer_is_not_noted(hand, sent):
    hand.send("/circumstances/", **sent)
    assert Circumstance.objects.count() == 0


def test_the_page_of_what_one_has_shows_what_was_said(hand):
    hand.send("/circumstances/", need="dog", there="yes", listed="on")
    page = hand.see("/circumstances/")
    assert "Got a dog?" in page
    assert page.count('aria-pressed="true"') == 1
    assert 'href="/circumstances/"' in hand.see("/you/")
