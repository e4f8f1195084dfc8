import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from nerve.estimates import Halves, change_of_share, halves_of, share_of
from nerve.intervals import Interval, difference_interval, share_interval
from nerve.tests.made_up import spoken

SIZES = (8, 9, 10, 12, 15, 20, 30, 50, 80, 120, 200)
SHARES = np.arange(1, 10) / 10

wholes = st.integers(1, 400)
shares = wholes.flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))


@given(shares)
def test_it_is_the_interval_of_scipy(share):
    part, whole = share
    theirs = binomtest(part, whole).proportion_ci(0.95, "wilson")
    ours = share_interval(part, whole)
    assert [ours.low, ours.high] == pytest.approx([theirs.low, theirs.high], rel=0, abs=1e-9)


def test_it_holds_the_truth_about_as_often_as_it_says():
    rng = np.random.default_rng(20261123)
    covered = {}
    for n in SIZES:
        ends = [share_interval(part, n) for part in range(n + 1)]
        low, high = np.array([end.low for end in ends]), np.array([end.high for end in ends])
        parts = rng.binomial(n, SHARES, size=(20_000, len(SHARES)))
        covered[n] = np.mean((low[parts] <= SHARES) & (high[parts] >= SHARES), axis=0)
    everywhere = np.stack(list(covered.values()))
    assert 0.93 <= everywhere.mean() <= 0.97
    assert everywhere.min() >= 0.90


@given(shares)
def test_it_holds_its_share_within_0_and_1(share):
    part, whole = share
    interval = share_interval(part, whole)
    assert 0 <= interval.low <= part / whole <= interval.high <= 1


@given(shares)
def test_noes_and_yeses_mirror_each_other(share):
    part, whole = share
    one, other = share_interval(part, whole), share_interval(whole - part, whole)
    assert [one.low, one.high] == pytest.approx([1 - other.high, 1 - other.low], abs=1e-12)


@given(shares)
def test_one_more_no_never_lowers_it(share):
    part, whole = share
    fewer, more = share_interval(part, whole + 1), share_interval(part + 1, whole + 1)
    assert fewer.low <= more.low
    assert fewer.high <= more.high


@given(shares)
def test_the_same_share_of_more_asks_is_surer(share):
    part, whole = share
    few, many = share_interval(part, whole), share_interval(4 * part, 4 * whole)
    assert many.high - many.low < few.high - few.low


@given(st.lists(st.floats(0, 1), min_size=1, max_size=50))
def test_the_mean_of_a_bounded_value_lies_within_it(values):
    mean = sum(values) / len(values)
    interval = share_interval(sum(values), len(values))
    assert interval.low <= mean <= interval.high


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (-1, 8), (9, 8), (float("nan"), 8)])
def test_what_is_no_share_is_refused(part, whole):
    with pytest.raises(ValueError, match="is no share"):
        share_interval(part, whole)


def test_the_difference_is_that_of_newcombes_first_example():
    interval = difference_interval((48, 80), (56, 70))
    assert [interval.low, interval.high] == pytest.approx([0.0524, 0.3339], abs=0.00005)


@given(shares, shares)
def test_a_difference_lies_within_its_interval_and_turns_with_it(before, after):
    there, back = difference_interval(before, after), difference_interval(after, before)
    change = after[0] / after[1] - before[0] / before[1]
    assert -1 - 1e-12 <= there.low <= change <= there.high <= 1 + 1e-12
    assert [there.low, there.high] == pytest.approx([-back.high, -back.low], abs=1e-12)


def test_no_change_is_never_named_when_nothing_differs():
    assert difference_interval((4, 8), (4, 8)).low < 0 < difference_interval((4, 8), (4, 8)).high


@given(st.integers(0, 7))
def test_below_eight_a_share_says_how_many_more(n):
    share = share_of(0, n, of="noes")
    assert share.value is None
    assert share.needs is not None
    assert (share.n, share.n + share.needs.more) == (n, 8)


@given(st.lists(st.booleans(), min_size=16, max_size=60))
def test_a_change_of_share_turns_with_the_order(hits):
    change = change_of_share(hits, of="noes")
    assert change.n == len(hits)
    if len(hits) % 2 == 0:
        low, value, high = spoken(change)
        assert spoken(change_of_share(hits[::-1], of="noes")) == pytest.approx((-high, -value, -low), abs=1e-9)


def test_an_interval_is_a_plain_value():
    assert share_interval(0, 8) == Interval(0.0, share_interval(0, 8).high)


def test_halves_count_what_was_there_and_the_odd_one_is_in_the_later():
    assert halves_of([True, True, False, True, False]) == Halves(2, 2, 1, 3)
    assert halves_of([]) == Halves(0, 0, 0, 0)
