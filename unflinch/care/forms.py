"""The shape of a rest that somebody chooses."""

from typing import Final

from django import forms

from unflinch.care.help_lines import help_lines
from unflinch.shell.forms import FactForm, Form

# Days until it ends: 1 is the end of today, as the person's own clock has it.
LENGTHS: Final = ((1, "Until tomorrow"), (7, "For a week"))


class PauseForm(FactForm):
    """How long a rest lasts; why is never asked."""

    days = forms.TypedChoiceField(coerce=int, choices=LENGTHS)


class PlaceForm(Form):
    """The country whose help lines come first."""

    country = forms.ChoiceField(
        label="Where are you?", choices=[(country.code, country.name) for country in help_lines().countries]
    )
