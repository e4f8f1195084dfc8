"""A coach's answer: the same for the same question, and sane for a senseless one."""

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.card import FACETS, Card
from nerve.choice import choose
from nerve.graded import graded
from nerve.parameters import REMEMBERED
from nerve.rep import OUTCOMES, SCALES, Rep
from nerve.tests.bounds import assert_sane, by_belief, by_list
from nerve.tests.lives import ask as drawn
from nerve.tests.lives import life
from nerve.tests.offers import LADDER, NOW, ask, cards, codes, made, reps, scales

EXPECTED = {choose: by_belief, graded: by_list}
both = pytest.mark.parametrize("coach", [choose, graded])


@both
@given(cards, reps, scales, st.integers(0, 5))
def test_the_same_arguments_give_the_same_choice(coach, cards, reps, energy, seed):
    first, second = (ask(coach, reps, cards=cards, seed=seed, energy=energy) for _ in range(2))
    assert first == second


def known(step, *, days, **told):
    """An ask of a card of the ladder."""
    return Rep(LADDER[step % len(LADDER)].key, NOW - timedelta(days=days), "shop", "no", **told)


def calm(key, *, days, outcome="yes"):
    """An ask that was easy."""
    at = NOW - timedelta(days=days)
    return Rep(key, at, "shop", outcome, no_before=50, tension_before=20, sting=20)


def test_where_no_ask_is_worth_anything_it_is_the_gentlest_and_never_the_most_forbidding():
    """Somebody who heard nothing but noes for weeks, tells nothing, and took a day off."""
    refused = [replace(card, yes_rate=0.2) for card in LADDER]
    noes = [Rep(refused[day % 20].key, NOW - timedelta(days=40 - day), "shop", "no") for day in range(38)]
    expected = by_belief(refused, noes, None, NOW)
    asked = {rep.key for rep in noes[-5:]}
    choice = ask(choose, noes, cards=refused)
    assert choice.tension == min(found.tension for key, found in expected.items() if key not in asked)


def test_who_only_ever_says_that_it_is_too_much_is_not_left_without_a_card():
    library = [replace(card, key=f"{card.key} {copy}") for copy in "abcdef" for card in LADDER]
    said: list[Rep] = []
    for day in range(21, 0, -1):
        now = NOW - timedelta(days=day)
        offered = choose(library, said, now=now, rng=Random(day))
        assert offered.key is not None, day
        said.append(Rep(offered.key, now, "", "not_asked", too_much=True))


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


EQUAL = [Card(f"one of many {number}", {"size": 0.3, "oddness": 0.3}, "in_person", 0.5) for number in range(1000)]
BARE = [Card(f"bare {number}", {}, "phone", 0.5) for number in range(3)]
CERTAIN = [Card("never", {}, "written", 0.0), Card("always", {}, "written", 1.0)]
ENDS = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
OFTEN = [calm("bare 0", days=30, outcome=outcome) for outcome in OUTCOMES] * 40

SANE = {
    "one card": ([LADDER[3]], []),
    "one card asked many times": ([BARE[0]], OFTEN),
    "no facets": (BARE, []),
    "no facets and many asks": (BARE, OFTEN),
    "one card with facets among bare ones": ([*BARE, LADDER[2]], OFTEN),
    "every facet nothing": ([Card("plain", dict.fromkeys(FACETS, 0.0), "in_person", 0.5)], []),
    "yes-rates at the ends": (CERTAIN, []),
    "yes-rates at the ends, and the answers were the others": (
        CERTAIN,
        [Rep(key, NOW - timedelta(days=9), "", outcome) for key, outcome in (("never", "yes"), ("always", "no"))] * 20,
    ),
    "a thousand equal cards": (EQUAL, []),
    "a thousand equal cards, all but one asked this week": (
        EQUAL,
        [calm(card.key, days=2) for card in EQUAL[1:]],
    ),
    "times out of order": (LADDER, [*made(2, days=1), *made(2, days=90), *made(2, days=9)]),
    "known cards out of order": (LADDER, [known(turn, days=3 + turn * 7919 % 101) for turn in range(101)]),
    "the same rep twice": (LADDER, made(1) * 2),
    "the same rep of a known card a hundred times": (LADDER, [known(4, days=20)] * 100),
    "a clock before the last rep": (LADDER, made(3, days=-4000)),
    "a clock before the asks of known cards": (LADDER, [known(turn, days=-turn) for turn in range(5)]),
    "from the first year to the last": (
        LADDER,
        [Rep("x", at, "", "no", sting=90) for at in ENDS],
    ),
    "no times at all": (LADDER, [Rep("x", None, "", "no", sting=40)] * 3),
    "every other time missing": (LADDER, [replace(known(turn, days=9), at=None) for turn in range(9)] + made(9)),
    "every scale at nothing": (LADDER, [known(turn, days=9, **dict.fromkeys(SCALES, 0)) for turn in range(9)]),
}


@both
@pytest.mark.parametrize(("cards", "reps"), SANE.values(), ids=SANE.keys())
def test_odd_input_gets_a_sane_choice(coach, cards, reps):
    choice = ask(coach, reps, cards=cards)
    expected = EXPECTED[coach](cards, reps, None, NOW)
    assert_sane(choice, expected, {"reps": reps, "now": NOW, "resting": frozenset()})
    assert choice.key in expected


HARD = {
    "every facet full, beside cards of which nothing is known": (
        [Card("bold", dict.fromkeys(FACETS, 1.0), "phone", 0), *BARE],
        [],
    ),
    "every scale at the top": (LADDER, [known(turn, days=9, **dict.fromkeys(SCALES, 100)) for turn in range(9)]),
    "nothing but steps that were too much": (
        LADDER,
        [Rep(card.key, NOW - timedelta(days=9), "", "not_asked", too_much=True) for card in LADDER],
    ),
}


@both
@pytest.mark.parametrize(("cards", "reps"), HARD.values(), ids=HARD.keys())
def test_where_all_may_be_too_much_it_is_a_sane_choice_or_a_rest(coach, cards, reps):
    choice = ask(coach, reps, cards=cards)
    assert_sane(choice, EXPECTED[coach](cards, reps, None, NOW), {"reps": reps, "now": NOW, "resting": frozenset()})
    assert choice.key is not None or codes(choice) == ["all_too_much"]


REFUSED = {
    "energy": {"energy": -5},
    "energy: 100.1": {"energy": 100.1},
    "energy: nan": {"energy": math.nan},
    "energy: inf": {"energy": math.inf},
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


def test_gentler_and_bolder_are_so_on_the_steps_that_are_shown():
    cards = [Card(f"card {at}", dict.fromkeys(FACETS, at / 20), "in_person", 0.5) for at in range(20)]
    shown = {card.key: 1 + at // 4 for at, card in enumerate(cards)}
    for seed in range(40):
        choice = choose(cards, [], now=datetime(2026, 11, 2, 18, tzinfo=UTC), steps=shown, rng=Random(seed))
        assert choice.key is not None
        assert choice.gentler is None or shown[choice.gentler] < shown[choice.key]
        assert choice.bolder is None or shown[choice.bolder] > shown[choice.key]
        turned = {key: 6 - step for key, step in shown.items()}
        against = choose(cards, [], now=datetime(2026, 11, 2, 18, tzinfo=UTC), steps=turned, rng=Random(seed))
        assert (against.gentler, against.bolder) == (None, None)


@pytest.mark.parametrize("seed", range(12))
def test_of_what_lies_further_back_than_is_remembered_only_the_day_counts(seed):
    arguments = life(seed)
    keys = [card.key for card in arguments["cards"]]
    dice = Random(seed)
    asked = sorted((drawn(dice, dice.choice(keys), 10 + 2 * day, 60, 0.2) for day in range(260)), key=moment)
    plain = [Rep(rep.key, rep.at, "", rep.outcome, too_much=rep.too_much) for rep in asked[:-REMEMBERED]]
    arguments["reps"] = asked
    chosen = choose(**arguments, rng=Random(seed))
    arguments["reps"] = [*plain, *asked[-REMEMBERED:]]
    assert choose(**arguments, rng=Random(seed)) == chosen


def moment(rep):
    return rep.at is not None, rep.at or NOW
