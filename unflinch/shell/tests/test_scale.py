import pytest
from django import forms

from unflinch.shell.forms import Form
from unflinch.shell.widgets import ScaleInput

TENSE = ("calm", "a flutter", "tense", "heart pounding", "the most ever")


class Tension(Form):
    tension = forms.IntegerField(
        label="How tense?", help_text="Now.", required=False, min_value=0, max_value=100, widget=ScaleInput(words=TENSE)
    )


def test_an_untouched_scale_is_an_empty_number_field():
    drawn = str(Tension()["tension"])
    assert 'type="number"' in drawn
    assert 'min="0" max="100" step="1"' in drawn
    assert "value=" not in drawn


def test_its_five_words_stand_beside_it_and_describe_it():
    drawn = str(Tension()["tension"])
    assert [word for word in TENSE if f"<span>{word}</span>" not in drawn] == []
    assert 'aria-describedby="id_tension_helptext id_tension_words"' in drawn
    assert 'id="id_tension_words"' in drawn


def test_untouched_is_none_and_zero_is_a_number():
    untouched, zero = Tension({"tension": ""}), Tension({"tension": "0"})
    assert untouched.is_valid()
    assert zero.is_valid()
    assert untouched.cleaned_data["tension"] is None
    assert zero.cleaned_data["tension"] == 0


def test_zero_is_drawn_as_zero():
    assert 'value="0"' in str(Tension(initial={"tension": 0})["tension"])


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
        ScaleInput(words=("low", "high"))
