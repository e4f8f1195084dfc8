"""The hard bounds, one by one, and over random histories: whatever is believed, none is passed."""

import math
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nerve.belief import believe
from nerve.choice import choose
from nerve.graded import graded, own_offset, tension_for
from nerve.library import library_of
from nerve.limits import (
    Expected,
    done_lately,
    must_rest,
    permitted,
    step_down,
    tension_of,
)
from nerve.parameters import DAYS_APART, MOST_STING, MOST_TENSION, STEP, STING_SHARE
from nerve.rep import Rep
from nerve.replay import replay
from nerve.tests.offers import NOW, ask, cards, reps, scales
from nerve.worth import expected_sting

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


def by_belief(cards, reps, energy):
    """What the coach expects of each card."""
    if not cards:
        return []
    library, rows = library_of(cards), {card.key: row for row, card in enumerate(cards)}
    belief = believe(library, replay(rows, reps, now=NOW), energy)
    return list(map(Expected, rows, belief.tension.tolist(), expected_sting(belief).tolist()))


def by_list(cards, reps, energy):
    """What the graded list expects of each card."""
    offset = own_offset(cards, reps)
    return [Expected(card.key, tension_for(card, offset), STING_SHARE * tension_for(card, offset)) for card in cards]


def holds_every_bound(coach, expectation, question):
    cards, reps, resting = question["cards"], question["reps"], question["resting"]
    choice = ask(coach, **question)
    expected = expectation(cards, reps, question["energy"])
    by_key = {card.key: card for card in expected}
    offered = [key for key in (choice.key, choice.gentler, choice.bolder) if key is not None]
    for key in offered:
        assert by_key[key].tension <= min(MOST_TENSION, step_down(expected, reps))
        assert by_key[key].sting <= MOST_STING
        assert key not in resting | done_lately(reps, now=NOW)
    assert not (must_rest(reps, now=NOW) and offered)
    assert (choice.key is None) == (choice.tension is None) == (choice.chance_of_no is None)
    if choice.key is not None:
        assert choice.tension == by_key[choice.key].tension
        assert 0 <= choice.low <= choice.tension <= choice.high <= 100
        assert 0 <= choice.chance_of_no <= 1
        assert choice.gentler is None or by_key[choice.gentler].tension < choice.tension
        assert choice.bolder is None or by_key[choice.bolder].tension > choice.tension
    assert all(math.isfinite(number) for reason in choice.reasons for number in reason.numbers.values())
    assert choice.reasons


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
