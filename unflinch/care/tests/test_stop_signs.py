import re
from datetime import date, timedelta

import pytest

from unflinch.care.stop_signs import SIGN_RULES, Known, Measure, Signals, first_visit, soft_stops, stop_signs

TODAY = date(2026, 11, 23)


def ago(days):
    return TODAY - timedelta(days=days)


def measures(*pairs):
    return [Measure(ago(days), value) for days, value in pairs]


def told(*pairs):
    return [Signals(ago(days), yes) for days, yes in pairs]


def days(*ago_many):
    return [ago(one) for one in ago_many]


EIGHT = [(at * 3, 50) for at in range(8)]
TANKS = [(12, 25), (9, 25), (6, 25), (4, 25), (1, 50), (0, 0)]
# code, what is just enough, what is just not enough
ROWS = [
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
    # It does not lift by the calendar: two milder ones lift it, and four weeks.
    (
        "hard_stings",
        Known(stings=measures((26, 78), (23, 78), (20, 78)), landings=measures((12, 0), (11, 75))),
        Known(stings=measures((26, 78), (23, 78), (20, 78)), landings=measures((12, 0), (11, 74))),
    ),
    (
        "hard_stings",
        Known(stings=measures((33, 78), (30, 78), (27, 78))),
        Known(stings=measures((34, 78), (31, 78), (28, 78))),
    ),
    ("most_tense", Known(tensions=measures((1, 100))), Known(tensions=measures((2, 100), (0, 99)))),
    ("many_noes", Known(stings=measures(*EIGHT)), Known(stings=measures(*EIGHT[:-1], (25, 49)))),
    ("many_noes", Known(stings=measures((29, 60), *EIGHT[1:])), Known(stings=measures((30, 60), *EIGHT[1:]))),
    ("not_yet_back", Known(not_yet=days(13, 4, 0)), Known(not_yet=days(14, 4, 0))),
    ("empty_tank", Known(tanks=measures(*TANKS)), Known(tanks=measures(*TANKS[1:], (0, 0)))),
    ("empty_tank", Known(tanks=measures(*TANKS)), Known(tanks=measures(*TANKS[:3], (4, 50), *TANKS[4:]))),
    ("empty_tank", Known(tanks=measures(*TANKS)), Known(tanks=measures(*TANKS[:4], (0, 0)))),
    ("avoidance", Known(avoided=days(13, 9, 8, 5, 2, 0)), Known(avoided=days(14, 9, 8, 5, 2, 0))),
    ("avoidance", Known(avoided=days(5, 4, 3, 2, 1, 0)), Known(avoided=days(*[1] * 40))),
    (
        "avoidance",
        Known(avoided=days(*range(6)), made=days(2, 2, 3)),
        Known(avoided=days(*range(6)), made=days(2, 3, 4)),
    ),
    (
        "slow_recovery",
        Known(recoveries=measures((13, 1441), (0, 2000))),
        Known(recoveries=measures((1, 1440), (0, 2000))),
    ),
    (
        "round_and_round",
        Known(rumination=measures((13, 60), (4, 70), (0, 90))),
        Known(rumination=measures((14, 60), (4, 70), (0, 90))),
    ),
    (
        "round_and_round",
        Known(rumination=measures((2, 60), (1, 60), (0, 60))),
        Known(rumination=measures((0, 60), (0, 60), (0, 60))),
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
    soft = {sign.code for sign in stop_signs().values() if sign.strength == "soft"}
    assert set(SIGN_RULES) == soft == {code for code, _, _ in ROWS}


def test_what_comes_after_today_does_not_count():
    assert soft_stops(Known(stings=measures((-1, 90), (-1, 90), (-1, 90))), today=TODAY) == ()


def test_knowing_nothing_stops_nothing():
    assert soft_stops(Known(), today=TODAY) == ()


HARD = [
    "crisis_words", "suicidal_thoughts", "self_harm", "low_mood", "panic", "homebound", "psychosis_or_mania",
    "eating_disorder", "trauma_from_people", "stalked", "abuse_at_home", "heavy_use", "under_18",
]  # fmt: skip


@pytest.mark.parametrize("code", HARD)
def test_a_hard_sign_has_its_sentence(code):
    assert stop_signs()[code].strength == "hard"
    assert stop_signs()[code].sentence


def test_no_other_sign_is_hard():
    assert [sign.code for sign in stop_signs().values() if sign.strength == "hard"] == HARD


def test_the_first_visit_lists_what_only_the_person_can_tell():
    assert [sign.code for sign in first_visit()] == [code for code in HARD if code != "crisis_words"]


def test_only_two_worse_weeks_ask_for_a_rest():
    assert [sign.code for sign in stop_signs().values() if sign.offers_rest] == ["worse_twice"]


def test_each_line_of_the_list_goes_on_after_its_opening():
    opening = re.compile(r"(?:you|you’(?:re|ve)|somebody|panic|fear|eating) [a-z0-9’,]+")
    assert [sign.code for sign in first_visit() if opening.match(sign.first_visit) is None] == []


def test_no_sentence_names_a_disorder_or_scolds():
    for sign in stop_signs().values():
        for word in ("disorder", "patholog", "symptom", "diagnos", "you should", "must", "overblown"):
            assert word not in sign.sentence.lower()
