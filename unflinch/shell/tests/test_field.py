from django import forms

from unflinch.shell.forms import Form
from unflinch.shell.widgets import Chips, LineInput


class Pace(Form):
    weeks = forms.IntegerField(label="Weeks", help_text="One to <52>.", min_value=1)
    kind = forms.ChoiceField(label="What kind?", choices=[("a", "A")], help_text="One.", widget=Chips)
    counts = forms.BooleanField(label="This one does not count", required=False)
    line = forms.CharField(label="Your line", required=False, widget=LineInput)


def group(form: Form, name: str) -> str:
    return form[name].as_field_group()


def test_a_field_has_its_label_and_its_hint():
    drawn = group(Pace(), "weeks")
    assert '<label for="id_weeks">Weeks</label>' in drawn
    assert '<p class="hint" id="id_weeks_helptext">One to &lt;52&gt;.</p>' in drawn
    assert 'aria-describedby="id_weeks_helptext"' in drawn


def test_a_field_without_a_hint_has_an_empty_place_for_none():
    assert "hint" not in group(Pace(), "line")


def test_an_error_is_tied_to_its_field():
    drawn = group(Pace({"weeks": "0", "kind": "a"}), "weeks")
    assert '<ul class="errorlist" id="id_weeks_error"><li>1 is the lowest that fits here.</li></ul>' in drawn
    assert 'aria-describedby="id_weeks_helptext id_weeks_error"' in drawn
    assert 'aria-invalid="true"' in drawn


def test_several_chips_are_one_question_with_a_legend():
    drawn = group(Pace({"weeks": "1"}), "kind")
    assert '<fieldset class="question" aria-describedby="id_kind_helptext id_kind_error">' in drawn
    assert "<legend>What kind?</legend>" in drawn


def test_a_box_to_tick_is_a_chip_with_its_label_inside():
    drawn = group(Pace(), "counts")
    assert drawn.count("This one does not count") == 1
    assert '<label class="pick"><input type="checkbox"' in drawn


def test_the_browser_leaves_the_refusing_to_our_sentences():
    assert "required" not in group(Pace(), "weeks")
