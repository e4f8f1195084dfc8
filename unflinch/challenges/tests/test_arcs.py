"""Decks with an arc, and rules to bend."""

from copy import deepcopy

import pytest

from unflinch.challenges.arcs import (
    arc_files,
    arc_problems,
    arcs,
    bendable_rules,
    own_rule_problems,
    own_rules_file,
)
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.check import Problem

BY_SLUG = {arc.slug: arc for arc in arcs()}
KNOWN = catalogue().challenges


def difficulty_by_stage(arc):
    return [sum(one.difficulty for one in stage.challenges) / len(stage.challenges) for stage in arc.stages]


def test_the_arcs_that_ship_are_sound():
    assert list(arc_problems(arc_files(), KNOWN)) == []
    assert list(own_rule_problems(own_rules_file(), KNOWN)) == []


def test_thirty_days_hold_a_likely_no_a_day_and_grow_bolder():
    found = BY_SLUG["thirty-days"]
    assert len(found.challenges) == 30
    assert all(challenge.yes_rate <= 0.33 for challenge in found.challenges)
    assert difficulty_by_stage(found) == sorted(difficulty_by_stage(found))


def test_a_hundred_are_a_hundred_and_end_with_what_one_really_wants():
    found = BY_SLUG["a-hundred"]
    assert len(set(found.challenges)) == 100
    assert [stage.title for stage in found.stages] == ["Playful", "Cheeky", "Among people", "What you really want"]


def test_four_weeks_dip_in_the_third_and_end_where_they_began():
    found = BY_SLUG["four-weeks"]
    mild, bolder, dip, shift = difficulty_by_stage(found)
    assert dip < bolder < shift
    assert mild < bolder
    assert "rest" in found.stages[2].about
    assert "dog" in found.challenges[0].title
    assert "dog" in found.challenges[-1].title


@pytest.mark.parametrize("slug", [slug for slug in BY_SLUG if slug != "a-hundred"])
def test_an_arc_can_be_looked_through(slug):
    assert 9 <= len(BY_SLUG[slug].challenges) <= 40
    assert len(BY_SLUG[slug].stages) >= 3


def test_all_that_was_promised_is_there():
    assert set(BY_SLUG) == {
        "a-hundred",
        "boosters",
        "creators",
        "for-two",
        "four-weeks",
        "from-the-sofa",
        "job-hunt",
        "money-without-shame",
        "new-in-town",
        "phone-fear",
        "shy-at-work",
        "student",
        "ten-minutes-from-here",
        "thirty-days",
        "your-own-no",
    }


def test_what_is_for_the_sofa_needs_no_door():
    assert {challenge.channel for challenge in BY_SLUG["from-the-sofa"].challenges}.isdisjoint({"in_person"})


def test_phone_fear_is_met_by_phone_and_saying_no_by_saying_no():
    assert {challenge.channel for challenge in BY_SLUG["phone-fear"].challenges} == {"phone"}
    assert {challenge.kind for challenge in BY_SLUG["your-own-no"].challenges} == {"say_no"}


def test_a_rule_knows_what_bends_it():
    rules = {found.rule: found for found in bendable_rules()}
    assert "send-back-food-that-isnt-what-you-ordered" in [
        challenge.slug for challenge in rules["Never send food back"].bent_by
    ]
    assert len(rules) >= 10


def broken(slugs, **changes):
    stage = {"title": "Now", "about": "Go.", "challenges": slugs}
    return {"small.toml": {"title": "Small", "about": "Small things.", "stage": [stage], **changes}}


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (broken(["a-cloud"]), Problem("small.toml", "a-cloud", "challenges", "is not in the library")),
        (broken(["ask-the-way"] * 2), Problem("small.toml", "ask-the-way", "challenges", "is there twice")),
        (broken(["ask-the-way"], motto="Go"), Problem("small.toml", "", "motto", "is not known here")),
        (broken(["ask-the-way"], title=""), Problem("small.toml", "", "title", "must be text of 1 to 40 signs")),
    ],
)
def test_a_broken_arc_is_found(files, problem):
    found = list(arc_problems(files, KNOWN))
    assert [(one.file, one.slug, one.field) for one in found] == [(problem.file, problem.slug, problem.field)]
    assert found[0].sentence.startswith(problem.sentence)


def test_a_challenge_met_in_two_stages_is_found():
    files = broken(["ask-the-way"])
    files["small.toml"]["stage"].append(deepcopy(files["small.toml"]["stage"][0]))
    assert list(arc_problems(files, KNOWN)) == [Problem("small.toml", "ask-the-way", "challenges", "is there twice")]


def test_a_rule_bent_by_something_unknown_is_found():
    table = {
        "rule": [{"rule": "Never", "said": ["a", "b", "c"], "bent_by": ["a-cloud", "ask-the-way", "ask-for-a-pen"]}]
    }
    assert [problem.slug for problem in own_rule_problems(table, KNOWN)] == ["a-cloud", "ask-for-a-pen"]
