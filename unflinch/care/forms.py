"""The shape of a rest that somebody chooses."""

from typing import Final

from django import forms

from unflinch.shell.forms import FactForm

# Days until it ends: 1 is the end of today, as the person's own clock has it.
LENGTHS: Final = ((1, "Until tomorrow"), (7, "For a week"))


class PauseForm(FactForm):
    """How long a rest lasts; why is never asked."""

    days = forms.TypedChoiceField(coerce=int, choices=LENGTHS)
