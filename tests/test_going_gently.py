"""Soft stops: a sentence and a lighter card on Today, and after two worse weeks a rest instead of a card."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils.html import escape

from tests.hand import SLUG
from unflinch.accounts.models import Person
from unflinch.care.stop_signs import stop_signs
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


def at_the_most(hand, _):
    ask = hand.choose()
    hand.send(f"{ask}tension/", tension=100)
    hand.send(f"{ask}answer/", outcome="yes")


def eight_noes(hand, clock):
    for _ in range(8):
        hand.just_asked("no", sting=60)
        clock.shift(timedelta(days=3))


def not_yet(hand, clock):
    for _ in range(3):
        hand.just_asked("no", back_after="not_yet")
        clock.shift(timedelta(days=2))


def two_empty_weeks(hand, clock):
    for _ in range(7):
        hand.send("/energy/", dots=1)
        clock.shift(timedelta(days=2))
    clock.shift(timedelta(days=-1))


def put_aside(hand, clock):
    for _ in range(8):
        hand.send("/asides/", key=SLUG, reason="not_now")
        clock.shift(timedelta(days=1))


def let_go(hand, clock):
    for _ in range(8):
        hand.send(f"{hand.choose()}not-this-time/", reason="not_the_moment")
        clock.shift(timedelta(days=1))


def looked_at_and_left(hand, clock):
    for _ in range(7):
        hand.choose()
        clock.shift(timedelta(days=1))
    clock.shift(timedelta(days=1))


SOFT = {
    "hard_stings": three_hard_ones,
    "most_tense": at_the_most,
    "many_noes": eight_noes,
    "not_yet_back": not_yet,
    "empty_tank": two_empty_weeks,
    "avoidance": put_aside,
    "round_and_round": lambda hand, clock: rounds(hand, clock, days=3),
    "slow_recovery": two_slow_returns,
    "worse_week": lambda hand, _: a_week(hand, worse="yes"),
    "new_avoidance": lambda hand, _: a_week(hand, avoids_more="yes"),
}


@pytest.mark.parametrize("code", SOFT)
def test_a_soft_stop_says_its_sentence_and_offers_only_light_cards(hand, clock, offer, code):
    SOFT[code](hand, clock)
    assert escape(stop_signs()[code].sentence) in hand.see("/")
    found = offer()
    assert found.sign.code == code
    shown = [chosen for chosen in (found.challenge, found.gentler, found.bolder) if chosen is not None]
    assert shown
    facets = {challenge.slug: challenge.facets for challenge in catalogue().by_boldness}
    assert all(is_light(facets[chosen.slug]) for chosen in shown)


@pytest.mark.parametrize("leave", [let_go, looked_at_and_left])
def test_what_was_let_go_or_left_is_avoidance_as_well(hand, clock, offer, leave):
    leave(hand, clock)
    assert offer().sign.code == "avoidance"


def test_each_sign_can_be_met_on_a_page(hand, clock, browser_of_mira):
    """The soft ones are walked to above; the others stand on the pages that this visits."""
    for _ in range(5):
        hand.just_asked("no", safe_habits=["drink"], sting=20)
        clock.shift(timedelta(days=2))
    drink = [hand.see(address) for address in ("/changes/", f"{hand.choose()}forecast/")]
    assert all(escape(stop_signs()["drink"].sentence) in page and "#someone" in page for page in drink)
    help = hand.see("/help/")
    told = [sign for sign in stop_signs().values() if sign.source == "told"]
    assert [sign.code for sign in told if escape(sign.sentence) not in help] == []
    assert [sign.code for sign in told if escape(sign.first_visit) not in help] == []
    assert {sign.code for sign in stop_signs().values()} == {*SOFT, "worse_twice", "drink", "crisis_words"} | {
        sign.code for sign in told
    }


def test_three_hard_ones_rest_what_was_like_them(hand, clock, offer):
    stung = next(one for one in catalogue().by_boldness if is_light(one.facets) and one.kind == "ask")
    for _ in range(3):
        ask = hand.choose(slug=stung.slug)
        hand.send(f"{ask}answer/", outcome="no")
        hand.send(f"{ask}debrief/", sting=80)
        clock.shift(timedelta(days=2))
    alike = {one.slug for one in catalogue().by_boldness if (one.setting, one.kind) == (stung.setting, stung.kind)}
    for _ in range(4):
        found = offer()
        assert found.sign.code == "hard_stings"
        assert not {chosen.slug for chosen in (found.challenge, found.gentler) if chosen} & alike
        clock.shift(timedelta(days=1))


def test_three_hard_ones_are_over_when_two_were_milder(hand, clock, offer):
    three_hard_ones(hand, clock)
    clock.shift(timedelta(days=8))
    assert offer().sign.code == "hard_stings"
    for _ in range(2):
        hand.just_asked("yes")
    assert offer().sign is None


@pytest.mark.parametrize("code", SOFT)
def test_the_command_says_the_same_sentence(hand, clock, capsys, code):
    SOFT[code](hand, clock)
    call_command("next")
    assert capsys.readouterr().out.splitlines()[0] == stop_signs()[code].sentence
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
    assert stop_signs()["worse_twice"].sentence in page
    assert "Bring it back" not in page
    assert (offer().challenge, "Rest for a week" in page, "/plans/" in page) == (None, True, False)
    call_command("next")
    assert capsys.readouterr().out.splitlines() == [
        stop_signs()["worse_twice"].sentence,
        "No asks today. They’ll keep.",
    ]
    hand.send("/pause/", days="7")
    assert "You’re resting" in hand.see("/")


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
