"""Every reason of a coach has its sentence, with the numbers of the person it is said to."""

import re
from pathlib import Path

import pytest

import nerve
from nerve.suggestion import Choice, Reason
from unflinch.coach.reasons import SENTENCES, TOLD, sentence_for

SOURCES = [file.read_text() for file in Path(nerve.__file__).parent.glob("*.py")]
CODES = {code for source in SOURCES for code in re.findall(r'Reason\(\s*"(\w+)"', source)}


def said(code, **numbers):
    return sentence_for(Choice("card", reasons=(Reason(code, numbers),)))


def test_every_code_has_a_sentence():
    assert len(CODES) > 10
    assert set() == CODES - {*SENTENCES, *TOLD}


WITH_NUMBERS = {
    "kinder_than_it_feels": ({"felt": 71.6, "likely": 38.2}, "A no here may feel 72 % likely. Our guess is 38 %."),
    "rested": ({"days": 12.0}, "Your last ask like this was 12 days ago. Time for one more."),
    "own_forecast": (
        {"said": 80.0, "noes": 3.0, "answers": 9.0},
        "So far you said a no was 80 % likely, and heard 3 in 9.",
    ),
}


@pytest.mark.parametrize(("code", "numbers", "sentence"), [(code, *both) for code, both in WITH_NUMBERS.items()])
def test_numbers_are_said_as_they_are(code, numbers, sentence):
    assert said(code, **numbers) == sentence


def test_a_time_since_the_last_ask_of_a_kind_is_not_taken_for_one_since_a_programme():
    assert "programme" in said("booster", days=40.0)
    assert "programme" not in said("rested", days=40.0)
