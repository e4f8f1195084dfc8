"""The clock and the patience of a person, and how the pages look to them."""

from collections.abc import Mapping
from typing import Any, Final
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unflinch.accounts.models import Person
from unflinch.accounts.models.person import Appetite, HomeScreen, TextSize, Theme
from unflinch.shell.forms import Form
from unflinch.shell.mending import MendingForm
from unflinch.shell.widgets import Chips

_NOON: Final = 12
_SETTINGS: Final = ("zone", "day_ends", "silence_days", "theme", "text_size", "home_screen", "appetite")


def _hours() -> list[tuple[int, Any]]:
    """The hours at which a day can end, as people say them."""
    night = [(hour, gettext_lazy("{hour} am").format(hour=hour)) for hour in range(1, _NOON)]
    return [(0, gettext_lazy("midnight")), *night, (_NOON, gettext_lazy("noon"))]


APPETITE_CHOICES: Final = [choice for choice in Appetite.choices if choice[0] != Appetite.UNSAID]


class _Appetites(Chips):
    unset = gettext_lazy("you pick")


class AppetiteForm(Form):
    """How many noes somebody wants."""

    appetite = forms.ChoiceField(choices=APPETITE_CHOICES)


class ClockForm(MendingForm):
    """The clock, how many days a silence may last, how many noes are wanted, and how the pages look."""

    zone = forms.CharField(
        label=gettext_lazy("Your time zone"),
        help_text=gettext_lazy("Type a large city near you, and pick it from the list."),
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off", "class": "field"}),
    )
    day_ends = forms.TypedChoiceField(
        label=gettext_lazy("My day ends at"),
        coerce=int,
        choices=_hours,
        help_text=gettext_lazy("An ask at 1 am can belong to the evening before."),
    )
    silence_days = forms.IntegerField(
        label=gettext_lazy("Count silence as “no answer” after how many days?"),
        min_value=1,
        max_value=365,
        widget=forms.NumberInput,
    )
    appetite = forms.ChoiceField(
        label=gettext_lazy("How many noes?"),
        required=False,
        choices=APPETITE_CHOICES,
        widget=_Appetites,
        help_text=gettext_lazy(
            "It decides what Today suggests. Until you say, it’s some of both, after an easy first week. "
            "Nobody is sent to a harsh one."
        ),
    )
    theme = forms.ChoiceField(label=gettext_lazy("Light or dark"), required=False, choices=Theme)
    text_size = forms.ChoiceField(label=gettext_lazy("Text size"), required=False, choices=TextSize)
    home_screen = forms.ChoiceField(
        label=gettext_lazy("Name and icon on my home screen"),
        required=False,
        choices=HomeScreen,
        help_text=gettext_lazy("Choose before you install it. A phone may take a day to notice a change."),
    )

    @classmethod
    def of(cls, person: Person, data: Mapping[str, Any] | None = None) -> "ClockForm":
        """The form as it stands for this person."""
        return cls.over({name: getattr(person, name) for name in _SETTINGS}, data)

    def clean_zone(self) -> str:
        typed: str = self.cleaned_data["zone"]
        known = {name.casefold(): name for name in available_timezones()}
        named = typed.casefold().replace(" ", "_")
        zone = known.get(named) or next((known[name] for name in sorted(known) if name.endswith(f"/{named}")), None)
        if zone is None:
            raise forms.ValidationError(
                _("We don’t know a time zone called “{name}”. Try the nearest large city, such as Berlin.").format(
                    name=typed[:60]
                )
            )
        return zone
