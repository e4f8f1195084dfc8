"""The prior of evidence 5.3: medians and ranges as the table has them, and two halves that share nobody."""

import numpy as np
import pytest

from lab.people import draw_people

MANY = 4000
# Name, median or mean, lowest, highest.
TABLE = [
    ("cost", 0.60, 0.25, 0.98),
    ("real_cost", 0.22, 0.08, 0.40),
    ("harsh", 0.055, 0.03, 0.08),
    ("safety_rate", 0.26, 0.05, 0.70),
    ("threat_rate", 0.22, 0.0, np.inf),
    ("chance_rate", 0.15, 0.0, np.inf),
    ("chance_reach", 0.28, 0.0, np.inf),
    ("safety_reach", 0.60, 0.0, np.inf),
    ("threat_reach", 0.80, 0.0, np.inf),
    ("elsewhere", 0.55, 0.2, 0.9),
    ("spacing_days", 1.0, 0.3, 3.0),
    ("brief_days", 30.0, 10.0, 40.0),
    ("lasting_days", 250.0, 120.0, 400.0),
    ("habit_rate", 0.022, 0.02, 0.08),
    ("rumination_harm", 0.12, 0.0, 0.3),
    ("tiredness_kept", 0.82, 0.6, 0.95),
    ("tiredness_rate", 0.22, 0.05, 0.40),
    ("avoidance", 1.0, 0.5, 2.0),
]


@pytest.fixture(scope="module")
def people():
    return draw_people(1, "tuning", 0, MANY)


@pytest.mark.parametrize(("name", "median", "low", "high"), TABLE)
def test_each_parameter_has_its_median_and_stays_within_its_range(people, name, median, low, high):
    drawn = getattr(people, name)
    assert np.median(drawn) == pytest.approx(median, rel=0.05)
    assert drawn.min() >= low
    assert drawn.max() <= high


def test_about_one_in_seven_is_refused_far_more(people):
    assert (people.welcome < -0.9).mean() == pytest.approx(0.16, abs=0.03)


def test_the_anxious_underestimate_a_yes_more_and_learn_safety_more_slowly(people):
    assert np.corrcoef(people.anxiety, people.bias)[0, 1] > 0.3
    assert np.corrcoef(people.anxiety, people.safety_rate)[0, 1] < -0.1


def test_the_halves_share_nobody():
    tuning, report = draw_people(1, "tuning", 0, 500), draw_people(1, "report", 0, 500)
    assert set(tuning.id).isdisjoint(report.id)
    assert not np.isin(tuning.anxiety, report.anxiety).any()


def test_a_number_is_the_same_person_in_any_crowd():
    few, many = draw_people(1, "tuning", 10, 20), draw_people(1, "tuning", 0, 100)
    assert np.array_equal(few.cost, many.of(slice(10, 20)).cost)
