"""What the coach is held to: each promise, kept and broken."""

import pytest

from lab.measures import ahead, best_simple, effect, worst_tenth
from lab.tests.made_up import result, results
from lab.verdicts import cost_of_gaps, verdict


def verdict_of(setting="base", **coach):
    found = results()[setting]
    return verdict(setting, found | {"coach": result(**({"gain": 7.5} | coach))}, seed=1)


def test_a_coach_that_is_ahead_close_to_the_oracle_and_harmless_keeps_everything():
    assert verdict_of().kept


@pytest.mark.parametrize(
    ("setting", "coach"),
    [("base", {"gain": 5.0}), ("base", {"gain": 7.0}), ("slow", {"gain": 5.5}), ("base", {"harm": 0.2})],
    ids=["not ahead", "far from the oracle in base", "far from the oracle elsewhere", "more harm than the list"],
)
def test_one_broken_promise_is_enough(setting, coach):
    assert not verdict_of(setting, **coach).kept


def test_elsewhere_less_of_the_oracle_is_wanted_than_in_base():
    assert verdict_of("slow", gain=7.0).kept


def test_the_rival_is_the_best_of_the_simple_ones():
    assert best_simple(results()["base"]) == "list"
    assert best_simple(results(gut=6.0)["base"]) == "gut"
    assert best_simple(results(window=9.0)["base"]) == "list"


def test_the_effect_is_in_standard_deviations_of_those_who_do_not_practise():
    assert effect(result(9.0)) == pytest.approx(1.0, abs=0.15)
    assert effect(result(0.0)) == 0


def test_an_interval_holds_its_value_and_is_nothing_against_itself():
    found = ahead(result(7.0), result(5.0), seed=1)
    assert found.low < found.value < found.high
    assert found.low > 0
    same = ahead(result(5.0), result(5.0), seed=1)
    assert (same.low, same.value, same.high) == (0, 0, 0)


def test_the_same_seed_gives_the_same_interval():
    assert ahead(result(7.0), result(5.0), seed=1) == ahead(result(7.0), result(5.0), seed=1)


def test_the_worst_tenth_gains_less_than_all():
    assert worst_tenth(result(5.0)) < result(5.0).gain.mean()


def test_gaps_may_cost_a_little():
    few, many = results(), results()
    few["sparse"]["coach"], many["sparse"]["coach"] = result(7.0), result(6.0)
    assert cost_of_gaps(few, 1)[1]
    assert not cost_of_gaps(many, 1)[1]
