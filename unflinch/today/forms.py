from zoneinfo import available_timezones

from django import forms

from unflinch.shell.forms import Form


class WelcomeForm(Form):
    """The first page's button, with the browser's time zone where the browser told."""

    zone = forms.CharField(required=False, max_length=64)

    def told(self, *, otherwise: str) -> str:
        """The zone that the browser told, or `otherwise` where it told none that we know."""
        zone: str = self.cleaned_data.get("zone", "") if self.is_valid() else ""
        return zone if zone in available_timezones() else otherwise


class DrawForm(Form):
    """Which card of today's order."""

    turn = forms.IntegerField(min_value=1, max_value=9999)
