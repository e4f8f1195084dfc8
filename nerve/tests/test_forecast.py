import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.forecast import by_channel, forecast_against_result
from nerve.rep import Rep
from nerve.tests.made_up import rep, reps, spoken

histories = st.lists(reps, max_size=25)
forecasts = st.lists(st.tuples(st.sampled_from(["yes", "no"]), st.integers(0, 100).map(float)), min_size=8, max_size=50)


def told(pairs):
    return [rep(outcome, no_before=percent) for outcome, percent in pairs]


@given(forecasts, st.randoms(use_true_random=False))
def test_the_order_of_the_asks_does_not_matter(pairs, chance: random.Random):
    history = told(pairs)
    shuffled = chance.sample(history, len(history))
    assert forecast_against_result(shuffled) == forecast_against_result(history)


@given(forecasts)
def test_the_curve_holds_every_answer_once_and_no_bin_is_thin(pairs):
    curve = forecast_against_result(told(pairs)).curve
    assert sum(part.heard.n for part in curve) == len(pairs)
    assert min(part.heard.n for part in curve) >= 8
    assert (curve[0].low, curve[-1].high) == (0, 100)
    assert all(low.high == high.low for low, high in pairwise(curve))
    assert all(part.low <= part.forecast <= part.high for part in curve)


def test_the_noes_expected_and_heard_are_counted_from_the_first_answer_on():
    result = forecast_against_result(told([("no", 70.0), ("yes", 90.0), ("yes", 60.0), ("maybe", 90.0)]))
    assert result.expected == pytest.approx(2.2)
    assert (result.noes, result.heard.n) == (1, 3)
    assert forecast_against_result([]).expected == 0


@given(forecasts)
def test_the_counts_are_those_that_the_shares_are_made_of(pairs):
    result = forecast_against_result(told(pairs))
    assert result.expected == pytest.approx((result.forecast.value or 0) * len(pairs) / 100)
    assert result.noes == pytest.approx((result.heard.value or 0) * len(pairs) / 100)


@given(forecasts)
def test_the_gap_is_named_only_where_it_is_sure(pairs):
    result = forecast_against_result(told(pairs))
    (_, forecast, _), (low, heard, high) = spoken(result.forecast), spoken(result.heard)
    assert result.gap.value == pytest.approx(forecast - heard)
    assert (result.gap.moved is None) == (low <= forecast <= high)


@given(forecasts)
def test_a_silence_or_a_maybe_changes_nothing_but_its_own_count(pairs):
    history = told(pairs)
    more = forecast_against_result([*history, rep("no_reply", no_before=90), rep("maybe", no_before=10)])
    less = forecast_against_result(history)
    assert (more.silences, more.maybes) == (1, 1)
    assert (more.heard, more.forecast, more.gap, more.brier) == (less.heard, less.forecast, less.gap, less.brier)


@given(forecasts)
def test_turned_around_a_forecast_of_yes_scores_the_same(pairs):
    turned = [({"yes": "no", "no": "yes"}[outcome], 100 - percent) for outcome, percent in pairs]
    one, other = (forecast_against_result(told(these)).brier for these in (pairs, turned))
    assert one.value == pytest.approx(other.value)


@pytest.mark.parametrize(("percent", "score"), [(100, 0), (50, 0.25), (0, 1)])
def test_brier_runs_from_sure_and_right_to_sure_and_wrong(percent, score):
    assert forecast_against_result(told([("no", percent)] * 8)).brier.value == score


@given(histories)
def test_the_channels_together_are_the_whole(history: list[Rep]):
    channels = {"dog": "in_person", "desk": "in_person", "letter": "written"}
    parts = by_channel(history, [channels[ask.key] for ask in history])
    assert sum(part.heard.n for part in parts.values()) == forecast_against_result(history).heard.n
    assert list(parts) == sorted({channels[ask.key] for ask in history})


def test_what_has_no_channel_is_left_out():
    assert by_channel(told([("no", 50)] * 8), [""] * 8) == {}
