"""A point of a chart lies on the day that the person had, and not on the one that clocks in Greenwich had."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from unflinch.accounts.models import Person


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime(2026, 8, 4, 3, 0, tzinfo=UTC), tick=False)
    return time_machine


def test_an_evening_in_california_stays_on_its_day(hand, mira):
    Person.objects.get(pk=mira.pk).set_clock(zone="America/Los_Angeles", day_ends=4, silence_days=14)
    for _ in range(2):
        hand.just_asked("no", sting=40)
    assert ">Mon<" in hand.see("/diary/")
    page = hand.see("/changes/numbers/")
    assert "3 Aug: 40" in page
    assert "4 Aug" not in page


def test_two_weeks_begin_on_the_persons_own_monday(hand, mira, clock):
    """A Sunday evening in California is a Monday in Greenwich, with the next two weeks beginning."""
    Person.objects.get(pk=mira.pk).set_clock(zone="America/Los_Angeles", day_ends=4, silence_days=14)
    clock.move_to(datetime(2026, 8, 31, 3, 0, tzinfo=UTC), tick=False)
    for _ in range(6):
        hand.just_asked("no", back_after="hour")
        clock.shift(timedelta(minutes=1))
    picture = hand.see("/changes/numbers/").split("<h2>Feeling OK again</h2>")[1].split("</figure>")[0]
    assert "17 Aug" in picture
    assert "31 Aug" not in picture


def test_the_question_of_a_fortnight_lies_on_the_day_it_was_answered(hand, mira, clock):
    Person.objects.get(pk=mira.pk).set_clock(zone="America/Los_Angeles", day_ends=4, silence_days=14)
    for monday in ("2026-08-03", "2026-08-17"):
        hand.just_asked("no")
        hand.send("/reviews/", day=monday, all_or_nothing=60)
        clock.shift(timedelta(days=14))
    picture = hand.see("/changes/numbers/").split("<h2>All or nothing</h2>")[1].split("</figure>")[0]
    assert "3 Aug: 60" in picture


def test_points_of_several_years_say_their_year(hand, clock):
    for _ in range(2):
        hand.just_asked("no", sting=40)
    assert "4 Aug: 40" in hand.see("/changes/numbers/")
    clock.shift(timedelta(days=365))
    hand.just_asked("no", sting=30)
    page = hand.see("/changes/numbers/")
    assert "4 Aug 2026: 40" in page
    assert "4 Aug 2027: 30" in page


def test_numbers_of_weeks_do_not_run_into_each_other_after_twenty_years(hand, clock):
    for days in (7, 7 * 1100, 7, 7):
        hand.just_asked("no")
        clock.shift(timedelta(days=days))
    picture = hand.see("/changes/numbers/").split("<h2>Asks by week</h2>")[1].split("<table>")[0]
    # After so long a silence the count begins again.
    assert re.findall(r'y="152">(\d*)</text>', picture) == ["1", "2", "1", "2"]
