from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.measured import Measured, Needs
from nerve.questionnaire import Scale, change_of, rejection_sensitivity, score_of

NINE_ITEMS = Scale("mean", items=9, needed=7, low=1, high=36, sd=3.6, reliability=0.74)
SUM = Scale("sum", items=4, needed=3, low=0, high=12, sd=3, reliability=0.75)

# Concern and acceptance in each situation, and by hand: 36 + 25 + 16 + 9 + 4 + 1 + 30 + 20 + 12 = 153, by 9 is 17.
MARKS = [(6, 1), (5, 2), (4, 3), (3, 4), (2, 5), (1, 6), (6, 2), (5, 3), (4, 4)]
SCORES = [36, 25, 16, 9, 4, 1, 30, 20, 12]

steps = st.integers(1, 6)
item = st.one_of(st.none(), st.integers(1, 36))
nine = st.lists(item, min_size=9, max_size=9)
whole = st.lists(st.integers(1, 36), min_size=9, max_size=9)


def spoken(measured: Measured | None) -> tuple[float, float, float]:
    assert measured is not None
    assert measured.spoken is not None
    return measured.spoken


def test_each_situation_is_concern_times_expected_rejection():
    assert [rejection_sensitivity(*marks) for marks in MARKS] == SCORES


def test_nine_situations_give_their_mean_between_its_limits():
    assert spoken(score_of(SCORES, NINE_ITEMS)) == pytest.approx((13.402, 17, 20.598), abs=0.001)


def test_the_wobble_follows_from_reliability_and_spread():
    assert NINE_ITEMS.error(9) == pytest.approx(1.84, abs=0.005)
    assert NINE_ITEMS.reliable_change == pytest.approx(5.1, abs=0.05)


def test_seven_of_nine_are_enough_and_six_are_not():
    # 36 + 25 + 16 + 9 + 4 + 1 + 30 = 121, by 7.
    score = score_of([*SCORES[:7], None, None], NINE_ITEMS)
    assert spoken(score)[1] == pytest.approx(17.286, abs=0.001)
    assert score is not None
    assert score.n == 7
    assert score_of([*SCORES[:6], None, None, None], NINE_ITEMS) is None


def test_a_sum_takes_the_mean_for_what_is_missing():
    # 3 + 1 + 2 + 2 = 8; without the last, 6 of 3 items, which is 8 of 4.
    assert spoken(score_of([3, 1, 2, 2], SUM))[1] == 8
    assert spoken(score_of([3, 1, 2, None], SUM))[1] == 8


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [(12.0, 6.91, "down"), (12.0, 6.92, None), (6.0, 11.08, None), (6.0, 11.09, "up"), (9.0, 9.0, None)],
)
def test_a_move_is_named_where_it_is_larger_than_five_point_one(before, after, moved):
    change = change_of(Measured(before, 1, 36, 9), Measured(after, 1, 36, 9), NINE_ITEMS)
    assert change.moved == moved
    assert change.value == pytest.approx(after - before)


@pytest.mark.parametrize("marks", [(0, 3), (7, 3), (3, 0), (3, 7)])
def test_a_mark_off_the_steps_is_refused(marks):
    with pytest.raises(ValueError, match="from 1 to 6"):
        rejection_sensitivity(*marks)


def test_another_number_of_items_is_refused():
    with pytest.raises(ValueError, match="8 item scores for a scale of 9"):
        score_of(SCORES[:8], NINE_ITEMS)


def test_an_item_off_the_scale_is_refused():
    with pytest.raises(ValueError, match="interval"):
        score_of([40] * 9, NINE_ITEMS)


def test_no_change_without_two_numbers():
    nothing, score = Measured(None, None, None, 3, Needs(4, "days")), Measured(9.0, 5.0, 13.0, 9)
    for pair in ((nothing, score), (score, nothing)):
        with pytest.raises(ValueError, match="two numbers"):
            change_of(*pair, NINE_ITEMS)


@pytest.mark.parametrize(
    "wrong",
    [
        {"needed": 0},
        {"needed": 10},
        {"low": 36.0},
        {"sd": 0.0},
        {"sd": float("inf")},
        {"sd": float("nan")},
        {"reliability": 1.1},
        {"reliability": -0.1},
    ],
)
def test_a_scale_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValueError, match=r"items cannot be|a scale has"):
        replace(NINE_ITEMS, **wrong)


@given(steps, steps)
def test_a_situation_scores_from_1_to_36(concern, acceptance):
    assert 1 <= rejection_sensitivity(concern, acceptance) <= 36


@given(steps, steps, steps)
def test_more_concern_scores_higher_and_a_likelier_yes_lower(one, other, fixed):
    if one < other:
        assert rejection_sensitivity(one, fixed) < rejection_sensitivity(other, fixed)
        assert rejection_sensitivity(fixed, one) > rejection_sensitivity(fixed, other)


@given(nine)
def test_there_is_a_number_exactly_where_seven_are_answered_and_it_stays_on_the_scale(items):
    score, answered = score_of(items, NINE_ITEMS), sum(item is not None for item in items)
    assert (score is not None) == (answered >= 7)
    if score is not None:
        low, value, high = spoken(score)
        assert 1 <= low <= value <= high <= 36
        assert score.n == answered


@given(whole, st.integers(0, 8), st.integers(1, 36))
def test_one_item_up_takes_the_score_up(items, place, mark):
    higher = [*items[:place], max(items[place], mark), *items[place + 1 :]]
    assert spoken(score_of(higher, NINE_ITEMS)) >= spoken(score_of(items, NINE_ITEMS))


@given(whole)
def test_the_order_of_the_items_does_not_matter(items):
    assert spoken(score_of(items[::-1], NINE_ITEMS)) == pytest.approx(spoken(score_of(items, NINE_ITEMS)))


@given(st.integers(1, 9), st.integers(1, 9))
def test_fewer_answers_wobble_more(fewer, more):
    if fewer < more:
        assert NINE_ITEMS.error(fewer) > NINE_ITEMS.error(more)
        assert NINE_ITEMS.wobble(fewer, 9) > NINE_ITEMS.wobble(more, 9)


@given(whole, whole)
def test_turned_around_a_change_runs_the_other_way(one, other):
    first, second = score_of(one, NINE_ITEMS), score_of(other, NINE_ITEMS)
    assert first is not None
    assert second is not None
    there, back = change_of(first, second, NINE_ITEMS), change_of(second, first, NINE_ITEMS)
    assert spoken(back) == pytest.approx([-part for part in spoken(there)[::-1]])
    assert (there.moved == "up") == (back.moved == "down")
