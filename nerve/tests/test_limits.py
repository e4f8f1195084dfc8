"""The hard bounds, one by one, and over random histories: whatever is believed, none is passed."""

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from nerve.card import Card
from nerve.choice import choose
from nerve.graded import own_offset, tension_for
from nerve.limits import (
    DAYS_APART,
    MOST_STING,
    MOST_TENSION,
    STEP,
    Expected,
    done_lately,
    must_rest,
    permitted,
    step_down,
    tension_of,
)
from nerve.rep import Rep

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
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


scales = st.none() | st.floats(0, 100)
facets = st.dictionaries(st.sampled_from(["size", "oddness", "distance"]), st.floats(0, 1))
cards = st.lists(
    st.builds(Card, st.sampled_from("abcdef"), facets, st.just("in_person"), st.floats(0, 1)), unique_by=lambda c: c.key
)
reps = st.lists(
    st.builds(
        Rep,
        st.sampled_from("abcdefg"),
        st.none() | st.integers(-3000, 100).map(lambda hours: NOW + timedelta(hours=hours)),
        st.just("shop"),
        st.sampled_from(["yes", "no", "maybe", "no_reply", "not_asked"]),
        tension_before=scales,
        sting=scales,
        no_before=scales,
        too_much=st.booleans(),
    ),
    max_size=12,
)


@given(cards, reps, scales, st.integers(0, 5), st.sets(st.sampled_from("abcdef")))
def test_no_history_brings_a_card_beyond_a_bound(cards, reps, energy, seed, resting):
    choice = choose(cards, reps, now=NOW, energy=energy, resting=frozenset(resting), rng=Random(seed))
    offset = own_offset(cards, reps)
    by_key = {card.key: tension_for(card, offset) for card in cards}
    expected = [Expected(key, tension, 0) for key, tension in by_key.items()]
    for key in filter(None, (choice.key, choice.gentler, choice.bolder)):
        assert by_key[key] <= min(MOST_TENSION, step_down(expected, reps))
        assert key not in resting | done_lately(reps, now=NOW)
    if must_rest(reps, now=NOW):
        assert choice.key is None
    if choice.tension is not None:
        assert None not in (choice.low, choice.high, choice.chance_of_no)
        assert choice.gentler is None or by_key[choice.gentler] < choice.tension
        assert choice.bolder is None or by_key[choice.bolder] > choice.tension
