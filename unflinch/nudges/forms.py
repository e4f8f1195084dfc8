"""Which nudges somebody wants, and when."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import time
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric import ec
from django import forms
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from py_vapid.utils import b64urldecode

from unflinch.nudges.due import NudgeRules
from unflinch.nudges.models import NudgeSettings
from unflinch.nudges.push_service import checked_endpoint
from unflinch.nudges.vocabulary import NudgeKind, NudgeWay, Weekday
from unflinch.shell.forms import Form
from unflinch.shell.mending import MendingForm
from unflinch.shell.widgets import Chips, ManyChips

PAUSES: Final = ((7, _("a week")), (30, _("a month")))
_BYTES_OF_AUTH: Final = 16  # as RFC 8291 has it
_ASKED: Final = (
    *("way", "kinds", "hour", "next_days", "next_time"),
    *("quiet_from", "quiet_until", "bell", "named"),
)


class _ClockTimeField(forms.TimeField):
    """A time of day."""

    def __init__(self, label: Any, **options: Any) -> None:
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        messages = {"invalid": _("A time of day, please, such as 18:30.")}
        super().__init__(label=label, widget=widget, error_messages=messages, **options)


class NudgeForm(MendingForm):
    """Over which way, about what, and at which times."""

    way = forms.ChoiceField(label=_("How should it nudge you?"), choices=NudgeWay, widget=Chips)
    kinds = forms.MultipleChoiceField(label=_("About what?"), required=False, choices=NudgeKind, widget=ManyChips)
    hour = _ClockTimeField(_("At what time?"), help_text=_("Anything planned for a time comes at that time."))
    next_days = forms.MultipleChoiceField(
        label=_("Your next ask: which days?"), required=False, choices=Weekday, widget=ManyChips
    )
    next_time = _ClockTimeField(_("And at what time?"))
    quiet_from = _ClockTimeField(_("Quiet from"))
    quiet_until = _ClockTimeField(_("until"))
    bell = forms.BooleanField(label=_("Let my calendar ring"), required=False)
    named = forms.BooleanField(label=_("It can say “Unflinch”"), required=False)

    @classmethod
    def of(cls, chosen: NudgeSettings, data: Mapping[str, Any] | None = None) -> "NudgeForm":
        """The form as it stands for this person."""
        return cls.over({name: getattr(chosen, name) for name in _ASKED}, data)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name in ("hour", "next_time"):
            if name in data and self._is_quiet(data[name]):
                self.add_error(name, said("That’s in your quiet hours. Another time, or other quiet hours?"))
        return data

    def _is_quiet(self, clock: time) -> bool:
        """Whether this time is in the quiet hours, as far as they were understood."""
        begins, ends = (self.cleaned_data.get(name) for name in ("quiet_from", "quiet_until"))
        return begins is not None and ends is not None and NudgeRules.has_quiet(clock, begins, ends)


class SubscriptionForm(Form):
    """What a browser says when it subscribes: where its push service listens, and its two keys."""

    endpoint = forms.CharField(max_length=1_000, widget=forms.HiddenInput)
    p256dh = forms.CharField(max_length=200, widget=forms.HiddenInput)
    auth = forms.CharField(max_length=50, widget=forms.HiddenInput)

    def clean_endpoint(self) -> str:
        endpoint: str = self.cleaned_data["endpoint"]
        with _no_subscription():
            checked_endpoint(endpoint)
        return endpoint

    def clean_p256dh(self) -> str:
        key: str = self.cleaned_data["p256dh"]
        with _no_subscription():
            ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b64urldecode(key.encode()))
        return key

    def clean_auth(self) -> str:
        auth: str = self.cleaned_data["auth"]
        with _no_subscription():
            if len(b64urldecode(auth.encode())) != _BYTES_OF_AUTH:
                raise ValueError
        return auth


@contextmanager
def _no_subscription() -> Iterator[None]:
    """What no browser sends is refused."""
    try:
        yield
    except ValueError as error:
        raise forms.ValidationError(said("That browser can’t be notified.")) from error


class SnoozeForm(Form):
    """Until when one is put off."""

    until = forms.ChoiceField(choices=[("hour", ""), ("tomorrow", "")])


class NudgePauseForm(Form):
    """For how long no nudge comes."""

    days = forms.TypedChoiceField(choices=PAUSES, coerce=int)


class CarryOnForm(Form):
    """Whether nudges may go on after many that nobody reacted to."""

    more = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
