"""What every trial promises, whoever tries what."""

from dataclasses import fields

import numpy as np
import pytest

from lab.arrays import Floats
from lab.days import LabResult
from lab.learners.families import FAMILIES
from lab.policies import POLICIES
from lab.trial import run
from lab.worlds import WORLDS

PEOPLE = 25


def values(result: LabResult) -> dict[str, Floats]:
    return {field.name: getattr(result, field.name) for field in fields(result)}


def alike(one: LabResult, other: LabResult) -> bool:
    return all(np.array_equal(mine, values(other)[name]) for name, mine in values(one).items())


@pytest.mark.parametrize("policy", [policy for policy in POLICIES if policy != "rollout"])
def test_the_same_seed_gives_the_same_result(policy):
    assert alike(run(policy, "base", 5, workers=1), run(policy, "base", 5, workers=1))


def test_another_seed_gives_another_result():
    assert not alike(run("random", "base", 8, seed=1, workers=1), run("random", "base", 8, seed=2, workers=1))


def test_a_person_fares_alike_in_a_small_crowd_and_in_a_large_one():
    small, large = run("gut", "base", 5, workers=1), run("gut", "base", PEOPLE, workers=1)
    assert np.allclose(small.after, large.after[:5])


@pytest.mark.parametrize("world", WORLDS)
def test_every_world_gives_numbers_within_their_scales(world):
    result = run("middle", world, PEOPLE, workers=1)
    for measured in values(result).values():
        assert np.isfinite(measured).all()
        assert (measured >= 0).all()
    assert (result.after <= 100).all()
    assert (np.maximum(result.willing, result.misjudged) <= 1).all()
    assert (result.noes <= result.asks).all()
    assert (result.asks + result.ducked + result.rests <= 60).all()


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_learns_from_practice(family):
    result = run("middle", "base", PEOPLE, family=family, workers=1)
    assert np.isfinite(result.after).all()
    assert result.gain.mean() > 1


def test_without_practice_nothing_changes():
    result = run("none", "base", PEOPLE, workers=1)
    assert np.allclose(result.gain, 0)
    assert result.asks.sum() == 0


def test_practice_helps_and_the_oracle_knows_best():
    gains = {name: run(name, "base", PEOPLE, workers=1).gain.mean() for name in ("none", "random", "oracle")}
    assert gains["none"] < gains["random"] < gains["oracle"]


def test_the_halves_are_different_people():
    tuning, report = (run("none", "base", PEOPLE, half=half, workers=1) for half in ("tuning", "report"))
    assert not np.isin(tuning.before, report.before).any()


@pytest.mark.parametrize("policy", ["oracle", "bounded", "list"])
def test_the_days_go_on_when_all_have_given_up(policy):
    result = run(policy, "fragile", 5, seed=3, workers=1)
    assert result.stayed.sum() == 0
    assert np.isfinite(result.after).all()


def test_a_roof_that_knows_the_dice_is_never_below_the_oracle(monkeypatch):
    monkeypatch.setattr("lab.rollout._CARDS", 3)
    roof, oracle = run("rollout", "fragile", 3, workers=1), run("oracle", "fragile", 3, workers=1)
    assert (roof.gain >= oracle.gain - 1e-9).all()


def test_within_the_limits_fewer_days_are_harmful():
    bounded, oracle = run("bounded", "base", PEOPLE, workers=1), run("oracle", "base", PEOPLE, workers=1)
    assert bounded.harm_days.sum() < oracle.harm_days.sum()


def test_not_to_know_the_surroundings_costs_an_oracle_something():
    blind, bounded, random = (
        run(name, "surroundings", PEOPLE, workers=1).gain.mean() for name in ("blind", "bounded", "random")
    )
    assert random < blind < bounded


def test_where_surroundings_do_not_differ_there_is_nothing_to_be_blind_to():
    assert alike(run("blind", "base", 8, workers=1), run("bounded", "base", 8, workers=1))
