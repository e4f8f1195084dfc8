from django import forms

from unflinch.practice.forms.fields import LineField
from unflinch.practice.models import Ask
from unflinch.practice.models.debrief import LINES
from unflinch.shell.forms import FactForm


class MendedLineForm(FactForm):
    """One line of a debrief in other words; an empty one takes it out."""

    line = forms.ChoiceField(choices=[(name, name) for name in LINES], widget=forms.HiddenInput)
    words = LineField("Say it as you would to a friend")


def mend_of(ask: Ask, harsh: str) -> MendedLineForm | None:
    """The form for the line of the debrief that these words are, or None where they stand somewhere else."""
    line = next((name for name in LINES if harsh and getattr(ask.debrief, name, "") == harsh), None)
    return None if line is None else MendedLineForm(initial={"line": line})
