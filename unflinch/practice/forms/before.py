from collections.abc import Mapping
from typing import Any

from django import forms

from unflinch.challenges.vocabulary import CHANNEL_OF, Channel
from unflinch.practice.forms.fields import BAD, LIKELY, TENSE, ChipField, LineField, ManyChipField, RatingField
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import UNFIT, Feared, Feeling
from unflinch.practice.way_out import without_way_out
from unflinch.shell.forms import FactForm
from unflinch.shell.mending import MendingForm, changed_fields
from unflinch.shell.widgets import DotsInput, LineInput

_DOTS = [(20, "calm"), (40, "a flutter"), (60, "tense"), (80, "heart pounding"), (100, "the most ever")]


class ForecastForm(MendingForm, FactForm):
    """Two things and no more; the rest is under more."""

    feared = ChipField("What are you afraid will happen?", Feared)
    feared_words = LineField("In your own words", help_text="Something that you would notice.")
    feared_before = RatingField("How likely is that?", LIKELY)
    no_before = RatingField("How likely is a no?", LIKELY)
    cost_before = RatingField("If it is a no, how bad will that be?", BAD)
    tension_before = RatingField("How tense are you now?", TENSE)
    feelings = ManyChipField("Right now I feel", Feeling)
    line = LineField("Your line", help_text="Easy to say, easy to refuse.", widget=LineInput(sorry=True))
    when_where = LineField("When and where")
    leave_off = forms.BooleanField(required=False)
    cue = LineField("When I reach …, I ask …", help_text="When I reach the bridge, I ask the next person.")

    PLAN = ("line", "when_where", "cue")

    @classmethod
    def of(
        cls, ask: Ask, data: Mapping[str, Any] | None = None, *, typed: Mapping[str, list[str]] | None = None
    ) -> "ForecastForm":
        """The form for this ask: what is written already, with what was sent, or typed and not sent, on top."""
        plan, forecast = ask.plan, ask.foretold
        written: dict[str, Any] = {name: getattr(plan, name) for name in cls.PLAN}
        if forecast is not None:
            written |= {name: getattr(forecast, name) for name in cls.base_fields if hasattr(forecast, name)}
        written.pop("id", None)
        return cls.over(written, data, typed=typed).fit(ask)

    def fit(self, ask: Ask) -> "ForecastForm":
        """Offer the feared things that can happen over this ask's channel, and whatever was chosen before."""
        unfit = UNFIT[CHANNEL_OF[Channel(ask.channel)]] - {self["feared"].value()}
        self.fields["feared"].widget.choices = [(code, words) for code, words in Feared.choices if code not in unfit]
        return self

    def forecast(self) -> dict[str, Any]:
        """What goes into the forecast: own words name the thing themselves, mere curiosity rates nothing."""
        data = {name: value for name, value in self.cleaned_data.items() if name not in (*self.PLAN, "leave_off")}
        if data["feared_words"] and data["feared"] in ("", Feared.OWN):
            data["feared"] = Feared.OWN
        elif data["feared"] != Feared.OWN:
            data["feared_words"] = ""
        if data["feared"] in ("", Feared.CURIOUS):
            data["feared_before"] = None
        return changed_fields(data, self.seen)

    def plan(self) -> dict[str, str]:
        """What goes into the plan: the line without its way out, where that is to be left off."""
        plan = {name: value for name, value in self.changed().items() if name in self.PLAN}
        if self.cleaned_data["leave_off"]:
            plan["line"] = without_way_out(self.cleaned_data["line"])
        return plan


class TensionForm(FactForm):
    """One tap on five dots."""

    tension = forms.TypedChoiceField(
        label="How tense are you now?", coerce=int, choices=_DOTS, widget=DotsInput(submit=True)
    )
