from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from unflinch.challenges.vocabulary import Channel, Kind, Setting
from unflinch.practice.forms.fields import ChipField, DayField, DayForm, LineField
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import AnswerKind, Audience, Company
from unflinch.shell.mending import MendingForm

_PLANNED: Final = ("planned_day", "planned_time")
_USUAL: Final = {"audience": Audience.ONE, "company": Company.ALONE, "channel": Channel.IN_PERSON, "kind": Kind.ASK}


class AboutForm(MendingForm, DayForm):
    """What an ask was about, and when; it can be made better at any time."""

    title = LineField(_("What did you ask?"), max_length=120)
    role = LineField(_("Who did you ask?"), max_length=60, help_text=_("A role such as barista; no names."))
    day = DayField(_("Which day was it?"))
    planned_day = DayField(_("For which day?"))
    planned_time = forms.TimeField(
        label=_("At what time?"),
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": _("A time of day, please, such as 18:30.")},
    )
    setting = forms.ChoiceField(
        label=_("Where was it?"), required=False, choices=[("", _("anywhere")), *Setting.choices]
    )
    channel = forms.ChoiceField(label=_("How did you ask?"), required=False, choices=Channel.choices)
    kind = forms.ChoiceField(label=_("What kind of ask was it?"), required=False, choices=Kind.choices)
    audience = ChipField(_("Who answered?"), Audience)
    company = ChipField(_("Who was with you?"), Company)
    counts = forms.BooleanField(label=_("It counts"), required=False)

    later: date | None = None

    @classmethod
    def of(cls, ask: Ask, data: Mapping[str, Any] | None = None, *, today: date) -> "AboutForm":
        """The form as it stands for this ask: its day once it was asked, until then the day it is planned for."""
        without = _PLANNED if ask.trail else ("day",)
        names = [name for name in cls.base_fields if hasattr(ask, name) and name not in without]
        form = cls.over({name: getattr(ask, name) for name in names}, data, without=without, today=today)
        form.later = min(_days_of_what_came_later(ask), default=None)
        return form

    def clean_day(self) -> date | None:
        day = super().clean_day()
        if day is not None and self.later is not None and day > self.later:
            raise forms.ValidationError(
                _("They replied on {day}. The ask was before that.").format(day=f"{self.later:%-d %B %Y}")
            )
        return day

    def clean_planned_day(self) -> date | None:
        return self.plausible(self.cleaned_data["planned_day"])

    def about(self) -> dict[str, Any]:
        """What is new of the ask; a chip that was left is the usual one."""
        return {name: value or _USUAL.get(name, value) for name, value in self.changed().items()}


def _days_of_what_came_later(ask: Ask) -> Iterator[date]:
    """The days of its later answers that are not the day of the first."""
    for answer in ask.trail:
        if answer.kind == AnswerKind.SETTLING and answer.day is not None and answer.day != ask.day:
            yield answer.day
