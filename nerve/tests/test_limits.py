"""The hard bounds, one by one, and over random histories: whatever is believed, none is passed."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nerve.choice import choose
from nerve.graded import graded
from nerve.limits import (
    Expected,
    done_lately,
    must_rest,
    permitted,
    step_down,
    tension_of,
)
from nerve.parameters import DAYS_APART, MOST_STING, MOST_TENSION, STEP
from nerve.rep import Rep
from nerve.tests.bounds import assert_sane, by_belief, by_list
from nerve.tests.offers import NOW, ask, cards, reps, scales

NOTHING: frozenset[str] = frozenset()


def rep(key="x", *, days=3, **told):
    told.setdefault("outcome", "no")
    return Rep(key, NOW - timedelta(days=days), "shop", **told)


def keys(expected):
    return [card.key for card in expected]


def test_what_is_too_tense_or_would_sting_too_much_is_never_offered():
    cards = [
        Expected("fine", MOST_TENSION, MOST_STING),
        Expected("tense", MOST_TENSION + 0.1, 0),
        Expected("stings", 0, MOST_STING + 0.1),
    ]
    assert keys(permitted(cards, [], now=NOW, resting=NOTHING)) == ["fine"]


def test_a_resting_card_and_one_asked_within_seven_days_are_not_offered():
    cards = [Expected(key, 30, 20) for key in ("resting", "lately", "long ago", "skipped")]
    reps = [rep("lately", days=6.9), rep("long ago", days=DAYS_APART), rep("skipped", days=1, outcome="not_asked")]
    assert keys(permitted(cards, reps, now=NOW, resting=frozenset({"resting"}))) == ["long ago", "skipped"]


def test_a_clock_that_ran_backwards_frees_no_card():
    assert done_lately([rep(days=-400)], now=NOW) == {"x"}


def test_after_a_hard_sting_the_next_two_cards_are_each_a_step_lower():
    hard = rep(sting=75, tension_before=60)
    assert step_down([], [hard]) == 60 - STEP
    assert step_down([], [hard, rep(sting=10)]) == 60 - 2 * STEP
    assert step_down([], [hard, rep(sting=10), rep(sting=10)]) == MOST_TENSION
    assert step_down([], [rep(sting=74.9, tension_before=60)]) == MOST_TENSION
    assert step_down([], [hard, rep(outcome="not_asked")]) == 60 - STEP


def test_a_hard_one_without_its_tension_counts_as_it_was_expected():
    assert tension_of(rep("known"), [Expected("known", 42, 0)]) == 42
    assert tension_of(rep("unknown"), []) == MOST_TENSION


def test_the_day_after_a_heavy_day_is_for_rest():
    heavy = [rep(days=1, sting=80), rep(days=1, tension_before=95)]
    assert must_rest(heavy, now=NOW)
    assert permitted([Expected("easy", 5, 5)], heavy, now=NOW, resting=NOTHING) == []
    assert not must_rest(heavy[:1], now=NOW)
    assert not must_rest([rep(days=2, sting=80), rep(days=2, sting=80)], now=NOW)
    assert not must_rest([rep(days=1, sting=80), rep(days=1, tension_before=95, outcome="not_asked")], now=NOW)
    assert not must_rest([Rep("x", None, "", "no", sting=90)] * 3, now=NOW)


def holds_every_bound(coach, expectation, question):
    choice = ask(coach, **question)
    expected = expectation(question["cards"], question["reps"], question["energy"], NOW)
    assert_sane(choice, expected, {**question, "now": NOW})


COACHES = pytest.mark.parametrize(
    ("coach", "expectation"), [(choose, by_belief), (graded, by_list)], ids=["coach", "list"]
)
questions = st.fixed_dictionaries(
    {
        "cards": cards,
        "reps": reps,
        "energy": scales,
        "seed": st.integers(0, 5),
        "resting": st.frozensets(st.sampled_from("abcdefgh")),
    }
)


@COACHES
@given(questions)
def test_no_history_brings_a_card_beyond_a_bound(coach, expectation, question):
    holds_every_bound(coach, expectation, question)


@pytest.mark.prove
@COACHES
@settings(max_examples=10_000, deadline=None)
@given(questions)
def test_ten_thousand_histories_bring_no_card_beyond_a_bound(coach, expectation, question):
    holds_every_bound(coach, expectation, question)
