"""The clock and the patience of a person."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from django import forms

from unflinch.accounts.models import Person
from unflinch.shell.mending import MendingForm

_HOURS = [(hour, f"{hour}:00") for hour in range(13)]


class ClockForm(MendingForm):
    """Time zone, the hour at which the day ends, and how many days a silence may last."""

    zone = forms.CharField(
        label="Your time zone",
        help_text="As in Europe/Berlin or America/New_York.",
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off"}),
    )
    day_ends = forms.TypedChoiceField(
        label="My day ends at",
        coerce=int,
        choices=_HOURS,
        help_text="An ask at one in the morning can belong to the evening.",
    )
    silence_days = forms.IntegerField(
        label="Count silence as “no reply” after how many days?", min_value=1, max_value=365, widget=forms.NumberInput
    )

    @classmethod
    def of(cls, person: Person, data: Mapping[str, Any] | None = None) -> "ClockForm":
        """The form as it stands for this person."""
        written = {"zone": person.zone, "day_ends": person.day_ends, "silence_days": person.silence_days}
        return cls.over(written, data)

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"]
        if zone not in available_timezones():
            raise forms.ValidationError(
                f"“{zone[:60]}” is no time zone we know. Try the nearest large city: Europe/Berlin."
            )
        return zone
