"""How bold a day may be: gentle for this person, and a smaller step after one that was too much."""

from datetime import timedelta

import numpy as np
import pytest

from nerve.limits import Expected
from nerve.pace import most_today
from nerve.parameters import EMPTY_TANK, EMPTY_TANK_TENSION, FIRST_TENSION, SMALLER, TENSION_PER_ASK
from nerve.rep import HIGHEST, Rep
from nerve.tests.offers import NOW

CALM, TENSE = (
    Expected({f"card {at}": at for at in range(13)}, tension=gentlest + np.arange(13.0), sting=np.zeros(13))
    for gentlest in (10.0, 60.0)
)


def rep(key="card 0", outcome="yes", **told):
    return Rep(key, NOW - timedelta(days=1), "shop", outcome, **told)


def test_the_first_ask_of_a_calm_person_is_held_to_a_gentle_tension():
    assert most_today(CALM, [], None) == FIRST_TENSION


def test_whom_every_card_makes_tense_may_begin_with_the_gentlest_third_and_not_with_one_card_alone():
    assert most_today(TENSE, [], None) == 64


def test_each_ask_made_lets_in_a_little_more_and_one_that_was_not_made_does_not():
    let_go = rep(outcome="not_asked")
    assert most_today(CALM, [rep(), let_go, rep()], None) == FIRST_TENSION + 2 * TENSION_PER_ASK
    assert most_today(TENSE, [rep()] * 9, None) == HIGHEST


def test_an_empty_day_is_for_the_gentler_half_or_for_what_is_gentle_to_anybody():
    asked = [rep()] * 9
    assert most_today(TENSE, asked, EMPTY_TANK) == 66
    assert most_today(CALM, asked, EMPTY_TANK) == EMPTY_TANK_TENSION
    assert most_today(TENSE, asked, EMPTY_TANK + 1) == HIGHEST


@pytest.mark.parametrize(("told", "tension"), [({"tension_before": 55}, 55), ({}, 71)])
def test_after_a_step_that_was_too_much_the_next_is_smaller_than_it_was(told, tension):
    too_much = rep("card 11", "not_asked", too_much=True, **told)
    assert most_today(TENSE, [*[rep()] * 9, too_much], None) == tension - SMALLER


def test_what_was_too_much_before_the_last_ask_is_over():
    assert most_today(TENSE, [*[rep()] * 9, rep(outcome="not_asked", too_much=True), rep()], None) == HIGHEST
