import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.shift import feared_thing, learning_rates, shift_of, surprised_unmoved, transfer_of
from nerve.tests.made_up import rep, reps, spoken

points = st.integers(0, 100).map(float)
histories = st.lists(reps, max_size=25)


def believed(before, happened, after):
    return rep("yes", feared_before=before, feared_happened=happened, feared_after=after)


def learning_rate(ask):
    rate = learning_rates([ask])[0]
    return None if np.isnan(rate) else rate


@given(histories, st.randoms(use_true_random=False))
def test_the_order_of_the_asks_does_not_matter(history, chance: random.Random):
    assert shift_of(chance.sample(history, len(history))) == shift_of(history)


@given(points, points, points)
def test_a_learning_rate_says_how_much_of_the_way_was_gone(before, happened, after):
    rate = learning_rate(believed(before, happened, after))
    assert (rate is None) == (abs(before - happened) < 15)
    if rate is not None:
        assert before + rate * (happened - before) == pytest.approx(after)


@given(points, points)
def test_believing_what_happened_is_a_rate_of_one_and_staying_is_none(before, happened):
    if abs(before - happened) >= 15:
        assert learning_rate(believed(before, happened, happened)) == 1
        assert learning_rate(believed(before, happened, before)) == 0


@pytest.mark.parametrize(("gap", "shown"), [(14.9, False), (15, True), (-14.9, False), (-15, True)])
def test_a_rate_is_hidden_below_a_gap_of_fifteen(gap, shown):
    assert (learning_rate(believed(50, 50 - gap, 40)) is not None) == shown


@pytest.mark.parametrize("parts", [(None, 0, 80), (80, None, 80), (80, 0, None)])
def test_a_missing_part_leaves_no_rate_and_no_escape(parts):
    ask = believed(*parts)
    assert learning_rate(ask) is None
    assert not surprised_unmoved(ask)


@given(st.integers(60, 100), points)
def test_a_lucky_escape_is_one_where_the_belief_fell_by_less_than_ten(before, after):
    assert surprised_unmoved(believed(before, 0, after)) == (before - after < 10)


@given(points, st.integers(0, 14))
def test_where_little_was_feared_there_is_no_escape(happened, more):
    ask = rep("yes", feared_before=min(100, happened + more), feared_happened=happened, feared_after=100, surprise=100)
    assert not surprised_unmoved(ask)


@given(histories)
def test_an_ask_that_was_not_made_shifts_nothing(history):
    extra = rep("not_asked", feared_before=100, feared_happened=0, feared_after=0, cost_before=100, cost_after=0)
    assert shift_of([*history, extra]) == shift_of(history)


@given(st.lists(st.tuples(points, points), min_size=6, max_size=30))
def test_turned_around_a_shift_runs_the_other_way(pairs):
    there = shift_of(believed(before, None, after) for before, after in pairs).feared
    back = shift_of(believed(after, None, before) for before, after in pairs).feared
    assert spoken(back) == tuple(-part for part in spoken(there)[::-1])
    assert back.n == len(pairs)


def test_the_feared_thing_is_shown_over_the_same_asks_only():
    whole = [believed(80, 10, 40)] * 4 + [believed(60, 0, 20)] * 4
    half = [rep("no", feared_before=0.0), rep("no", feared_happened=100.0, feared_after=100.0)]
    not_made = [rep("not_asked", feared_before=100.0, feared_happened=100.0, feared_after=100.0)]
    shown = feared_thing(whole + half + not_made)
    assert (shown.before.value, shown.happened.value, shown.after.value) == (70, 5, 30)
    assert {shown.before.n, shown.happened.n, shown.after.n} == {8}


def test_the_feared_thing_needs_eight_asks():
    needs = feared_thing([believed(80, 10, 40)] * 7).before.needs
    assert needs is not None
    assert (needs.more, needs.of) == (1, "re_ratings")


def test_the_transfer_is_the_forecast_before_the_next_ask_of_a_kind():
    shop = [rep("yes", feared_before=90.0 - 10 * at) for at in range(7)]
    falls = transfer_of(shop, ["shop"] * 7)
    assert (falls.value, falls.n, falls.moved) == (-10.0, 6, "down")
    mixed = [one for pair in zip(shop, [rep("yes", feared_before=50.0)] * 7, strict=True) for one in pair]
    kinds = ["shop", "park"] * 7
    assert transfer_of(mixed, kinds).n == 12
    assert transfer_of(mixed, [""] * 14).n == 0


def test_what_was_not_made_or_not_forecast_is_no_part_of_the_transfer():
    asks = [rep("not_asked", feared_before=90.0), rep("yes"), rep("yes", feared_before=60.0)]
    few = transfer_of(asks, ["shop"] * 3)
    assert (few.value, few.n) == (None, 0)
    assert few.needs is not None
    assert few.needs.of == "next_asks"
