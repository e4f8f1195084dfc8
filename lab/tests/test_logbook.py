"""What a coach gets to see: reps as people log them, gaps included, and never the true state."""

from functools import cache
from random import Random

import pytest

from lab.coached import Coached, choice_function
from lab.days import Days
from lab.deck import draw_deck
from lab.learners.rescorla_wagner import RescorlaWagner
from lab.people import draw_people
from lab.policy import Scene
from lab.worlds import WORLDS
from nerve.graded import graded
from nerve.rep import AFTER, BEFORE
from nerve.suggestion import Choice

PEOPLE = 25


def weekly(cards, reps, *, now, energy, resting, rng: Random):
    """A coach that offers nothing on Mondays."""
    return Choice(None) if now.weekday() == 0 else Choice(rng.choice(cards).key)


@cache
def logged(world, coach="nerve.graded:graded"):
    people = draw_people(1, "tuning", 0, PEOPLE)
    deck = draw_deck(1, number=0, written=0.2, error=0.0)
    learner = RescorlaWagner(people, deck)
    yes = 1 - learner.no_before
    policy = Coached(Scene(1, WORLDS[world], learner, yes), coach)
    result = Days(1, WORLDS[world], learner, yes).pass_by(policy)
    return [rep for reps in policy.logbook.reps for rep in reps], policy, result


@pytest.fixture(scope="module")
def base():
    return logged("base")


def test_every_offer_is_a_rep_and_every_ask_has_an_answer(base):
    reps, _, result = base
    assert len(reps) == result.asks.sum() + result.ducked.sum()
    assert sum(rep.answered for rep in reps) == result.asks.sum()
    assert sum(rep.outcome == "no" for rep in reps) == result.noes.sum()


def test_a_sting_and_a_new_cost_are_told_after_a_no_only(base):
    reps, _, _ = base
    assert {rep.outcome for rep in reps if rep.sting is not None or rep.cost_after is not None} == {"no"}


def test_without_an_ask_there_is_no_debrief(base):
    reps, _, _ = base
    left = [rep for rep in reps if rep.outcome == "not_asked"]
    assert any(rep.too_much for rep in left)
    assert not any(rep.feared_after is not None or rep.surprise is not None for rep in left)
    assert any(rep.tension_before is not None for rep in left)


@pytest.mark.parametrize(("world", "before", "after"), [("base", 0.1, 0.1), ("sparse", 0.3, 0.51)])
def test_as_many_scales_are_empty_as_the_world_says(world, before, after):
    asks = [rep for rep in logged(world)[0] if rep.answered]
    assert sum(rep.no_before is None for rep in asks) / len(asks) == pytest.approx(before, abs=0.04)
    assert sum(rep.surprise is None for rep in asks) / len(asks) == pytest.approx(after, abs=0.04)


def test_every_scale_is_told_by_somebody(base):
    reps, _, _ = base
    scales = {*BEFORE, *AFTER, "energy"}
    assert {name for name in scales if any(getattr(rep, name) is not None for rep in reps)} == scales


def test_reps_come_in_the_order_of_days_in_several_places(base):
    _, policy, _ = base
    for reps in policy.logbook.reps:
        times = [rep.at for rep in reps]
        assert times == sorted(times)
    assert len({rep.place for reps in policy.logbook.reps for rep in reps}) == 4


def test_a_coach_may_rest():
    _, _, result = logged("base", f"{__name__}:weekly")
    assert result.rests.sum() > PEOPLE
    assert result.asks.sum() > 0


def test_a_coach_is_found_by_module_and_name():
    assert choice_function("nerve.graded:graded") is graded


@pytest.mark.parametrize("name", ["nowhere:choose", "nerve.graded:nothing", "nerve.graded", ""])
def test_a_coach_that_is_not_there_is_named(name):
    with pytest.raises(ValueError, match="no such module:function"):
        choice_function(name)
