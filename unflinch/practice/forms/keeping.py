from typing import Any, Final

from django import forms

from unflinch.challenges.vocabulary import Channel, Kind, Setting
from unflinch.practice.forms.fields import ChipField, LineField
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import AsideReason, Audience, Company, Dots, Link
from unflinch.shell.forms import FactForm, Form
from unflinch.shell.widgets import Dots as DotsWidget

MOST = 10_000
TOTALS: Final = ("yes", "no", "maybe", "no_reply", "not_asked")


class EnergyForm(FactForm):
    """What is in the tank, one to four dots."""

    dots = forms.TypedChoiceField(
        label="What is in the tank?", coerce=int, choices=Dots.choices, widget=DotsWidget(submit=True)
    )


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
        super().__init__(label=label, required=False, min_value=0, max_value=MOST)

    def clean(self, value: Any) -> int:
        return super().clean(value) or 0


class TallyForm(FactForm):
    """Only a total: three noes, one yes."""

    yes = TotalField("Yes")
    no = TotalField("No")
    maybe = TotalField("Maybe")
    no_reply = TotalField("No reply")
    not_asked = TotalField("Not this time")
    words = LineField("What was it about?")
    day = forms.DateField(label="On another day", required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(data[name] for name in TOTALS):
            raise forms.ValidationError("At least one number, please.")
        return data


class AboutForm(Form):
    """What an ask was about; it can be mended for as long as its answer can."""

    title = LineField("What did you ask?", max_length=120)
    role = LineField("Whom?", max_length=60, help_text="A role such as barista; no names.")
    setting = forms.ChoiceField(label="Where", required=False, choices=[("", "anywhere"), *Setting.choices])
    channel = forms.ChoiceField(label="How", choices=Channel.choices)
    kind = forms.ChoiceField(label="What was it", choices=Kind.choices)
    audience = ChipField("Who answered?", Audience)
    company = ChipField("Who was with you?", Company)
    counts = forms.BooleanField(label="It counts", required=False)

    @classmethod
    def of(cls, ask: Ask) -> "AboutForm":
        """The form as it stands for this ask."""
        return cls(initial={name: getattr(ask, name) for name in cls.base_fields})

    def about(self) -> dict[str, Any]:
        """What goes into the ask; a chip that was left is the usual one."""
        data = self.cleaned_data
        usual = {"audience": data["audience"] or Audience.ONE, "company": data["company"] or Company.ALONE}
        return {**data, **usual}
