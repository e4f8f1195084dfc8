"""The graded list: easy first, a little bolder, a step back, and sane answers to senseless questions."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from nerve.card import Card
from nerve.choice import choose
from nerve.rep import Rep

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LADDER = [Card(f"step {step:02}", {"size": step / 20, "oddness": step / 20}, "in_person", 0.6) for step in range(20)]


def offer(reps=(), cards=LADDER, **other):
    return choose(cards, list(reps), now=NOW, rng=Random(1), **other)


def made(count, *, days=30, **told):
    return [Rep(f"other {at}", NOW - timedelta(days=days), "shop", "yes", **told) for at in range(count)]


def codes(choice):
    return [reason.code for reason in choice.reasons]


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


def test_the_same_arguments_give_the_same_choice():
    assert offer(made(5)) == offer(made(5))


NOTHING_TO_OFFER = {
    "no cards": ([], [], frozenset()),
    "all resting": (LADDER, [], frozenset(card.key for card in LADDER)),
    "all asked today": (LADDER, [Rep(card.key, NOW, "", "yes") for card in LADDER], frozenset()),
}


@pytest.mark.parametrize(("cards", "reps", "resting"), NOTHING_TO_OFFER.values(), ids=NOTHING_TO_OFFER.keys())
def test_with_nothing_to_offer_it_is_a_rest(cards, reps, resting):
    choice = offer(reps, cards=cards, resting=resting)
    assert (choice.key, codes(choice)) == (None, ["nothing_left"])


def test_a_heavy_day_is_followed_by_a_rest_that_says_why():
    heavy = [Rep("x", NOW - timedelta(days=1), "", "no", sting=90)] * 2
    assert codes(offer(heavy)) == ["heavy_day"]


SANE = {
    "one card": ([LADDER[3]], []),
    "no facets": ([Card("bare", {}, "phone", 0.5)], []),
    "yes-rates at the ends": ([Card("never", {}, "written", 0.0), Card("always", {}, "written", 1.0)], []),
    "times out of order": (LADDER, [*made(2, days=1), *made(2, days=90), *made(2, days=9)]),
    "the same rep twice": (LADDER, made(1) * 2),
    "a clock before the last rep": (LADDER, made(3, days=-4000)),
    "no times at all": (LADDER, [Rep("x", None, "", "no", sting=40)] * 3),
}


@pytest.mark.parametrize(("cards", "reps"), SANE.values(), ids=SANE.keys())
def test_odd_input_gets_a_sane_choice(cards, reps):
    choice = offer(reps, cards=cards)
    assert choice.key in {card.key for card in cards}
    assert 0 <= choice.low <= choice.tension <= choice.high <= 100


REFUSED = {
    "energy": {"energy": -5},
    "now": {"now": datetime(2026, 11, 23)},  # noqa: DTZ001  # a naive moment is what is refused
    "cards": {"cards": [LADDER[0], LADDER[0]]},
}


@pytest.mark.parametrize(("name", "wrong"), REFUSED.items(), ids=REFUSED.keys())
def test_what_makes_no_sense_is_refused_by_name(name, wrong):
    with pytest.raises(ValueError, match=name):
        choose(**{"cards": LADDER, "reps": [], "now": NOW, "rng": Random(1), **wrong})


WRONG_CARDS = {
    "channel": {"channel": "pigeon"},
    "yes_rate": {"yes_rate": 1.1},
    "yes_rate:": {"yes_rate": float("nan")},
    "facets": {"facets": {"smell": 0.5}},
    "facets: size": {"facets": {"size": -0.1}},
}


@pytest.mark.parametrize(("name", "wrong"), WRONG_CARDS.items(), ids=WRONG_CARDS.keys())
def test_a_card_out_of_range_is_refused_by_name(name, wrong):
    with pytest.raises(ValueError, match=name):
        Card(**{"key": "x", "facets": {}, "channel": "phone", "yes_rate": 0.5, **wrong})


WRONG_REPS = {
    "outcome": {"outcome": "perhaps"},
    "at": {"at": datetime(2026, 11, 23)},  # noqa: DTZ001  # a naive moment is what is refused
    "sting": {"sting": 101},
    "tension_before": {"tension_before": float("inf")},
}


@pytest.mark.parametrize(("name", "wrong"), WRONG_REPS.items(), ids=WRONG_REPS.keys())
def test_a_rep_out_of_range_is_refused_by_name(name, wrong):
    with pytest.raises(ValueError, match=name):
        Rep(**{"key": "x", "at": NOW, "place": "", "outcome": "no", **wrong})
