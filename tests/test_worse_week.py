"""Whether practising made a week worse is asked on Today where nobody looked back on the week, also after a silence."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.html import escape

from unflinch.care.stop_signs import stop_signs
from unflinch.practice.models import WeekReview

MONDAY = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
QUESTION = "The week from 2 November: did practising make anything worse?"
ECHO = "How do you feel now about"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


def asked_on(hand, clock, days: range) -> list[int]:
    """On which of these days after the Monday the question stands on Today."""
    found = []
    for day in days:
        clock.move_to(MONDAY + timedelta(days=day), tick=False)
        page = hand.see("/")
        assert not (QUESTION in page and ECHO in page)
        if QUESTION in page:
            found.append(day)
    return found


def test_it_is_asked_from_the_third_day_after_a_week_on_four_days_of_seven(hand, clock):
    hand.just_asked("no")
    assert asked_on(hand, clock, range(24)) == [9, 11, 13, 15, 16, 18, 20, 22, 23]


def test_whoever_comes_back_after_a_quiet_month_meets_it_within_two_days(hand, clock):
    hand.just_asked("no")
    for back in range(30, 50):
        assert asked_on(hand, clock, range(back, back + 2)), back
    assert asked_on(hand, clock, range(66, 80)) == []


@pytest.mark.parametrize("answer", ["no", "yes", ""])
def test_one_tap_answers_and_leads_back_to_today(hand, clock, answer):
    hand.just_asked("no")
    clock.shift(timedelta(days=9))
    assert hand.send("/reviews/", day="2026-11-02", worse=answer, from_today="on") == "/"
    assert WeekReview.objects.get().worse == answer
    page = hand.see("/")
    assert QUESTION not in page
    assert (escape(stop_signs()["worse_week"].sentence) in page) == (answer == "yes")


def test_a_week_that_was_looked_back_on_is_not_asked_about(hand, clock):
    hand.just_asked("no")
    hand.send("/reviews/", day="2026-11-02", title="A start")
    assert asked_on(hand, clock, range(1, 20)) == []


def test_an_echo_goes_first_and_both_together_are_four_in_a_week(hand, clock):
    hand.just_asked("no")
    clock.shift(timedelta(days=8))
    hand.just_asked("no", wants_echo="on")
    seen = []
    for day in range(9, 16):
        clock.move_to(MONDAY + timedelta(days=day), tick=False)
        page = hand.see("/")
        seen += [day] * (page.count(ECHO) + page.count(QUESTION))
        assert QUESTION not in page
    assert len(seen) == len(set(seen)) == 4


def test_while_one_rests_nothing_is_asked(hand, clock):
    hand.just_asked("no")
    clock.shift(timedelta(days=9))
    hand.send("/pause/", days=1)
    assert QUESTION not in hand.see("/")
