"""What one does to feel safe: the one that came most often may be left out for once; early on nothing is said."""

from datetime import UTC, datetime, timedelta

import pytest

SAYS = "Skip it this once?"


@pytest.fixture
def asked(hand, time_machine):
    """So many asks, a minute after each other."""
    time_machine.move_to(datetime(2026, 11, 2, 18, 0, tzinfo=UTC), tick=False)

    def ask(times, **told):
        for _ in range(times):
            hand.just_asked("no", sting=10, **told)
            time_machine.shift(timedelta(minutes=1))

    return ask


def test_the_habit_that_came_most_often_may_be_left_out_for_once(hand, asked):
    asked(3, safe_habits=["rushed", "phone"])
    asked(1, safe_habits=["rushed"])
    asked(1)
    page = hand.see(f"{hand.choose()}forecast/")
    assert "“rushed” in 4 of 5 asks" in page
    assert page.count(SAYS) == 1


def test_early_on_any_habit_is_welcome(hand, asked):
    asked(4, safe_habits=["rushed"])
    assert SAYS not in hand.see(f"{hand.choose()}forecast/")


def test_a_habit_that_has_faded_is_not_brought_up(hand, asked):
    asked(5, safe_habits=["rushed"])
    asked(5)
    assert SAYS not in hand.see(f"{hand.choose()}forecast/")


def test_a_drink_before_most_asks_is_met_with_care_and_not_with_a_game(hand, asked):
    asked(4, safe_habits=["drink"])
    assert "There was a drink before most" not in hand.see("/changes/")
    asked(2, safe_habits=["drink"])
    for address in (f"{hand.choose()}forecast/", "/changes/"):
        page = hand.see(address)
        assert page.count("There was a drink before most of your last asks.") == 1
        assert "#someone" in page.split("There was a drink")[1][:400]
        assert SAYS not in page
