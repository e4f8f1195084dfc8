import random
from datetime import timedelta
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import theilslopes

from nerve.measured import Change
from nerve.parameters import TREND_POINTS
from nerve.tests.made_up import START, daily, spoken
from nerve.trend import Slope, course_of, joined, kendall_variance, slope_of

ratings = st.integers(0, 100).map(float)
walks = st.lists(ratings, min_size=8, max_size=40)


def floats(values):
    return np.asarray(values, dtype=np.float64)


def slope(x, y) -> Slope:
    """The slope of points that must have one."""
    found = slope_of(floats(x), floats(y))
    assert found is not None
    return found


def as_scipy_says(ours, theirs):
    return [ours.value, ours.low, ours.high] == pytest.approx(
        [theirs.slope, theirs.low_slope, theirs.high_slope], rel=0, abs=1e-9
    )


@given(walks)
def test_it_is_the_slope_of_scipy(values):
    turns = range(len(values))
    assert as_scipy_says(slope(turns, values), theilslopes(values, turns, alpha=0.95))


@given(st.lists(st.integers(0, 9), min_size=8, max_size=40).filter(lambda days: len(set(days)) > 1))
def test_it_is_the_slope_of_scipy_where_several_fall_on_one_day(days):
    values = np.linspace(0, 100, len(days)) ** 1.5 / 10
    assert as_scipy_says(slope(days, values), theilslopes(values, days, alpha=0.95))


def test_the_variance_with_ties_in_both_is_that_of_every_order():
    # SciPy leaves out what two ties share; the truth is the variance over all 5,040 orders.
    x, y = floats([1, 1, 2, 2, 2, 3, 4]), floats([5, 5, 5, 6, 7, 7, 8])
    signs = np.sign(np.subtract.outer(x, x))
    orders = np.array(list(permutations(y)))
    sums = np.sum(signs * np.sign(orders[:, :, None] - orders[:, None, :]), axis=(1, 2)) / 2
    assert kendall_variance(x, y) == pytest.approx(np.var(sums))


@pytest.mark.parametrize("n", [8, 12, 20, 40])
@pytest.mark.parametrize("draw", ["normal", "standard_t", "exponential"])
def test_it_holds_the_true_slope(n, draw):
    rng = np.random.default_rng(11)
    x = np.arange(n, dtype=float)
    covered = 0
    for _ in range(300):
        noise = rng.standard_t(2, n) if draw == "standard_t" else getattr(rng, draw)(size=n)
        found = slope(x, 2 * x + noise)
        covered += found.low <= 2 <= found.high
    assert covered / 300 >= 0.92


@given(walks, st.randoms(use_true_random=False))
def test_the_order_of_writing_does_not_matter(values, chance: random.Random):
    rated = [(daily(day), value) for day, value in enumerate(values)]
    shuffled = chance.sample(rated, len(rated))
    one, other = course_of(rated, of="noes"), course_of(shuffled, of="noes")
    assert one == other


@given(walks)
def test_upside_down_it_runs_the_other_way(values):
    up = course_of([(None, value) for value in values], of="noes").slope
    down = course_of([(None, 100 - value) for value in values], of="noes").slope
    low, value, high = spoken(up)
    assert spoken(down) == pytest.approx((-high, -value, -low))
    assert down.n == up.n == len(values)


def test_by_the_week_it_is_seven_times_as_steep_as_by_the_day():
    daily_fall = [(daily(day), 90.0 - 3 * day) for day in range(10)]
    course = course_of(daily_fall, of="noes")
    assert course.per == "week"
    assert course.slope.value == pytest.approx(-21)
    assert course.slope.moved == "down"


def test_where_one_moment_is_missing_it_runs_by_turns():
    rated = [(daily(day), 90.0 - 3 * day) for day in range(9)] + [(None, 60.0)]
    course = course_of(rated, of="noes")
    assert course.per == "turn"
    assert course.slope.value == pytest.approx(-3)


@pytest.mark.parametrize("n", range(8))
def test_below_eight_it_says_how_many_more(n):
    course = course_of([(None, 10.0)] * n, of="noes")
    assert course.slope == Change.lacking(n, 8 - n, "noes")
    assert len(course.points) == n
    assert course.line == ()


@pytest.mark.parametrize(("n", "more"), [(8, 1), (1000, 7)])
def test_everything_on_one_moment_has_no_slope(n, more):
    assert course_of([(START, 10.0)] * n, of="noes").slope == Change.lacking(n, more, "days")


def test_more_than_200_become_200_that_say_the_same():
    rng = np.random.default_rng(5)
    rated = [(START + timedelta(hours=7 * turn), 70 - turn / 100) for turn in range(3000)]
    rated = [(at, value + rng.uniform(-20, 20)) for at, value in rated]
    per_week = -24 / 100
    change = course_of(rated, of="noes").slope
    low, value, high = spoken(change)
    assert low <= per_week <= high
    assert value == pytest.approx(per_week, rel=0.05)
    assert (change.n, change.moved) == (3000, "down")


@given(st.integers(201, 600), st.integers(1, 400), st.integers(0, 2**32 - 1))
def test_joining_keeps_the_bounds_and_never_splits_a_moment(n, days, seed):
    x = np.sort(np.random.default_rng(seed).integers(0, days, n)).astype(float)
    y = floats([float(turn % 101) for turn in range(len(x))])
    short, rating = joined(x, y)
    assert len(short) == len(rating) <= TREND_POINTS
    assert np.all(np.diff(short) > 0)
    assert x[0] <= short[0]
    assert short[-1] <= x[-1]
    assert 0 <= rating.min() <= rating.max() <= 100


def test_up_to_200_nothing_is_joined():
    x = np.arange(200, dtype=float)
    assert joined(x, x)[0] is x
