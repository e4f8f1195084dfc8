import re

from django import forms

from unflinch.shell.forms import Form
from unflinch.shell.widgets import DotsInput

TANK = [(1, "empty"), (2, "some"), (3, "good"), (4, "full")]


class Day(Form):
    tapped = forms.TypedChoiceField(label="Tank?", coerce=int, choices=TANK, widget=DotsInput(submit=True))
    picked = forms.TypedChoiceField(label="Tank?", coerce=int, choices=TANK, widget=DotsInput)


def test_a_dot_can_be_a_button_so_that_one_tap_sends():
    drawn = str(Day(initial={"tapped": 2})["tapped"])
    assert re.findall(r'<button class="dot"\s+name="tapped" value="(\d)"', drawn) == ["1", "2", "3", "4"]
    assert 'value="2" aria-current="true"' in drawn


def test_a_dot_can_be_a_radio_button_with_its_word():
    drawn = str(Day(initial={"picked": 3})["picked"])
    assert drawn.count('type="radio"') == 4
    assert 'value="3" id="id_picked_2" checked' in drawn
    assert "<span>good</span>" in drawn
