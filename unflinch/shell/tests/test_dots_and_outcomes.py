import re

from django import forms
from django.template.loader import render_to_string

from unflinch.shell.forms import Form
from unflinch.shell.widgets import DotsInput, Outcomes

TANK = [(1, "empty"), (2, "some"), (3, "good"), (4, "full")]


class Day(Form):
    tapped = forms.TypedChoiceField(label="Tank?", coerce=int, choices=TANK, widget=DotsInput(submit=True))
    picked = forms.TypedChoiceField(label="Tank?", coerce=int, choices=TANK, widget=DotsInput)
    back = forms.ChoiceField(label="What came back?", choices=[("no", "No"), ("yes", "Yes")], widget=Outcomes)
    chosen = forms.ChoiceField(choices=[("no", "No"), ("yes", "Yes")], widget=Outcomes(submit=False))


def test_a_dot_can_be_a_button_so_that_one_tap_sends():
    drawn = str(Day(initial={"tapped": 2})["tapped"])
    assert re.findall(r'<button class="dot"\s+name="tapped" value="(\d)"', drawn) == ["1", "2", "3", "4"]
    assert 'value="2" aria-current="true"' in drawn


def test_a_dot_can_be_a_radio_button_with_its_word():
    drawn = str(Day(initial={"picked": 3})["picked"])
    assert drawn.count('type="radio"') == 4
    assert 'value="3" id="id_picked_2" checked' in drawn
    assert "<span>good</span>" in drawn


def test_the_four_outcomes_are_buttons_that_send_the_form():
    drawn = render_to_string("shell/_outcomes.html")
    assert re.findall(r'name="outcome" value="(\w+)"', drawn) == ["no", "yes", "maybe", "no_reply"]


def test_enter_in_a_text_field_chooses_no_outcome():
    """The first button of a form is the one that Enter presses; a disabled one presses nothing."""
    first = re.search(r"<button[^>]*>", render_to_string("shell/_outcomes.html"))
    assert first is not None
    assert "disabled" in first[0]


def test_the_outcome_so_far_is_marked():
    drawn = render_to_string("shell/_outcomes.html", {"chosen": "maybe"})
    assert re.findall(r'value="(\w+)" aria-current="true"', drawn) == ["maybe"]


def test_the_outcomes_of_a_field_are_buttons_or_radio_buttons():
    assert re.findall(r'name="back" value="(\w+)"', str(Day()["back"])) == ["no", "yes"]
    drawn = str(Day(initial={"chosen": "yes"})["chosen"])
    assert drawn.count('type="radio"') == 2
    assert "<button" not in drawn
