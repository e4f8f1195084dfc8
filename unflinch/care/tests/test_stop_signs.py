from datetime import date, timedelta

import pytest

from unflinch.care.stop_signs import RULES, Known, Measure, Told, first_visit, signs, soft_stops

TODAY = date(2026, 11, 23)


def ago(days):
    return TODAY - timedelta(days=days)


def measures(*pairs):
    return [Measure(ago(days), value) for days, value in pairs]


def told(*pairs):
    return [Told(ago(days), yes) for days, yes in pairs]


# code, what is just enough, what is just not enough
ROWS = [
    ("social_fear", Known(mini_spin=measures((0, 9))), Known(mini_spin=measures((0, 8)))),
    ("social_fear", Known(mini_spin=measures((0, 6)), life_impaired=True), Known(mini_spin=measures((0, 6)))),
    ("social_fear", Known(mini_spin=measures((13, 9))), Known(mini_spin=measures((14, 9)))),
    ("worry", Known(gad7=measures((0, 15))), Known(gad7=measures((0, 14)))),
    ("worry", Known(gad7=measures((5, 3), (0, 15))), Known(gad7=measures((5, 15), (0, 3)))),
    ("low_mood", Known(phq2=measures((0, 3))), Known(phq2=measures((0, 2)))),
    ("low_wellbeing", Known(who5=measures((0, 28))), Known(who5=measures((0, 32)))),
    ("low_wellbeing", Known(who5=measures((0, 0))), Known()),
    (
        "wellbeing_falls",
        Known(who5=measures((28, 80), (14, 70), (0, 60))),
        Known(who5=measures((28, 80), (14, 70), (0, 61))),
    ),
    ("wellbeing_falls", Known(who5=measures((0, 60), (28, 80), (14, 70))), Known(who5=measures((14, 80), (0, 50)))),
    (
        "hard_stings",
        Known(stings=measures((9, 75), (4, 80), (0, 75))),
        Known(stings=measures((10, 75), (4, 80), (0, 75))),
    ),
    (
        "hard_stings",
        Known(stings=measures((0, 75), (0, 90), (0, 75))),
        Known(stings=measures((0, 75), (0, 74), (0, 75))),
    ),
    (
        "slow_recovery",
        Known(recoveries=measures((13, 1441), (0, 2000))),
        Known(recoveries=measures((1, 1440), (0, 2000))),
    ),
    (
        "round_and_round",
        Known(rumination=measures((6, 60), (4, 70), (2, 60), (0, 90))),
        Known(rumination=measures((7, 60), (4, 70), (2, 60), (0, 90))),
    ),
    (
        "round_and_round",
        Known(rumination=measures((3, 60), (2, 60), (1, 60), (0, 60))),
        Known(rumination=measures((0, 60), (0, 60), (0, 60), (0, 60))),
    ),
    ("new_avoidance", Known(avoids_more=told((3, True))), Known(avoids_more=told((3, True), (1, False)))),
    ("new_avoidance", Known(avoids_more=told((13, True))), Known(avoids_more=told((14, True)))),
    ("worse_week", Known(worse_weeks=told((7, False), (0, True))), Known(worse_weeks=told((7, True), (0, False)))),
    ("worse_week", Known(worse_weeks=told((0, True))), Known(worse_weeks=told((7, True), (0, True)))),
    ("worse_twice", Known(worse_weeks=told((7, True), (0, True))), Known(worse_weeks=told((0, True)))),
    (
        "worse_twice",
        Known(worse_weeks=told((14, True), (7, True), (0, True))),
        Known(worse_weeks=told((14, True), (7, False), (0, True))),
    ),
]


@pytest.mark.parametrize(("code", "enough", "_"), ROWS)
def test_a_soft_stop_is_in_force_when_there_is_enough(code, enough, _):
    assert code in [sign.code for sign in soft_stops(enough, today=TODAY)]


@pytest.mark.parametrize(("code", "_", "not_enough"), ROWS)
def test_a_soft_stop_is_not_in_force_when_there_is_not_quite_enough(code, _, not_enough):
    assert code not in [sign.code for sign in soft_stops(not_enough, today=TODAY)]


def test_every_soft_sign_has_its_rule_and_its_row():
    soft = {sign.code for sign in signs().values() if sign.strength == "soft"}
    assert set(RULES) == soft == {code for code, _, _ in ROWS}


def test_what_comes_after_today_does_not_count():
    assert soft_stops(Known(stings=measures((-1, 90), (-1, 90), (-1, 90))), today=TODAY) == ()


def test_knowing_nothing_stops_nothing():
    assert soft_stops(Known(), today=TODAY) == ()


HARD = [
    "crisis_words", "suicidal_thoughts", "self_harm", "psychosis_or_mania", "eating_disorder", "trauma_from_people",
    "stalked", "abuse_at_home", "heavy_use", "under_18",
]  # fmt: skip


@pytest.mark.parametrize("code", HARD)
def test_a_hard_sign_has_its_sentence(code):
    assert signs()[code].strength == "hard"
    assert signs()[code].sentence


def test_no_other_sign_is_hard():
    assert [sign.code for sign in signs().values() if sign.strength == "hard"] == HARD


def test_the_first_visit_lists_what_only_the_person_can_tell():
    assert [sign.code for sign in first_visit()] == [code for code in HARD if code != "crisis_words"]


def test_only_two_worse_weeks_ask_for_a_rest():
    assert [sign.code for sign in signs().values() if sign.offers_rest] == ["worse_twice"]


def test_no_sentence_names_a_disorder_or_scolds():
    for sign in signs().values():
        for word in ("disorder", "patholog", "symptom", "diagnos", "you should", "must", "overblown"):
            assert word not in sign.sentence.lower()
