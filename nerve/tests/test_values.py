"""What comes in is refused by name where it makes no sense."""

from datetime import datetime

import pytest

from nerve.card import Card
from nerve.rep import Rep
from nerve.tests.offers import NOW

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
