"""Every rule of the library bites: each test breaks one small sound library in one place."""

from copy import deepcopy
from datetime import date

import pytest

from unflinch.challenges.check import Problem, library_problems

WORDS = {
    "way_out": ["no worries if not"],
    "kind_no": ["thank you"],
    "forbidden": {"romance": ["date me"], "deception": ["pretend"]},
    "forbidden_with_strangers": {"money": ["lend me money"]},
}


def challenge(slug, *, size, **changes):
    return {
        "slug": slug,
        "title": f"Ask for {slug}",
        "line": "Could I? No worries if not.",
        "exit_line": "Thanks anyway!",
        "setting": "shop",
        "channel": "in_person",
        "kind": "ask",
        "facets": {"size": size, "oddness": 0, "status": 0, "audience": 0, "disclosure": 0, "distance": 1},
        "yes_rate": 0.5,
        "asks_of": "a passer-by",
        "cost_to_other": 0,
        "needs_staff": False,
        "can_refuse_freely": True,
        "discrimination_risk": 0,
        "legal_note": "",
        "rest_after": 7,
        "gentler": "",
        "bolder": "",
        "seated": "Ask from a bench.",
        "minutes": 2,
        "tags": ["quick"],
        "reviewed": date(2026, 11, 23),
        "said": ["one", "two", "three", "four", "five"],
        **changes,
    }


def library():
    rows = [
        challenge("a-pen", size=0.1, bolder="a-chair"),
        challenge("a-chair", size=0.5, gentler="a-pen", bolder="a-table"),
        challenge("a-table", size=0.9, gentler="a-chair"),
    ]
    deck = {"slug": "small", "title": "Small", "about": "Small things.", "language": "en"}
    gone = {"slug": "a-castle", "title": "Ask for a castle", "why": "Too dear.", "since": date(2026, 11, 23)}
    return {
        "small.toml": {"deck": deck, "challenge": rows},
        "retired.toml": {"retired": [gone]},
        "words.toml": {"en": WORDS},
    }


def problems_with(**changes):
    """What is said about the middle challenge once these fields are changed; None takes a field away."""
    broken = library()
    row = broken["small.toml"]["challenge"][1]
    row.update(changes)
    for name in [name for name, value in changes.items() if value is None]:
        del row[name]
    return library_problems(broken)


def test_the_small_library_is_sound():
    assert library_problems(library()) == []


@pytest.mark.parametrize("field", [field for field in challenge("a-pen", size=0) if field != "seated"])
def test_a_missing_field_is_found(field):
    slug, place = ("", "challenge 2.slug") if field == "slug" else ("a-chair", field)
    assert problems_with(**{field: None}) == [Problem("small.toml", slug, place, "is missing")]


def test_an_unknown_field_is_found():
    assert problems_with(colour="red") == [Problem("small.toml", "a-chair", "colour", "is not known here")]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("slug", "A chair"),
        ("slug", "a" * 81),
        ("title", "x" * 71),
        ("title", " Ask"),
        ("title", 7),
        ("line", "No worries if not. " + "x" * 160),
        ("exit_line", ""),
        ("setting", "moon"),
        ("channel", "pigeon"),
        ("kind", "dare"),
        ("facets", {"size": 0.5}),
        ("facets.distance", {"size": 0, "oddness": 0, "status": 0, "audience": 0, "disclosure": 0, "distance": 1.1}),
        ("facets", {"size": 0, "oddness": 0, "status": 0, "audience": 0, "disclosure": 0, "distance": 1, "luck": 0}),
        ("facets.size", {"size": True, "oddness": 0, "status": 0, "audience": 0, "disclosure": 0, "distance": 1}),
        ("yes_rate", 0),
        ("yes_rate", 1.2),
        ("yes_rate", "often"),
        ("asks_of", ""),
        ("cost_to_other", 2),
        ("cost_to_other", 4),
        ("cost_to_other", 0.5),
        ("needs_staff", "no"),
        ("can_refuse_freely", False),
        ("can_refuse_freely", 1),
        ("discrimination_risk", 4),
        ("discrimination_risk", -1),
        ("legal_note", 0),
        ("rest_after", 6),
        ("gentler", "A Pen"),
        ("bolder", 3),
        ("seated", ""),
        ("minutes", 0),
        ("minutes", 2.5),
        ("tags", []),
        ("tags", "quick"),
        ("tags", ["Two Words"]),
        ("reviewed", "2026-11-23"),
        ("said", ["one", "two", "three", "four"]),
        ("said", [f"phrase {number}" for number in range(11)]),
        ("said", ["one", "two", "three", "four", "Four"]),
        ("said", ["one", "two", "three", "four", 5]),
        ("wish", ""),
        ("rate_reason", "x" * 141),
        ("addressee", "everybody"),
        ("needs", ["unicorn"]),
        ("needs", []),
        ("needs", "dog"),
        ("places", ["moon"]),
        ("topics", ["everything"]),
        ("warm_up", False),
        ("warm_up", "yes"),
        ("means_yes", ""),
        ("means_no", 0),
        ("by_phone", "x" * 161),
        ("in_writing", ""),
        ("yours", ["one", "one"]),
        ("law", "never"),
        ("law", {"Germany": "Ask first."}),
        ("law.DE", {"DE": ""}),
    ],
)
def test_a_value_out_of_shape_is_found(field, value):
    found = problems_with(**{field.partition(".")[0]: value})
    assert [problem.field for problem in found] == [field]
    assert found[0].sentence


def test_circumstances_may_be_said():
    said = {
        "rate_reason": "Chairs are scarce.",
        "addressee": "one_person",
        "needs": ["dog", "gym"],
        "places": ["home"],
        "topics": ["money"],
        "warm_up": True,
        "means_yes": "They sit down.",
        "means_no": "They stand.",
        "by_phone": "Could I ring?",
        "in_writing": "Could I write?",
        "yours": ["Could I"],
        "law": {"DE": "Ask first."},
    }
    assert problems_with(**said) == []


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"line": "Could I have it?"}, "line", "has no way out, such as “no worries if not”"),
        ({"kind": "say_no", "line": "No."}, "line", "has no way out, such as “thank you”"),
        ({"title": "Say: date me"}, "title", "says “date me”, which sounds like romance"),
        ({"line": "Let’s PRETEND. No worries if not."}, "line", "says “pretend”, which sounds like deception"),
        (
            {"said": ["one", "two", "three", "four", "lend me money"]},
            "said",
            "says “lend me money”, which sounds like money",
        ),
        ({"slug": "a-castle", "title": "Ask"}, "slug", "is retired: old diaries know it as something else"),
        ({"gentler": ""}, "gentler", "is empty, which is only right at the end of the library"),
        ({"bolder": ""}, "bolder", "is empty, which is only right at the end of the library"),
        ({"gentler": "a-cloud"}, "gentler", "is a-cloud, which is not in the library"),
        ({"bolder": "a-castle"}, "bolder", "is a-castle, which is not in the library"),
        ({"gentler": "a-chair"}, "gentler", "is a-chair, which is not gentler"),
        ({"gentler": "a-table"}, "gentler", "is a-table, which is not gentler"),
        ({"bolder": "a-pen"}, "bolder", "is a-pen, which is not bolder"),
        ({"yes_rate": 0.7}, "gentler", "is a-pen, which is refused more often"),
        ({"yes_rate": 0.3}, "bolder", "is a-table, which is granted more often"),
        ({"yours": ["a boat"]}, "yours", "holds “a boat”, which is not in the line"),
        ({"wish": "A chair"}, "wish", "belongs to the tag first-visit, and the tag to it"),
        ({"tags": ["first-visit"]}, "wish", "belongs to the tag first-visit, and the tag to it"),
        (
            {"tags": ["first-visit"], "wish": "A chair", "minutes": 11},
            "minutes",
            "must be at most 10 for a first visit",
        ),
    ],
)
def test_a_broken_rule_is_found(changes, field, sentence):
    found = [(problem.field, problem.sentence) for problem in problems_with(**changes)]
    assert (field, sentence) in found


def test_a_friend_may_be_asked_what_a_stranger_may_not():
    broken = library()
    for row in broken["small.toml"]["challenge"]:
        row["facets"] = {**row["facets"], "distance": 0.4}
    broken["small.toml"]["challenge"][1]["line"] = "Would you lend me money? No worries if not."
    assert library_problems(broken) == []


def test_a_forbidden_word_inside_another_word_is_no_problem():
    assert problems_with(title="Ask an unpretending shop to update me") == []


@pytest.mark.parametrize("field", ["slug", "title"])
def test_a_slug_and_a_title_are_there_once(field):
    broken = library()
    rows = broken["small.toml"]["challenge"]
    rows.append({**deepcopy(rows[1]), "slug": "a-lamp", "title": "Ask for a lamp", field: rows[1][field]})
    assert [(problem.field, problem.sentence) for problem in library_problems(broken)] == [(field, "is there twice")]


def test_another_language_may_use_the_same_slug():
    both = library()
    german = deepcopy(both["small.toml"])
    german["deck"]["language"] = "de"
    assert library_problems({**both, "small.de.toml": german}) == [Problem("words.toml", "", "de", "is missing")]
    assert library_problems({**both, "small.de.toml": german, "words.toml": {"en": WORDS, "de": WORDS}}) == []


@pytest.mark.parametrize("file", ["retired.toml", "words.toml"])
def test_a_missing_file_is_found(file):
    broken = library()
    del broken[file]
    assert Problem(file, "", "", "is missing") in library_problems(broken)


@pytest.mark.parametrize(
    ("file", "table", "field"),
    [
        ("small.toml", {"challenge": [challenge("a-pen", size=0)]}, "deck"),
        ("small.toml", {"deck": library()["small.toml"]["deck"]}, "challenge"),
        ("small.toml", {"deck": library()["small.toml"]["deck"], "challenge": []}, "challenge"),
        ("small.toml", {"deck": library()["small.toml"]["deck"], "challenge": {"slug": "a-pen"}}, "challenge"),
        ("small.toml", {**library()["small.toml"], "motto": "Ask!"}, "motto"),
        ("small.toml", {**library()["small.toml"], "deck": "small"}, "deck"),
        ("other.toml", library()["small.toml"], "deck.slug"),
        ("retired.toml", {"retired": [{"slug": "a-castle"}]}, "title"),
        ("retired.toml", {"retired": "a-castle"}, "retired"),
        ("words.toml", {"en": {**WORDS, "way_out": []}}, "en.way_out"),
        ("words.toml", {"en": {**WORDS, "forbidden": ["date me"]}}, "en.forbidden"),
    ],
)
def test_a_file_out_of_shape_is_found(file, table, field):
    assert field in [problem.field for problem in library_problems({**library(), file: table})]
