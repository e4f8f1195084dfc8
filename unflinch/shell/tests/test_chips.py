from django import forms

from unflinch.shell.forms import Form
from unflinch.shell.widgets import Chips, ManyChips

KINDS = [("friendly", "friendly"), ("rude", "rude")]


class Kind(Form):
    kind = forms.ChoiceField(label="What kind of no?", required=False, choices=KINDS, widget=Chips)
    must = forms.ChoiceField(label="Which one?", choices=KINDS, widget=Chips)
    many = forms.MultipleChoiceField(label="Now I feel", required=False, choices=KINDS, widget=ManyChips)


def test_a_question_that_may_be_left_has_a_chip_that_says_so():
    drawn = str(Kind()["kind"])
    assert "rather not say" in drawn
    assert "data-unselect" in drawn


def test_that_chip_stands_chosen_until_another_is():
    assert 'value="" id="id_kind_2" checked' in str(Kind()["kind"])
    drawn = str(Kind(initial={"kind": "rude"})["kind"])
    assert 'value="rude" id="id_kind_1" checked' in drawn
    assert drawn.count("checked") == 1


def test_a_question_that_needs_an_answer_has_no_such_chip():
    drawn = str(Kind()["must"])
    assert "rather not say" not in drawn
    assert "data-unselect" not in drawn


def test_choices_that_bring_their_own_empty_one_get_no_second():
    own = forms.ChoiceField(required=False, choices=[("", "no idea"), *KINDS], widget=Chips)
    assert "rather not say" not in own.widget.render("own", "")


def test_leaving_it_is_an_empty_answer():
    form = Kind({"kind": "", "must": "rude"})
    assert form.is_valid()
    assert form.cleaned_data == {"kind": "", "must": "rude", "many": []}


def test_many_chips_are_boxes_to_tick():
    drawn = str(Kind(initial={"many": ["rude"]})["many"])
    assert drawn.count('type="checkbox"') == 2
    assert drawn.count("checked") == 1
    assert "rather not say" not in drawn


def test_a_chip_that_is_not_there_is_refused_in_a_sentence():
    assert Kind({"kind": "odd", "must": "rude"}).errors["kind"] == ["Please pick one of these."]
    assert Kind({"many": ["odd"], "must": "rude"}).errors["many"] == ["Please pick from these."]
