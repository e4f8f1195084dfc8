"""The sign that moved: the first beyond noise, with the price of looking at several; or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.measured import Change
from nerve.sign import DirectionSign, Moved, moved_sign, widened

STILL = Change(1.0, -5.0, 7.0, 20)
FALLS = Change(-10.0, -15.0, -5.0, 20)
BARELY = Change(10.0, 0.5, 19.5, 20)
UNKNOWN = Change.lacking(3, 5, "noes")


def signs(*changes):
    return [DirectionSign(f"sign {at}", change) for at, change in enumerate(changes)]


def test_the_first_that_moved_is_named():
    assert moved_sign(signs(STILL, FALLS, FALLS)) == Moved("sign 1", "down", 20)


def test_nothing_is_named_where_nothing_moved_or_nothing_is_known():
    assert moved_sign(signs(STILL, UNKNOWN)) is None
    assert moved_sign([]) is None


def test_looking_at_several_is_paid_for():
    assert moved_sign(signs(BARELY)) == Moved("sign 0", "up", 20)
    assert moved_sign(signs(BARELY, UNKNOWN, UNKNOWN)) == Moved("sign 0", "up", 20)
    assert moved_sign(signs(BARELY, STILL)) is None


def test_one_look_costs_nothing_and_six_cost_a_third():
    assert widened(FALLS, 1).spoken == pytest.approx((-15.0, -10.0, -5.0))
    low, _, high = widened(FALLS, 6).spoken or (0, 0, 0)
    assert (high - low) / 10 == pytest.approx(1.346, abs=0.002)
    assert widened(UNKNOWN, 6) == UNKNOWN


@given(st.floats(-100, 100), st.floats(0, 50), st.floats(0, 50), st.integers(1, 20))
def test_more_looks_never_narrow(value, below, above, looks):
    change = Change(value, value - below, value + above, 9)
    one, many = (widened(change, number).spoken or (0, 0, 0) for number in (looks, looks + 1))
    assert many[0] <= one[0] <= value <= one[2] <= many[2]
