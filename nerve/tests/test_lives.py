"""Over thousands of lives no card beyond a bound is offered, nor held out as the gentler or the bolder one."""

from collections import Counter
from random import Random

import pytest

from nerve.choice import choose
from nerve.graded import graded
from nerve.tests.bounds import assert_sane, broken, by_belief, by_list, offered
from nerve.tests.lives import life

BOUNDS = {"tense", "stings", "resting", "lately", "step down", "heavy day"}
COACHES = pytest.mark.parametrize(
    ("coach", "expectation", "bounds"),
    # The list expects four fifths of a card's tension as its sting, so that the bound of tension is met first.
    [(choose, by_belief, BOUNDS), (graded, by_list, BOUNDS - {"stings"})],
    ids=["coach", "list"],
)


def lived(coach, expectation, seeds):
    """How often each bound alone kept a card back, and how often so many cards were offered; no card is beyond one."""
    met: Counter[str] = Counter()
    for seed in seeds:
        question = life(seed)
        choice = coach(**question, rng=Random(seed))
        expected = expectation(question["cards"], question["reps"], question["energy"], question["now"])
        assert_sane(choice, expected, question)
        rules = {"now": question["now"], "resting": question["resting"]}
        kept_back = [broken(key, expected, question["reps"], **rules) for key in expected]
        met.update({rule for rules in kept_back if len(rules) == 1 for rule in rules})
        met[f"{len(offered(choice))} offered"] += 1
    return met


@COACHES
def test_three_hundred_lives_bring_no_card_beyond_a_bound_and_meet_every_one(coach, expectation, bounds):
    met = lived(coach, expectation, range(300))
    assert met.keys() >= bounds | {"0 offered", "3 offered"}


@pytest.mark.prove
@COACHES
def test_ten_thousand_lives_bring_no_card_beyond_a_bound(coach, expectation, bounds):
    met = lived(coach, expectation, range(10_000))
    assert all(met[rule] >= 50 for rule in bounds)
