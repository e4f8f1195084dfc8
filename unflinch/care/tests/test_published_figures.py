"""The promises of the reader of words, on the texts published in docs/care.

The latest exams are read whole in every run, and of what was learned from one text in 24; `make prove` reads them all.
"""

from pathlib import Path

import pytest

from unflinch.care.measuring import Example, examples, figures, misread

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "care"
AT_LEAST = {
    "crisis": 0.97,
    "heavy": 0.97,
    "look-alike": 0.90,
    "shaming": 0.90,
    "not shaming": 0.90,
    "asked about": 0.75,
    "left alone": 0.90,
}
# A part holds few texts; one or two of them more or less are no promise broken.
IN_EVERY_PART = {**AT_LEAST, "crisis": 0.90, "look-alike": 0.83, "not shaming": 0.80}
# By further hands in many voices and languages: learned from, and no list or rule was written for them.
WITHOUT_LISTS = {
    "voices 15": {"crisis": 0.87, "look-alike": 0.90, "shaming": 0.95, "not shaming": 0.94},
    "voices 16": {"crisis": 0.82, "look-alike": 0.90, "shaming": 0.96, "not shaming": 0.95},
    "voices 17": {"crisis": 0.92, "look-alike": 0.83, "shaming": 0.93, "not shaming": 0.97},
    "voices 18": {"crisis": 0.92, "look-alike": 0.81, "shaming": 0.94, "not shaming": 0.94},
    "voices 19": {"crisis": 0.93, "look-alike": 0.85, "shaming": 0.94, "not shaming": 0.95},
    "voices 20": {"crisis": 0.81, "look-alike": 0.80, "shaming": 0.67, "not shaming": 0.95},
    "voices 21": {"crisis": 0.88, "look-alike": 0.86, "shaming": 0.94, "not shaming": 0.96},
    "voices 22": {"crisis": 0.88, "look-alike": 0.85, "shaming": 0.93, "not shaming": 0.96},
    "fresh 9": {"asked about": 0.90, "left alone": 0.86},
    "fresh 10": {"asked about": 0.85, "left alone": 0.86},
}
# The exams are by another hand, and nothing was learned from them: everyday words, holes looked for on purpose, notes,
# each crisis beside a harmless line in nearly the same words, and seven by strangers to the lists.
EXAMS = {
    "exam 1": {"crisis": 0.97, "look-alike": 0.91, "shaming": 0.97, "not shaming": 0.91},
    "exam 2": {"crisis": 0.88, "look-alike": 0.74, "shaming": 0.72, "not shaming": 0.87},
    "exam 3": {"crisis": 0.97, "look-alike": 0.81, "shaming": 0.97, "not shaming": 0.97},
    "exam 4": {
        "crisis": 0.87,
        "look-alike": 0.88,
        "shaming": 0.97,
        "not shaming": 0.81,
        "asked about": 0.80,
        "left alone": 0.90,
    },
    "exam 5": {"crisis": 0.83, "look-alike": 0.92, "shaming": 0.91, "not shaming": 0.93},
    "exam 6": {"crisis": 0.78, "look-alike": 0.95, "shaming": 0.95, "not shaming": 0.93},
    "exam 7": {
        "crisis": 0.78,
        "look-alike": 0.91,
        "shaming": 0.83,
        "not shaming": 0.93,
        "asked about": 0.63,
        "left alone": 0.84,
    },
    "exam 8": {
        "crisis": 0.70,
        "look-alike": 0.95,
        "shaming": 0.71,
        "not shaming": 0.97,
        "asked about": 0.65,
        "left alone": 0.73,
    },
    "exam 9": {"crisis": 0.95, "look-alike": 0.97, "shaming": 0.93, "not shaming": 0.89},
    "exam 10": {"crisis": 0.96, "look-alike": 0.89, "shaming": 0.93, "not shaming": 0.95},
    # Lines that people say when they ask, titles, notes and rules of every day.
    "exam 11": {"look-alike": 0.96},
}
LATEST = ("exam 8", "exam 9", "exam 10", "exam 11")
JUDGED_ALONE = {**WITHOUT_LISTS, **EXAMS}
ENOUGH = {"crisis": 150, "look-alike": 150, "shaming": 100, "not shaming": 100, "asked about": 120, "left alone": 120}


@pytest.fixture(scope="module")
def texts():
    return examples(FOLDER)


@pytest.fixture(scope="module")
def measured(texts):
    learned = [text for text in texts if text.part not in JUDGED_ALONE]
    return figures([*learned[::24], *(text for text in texts if text.part in LATEST)])


@pytest.fixture(scope="module")
def measured_whole(texts):
    return figures(texts)


@pytest.mark.parametrize(("kind", "share"), AT_LEAST.items())
def test_all_parts_together_keep_the_promise(measured, kind, share):
    parts = [figure for figure in measured if figure.kind == kind and figure.part not in JUDGED_ALONE]
    assert sum(part.right for part in parts) / sum(part.of for part in parts) >= share


@pytest.mark.prove
@pytest.mark.parametrize(("kind", "share"), IN_EVERY_PART.items())
def test_every_part_keeps_its_promise(measured_whole, kind, share):
    parts = [figure for figure in measured_whole if figure.kind == kind and figure.part not in JUDGED_ALONE]
    assert [figure for figure in parts if figure.share < share] == []


@pytest.mark.parametrize("part", LATEST)
def test_an_exam_is_read_as_well_as_it_is_said(measured, part):
    keeps_its_word(measured, part)


@pytest.mark.prove
@pytest.mark.parametrize("part", JUDGED_ALONE)
def test_what_no_list_was_written_for_is_read_as_well_as_it_is_said(measured_whole, part):
    keeps_its_word(measured_whole, part)


def keeps_its_word(measured, part):
    shares = {figure.kind: figure.share for figure in measured if figure.part == part}
    assert shares.keys() == JUDGED_ALONE[part].keys()
    assert {kind: share for kind, share in shares.items() if share < JUDGED_ALONE[part][kind]} == {}


@pytest.mark.parametrize(("kind", "many"), ENOUGH.items())
def test_there_are_enough_texts_and_some_were_held_out(texts, kind, many):
    of_kind = [example for example in texts if example.kind == kind]
    assert len(of_kind) >= many
    assert sum(example.part == "held out" for example in of_kind) >= many // 4


def test_no_text_stands_twice(texts):
    seen = [(example.kind, example.text) for example in texts]
    assert len(seen) == len(set(seen))


def test_a_text_that_is_read_wrongly_is_counted_and_listed():
    wrong = Example("crisis", "made up", "I asked for a pen.")
    assert [(figure.right, figure.of) for figure in figures([wrong])] == [(0, 1)]
    assert misread([wrong]) == [wrong]
