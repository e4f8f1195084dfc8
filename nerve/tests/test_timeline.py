from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nerve.columns import ask_columns
from nerve.measured import Measured
from nerve.tests.made_up import START, daily, noes
from nerve.timeline import by_window, day_of, in_time_order, places, seconds

days = st.lists(st.integers(0, 300), max_size=40)


def count(values):
    return Measured.counted(len(values), len(values))


def counted(moments):
    """How many fall into each window."""
    days = np.array([day_of(moment) for moment in moments], dtype=np.intp)
    return by_window(days, np.zeros(len(days)), count)


def placed(*moments):
    found, per = places(np.array([seconds(moment) for moment in moments]))
    return found.tolist(), per


@given(days)
def test_every_day_falls_into_one_window_of_two_weeks(numbers):
    windows = counted(daily(number) for number in numbers)
    assert sum(window.measured.n for window in windows) == len(numbers)
    assert [window.start for window in windows] == sorted({window.start for window in windows})
    assert {window.start.weekday() for window in windows} <= {0}
    assert {(window.start - date(2026, 3, 2)).days % 14 for window in windows} <= {0}


@given(days, st.integers(-5000, -1))
def test_an_older_diary_moves_no_edge(numbers, older):
    now = counted(daily(number) for number in numbers)
    then = counted(daily(number) for number in [*numbers, older])
    kept = [window for window in then if window.start >= date(2026, 3, 2)]
    assert kept == list(now)


def test_a_day_is_the_persons_own():
    late = datetime(2026, 3, 15, 23, tzinfo=timezone(timedelta(hours=-8)))
    early = late.astimezone(UTC)
    assert counted([late])[0].start == date(2026, 3, 2)
    assert counted([early])[0].start == date(2026, 3, 16)


def test_columns_keep_the_day_that_was_lived():
    at, day = datetime(2026, 3, 16, 7, tzinfo=UTC), date(2026, 3, 15)
    late, plain, undated = noes([1, 2, 3], [at, at, None])
    columns = ask_columns([replace(late, day=day), plain, undated])
    assert columns.day.tolist() == [day.toordinal(), at.toordinal(), 0]
    assert columns.seconds[0] == at.timestamp()
    assert np.isnan(columns.seconds[2])


def test_what_has_no_moment_is_in_no_window():
    assert counted([None]) == ()


def test_known_moments_are_put_in_order():
    asks = noes([1, 2, 3], [daily(2), daily(0), daily(1)])
    assert [ask.sting for ask in in_time_order(asks)] == [2, 3, 1]


def test_where_a_moment_is_missing_the_order_of_life_stands():
    asks = noes([1, 2, 3], [daily(2), None, daily(1)])
    assert [ask.sting for ask in in_time_order(asks)] == [1, 2, 3]


def test_places_are_weeks_since_the_first_or_turns():
    assert placed(daily(7), START, daily(14)) == ([1.0, 0.0, 2.0], "week")
    assert placed(daily(7), None) == ([1.0, 2.0], "turn")
    assert placed() == ([], "week")
