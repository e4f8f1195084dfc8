"""The ranges of Changes: each says what it holds, and an empty one does not say that nothing was ever asked."""

from datetime import UTC, datetime, timedelta

import pytest


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime(2026, 8, 3, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def test_an_empty_month_of_a_full_diary_says_where_the_rest_is(hand, clock):
    hand.just_asked("no")
    clock.shift(timedelta(days=40))
    assert "You asked once." in hand.see("/changes/")
    page = hand.see("/changes/?span=month")
    assert "Nothing in that time, and that’s fine." in page
    assert "After the first ask" not in page
    assert "?span=all" in page


def test_nobody_is_offered_the_range_of_a_programme_who_has_none(hand):
    hand.just_asked("no")
    assert "?span=programme" not in hand.see("/changes/")
    assert "You asked once." in hand.see("/changes/?span=programme")
    hand.send("/programmes/", kind="four_weeks")
    assert "?span=programme" in hand.see("/changes/")
    assert "You asked once." in hand.see("/changes/?span=programme")


def test_where_nothing_was_asked_there_is_no_empty_picture_of_weeks(hand):
    hand.send(f"{hand.choose()}not-this-time/")
    assert "Nothing to see yet" in hand.see("/changes/")
    assert "Asks by week" not in hand.see("/changes/numbers/")


def test_whoever_said_how_likely_a_no_is_is_not_told_to(hand):
    hint = "Say how likely a no is"
    assert hint in hand.see("/changes/numbers/")
    begun = hand.choose()
    hand.send(f"{begun}forecast/", feared="laugh", feared_before=80, no_before=60)
    hand.send(f"{begun}answer/", outcome="no_reply")
    page = hand.see("/changes/numbers/")
    assert "8 more answered asks with a forecast of a no" in page
    assert hint not in page


def test_a_picture_of_the_latest_weeks_says_that_there_are_more(hand, clock):
    for _ in range(12):
        hand.just_asked("no")
        clock.shift(timedelta(days=7))
    assert "The latest" not in hand.see("/changes/numbers/")
    hand.just_asked("no")
    assert "The latest 12 of 13." in hand.see("/changes/numbers/")
