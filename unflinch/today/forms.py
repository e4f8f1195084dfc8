from typing import Any, Final
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from unflinch.shell.forms import FactForm, Form

_YES: Final = "yes"
_NO: Final = "no"
_LISTED: Final = "one"


class _ZoneField(forms.CharField):
    """The time zone that the browser names; empty where it names none that is known."""

    widget = forms.HiddenInput(attrs={"data-zone": True})

    def __init__(self) -> None:
        super().__init__(required=False, max_length=64)

    def clean(self, value: Any) -> str:
        zone = str(value or "")
        return zone if zone in available_timezones() else ""


class PickForm(FactForm):
    """One of the six sentences, by the slug of its challenge."""

    slug = forms.SlugField(max_length=80)
    zone = _ZoneField()


class GateForm(Form):
    """The two questions before the first going out. The answers decide the next page, and nothing else sees them.

    `hard` is sent by its buttons; `listed` by the two beneath the full list, and goes before it.
    """

    adult = forms.ChoiceField(
        label=_("Are you 18 or over?"), choices=[(_YES, _("Yes")), (_NO, _("No, not yet"))], widget=forms.RadioSelect
    )
    hard = forms.ChoiceField(
        label=_("Are you having a really hard time right now?"),
        choices=[(_NO, _("No, just nervous")), (_YES, _("Yes, I am"))],
        required=False,
    )
    listed = forms.ChoiceField(
        choices=[(_LISTED, _("One of these is true for me")), ("none", _("None of these"))], required=False
    )
    zone = _ZoneField()

    @property
    def needs_a_person(self) -> bool:
        """Whether one answer, whatever the others are, says that a person is a better start than an app."""
        listed, hard = self.data.get("listed"), self.data.get("hard")
        return self.data.get("adult") == _NO or listed == _LISTED or (hard == _YES and not listed)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not (data.get("hard") or data.get("listed")):
            self.add_error("hard", _("We need this one."))
        return data


class DrawForm(Form):
    """Which card of today's order."""

    turn = forms.IntegerField(min_value=1, max_value=9999)
