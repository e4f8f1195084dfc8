"""What Today reads and does is counted, not timed: it hardly grows from two years of asks to twenty."""

import sys

import pytest
from django.core.cache import cache
from django.db import connection

from tests.test_today_stays_flat import NOW, Life

MOST = 1.3
# Of what SQLite does, the part that grows is to go through the entries of an index; a step takes some nanoseconds.
MOST_STEPS_AN_ASK = 60


@pytest.fixture
def work(browser_of_mira, time_machine):
    """How many calls Python makes for a cold Today, and how many steps SQLite."""
    time_machine.move_to(NOW, tick=False)
    counted = {"call": 0, "c_call": 0, "steps": 0}

    def count(_frame, event, _argument):
        if event in counted:
            counted[event] += 1

    def step():
        counted["steps"] += 1
        return 0

    def measure() -> tuple[int, int]:
        browser_of_mira.get("/")  # whatever is read once in a process
        cache.clear()
        counted.update(dict.fromkeys(counted, 0))
        connection.connection.set_progress_handler(step, 100)
        sys.setprofile(count)
        try:
            assert browser_of_mira.get("/").status_code == 200
        finally:
            sys.setprofile(None)
            connection.connection.set_progress_handler(None, 0)
        return counted["call"] + counted["c_call"], 100 * counted["steps"]

    return measure


@pytest.mark.sqlite
@pytest.mark.django_db
def test_twenty_years_cost_hardly_more_than_two(mira, jonas, work, settings):
    Life(mira, "two years", asks=150, days=730)
    calls, steps = work()
    mira.delete()
    Life(jonas, "twenty years", asks=1500, days=7300)
    more_calls, more_steps = work()
    assert more_calls <= MOST * calls
    assert more_steps - steps <= MOST_STEPS_AN_ASK * (1500 - 150)
