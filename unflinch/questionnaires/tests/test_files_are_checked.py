"""Every rule of the files bites: each test breaks one small sound file in one place."""

from copy import deepcopy

import pytest

from unflinch.questionnaires.check import instrument_problems
from unflinch.questionnaires.tests.marking import notice, question, small

FILE = "small.toml"


def problems(file=FILE, **changes):
    return instrument_problems(file, small(**changes))


def without(name):
    return {field: value for field, value in small().items() if field != name}


def item(*questions, **changes):
    return {"checked": "", "question": list(questions), **changes}


def test_a_sound_file_has_no_problem():
    assert problems() == []


@pytest.mark.parametrize("name", [name for name in small() if name != "score"])
def test_a_missing_field_is_named_with_its_file(name):
    assert instrument_problems(FILE, without(name)) == [f"small.toml: {name} is missing"]


def test_an_unknown_field_is_named():
    assert problems(norm=3) == ["small.toml: norm is not known here"]


def test_an_unknown_scoring_rule_is_refused():
    assert problems(rule="gut feeling") == [
        "small.toml: rule must be one of concern_times_expectancy, sum, apart",
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"slug": "Small"}, "slug must be lower-case words"),
        ({"slug": 3}, "slug must be lower-case words"),
        ({"version": 0}, "version must be a whole number from 1 to 1000"),
        ({"version": True}, "version must be a whole number"),
        ({"permission": "yes"}, "permission must be one of granted, asked, none"),
        ({"title": " Small"}, "title must be text of 1 to 50 signs"),
        ({"title": 7}, "title must be text"),
        ({"title": "A phobia test"}, "title says “phobi”: no disorder is named here"),
        ({"means": "You have symptoms."}, "means says “symptom”"),
        ({"minutes": 1.5}, "minutes must be a whole number"),
        ({"every_days": 0}, "every_days must be a whole number"),
        ({"licence": "free"}, "licence must be a table"),
        ({"licence": notice(address="ftp://example.org")}, "licence.address must be an https:// or http:// address"),
        ({"source": notice(seen="soon")}, 'source.seen must be a date, such as 2026-11-23, or "" for never'),
        ({"source": {"text": "x", "address": "https://example.org/"}}, "source.seen is missing"),
        ({"scales": {}}, "scales must be a table of one or more"),
        ({"scales": {"often": {"low": 0, "words": ["no"], "checked": ""}}}, "scales.often.words must be a list of 2"),
        ({"scales": {"often": {"low": 0, "words": ["no", "", "so", "yes"], "checked": ""}}}, "scales.often.words"),
        ({"scales": {"often": {"low": 0, "words": ["", "yes"], "checked": ""}}}, "scales.often.words"),
        ({"scales": {"often": {"low": 0, "words": [0, 1], "checked": ""}}}, "scales.often.words"),
        ({"scales": {"often": {"low": 0, "words": 4, "checked": ""}}}, "scales.often.words"),
        ({"item": []}, "item must be a list of 1 or more"),
        ({"item": "odd"}, "item must be a list of 1 or more"),
        ({"item": [item()]}, "item 1.question must be a list"),
        ({"item": [item(question("odd")), item(question("8"))]}, "item 2.question 1.name must be lower-case"),
        ({"strain": {"odd": [3, 2]}}, "strain.odd must be two whole numbers, the lower one first"),
        ({"strain": {"odd": [1, 2, 3]}}, "strain.odd must be two whole numbers"),
        ({"strain": {"odd": 3}}, "strain.odd must be two whole numbers"),
    ],
)
def test_a_field_out_of_shape_is_named(changes, said):
    (problem,) = problems(**changes)
    assert problem.startswith(f"{FILE}: {said}")


@pytest.mark.parametrize("reliability", [-0.1, 1.1, "high", True])
def test_a_reliability_is_a_share(reliability):
    score = small()["score"] | {"reliability": reliability}
    assert problems(score=score) == ["small.toml: score.reliability must be a number from 0 to 1"]


def test_the_slug_is_the_name_of_the_file():
    assert problems("a_small.toml", slug="a-small") == []
    assert problems("other.toml") == ["other.toml: slug must be the name of its file, with - for _"]


def test_a_number_needs_its_margin_and_answers_that_stand_apart_have_none():
    said = "small.toml: score does not go with the rule {}: it needs one where the items make a number"
    assert instrument_problems(FILE, without("score")) == [said.format("sum")]
    assert problems(rule="apart") == [said.format("apart")]


def test_no_more_items_can_be_needed_than_there_are():
    score = small()["score"] | {"needed": 4}
    assert problems(score=score) == ["small.toml: score.needed is more than there are items"]


def test_the_rule_says_how_many_questions_an_item_has_and_how_they_are_marked():
    pair = item(question("worry"), question("hope"))
    assert problems(item=[item(question("odd")), pair]) == ["small.toml: item 2.question must be 1 for the rule sum"]
    assert problems(rule="concern_times_expectancy", item=[pair, pair | item(question("a"), question("b"))]) == [
        f"small.toml: item {number}.question {name}.scale must run from 1 to 6 for the rule concern_times_expectancy"
        for number, name in ((1, "worry"), (1, "hope"), (2, "a"), (2, "b"))
    ]


@pytest.mark.parametrize("name", ["odd", "id", "instrument"])
def test_each_question_has_a_name_of_its_own(name):
    twice = [item(question("odd")), item(question(name))]
    assert problems(item=twice) == [f"small.toml: item 2.question {name} has a name that is taken"]


def test_a_scale_that_nobody_wrote_is_named():
    lost = deepcopy(small()["item"])
    lost[1]["question"][0]["scale"] = "rarely"
    assert problems(item=lost) == ["small.toml: item 2.question long.scale is rarely, which is not among the scales"]


@pytest.mark.parametrize("ends", [[3, 1], [1, 1, 3], [1, 2], [1, 4]])
def test_bands_rise_and_end_with_the_scale(ends):
    bands = [{"word": "so", "upto": upto} for upto in ends]
    items = [*small()["item"][:2], item(question("warm", band=bands))]
    assert problems(item=items, bands_from=notice()) == [
        "small.toml: item 3.question warm.band must rise from one to the next and end with the scale"
    ]


def test_bands_say_whose_they_are():
    bands = [{"word": "little", "upto": 1}, {"word": "much", "upto": 3}]
    items = [*small()["item"][:2], item(question("warm", band=bands))]
    assert problems(item=items) == ["small.toml: bands_from is missing: whose bands are they?"]
    assert problems(item=items, bands_from=notice()) == []


def test_strain_is_about_a_question_of_the_file():
    assert problems(strain={"cold": [0, 1]}) == ["small.toml: strain.cold is no question of this file"]
