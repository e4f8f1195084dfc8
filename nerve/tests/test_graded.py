"""The graded list: easy first, a little bolder, a step back after one that was too much."""

from datetime import timedelta

import pytest

from nerve.card import Card
from nerve.graded import graded
from nerve.rep import Rep
from nerve.tests.offers import LADDER, NOW, ask, codes, made


def offer(reps=(), **other):
    return ask(graded, reps, **other)


def test_the_first_card_is_gentle_and_says_so():
    first = offer()
    assert first.tension < 40
    assert codes(first)[0] == "first"
    assert first.bolder is not None


def test_it_grows_bolder_with_the_asks_made_and_stays_under_the_ceiling():
    tensions = [offer(made(count)).tension for count in (0, 8, 16, 200)]
    assert tensions == sorted(tensions)
    assert tensions[-1] <= 62


def test_a_step_that_was_too_much_is_followed_by_a_smaller_one():
    much = [Rep("x", NOW - timedelta(days=20), "", "not_asked", too_much=True)]
    assert offer([*made(8), *much]).tension < offer(made(8)).tension
    assert "smaller_step" in codes(offer([*made(8), *much]))


def test_little_energy_asks_for_less():
    assert offer(made(8), energy=25).tension < offer(made(8), energy=75).tension
    assert "low_energy" in codes(offer(made(8), energy=0))


def test_somebody_more_tense_than_the_list_thinks_gets_smaller_cards():
    tense = [Rep(card.key, NOW - timedelta(days=30), "", "yes", tension_before=90) for card in LADDER[:4]]
    calm = [Rep(card.key, NOW - timedelta(days=30), "", "yes", tension_before=5) for card in LADDER[:4]]
    assert offer(tense).key < offer(calm).key
    assert offer(tense).high - offer(tense).low < offer().high - offer().low


def test_the_reason_holds_the_persons_own_numbers():
    reps = [
        Rep("x", NOW - timedelta(days=20), "", outcome, no_before=70) for outcome in ("no", "no", "yes", "no_reply")
    ]
    reason = next(reason for reason in offer(reps).reasons if reason.code == "own_forecast")
    assert reason.numbers == {"said": 70, "noes": 2, "answers": 3}


def test_the_chance_of_a_no_learns_from_the_own_answers():
    card = Card("only", {"size": 0.2}, "in_person", 0.5)
    noes = [Rep("only", NOW - timedelta(days=20), "", "no")] * 4
    assert offer(cards=[card]).chance_of_no == 0.5
    assert offer(noes, cards=[card]).chance_of_no == pytest.approx((4 * 0.5 + 4) / 8)
