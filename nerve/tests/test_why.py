"""The reasons of an offer: each is said only where the belief holds it."""

from dataclasses import replace
from datetime import timedelta

import numpy as np

from nerve.belief import believe
from nerve.learning import CAUTIOUS
from nerve.library import library_of
from nerve.limits import Expected
from nerve.person import WELCOMES
from nerve.rep import Rep
from nerve.replay import replay
from nerve.tests.offers import LADDER, NOW, made
from nerve.why import why_this
from nerve.worth import expected_sting

ROWS = {card.key: row for row, card in enumerate(LADDER)}
REPS = made(1)


def belief_after(reps=()):
    return believe(library_of(LADDER), replay(ROWS, list(reps), now=NOW), None)


def codes_with(reps=REPS, energy=None, row=0, **changed):
    """What is said of a card, the belief being as told."""
    belief = replace(belief_after(), **changed)
    expected = Expected(ROWS, belief.tension, expected_sting(belief))
    return [reason.code for reason in why_this(row, belief, expected, reps, energy)]


def only(length, at):
    sure = np.zeros(length)
    sure[at] = 1.0
    return sure


def test_a_lot_lately_is_said_where_somebody_is_weary():
    assert "a_lot_lately" in codes_with(weary=10.0)
    assert "a_lot_lately" not in codes_with(weary=0.0)


def test_after_a_step_that_was_too_much_it_is_a_smaller_one_even_before_the_first_ask():
    too_much = [replace(rep, outcome="not_asked", too_much=True) for rep in made(1)]
    codes = codes_with(too_much)
    assert "smaller_step" in codes
    assert "first" not in codes


def test_that_it_asks_less_is_said_only_of_a_card_that_does():
    hardest = len(LADDER) - 1
    too_much = [Rep(LADDER[3].key, NOW - timedelta(days=1), "shop", "not_asked", too_much=True)]
    assert {"smaller_step", "low_energy"} <= set(codes_with(too_much, energy=10.0))
    assert {"smaller_step", "low_energy", "first"}.isdisjoint(codes_with(too_much, energy=10.0, row=hardest))
    assert "smaller_step" not in codes_with(too_much, row=3)


def test_after_a_hard_sting_it_is_a_softer_one():
    told = replace(made(1)[0], outcome="no", sting=80.0)
    assert "softer_after_sting" in codes_with([told])
    assert "softer_after_sting" not in codes_with([replace(told, sting=70.0)])


def test_small_surprises_are_said_where_somebody_discounts_the_big_ones():
    kinds = belief_after().kinds
    assert "small_surprises" in codes_with(kinds=only(len(kinds), CAUTIOUS))
    assert "small_surprises" not in codes_with(kinds=np.zeros(len(kinds)))


def test_refused_more_is_said_where_noes_come_more_often_than_the_library_says():
    worst, best = int(np.argmin(WELCOMES)), int(np.argmax(WELCOMES))
    assert "refused_more" in codes_with(welcomes=only(len(WELCOMES), worst))
    assert "refused_more" not in codes_with(welcomes=only(len(WELCOMES), best))


def test_what_is_told_counts_only_asks_of_cards_that_are_there():
    known = [replace(rep, key=LADDER[0].key) for rep in made(3)]
    assert len(replay(ROWS, [*known, *made(2)], now=NOW)) == 3
