"""Each reason that can be given has a sentence, and each sentence reads well at its ends."""

import re
from itertools import product
from pathlib import Path

import pytest

import nerve
from nerve.suggestion import Choice, Reason
from nerve.tests.codes import reasons_in
from unflinch.care.stop_signs import stop_signs
from unflinch.coach import choosing, next_step
from unflinch.coach.reasons import REASON_SENTENCES, SENTENCES, sentence_for

ABSURD = re.compile(r"nan|inf\b|-\d|\d\.\d|  |\b[01] (?:noes|days|answers)|\b(?:0|100)% likely here|\{")
# What each number is at the least, at the most and in between.
ENDS = {
    "said": (-0.0, 0.4, 49.5, 100.0),
    "noes": (0.0, 1.0, 2.0, 1000.0),
    "answers": (1.0, 2.0, 8.0, 1000.0),
    "felt": (15.0, 57.0, 98.0),
    "likely": (0.0, 2.4, 83.0),
    "days": (7.0, 30.0, 59.99, 90.0),
}


NERVE = {reason for file in Path(nerve.__file__).parent.glob("*.py") for reason in reasons_in(file)}
OWN = reasons_in(Path(next_step.__file__)) | reasons_in(Path(choosing.__file__))
SIGNS = {(sign.code, frozenset[str]()) for sign in stop_signs().values() if sign.offers_rest}
GIVEN = NERVE | (OWN - {("sign.code", frozenset())}) | SIGNS


def said(*reasons):
    return sentence_for(Choice("x", reasons=reasons))


def test_the_codes_are_found_where_they_are_given():
    assert {"next_step", "heavy_day", "nothing_left", "small_surprises"} <= {code for code, _ in NERVE}
    assert ("own_forecast", frozenset({"said", "noes", "answers"})) in NERVE
    assert {code for code, _ in OWN} == {
        *("sign.code", "booster", "first_no_of_your_own", "kinder_to_your_no", "heavy_and_unfair", "nothing_here"),
    }


def test_each_reason_has_one_sentence_and_no_sentence_waits_for_a_reason_in_vain():
    assert {code for code, _ in GIVEN} == SENTENCES.keys() | REASON_SENTENCES.keys()
    assert not SENTENCES.keys() & REASON_SENTENCES.keys()


def test_a_code_says_one_thing_wherever_it_is_given():
    assert len(GIVEN) == len({code for code, _ in GIVEN})
    assert {code for code, _ in NERVE}.isdisjoint(code for code, _ in OWN)


@pytest.mark.parametrize(("code", "names"), sorted(GIVEN, key=str))
def test_no_sentence_is_absurd_at_the_ends_of_its_numbers(code, names):
    for numbers in product(*(ENDS[name] for name in sorted(names))):
        sentence = said(Reason(code, dict(zip(sorted(names), numbers, strict=True))))
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert ABSURD.search(sentence) is None, sentence


TELL = {
    "one answer, a no": ("own_forecast", (70, 1, 1), "You said a no was 70% likely, and heard a no. One answer is"),
    "one answer, a yes": ("own_forecast", (70, 0, 1), "likely, and heard a yes. One answer is too few to tell."),
    "none yet": (
        "own_forecast",
        (35.5, 0, 3),
        "So far you said a no was 36% likely, and heard none in 3 answers. Too",
    ),
    "one of two": ("own_forecast", (0.0, 1, 2), "0% likely, and heard one no in 2 answers. Too few to tell yet."),
    "seven": ("own_forecast", (60, 5, 7), "heard 5 noes in 7 answers. Too few to tell yet."),
    "all": ("own_forecast", (99.6, 8, 8), "So far you said a no was 100% likely, and heard 8 noes in 8 answers."),
    "many": ("own_forecast", (60, 400, 1000), "and heard 400 noes in 1000 answers."),
    "kind": ("kinder_than_it_feels", (57, 31), "A fair guess for a no here is about 30%. Before"),
    "ends": ("kinder_than_it_feels", (98, 0), "A fair guess for a no here is less than 5%."),
    "a week": ("rested", (7.0,), "It’s 7 days since you asked something like this."),
    "almost two months": ("rested", (59.99,), "It’s 59 days since"),
    "one day": ("rested", (1.2,), "It’s 1 day since"),
    "after a programme": ("booster", (30.0,), "30 days or more since your programme. Time for one"),
}
NAMES = {
    "own_forecast": ("said", "noes", "answers"),
    "kinder_than_it_feels": ("felt", "likely"),
    "rested": ("days",),
    "booster": ("days",),
}


@pytest.mark.parametrize(("code", "numbers", "words"), TELL.values(), ids=TELL)
def test_a_sentence_says_its_numbers_as_one_would(code, numbers, words):
    assert words in said(Reason(code, dict(zip(NAMES[code], numbers, strict=True))))


def test_eight_answers_are_enough_to_tell():
    enough = said(Reason("own_forecast", {"said": 60, "noes": 5, "answers": 8}))
    assert enough == "So far you said a no was 60% likely, and heard 5 noes in 8 answers."


def test_the_next_step_is_said_only_where_nothing_else_is():
    assert said(Reason("next_step")) == SENTENCES["next_step"]
    assert said(Reason("low_energy"), Reason("next_step")) == SENTENCES["low_energy"]


def test_before_the_first_ask_all_ground_is_new_and_nobody_needs_to_hear_it():
    assert said(Reason("first"), Reason("new_ground")) == SENTENCES["first"]
    assert SENTENCES["new_ground"] in said(Reason("refused_more"), Reason("new_ground"))


def test_two_reasons_are_said_and_no_more():
    three = [Reason(code) for code in ("smaller_step", "low_energy", "refused_more")]
    assert said(*three) == f"{SENTENCES['smaller_step']} {SENTENCES['low_energy']}"


def test_without_a_reason_nothing_is_said():
    assert said() == ""


def test_what_is_true_every_day_steps_back_for_what_is_special_today():
    lately = Reason("rested", {"days": 9.0})
    felt = Reason("kinder_than_it_feels", {"felt": 57.0, "likely": 30.0})
    assert "more noes" not in said(felt, Reason("refused_more"), lately)
    assert "more noes" in said(felt, Reason("refused_more"), Reason("next_step"))
