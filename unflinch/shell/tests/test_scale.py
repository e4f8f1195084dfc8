import re

import pytest
from django import forms

from unflinch.shell.forms import Form
from unflinch.shell.widgets import WordScale

TENSE = ("calm", "a flutter", "tense", "heart pounding", "the most ever")


class Tension(Form):
    tension = forms.IntegerField(
        label="How tense?", help_text="Now.", required=False, min_value=0, max_value=100, widget=WordScale(words=TENSE)
    )


def test_an_untouched_scale_has_no_word_picked():
    drawn = str(Tension()["tension"])
    assert "not answered" in drawn
    assert drawn.count("checked") == 1
    assert re.search('value="" [^>]*checked', drawn)


def test_its_five_words_send_the_middle_of_their_fifths():
    drawn = str(Tension()["tension"])
    assert re.findall('value="([0-9]+)"', drawn) == ["10", "30", "50", "70", "90"]
    assert [word for word in TENSE if f"<span>{word}</span>" not in drawn] == []


@pytest.mark.parametrize(
    ("saved", "word"), [(0, 0), (19, 0), (20, 0), (21, 1), (40, 1), (80, 3), (61, 3), (99, 4), (100, 4)]
)
def test_a_number_saved_before_stays_that_number(saved, word):
    drawn = str(Tension(initial={"tension": saved})["tension"])
    sent = ["10", "30", "50", "70", "90"]
    sent[word] = str(saved)
    assert re.findall('value="([0-9]+)"', drawn) == sent
    assert re.search(f'value="{saved}" [^>]*checked', drawn)


def test_untouched_is_none_and_zero_is_a_number():
    untouched, zero = Tension({"tension": ""}), Tension({"tension": "0"})
    assert untouched.is_valid()
    assert zero.is_valid()
    assert untouched.cleaned_data["tension"] is None
    assert zero.cleaned_data["tension"] == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("101", "100 is the highest that fits here."),
        ("-1", "0 is the lowest that fits here."),
        ("a lot", "A whole number, please."),
    ],
)
def test_what_is_off_the_scale_is_refused_in_a_sentence(typed, said):
    assert Tension({"tension": typed}).errors["tension"] == [said]


def test_a_scale_has_five_words():
    with pytest.raises(ValueError, match="has 5 words, not 2"):
        WordScale(words=("low", "high"))
