import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.parameters import LINE_POINTS
from nerve.smoothing import line_through, scatter, shares_of_points

crowds = st.lists(st.tuples(st.integers(0, 12).map(float), st.floats(0, 100)), min_size=8, max_size=60).filter(
    lambda points: len({x for x, _ in points}) > 1
)


def test_a_straight_line_stays_straight_and_has_no_band():
    x = np.arange(10, dtype=float)
    line = line_through(x, 80 - 5 * x)
    assert [point.y for point in line] == pytest.approx([80 - 5 * point.x for point in line])
    assert max(point.high - point.low for point in line) < 1e-9


def test_it_runs_evenly_from_the_first_to_the_last():
    x = np.array([0, 0.1, 0.2, 0.3, 5, 6, 7, 20])
    places = [point.x for point in line_through(x, x)]
    assert len(places) == LINE_POINTS
    assert (places[0], places[-1]) == (0, 20)
    assert np.diff(places) == pytest.approx(20 / (LINE_POINTS - 1))


@given(crowds)
def test_it_stays_on_the_scale_inside_its_band(points):
    x, y = np.array(sorted(points)).T
    for point in line_through(x, y):
        assert 0 <= point.low <= point.y <= point.high <= 100


@given(crowds)
def test_at_every_place_the_points_have_one_whole_say(points):
    x = np.array(sorted(x for x, _ in points))
    shares = shares_of_points(x, np.linspace(x[0], x[-1], 30))
    assert shares.sum(axis=1) == pytest.approx(np.ones(30))


def test_halfway_between_two_crowds_somebody_has_a_say():
    x = np.array([0.0] * 6 + [10.0] * 6)
    y = np.array([80.0] * 6 + [20.0] * 6)
    line = line_through(x, y)
    assert (line[0].y, line[-1].y) == pytest.approx((80, 20))
    assert all(20 - 1e-9 <= point.y <= 80 + 1e-9 for point in line)


def test_more_scatter_makes_a_wider_band():
    rng = np.random.default_rng(2)
    x, noise = np.arange(40, dtype=float), rng.normal(size=40)
    calm, wild = (line_through(x, 50 + size * noise) for size in (2, 8))
    assert all(b.high - b.low > a.high - a.low for a, b in zip(calm, wild, strict=True))


def test_the_scatter_is_neither_too_small_nor_too_large():
    rng = np.random.default_rng(4)
    x = np.arange(12, dtype=float)
    squares = [scatter(x, 3 * x + rng.normal(size=12)) ** 2 for _ in range(2000)]
    assert np.mean(squares) == pytest.approx(1, abs=0.04)


def test_the_band_holds_the_true_line_nearly_as_often_as_it_says():
    rng = np.random.default_rng(6)
    x = np.arange(20, dtype=float)
    held = []
    for _ in range(300):
        line = line_through(x, 50 + x + rng.normal(size=20))
        held += [point.low <= 50 + point.x <= point.high for point in line]
    assert 0.9 <= np.mean(held) <= 0.97
