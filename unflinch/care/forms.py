"""The shape of a rest that somebody chooses."""

from typing import Any, Final

from django import forms

from unflinch.care.help_lines import help_lines
from unflinch.shell.forms import FactForm, Form

# Days until it ends: 1 is the end of today, as the person's own clock has it.
LENGTHS: Final = ((1, "Until tomorrow"), (7, "For a week"))


class PauseForm(FactForm):
    """How long a rest lasts; why is never asked."""

    days = forms.TypedChoiceField(coerce=int, choices=LENGTHS)


class CountrySelect(forms.Select):
    """Countries, each with its time zones, so that the browser's own can be picked where nobody has said one."""

    def create_option(self, name: str, value: Any, *given: Any, **named: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *given, **named)
        country = help_lines().of(str(value))
        if country is not None:
            option["attrs"]["data-zones"] = " ".join(country.zones)
        return option


class PlaceForm(Form):
    """The country whose help lines come first."""

    country = forms.ChoiceField(
        label="Where are you?",
        choices=[("", "Choose a place"), *((country.code, country.name) for country in help_lines().countries)],
        widget=CountrySelect(attrs={"data-place": True}),
    )
