from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unflinch.practice.forms.fields import LineField
from unflinch.practice.models import Programme
from unflinch.practice.start_programme import SHAPES
from unflinch.practice.vocabulary import ProgrammeKind, RuleKind
from unflinch.shell.forms import FactForm, Form
from unflinch.shell.mending import MendingForm

_MOST_A_WEEK = 21


class PaceFields(Form):
    """How many activities a week."""

    pace_low = forms.IntegerField(label=_("At least, each week"), min_value=1, max_value=_MOST_A_WEEK, required=False)
    pace_high = forms.IntegerField(label=_("At most, each week"), min_value=1, max_value=_MOST_A_WEEK, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        low, high = data.get("pace_low"), data.get("pace_high")
        if low is not None and high is not None and low > high:
            self.add_error("pace_high", _("The upper number is below the lower one."))
        return data


class PaceForm(MendingForm, PaceFields):
    """The pace of a programme that has begun; a number left empty stays as it was."""

    @classmethod
    def of(cls, programme: Programme, data: Mapping[str, Any] | None = None) -> "PaceForm":
        """The form as it stands for this programme."""
        return cls.over({"pace_low": programme.pace_low, "pace_high": programme.pace_high}, data)

    def pace(self) -> dict[str, int]:
        """What is new of the pace."""
        return {name: value for name, value in self.changed().items() if value is not None}


class ProgrammeForm(PaceFields, FactForm):
    """A programme to begin; what is left empty is as its kind has it."""

    kind = forms.ChoiceField(label="Which one?", choices=ProgrammeKind.choices)
    title = LineField("A name for it", max_length=80)
    weeks = forms.IntegerField(label="Weeks", min_value=1, max_value=52, required=False)

    def content(self) -> dict[str, Any]:
        """What the programme is begun with."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "id"}
        low, high = SHAPES[ProgrammeKind(data["kind"])].pace
        data["pace_low"] = data["pace_low"] or min(low, data["pace_high"] or low)
        data["pace_high"] = data["pace_high"] or max(high, data["pace_low"])
        return data


class RuleForm(FactForm):
    """A rule in the person's own words, of a programme or to rebel against."""

    kind = forms.ChoiceField(choices=RuleKind.choices)
    programme = forms.UUIDField(required=False)
    words = LineField("A rule", required=True, max_length=140, error_messages={"required": "A few words are enough."})
