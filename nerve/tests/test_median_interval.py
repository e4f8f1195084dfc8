import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from nerve.estimates import median_of, upper_median_of
from nerve.intervals import median_interval, median_rank
from nerve.measured import Change, Measured
from nerve.tests.made_up import spoken

SIZES = (6, 7, 8, 10, 15, 25, 50, 100, 200)
lists = st.lists(st.floats(-100, 100), min_size=6, max_size=80)


@pytest.mark.parametrize("n", [*range(6, 300), 1000, 9999, 10_000])
def test_its_rank_is_the_exact_one(n):
    assert median_rank(n) == binom.ppf(0.025, n, 0.5)


@pytest.mark.parametrize("n", range(6))
def test_fewer_than_six_have_no_interval(n):
    with pytest.raises(ValueError, match=f"{n} values are too few"):
        median_rank(n)
    assert median_of([1.0] * n, of="gaps", kind=Measured) == Measured.lacking(n, 6 - n, "gaps")
    assert upper_median_of([1.0] * n, of="gaps") == Measured.lacking(n, 6 - n, "gaps")


@pytest.mark.parametrize("draw", ["normal", "exponential", "standard_cauchy"])
def test_it_holds_the_median_whatever_the_shape(draw):
    rng = np.random.default_rng(7)
    true = {"normal": 0.0, "exponential": np.log(2), "standard_cauchy": 0.0}[draw]
    covered = []
    for n in SIZES:
        values = np.sort(getattr(rng, draw)(size=(4000, n)), axis=1)
        rank = median_rank(n)
        covered.append(np.mean((values[:, rank - 1] <= true) & (true <= values[:, n - rank])))
    assert min(covered) >= 0.94
    assert np.mean(covered) <= 0.98


@given(lists)
def test_it_lies_among_the_values_around_the_median(values):
    measured = median_of(values, of="gaps", kind=Change)
    low, value, high = spoken(measured)
    assert {low, high} <= set(values)
    assert low <= value == np.median(values) <= high
    assert measured.n == len(values)


@given(lists, st.randoms(use_true_random=False))
def test_the_order_of_the_values_does_not_matter(values, chance: random.Random):
    shuffled = chance.sample(values, len(values))
    assert median_of(shuffled, of="gaps", kind=Change) == median_of(values, of="gaps", kind=Change)


@given(st.lists(st.integers(-100, 100).map(float), min_size=6, max_size=40), st.integers(-50, 50).map(float))
def test_moving_every_value_moves_it_alike(values, by):
    here, there = (median_of(moved, of="gaps", kind=Change) for moved in (values, [value + by for value in values]))
    assert spoken(there) == tuple(part + by for part in spoken(here))


@given(lists)
def test_the_upper_median_is_a_value_that_was_given(values):
    _, value, _ = spoken(upper_median_of(values, of="recoveries"))
    assert value in values
    assert value >= np.median(values)


def test_one_wild_value_moves_it_little():
    calm = [10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0]
    wild = [*calm[:-1], 1e9]
    assert median_of(wild, of="gaps", kind=Change).value == 14.0
    assert median_interval(calm).high == median_interval(wild).high == 17.0
