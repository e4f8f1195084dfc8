"""A coach's answer: the same for the same question, and sane for a senseless one."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.card import Card
from nerve.choice import choose
from nerve.graded import graded
from nerve.rep import Rep
from nerve.tests.offers import LADDER, NOW, ask, cards, codes, made, reps, scales

both = pytest.mark.parametrize("coach", [choose, graded])


@both
@given(cards, reps, scales, st.integers(0, 5))
def test_the_same_arguments_give_the_same_choice(coach, cards, reps, energy, seed):
    first, second = (ask(coach, reps, cards=cards, seed=seed, energy=energy) for _ in range(2))
    assert first == second


NOTHING_TO_OFFER = {
    "no cards": ([], [], frozenset()),
    "all resting": (LADDER, [], frozenset(card.key for card in LADDER)),
    "all asked today": (LADDER, [Rep(card.key, NOW, "", "yes") for card in LADDER], frozenset()),
}


@both
@pytest.mark.parametrize(("cards", "reps", "resting"), NOTHING_TO_OFFER.values(), ids=NOTHING_TO_OFFER.keys())
def test_with_nothing_to_offer_it_is_a_rest(coach, cards, reps, resting):
    choice = ask(coach, reps, cards=cards, resting=resting)
    assert (choice.key, codes(choice)) == (None, ["nothing_left"])


@both
def test_a_heavy_day_is_followed_by_a_rest_that_says_why(coach):
    heavy = [Rep("x", NOW - timedelta(days=1), "", "no", sting=90)] * 2
    assert codes(ask(coach, heavy)) == ["heavy_day"]


SANE = {
    "one card": ([LADDER[3]], []),
    "no facets": ([Card("bare", {}, "phone", 0.5)], []),
    "yes-rates at the ends": ([Card("never", {}, "written", 0.0), Card("always", {}, "written", 1.0)], []),
    "times out of order": (LADDER, [*made(2, days=1), *made(2, days=90), *made(2, days=9)]),
    "the same rep twice": (LADDER, made(1) * 2),
    "a clock before the last rep": (LADDER, made(3, days=-4000)),
    "no times at all": (LADDER, [Rep("x", None, "", "no", sting=40)] * 3),
}


@both
@pytest.mark.parametrize(("cards", "reps"), SANE.values(), ids=SANE.keys())
def test_odd_input_gets_a_sane_choice(coach, cards, reps):
    choice = ask(coach, reps, cards=cards)
    assert choice.key in {card.key for card in cards}
    assert 0 <= choice.low <= choice.tension <= choice.high <= 100


REFUSED = {
    "energy": {"energy": -5},
    "now": {"now": datetime(2026, 11, 23)},  # noqa: DTZ001  # a naive moment is what is refused
    "cards": {"cards": [LADDER[0], LADDER[0]]},
}


@both
@pytest.mark.parametrize(("name", "wrong"), REFUSED.items(), ids=REFUSED.keys())
def test_what_makes_no_sense_is_refused_by_name(coach, name, wrong):
    with pytest.raises(ValueError, match=name):
        coach(**{"cards": LADDER, "reps": [], "now": NOW, "rng": Random(1), **wrong})


def test_where_no_ask_would_do_any_good_a_day_off_is_offered_and_never_two_in_a_row():
    unlikely = [replace(card, yes_rate=0.02) for card in LADDER]
    mild = Rep("", NOW, "", "no", no_before=5, cost_before=2, tension_before=8, feared_happened=30)
    noes = [replace(mild, key=card.key, at=NOW - timedelta(days=1 + row)) for row, card in enumerate(unlikely[:6])]
    assert codes(ask(choose, noes, cards=unlikely)) == ["day_off"]
    tomorrow = choose(unlikely, noes, now=NOW + timedelta(days=1), rng=Random(1))
    assert tomorrow.key is not None
