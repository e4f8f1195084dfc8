"""Soft stops: a sentence and a lighter card on Today, and after two worse weeks a rest instead of a card."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils.html import escape

from unflinch.accounts.models import Person
from unflinch.care.stop_signs import signs
from unflinch.challenges.boldness import is_light
from unflinch.challenges.catalogue import catalogue
from unflinch.coach.next_step import offer_for
from unflinch.practice.models import Ask

MONDAY = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


@pytest.fixture
def offer(mira):
    return lambda: offer_for(Person.objects.get(pk=mira.pk), at=datetime.now(UTC), paused=False)


def three_hard_ones(hand, clock):
    for _ in range(3):
        hand.just_asked("no", sting=80)
        clock.shift(timedelta(days=2))


def rounds(hand, clock, *, days: int):
    for _ in range(days):
        ask = hand.just_asked("no")
        clock.shift(timedelta(days=1))
        hand.send(f"{ask}echo/", round_and_round=70)


def two_slow_returns(hand, clock):
    for _ in range(2):
        ask = hand.just_asked("no")
        clock.shift(timedelta(days=1))
        hand.send(f"{ask}echo/", still_stings=55)


def a_week(hand, **told):
    hand.just_asked("no")
    hand.send("/reviews/", day="2026-11-02", **told)


SOFT = {
    "hard_stings": three_hard_ones,
    "round_and_round": lambda hand, clock: rounds(hand, clock, days=4),
    "slow_recovery": two_slow_returns,
    "worse_week": lambda hand, _: a_week(hand, worse="yes"),
    "new_avoidance": lambda hand, _: a_week(hand, avoids_more="yes"),
}


@pytest.mark.parametrize("code", SOFT)
def test_a_soft_stop_says_its_sentence_and_offers_only_light_cards(hand, clock, offer, code):
    SOFT[code](hand, clock)
    assert escape(signs()[code].sentence) in hand.see("/")
    found = offer()
    assert found.sign.code == code
    shown = [chosen for chosen in (found.challenge, found.gentler, found.bolder) if chosen is not None]
    assert shown
    facets = {challenge.slug: challenge.facets for challenge in catalogue().by_boldness}
    assert all(is_light(facets[chosen.slug]) for chosen in shown)


@pytest.mark.parametrize("code", SOFT)
def test_the_command_says_the_same_sentence(hand, clock, capsys, code):
    SOFT[code](hand, clock)
    call_command("next")
    assert capsys.readouterr().out.splitlines()[0] == signs()[code].sentence
    call_command("next", json=True)
    assert json.loads(capsys.readouterr().out)["soft_stop"] == code


def test_a_no_that_was_light_is_no_sign(hand, clock, offer):
    rounds(hand, clock, days=1)
    hand.just_asked("no", sting=40)
    assert offer().sign is None


def test_after_two_worse_weeks_a_rest_is_offered_instead_of_a_card(hand, clock, offer, capsys):
    a_week(hand, worse="yes")
    clock.shift(timedelta(days=7))
    hand.just_asked("no")
    hand.send("/asides/", key=offer().choice.key, reason="too_much")
    hand.send("/reviews/", day="2026-11-09", worse="yes")
    page = hand.see("/")
    assert signs()["worse_twice"].sentence in page
    assert "Take that back" not in page
    assert (offer().challenge, "Rest for a week" in page, "/plans/" in page) == (None, True, False)
    call_command("next")
    assert capsys.readouterr().out.splitlines() == [signs()["worse_twice"].sentence, "No asks today. They keep."]
    hand.send("/pause/", days="7")
    assert "You are resting" in hand.see("/")


def test_a_better_week_ends_it(hand, clock, offer):
    a_week(hand, worse="yes")
    clock.shift(timedelta(minutes=1))
    hand.mend_week("/weeks/2026-11-02/", worse="no")
    assert offer().sign is None


def test_when_it_goes_round_on_two_days_nothing_bolder_is_held_out(hand, clock, offer):
    assert offer().bolder is not None
    rounds(hand, clock, days=2)
    assert (offer().sign, offer().bolder) == (None, None)


def test_a_soft_stop_leaves_the_persons_own_choice_alone(hand, clock):
    three_hard_ones(hand, clock)
    boldest = catalogue().by_boldness[-1]
    hand.choose(slug=boldest.slug)
    assert Ask.objects.planned().get().slug == boldest.slug
