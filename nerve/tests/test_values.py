"""What comes in is refused by name where it makes no sense."""

import math
from datetime import datetime

import pytest

from nerve.card import FACETS, Card
from nerve.rep import SCALES, WORDS, Rep
from nerve.tests.offers import NOW

WRONG_CARDS = {
    "channel": {"channel": "pigeon"},
    "yes_rate": {"yes_rate": 1.1},
    "facets: 'smell'": {"facets": {"smell": 0.5}},
    "facets: size": {"facets": {"size": -0.1}},
    "facets: status": {"facets": {"size": 0.1, "status": 1.1}},
}
NOT_NUMBERS = (math.nan, math.inf, -math.inf)


@pytest.mark.parametrize(("name", "wrong"), WRONG_CARDS.items(), ids=WRONG_CARDS.keys())
def test_a_card_out_of_range_is_refused_by_name(name, wrong):
    with pytest.raises(ValueError, match=name):
        Card(**{"key": "x", "facets": {}, "channel": "phone", "yes_rate": 0.5, **wrong})


@pytest.mark.parametrize("value", NOT_NUMBERS)
@pytest.mark.parametrize("name", ["yes_rate", *FACETS])
def test_what_is_no_number_is_refused_on_a_card(name, value):
    wrong = {"yes_rate": value} if name == "yes_rate" else {"facets": {name: value}}
    with pytest.raises(ValueError, match=name):
        Card(**{"key": "x", "facets": {}, "channel": "phone", "yes_rate": 0.5, **wrong})


WRONG_REPS = {
    "outcome": {"outcome": "perhaps"},
    "at": {"at": datetime(2026, 11, 23)},  # noqa: DTZ001  # a naive moment is what is refused
    **{name: {name: "perhaps"} for name in WORDS},
    **{f"{name}: ''": {name: ""} for name in WORDS},
}


@pytest.mark.parametrize(("name", "wrong"), WRONG_REPS.items(), ids=WRONG_REPS.keys())
def test_a_rep_out_of_range_is_refused_by_name(name, wrong):
    with pytest.raises(ValueError, match=name):
        Rep(**{"key": "x", "at": NOW, "place": "", "outcome": "no", **wrong})


@pytest.mark.parametrize("value", [*NOT_NUMBERS, -0.1, 100.1])
@pytest.mark.parametrize("name", SCALES)
def test_every_scale_of_a_rep_is_held_to_its_range(name, value):
    with pytest.raises(ValueError, match=f"^{name}: "):
        Rep("x", NOW, "", "no", **{name: value})


def test_everything_but_the_outcome_may_be_left():
    rep = Rep("x", None, "", "no")
    assert {getattr(rep, name) for name in (*SCALES, *WORDS, "safe_habits")} == {None}
