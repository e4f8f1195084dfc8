import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from nerve.estimates import mean_of
from nerve.intervals import mean_interval, t_quantile
from nerve.measured import Measured
from nerve.tests.made_up import spoken

scores = st.lists(st.floats(0, 100), min_size=8, max_size=60)


@pytest.mark.parametrize("freedom", [*range(7, 60), 100, 1000, 10_000])
def test_students_t_is_right_to_four_digits(freedom):
    assert t_quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=0.0001)


@given(st.lists(st.integers(30, 70), min_size=8, max_size=60).filter(lambda values: len(set(values)) > 1))
def test_it_is_the_interval_of_scipy(values):
    theirs = stats.ttest_1samp(values, 0).confidence_interval(0.95)
    ours = mean_interval(values, low=-1000, high=1000)
    assert [ours.low, ours.high] == pytest.approx([theirs.low, theirs.high], rel=0, abs=0.002)


@given(scores)
def test_it_holds_the_mean_and_stays_on_the_scale(values):
    mean = mean_of(values, of="forecasts")
    low, value, high = spoken(mean)
    assert 0 <= low <= value <= high <= 100
    assert value == pytest.approx(np.mean(values))
    assert mean.n == len(values)


@pytest.mark.parametrize("n", range(8))
def test_below_eight_it_says_how_many_more(n):
    assert mean_of([50.0] * n, of="forecasts") == Measured.lacking(n, 8 - n, "forecasts")
