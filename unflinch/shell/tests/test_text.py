import pytest
from django import forms
from django.http import QueryDict

from unflinch.shell.forms import Form
from unflinch.shell.widgets import LineInput


class Words(Form):
    line = forms.CharField(label="Your line", required=False, max_length=280, widget=LineInput)
    plain = forms.CharField(required=False)
    story = forms.CharField(required=False, widget=forms.Textarea)
    own = forms.CharField(required=False, error_messages={"required": "A few words are enough."})


def cleaned(**typed: str) -> dict[str, object]:
    form = Words(typed)
    assert form.is_valid(), form.errors
    return form.cleaned_data


def test_what_is_too_long_is_refused_with_both_lengths():
    assert Words({"line": "x" * 100_000}).errors["line"] == ["That’s 100,000 letters; 280 fit here."]
    assert cleaned(line="x" * 280)["line"] == "x" * 280


def test_a_text_without_a_limit_has_one():
    assert Words({"plain": "x" * 281}).errors["plain"] == ["That’s 281 letters; 280 fit here."]
    assert Words({"story": "x" * 20_001}).errors["story"] == ["That’s 20,001 letters; 20,000 fit here."]
    assert 'maxlength="280"' in str(Words()["plain"])


@pytest.mark.parametrize("letter", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\ud800"])
def test_what_cannot_be_seen_is_refused_in_a_sentence(letter):
    said = ["An invisible character has crept in that can’t be saved. Typing it again helps."]
    for field in ("line", "plain", "story"):
        assert Words({field: f"Hi{letter}there"}).errors[field] == said


def test_blanks_around_it_are_taken_off():
    assert cleaned(line="  Hi!  ")["line"] == "Hi!"


def test_a_letter_is_the_same_however_it_was_typed():
    assert cleaned(line="cafe\u0301")["line"] == "caf\u00e9"
    assert cleaned(line="e\u0301" * 280)["line"] == "\u00e9" * 280


def test_a_form_from_a_browser_is_read_the_same_way():
    form = Words(QueryDict("line=cafe%CC%81&plain=b"))
    assert form.is_valid()
    assert form.cleaned_data["line"] == "caf\u00e9"


def test_what_was_pasted_from_several_lines_becomes_one():
    assert cleaned(line="Hi!\r\nA high five?\tPlease")["line"] == "Hi! A high five? Please"
    assert cleaned(story="Hi!\nA high five?")["story"] == "Hi!\nA high five?"


def test_a_missing_answer_is_asked_for_kindly_and_a_fields_own_sentence_wins():
    form = Words({})
    form.fields["line"].required = form.fields["own"].required = True
    assert form.errors == {"line": ["We need this one."], "own": ["A few words are enough."]}


def test_the_line_to_say_is_shown_whole_and_offers_to_drop_a_sorry():
    drawn = LineInput(sorry=True).render("line", "Sorry, sorry")
    assert drawn.startswith("<textarea")
    assert "data-sorry" in drawn
    assert LineInput(maxlength=60).render("role", "").count('maxlength="60"') == 1
