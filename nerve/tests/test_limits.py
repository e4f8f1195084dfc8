"""The hard bounds, one by one, and over random histories: whatever is believed, none is passed."""

import math
from dataclasses import replace
from datetime import timedelta

import numpy as np
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
    tension_of_rep,
)
from nerve.parameters import DAYS_APART, MOST_STING, MOST_TENSION, STEP
from nerve.rep import Rep
from nerve.tests.bounds import assert_sane, by_belief, by_list
from nerve.tests.offers import NOW, ask, cards, reps, scales

NOTHING: frozenset[str] = frozenset()


def rep(key="x", *, days=3, **told):
    told.setdefault("outcome", "no")
    return Rep(key, NOW - timedelta(days=days), "shop", **told)


def expected(**cards):
    """Each card's tension and sting, by key."""
    tension, sting = np.array([*cards.values()], dtype=float).reshape(-1, 2).T
    return Expected({key: row for row, key in enumerate(cards)}, tension, sting)


def offered(cards, reps, *, resting=NOTHING):
    may_be = permitted(cards, reps, now=NOW, resting=resting)
    return [key for key, row in cards.row_of.items() if may_be[row]]


def test_what_is_too_tense_or_would_sting_too_much_is_never_offered():
    cards = expected(
        fine=(MOST_TENSION, MOST_STING),
        tense=(MOST_TENSION + 0.1, 0),
        stings=(0, MOST_STING + 0.1),
        tension_unknown=(math.nan, 0),
        sting_unknown=(0, math.nan),
    )
    assert offered(cards, []) == ["fine"]


def test_a_resting_card_and_one_asked_or_too_much_within_seven_days_are_not_offered():
    cards = expected(**dict.fromkeys(("resting", "lately", "long_ago", "skipped", "too_much"), (30, 20)))
    reps = [
        rep("lately", days=6.9),
        rep("long_ago", days=DAYS_APART),
        rep("skipped", days=1, outcome="not_asked"),
        rep("too_much", days=6.9, outcome="not_asked", too_much=True),
    ]
    assert offered(cards, reps, resting=frozenset({"resting", "not in the library"})) == ["long_ago", "skipped"]


def test_a_clock_that_ran_backwards_frees_no_card():
    assert done_lately([rep(days=-400)], now=NOW, rest_days={}) == {"x"}


def test_a_card_rests_as_long_as_it_says_and_a_step_that_was_too_much_for_a_week():
    asked = [rep("book", days=29.9), rep("letter", days=8, outcome="not_asked", too_much=True), rep("song", days=30)]
    rests = {"book": 30, "letter": 30, "song": 30}
    assert done_lately(asked, now=NOW, rest_days=rests) == {"book"}
    assert done_lately(asked, now=NOW, rest_days={}) == NOTHING


def test_one_person_who_said_no_is_not_asked_again_and_others_are_after_their_rest():
    cards = replace(
        expected(manager=(30, 20), friend=(30, 20), baker=(30, 20)),
        one_person=frozenset({"manager", "friend"}),
        rest_days={"baker": 60},
    )
    years_ago = rep("manager", days=900)
    undated = Rep("friend", None, "", "no")
    assert offered(cards, [years_ago, undated, rep("baker", days=61)]) == ["baker"]
    assert offered(cards, [rep("manager", days=9, outcome="yes"), undated, rep("baker", days=59)]) == ["manager"]


def test_after_a_hard_sting_the_next_two_cards_are_each_a_step_lower():
    hard = rep(sting=75, tension_before=60)
    assert step_down(expected(), [hard]) == 60 - STEP
    assert step_down(expected(), [hard, rep(sting=10)]) == 60 - 2 * STEP
    assert step_down(expected(), [hard, rep(sting=10), rep(sting=10)]) == MOST_TENSION
    assert step_down(expected(), [rep(sting=74.9, tension_before=60)]) == MOST_TENSION
    assert step_down(expected(), [hard, rep(outcome="not_asked")]) == 60 - STEP


def test_after_a_hard_sting_of_a_calm_ask_the_gentlest_card_is_the_step_down_and_the_only_one():
    cards = expected(gentle=(25, 20), next_to_it=(26, 20), bold=(60, 50), gentle_but_resting=(10, 10))
    calm = rep(sting=80, tension_before=5)
    assert offered(cards, [calm], resting=frozenset({"gentle_but_resting"})) == ["gentle"]
    assert offered(expected(tense=(80, 50)), [calm]) == []
    assert offered(cards, [rep(sting=80, tension_before=40)], resting=frozenset({"gentle_but_resting"})) == [
        "gentle",
        "next_to_it",
    ]


def test_a_hard_one_without_its_tension_counts_as_it_was_expected():
    assert tension_of_rep(rep("known"), expected(known=(42, 0))) == 42
    assert tension_of_rep(rep("unknown"), expected()) == MOST_TENSION


def test_the_day_after_a_heavy_day_is_for_rest():
    heavy = [rep(days=1, sting=80), rep(days=1, tension_before=95)]
    assert must_rest(heavy, now=NOW)
    assert offered(expected(easy=(5, 5)), heavy) == []
    assert not must_rest(heavy[:1], now=NOW)
    assert not must_rest([rep(days=2, sting=80), rep(days=2, sting=80)], now=NOW)
    assert not must_rest([rep(days=1, sting=80), rep(days=1, tension_before=95, outcome="not_asked")], now=NOW)
    assert not must_rest([Rep("x", None, "", "no", sting=90)] * 3, now=NOW)


def holds_every_bound(coach, expectation, question):
    choice = ask(coach, **question)
    of_each = expectation(question["cards"], question["reps"], question["energy"], NOW)
    assert_sane(choice, of_each, {**question, "now": NOW})


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
