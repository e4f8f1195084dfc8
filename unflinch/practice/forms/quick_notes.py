from typing import Any

from django import forms

from unflinch.challenges.arcs import arcs
from unflinch.challenges.vocabulary import Place
from unflinch.practice.forms.fields import DayField, DayForm, LineField
from unflinch.practice.vocabulary import TALLIED, AsideReason, Dots, Link
from unflinch.shell.forms import FactForm
from unflinch.shell.widgets import DotsInput as DotsWidget

_MOST = 10_000


class EnergyForm(FactForm):
    """What is in the tank, one to four dots."""

    dots = forms.TypedChoiceField(
        label="How’s your energy?", coerce=int, choices=Dots.choices, widget=DotsWidget(submit=True)
    )


class WhereaboutsForm(FactForm):
    """Where somebody is today; empty takes it back."""

    place = forms.ChoiceField(required=False, choices=[("", ""), *Place.choices])


class FollowingForm(FactForm):
    """Which deck is followed from now on; empty is none. `there` is the deck on whose page it was said, if any."""

    arc = forms.ChoiceField(required=False, choices=lambda: [("", ""), *((arc.slug, arc.title) for arc in arcs())])
    there = forms.ChoiceField(required=False, choices=lambda: [("", ""), *((arc.slug, arc.title) for arc in arcs())])


class AsideForm(FactForm):
    """Which card is put aside, and why."""

    key = forms.CharField(max_length=80)
    reason = forms.ChoiceField(choices=AsideReason.choices)


class FollowForm(FactForm):
    """How the next ask grows out of this one: another person, one was passed on to, or one asked together."""

    link = forms.ChoiceField(choices=[choice for choice in Link.choices if choice[0] != Link.MORE])


class TotalField(forms.IntegerField):
    """How many; left empty it is none."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, required=False, min_value=0, max_value=_MOST)

    def clean(self, value: Any) -> int:
        return super().clean(value) or 0


class TallyForm(FactForm, DayForm):
    """Only a total: three noes, one yes."""

    yes = TotalField("Yes")
    no = TotalField("No")
    maybe = TotalField("Maybe")
    no_reply = TotalField("No answer")
    not_asked = TotalField("Not this time")
    words = LineField("What was it about?")
    day = DayField("On another day")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(data[name] for name in TALLIED):
            raise forms.ValidationError("At least one number, please.")
        return data
