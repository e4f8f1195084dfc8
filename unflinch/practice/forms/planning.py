from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from unflinch.practice.forms.fields import DayField, DayForm

_TIMES: Final = (time(9), time(11), time(13), time(15), time(17, 30), time(19))
_OFFERED: Final = 3
_AHEAD: Final = timedelta(minutes=20)


class _MomentField(forms.Field):
    """A day and a time on the person's clock, as its button sends it; None where another button was pressed."""

    def clean(self, value: Any) -> datetime | None:
        try:
            moment = datetime.fromisoformat(str(value)) if value else None
        except ValueError:
            return None
        return None if moment is None or moment.tzinfo else moment


class PlannedTimeForm(DayForm):
    """For when an ask is planned: one of the times on offer, another day and time, or no day at all."""

    moment = _MomentField(required=False)
    keep = forms.BooleanField(required=False)
    planned_day = DayField(_("Which day?"))
    planned_time = forms.TimeField(
        label=_("At what time?"),
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        help_text=_("Leave it empty for any time that day."),
        error_messages={"invalid": _("A time of day, please, such as 18:30.")},
    )

    def clean_planned_day(self) -> date | None:
        day: date | None = self.cleaned_data["planned_day"]
        if day is not None and day < self.today:
            raise forms.ValidationError(said("That day is over. Which one did you mean?"))
        return self.plausible(day)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not (data.get("moment") or data.get("keep") or data.get("planned_day") or self.errors):
            self.add_error("planned_day", said("Which day would suit you?"))
        return data

    def chosen(self) -> tuple[date | None, time | None]:
        """The day and the time on the clock; no day where it is just kept."""
        data = self.cleaned_data
        if data["keep"]:
            return None, None
        moment: datetime | None = data["moment"]
        return (moment.date(), moment.time()) if moment else (data["planned_day"], data["planned_time"])


def times_on_offer(now: datetime) -> dict[str, list[datetime]]:
    """A few times still to come `today`, and some `tomorrow`; `now` is the clock on the person's wall."""
    today = [datetime.combine(now.date(), clock) for clock in _TIMES]
    tomorrow = [moment + timedelta(days=1) for moment in today[::2]]
    return {"today": [moment for moment in today if moment >= now + _AHEAD][-_OFFERED:], "tomorrow": tomorrow}
