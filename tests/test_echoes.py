"""Echoes: one quiet prompt the next day, where it was asked for; the others wait on the ask's page."""

from datetime import UTC, datetime, timedelta

import pytest

from unflinch.accounts.models import Person
from unflinch.insights.summary import summary_of
from unflinch.practice.models import Echo

MONDAY = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
PROMPT = "How do you feel now about"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


def asked_for(hand, **told):
    return hand.just_asked("no", wants_echo="on", **told)


def test_the_prompt_comes_the_next_day_and_goes_when_it_is_answered(hand, clock):
    ask = asked_for(hand)
    assert PROMPT not in hand.see("/")
    clock.shift(timedelta(days=1))
    assert f"{ask}echo/" in hand.see("/")
    page = hand.see(hand.send(f"{ask}echo/", still_stings=20, said_back="I thought he would shout. He smiled."))
    assert "He smiled." in page
    assert PROMPT not in hand.see("/")


def test_nobody_is_asked_who_did_not_want_it(hand, clock):
    hand.just_asked("no", sting=90)
    clock.shift(timedelta(days=1))
    assert PROMPT not in hand.see("/")


def test_let_be_is_an_answer_as_well(hand, clock):
    ask = asked_for(hand)
    clock.shift(timedelta(days=1))
    assert hand.send(f"{ask}echo/") == "/"
    assert PROMPT not in hand.see("/")
    assert "Later" not in hand.see(ask)


def test_one_a_day_and_four_a_week(hand, clock):
    asks = [asked_for(hand) for _ in range(6)]
    seen = []
    for day in range(7):
        clock.shift(timedelta(days=1))
        page = hand.see("/")
        due = [ask for ask in asks if f"{ask}echo/" in page]
        assert len(due) <= 1
        for ask in due:
            hand.send(f"{ask}echo/", still_stings=10)
            seen.append(day)
            assert PROMPT not in hand.see("/")
    assert seen == [0, 1, 2, 3]


def test_one_that_is_passed_over_is_shown_four_times_a_week_and_no_more(hand, clock):
    asked_for(hand)
    shown = []
    for day in range(9):
        clock.shift(timedelta(days=1))
        if day == 4:
            asked_for(hand)
        if PROMPT in hand.see("/"):
            shown.append(day)
    assert shown == [0, 1, 2, 3, 7, 8]


def test_after_a_week_it_rests(hand, clock):
    ask = asked_for(hand)
    clock.shift(timedelta(days=8))
    assert PROMPT not in hand.see("/")
    assert f"{ask}echo/" in hand.see(ask)


def test_nothing_is_asked_while_one_rests(hand, clock):
    asked_for(hand)
    clock.shift(timedelta(days=1))
    hand.send("/pause/", days=1)
    assert PROMPT not in hand.see("/")


def test_an_ask_without_an_answer_has_no_echo(hand):
    ask = hand.choose()
    assert hand.client.get(f"{ask}echo/").headers["Location"] == ask
    assert Echo.objects.count() == 0


def test_the_same_form_twice_is_one_echo(hand, clock):
    ask = asked_for(hand)
    form = {"id": "0c5e6d7c-54cb-4b3e-9c8b-0d6b7a6f0a11", "round_and_round": 30}
    for _ in range(2):
        assert hand.client.post(f"{ask}echo/", form).status_code == 302
    assert Echo.objects.count() == 1


def test_much_rumination_is_met_with_leave_to_close_the_file(hand):
    ask = asked_for(hand)
    assert "You can let it go" in hand.see(hand.send(f"{ask}echo/", round_and_round=60))


def test_echoes_feed_the_numbers(hand, mira, clock):
    for _ in range(6):
        ask = hand.just_asked("no", sting=60)
        clock.shift(timedelta(days=1))
        hand.send(f"{ask}echo/", round_and_round=40)
    told = summary_of(Person.objects.get(pk=mira.pk))
    assert told["rumination"]["value"] == 40
    assert "rumination" not in told["needs"]


@pytest.mark.parametrize("value", ["101", "-1", "x"])
def test_a_scale_that_is_none_is_asked_again(hand, value):
    ask = asked_for(hand)
    assert hand.client.post(f"{ask}echo/", {"still_stings": value}).status_code == 422
