"""Programmes, their rules and weeks, and what is said at the end."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from unflinch.care.models import Pause
from unflinch.practice.models import Programme, Rule, WeekReview


@pytest.fixture(autouse=True)
def monday(time_machine):
    time_machine.move_to(datetime(2026, 11, 2, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


SHAPES = {
    "four_weeks": (4, None, (2, 3)),
    "thirty_days": (5, 30, (5, 7)),
    "hundred": (None, 100, (2, 4)),
    "own": (None, None, (1, 3)),
}


@pytest.mark.parametrize(("kind", "shape"), SHAPES.items(), ids=SHAPES.keys())
def test_each_kind_begins_with_its_weeks_its_pace_and_ground_rules(hand, mira, kind, shape):
    address = hand.send("/programmes/", kind=kind)
    programme = Programme.objects.get()
    assert (programme.weeks, programme.asks_in_all, (programme.pace_low, programme.pace_high)) == shape
    assert Rule.objects.of(mira).ground(programme).count() == 6
    assert "Ground rules" in hand.see(address)
    assert programme.name in hand.see("/programmes/")


def test_a_programme_begins_with_a_way_to_the_next_ask_and_its_rules_are_a_list(hand):
    page = hand.see(hand.send("/programmes/", kind="four_weeks")).split("<main")[1]
    assert re.findall(r'<a class="btn" href="([^"]+)"', page) == ["/"]
    rules = re.findall(r'<li dir="auto">([^<]+)</li>', page)
    assert rules[0] == "Ask for something honest, and make it easy to say no."
    assert rules[-1] == "I can rest whenever I want."
    assert page.index("<summary>Change the rules") < page.index('aria-label="Remove: ')
    assert "Your diary and your ideas stay as they are" in page


def test_an_own_one_has_the_persons_name_weeks_and_pace(hand):
    hand.send("/programmes/", kind="own", title="Winter", weeks=6, pace_low=4)
    programme = Programme.objects.get()
    assert (programme.name, programme.weeks, programme.pace_low, programme.pace_high) == ("Winter", 6, 4, 4)


def test_a_new_programme_ends_the_one_that_ran_and_the_same_id_is_one(hand, browser_of_mira):
    hand.send("/programmes/", kind="hundred")
    body = {"id": uuid4(), "kind": "four_weeks"}
    for _ in range(2):
        assert browser_of_mira.post("/programmes/", body).status_code == 302
    assert [(p.kind, p.runs) for p in Programme.objects.order_by("kind")] == [("four_weeks", True), ("hundred", False)]


def test_rules_are_added_struck_out_and_rebelled_against(hand, mira):
    address = hand.send("/programmes/", kind="own")
    programme = Programme.objects.get()
    hand.send("/rules/", kind="ground", programme=programme.pk, words="Never before breakfast")
    assert "Never before breakfast" in hand.see(address)
    hand.send(f"/rules/{Rule.objects.latest('arrived').pk}/retirement/")
    hand.send("/rules/", kind="own", words="Never bother anyone")
    assert "Never bother anyone" in hand.see("/rules/")
    rule = Rule.objects.of(mira).to_rebel_against().get()
    assert hand.send(f"/rules/{rule.pk}/retirement/") == "/rules/"
    assert "Never bother anyone" not in hand.see("/rules/")


def test_the_pace_can_be_changed(hand):
    address = hand.send("/programmes/", kind="four_weeks")
    hand.mend(address, pace_low=1, pace_high=2)
    assert (Programme.objects.get().pace_low, Programme.objects.get().pace_high) == (1, 2)
    assert hand.client.post(address, {"pace_low": 5, "pace_high": 2}).status_code == 422


def test_today_knows_the_week_and_when_the_programme_is_over(hand, monday):
    hand.send("/programmes/", kind="four_weeks")
    assert "week 1 of 4" in hand.see("/")
    monday.shift(timedelta(days=21))
    assert "week 4 of 4" in hand.see("/")
    assert "You’ve finished your programme" not in hand.see("/")
    monday.shift(timedelta(days=7))
    assert "You’ve finished your programme" in hand.see("/")


def test_a_hundred_is_over_after_a_hundred_asks(hand):
    hand.send("/programmes/", kind="own", title="Two", weeks=1)
    Programme.objects.update(asks_in_all=2, weeks=None)
    hand.just_asked()
    assert "1 of 2 asks" in hand.see("/")
    hand.just_asked()
    assert "You’ve finished your programme" in hand.see("/")


def test_the_end_says_first_that_nothing_was_cured_and_shows_the_arc(hand, monday):
    hand.send("/programmes/", kind="four_weeks")
    programme = Programme.objects.get()
    hand.just_asked()
    hand.send("/reviews/", day="2026-11-02", title="Warm ears", takeaway="Shrugs", turn="more")
    assert (Programme.objects.get().pace_low, Programme.objects.get().pace_high) == (3, 4)
    ended = hand.send(f"/programmes/{programme.pk}/ending/")
    page = hand.see(ended)
    assert page.index("Nothing was cured") < page.index("Warm ears") < page.index("90 days")
    assert not Programme.objects.get().runs


def test_a_week_is_looked_back_on_with_titles_in_the_persons_own_words(hand, mira, monday):
    hand.just_asked("no", lesson="A no takes four seconds", funny="on")
    silent = hand.just_asked("no_reply")
    assert "Review last week" not in hand.see("/")
    monday.shift(timedelta(days=7))
    assert "Review last week" in hand.see("/")
    assert "Any answer yet?" in hand.see("/weeks/2026-11-02/")
    assert "A no takes four seconds" in hand.see("/reviews/2026-11-02/")
    funniest = silent.split("/")[2]
    address = hand.send(
        "/reviews/", day="2026-11-02", suggested="A no takes four seconds", funniest=funniest, turn="rest"
    )
    assert "A no takes four seconds" in hand.see(address)
    assert "Review last week" not in hand.see("/")
    assert str(WeekReview.objects.get().funniest_id) == funniest
    assert Pause.objects.of(mira).count() == 1
    assert "A no takes four seconds" in hand.see("/weeks/")


def test_a_review_of_no_week_or_with_a_strangers_ask_is_nowhere(browser_of_mira, jonas, now):
    for fields in ({}, {"day": "2026-11-02", "funniest": uuid4()}):
        assert browser_of_mira.post("/reviews/", {"id": uuid4(), **fields}).status_code == 404


def test_the_week_after_a_programme_does_not_carry_the_number_of_its_last(hand, monday):
    monday.shift(timedelta(days=-2))
    hand.send("/programmes/", kind="four_weeks")
    monday.shift(timedelta(days=7))
    for days in (15, 6):
        hand.just_asked()
        monday.shift(timedelta(days=days))
    hand.send(f"/programmes/{Programme.objects.get().pk}/ending/")
    monday.shift(timedelta(days=1))
    hand.just_asked()
    numbers = re.findall(r"<b>Week (\d+)", hand.see("/weeks/"))
    assert numbers == sorted(set(numbers), key=int, reverse=True)


def test_a_programme_in_which_nothing_was_asked_is_not_praised(hand):
    hand.send("/programmes/", kind="four_weeks")
    address = f"/programmes/{Programme.objects.get().pk}/look-back/"
    assert "you went" not in hand.see(address)
    hand.just_asked()
    assert "You were afraid, and you went." in hand.see(address)


def test_titles_of_a_hard_one_wait_for_the_next_day(hand, monday):
    hand.just_asked("no", sting=80, lesson="I am a fool")
    assert "I am a fool" not in hand.see("/reviews/2026-11-02/")
    monday.shift(timedelta(days=1))
    assert "I am a fool" in hand.see("/reviews/2026-11-02/")


def test_the_same_thing_asked_twice_can_be_told_apart(hand):
    for outcome in ("no", "yes"):
        hand.just_asked(outcome)
    page = hand.see("/reviews/2026-11-02/moment/")
    assert "Ask for a plaster (No)</span>" in page
    assert "Ask for a plaster (Yes)</span>" in page
