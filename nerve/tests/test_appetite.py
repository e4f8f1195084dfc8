"""The share of noes: what is owed is made up for, the limits stay above it, and cards take turns."""

import math
from dataclasses import replace
from datetime import timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.appetite import aim_of
from nerve.card import FACETS, Card
from nerve.choice import choose
from nerve.library import library_of
from nerve.parameters import CATCH_UP, HIGHEST_AIM, LIGHT_STEPS, LOWEST_AIM, OWN_NO_DAYS, SOME_OF_BOTH
from nerve.rep import Rep
from nerve.tests.bounds import assert_sane, by_belief
from nerve.tests.offers import NOW, ask, cards, reps, scales

# The more is asked for, the likelier a no: from hardly ever to nearly always.
RATES = [
    Card(
        f"card {at}",
        {**dict.fromkeys(FACETS, 0.2 + at % 5 / 20), "size": at / 70},
        "in_person",
        0.95 - at / 55,
        setting=f"place {at % 7}",
    )
    for at in range(49)
]


def heard(*outcomes, key="gone"):
    """So many answers, one a day."""
    return [
        Rep(key, NOW - timedelta(days=len(outcomes) - at), "", outcome, no_before=50, tension_before=30)
        for at, outcome in enumerate(outcomes)
    ]


def aim(appetite, *outcomes, key="gone"):
    return aim_of(appetite, heard(*outcomes, key=key), library_of(RATES))


def test_before_any_answer_the_aim_is_the_appetite():
    assert aim(0.33) == 0.33
    assert aim(0.33, "no_reply", "maybe", "not_asked") == 0.33


def test_what_is_owed_is_made_up_for_and_what_was_too_much_is_given_back():
    assert aim(0.5, "yes") == 0.5 + 0.5 / CATCH_UP
    assert aim(0.5, "no") == 0.5 - 0.5 / CATCH_UP
    assert aim(0.5, "no", "yes") == 0.5


def test_no_aim_is_certain():
    assert aim(0.67, *["yes"] * 12) == HIGHEST_AIM
    assert aim(0.2, *["no"] * 12) == LOWEST_AIM


def test_only_the_last_answers_are_heeded():
    assert aim(0.33, *["yes"] * 90, *["no", "yes", "yes"] * 4) == pytest.approx(0.33 + (0.33 * 12 - 4) / CATCH_UP)


def test_a_warm_up_and_a_no_of_ones_own_owe_nothing():
    odd = [*RATES, Card("warm", {}, "in_person", 0.97, warm_up=True), Card("own", {}, "in_person", 0.6, kind="say_no")]
    for key in ("warm", "own"):
        assert aim_of(0.33, heard("yes", "no", "yes", key=key), library_of(odd)) == 0.33


@pytest.mark.parametrize(("appetite", "low", "high"), [(0.05, 0.0, 0.4), (0.67, 0.45, 1.0)])
def test_the_card_is_refused_about_as_often_as_is_wanted(appetite, low, high):
    chances = [
        ask(choose, heard("yes", "no"), cards=RATES, seed=seed, appetite=appetite).chance_of_no for seed in range(20)
    ]
    assert low < np.mean(chances) < high


@given(cards, reps, scales, st.floats(0, 1))
def test_no_appetite_brings_a_card_beyond_a_bound(cards, reps, energy, appetite):
    choice = ask(choose, reps, cards=cards, energy=energy, appetite=appetite)
    expected = by_belief(cards, reps, energy, NOW)
    assert_sane(choice, expected, {"reps": reps, "now": NOW, "resting": frozenset()})


@pytest.mark.parametrize("wrong", [-0.1, 1.1, math.nan, math.inf])
def test_an_appetite_that_is_no_share_is_refused_by_name(wrong):
    with pytest.raises(ValueError, match="appetite"):
        ask(choose, appetite=wrong)


def days_of(reps, *, days, **asked):
    """What is offered on so many days to somebody whose dice always fall the same."""
    return [choose(RATES, reps, now=NOW + timedelta(days=day), rng=Random(7), **asked) for day in range(days)]


def test_who_only_looks_sees_another_card_nearly_every_day():
    offered = {choice.key for choice in days_of([], days=30, appetite=SOME_OF_BOTH)}
    assert len(offered) >= 10
    assert days_of([], days=1, appetite=0.3) == days_of([], days=1, appetite=0.3)


def test_the_place_of_the_last_asks_is_passed_over_where_others_are_left():
    place = {card.key: card.setting for card in RATES}
    last = [Rep(RATES[at].key, NOW - timedelta(days=9 - at), "", "yes", tension_before=20) for at in (2, 3)]
    for seed in range(20):
        key = ask(choose, last, cards=RATES, seed=seed, appetite=SOME_OF_BOTH).key
        assert key is not None
        assert place[key] not in {place[rep.key] for rep in last}


def test_a_no_of_ones_own_comes_on_one_day_of_six_at_most_unless_there_is_nothing_else():
    own = [replace(card, key=f"own {card.key}", kind="say_no") for card in RATES]
    mixed = [*RATES, *own]
    days = [
        choose(mixed, [], now=NOW + timedelta(days=day), appetite=0.3, rng=Random(3)) for day in range(5 * OWN_NO_DAYS)
    ]
    for named in ([choice.key for choice in days], [choice.gentler for choice in days]):
        assert sum(str(key).startswith("own") for key in named) <= 5
    assert ask(choose, cards=own, appetite=0.3).key is not None


@given(reps, st.integers(0, 50))
def test_an_empty_tank_is_for_a_gentle_step_and_a_calmer_card_than_a_full_one(reps, seed):
    steps = {card.key: 1 + at % 5 for at, card in enumerate(RATES)}
    asked = {"cards": RATES, "steps": steps, "appetite": SOME_OF_BOTH, "seed": seed}
    empty, full = (ask(choose, reps, energy=energy, **asked) for energy in (25.0, 100.0))
    if empty.key is not None:
        assert steps[empty.key] <= LIGHT_STEPS
        tension = {key: found.tension for key, found in by_belief(RATES, reps, 25.0, NOW).items()}
        light = min(value for key, value in tension.items() if steps[key] <= LIGHT_STEPS)
        assert full.tension is None or empty.tension < full.tension or empty.tension <= light + 1e-9
