from typing import Any

from django import forms

from unflinch.accounts.typed import with_typed
from unflinch.practice.forms.fields import BAD, LIKELY, TENSE, ChipField, LineField, ManyChipField, RatingField
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import Feared, Feeling
from unflinch.shell.forms import FactForm
from unflinch.shell.widgets import Dots, Line

DOTS = [(20, "calm"), (40, "a flutter"), (60, "tense"), (80, "heart pounding"), (100, "the most ever")]


class ForecastForm(FactForm):
    """Two things and no more; the rest is under more."""

    feared = ChipField("What are you afraid they will do?", Feared)
    feared_words = LineField("In your own words", help_text="Something one could see or hear.")
    feared_before = RatingField("How likely is that?", LIKELY)
    no_before = RatingField("How likely is a no?", LIKELY)
    cost_before = RatingField("If it is a no, how bad will that be?", BAD)
    tension_before = RatingField("How tense are you now?", TENSE)
    feelings = ManyChipField("Right now I feel", Feeling)
    line = LineField("Your line", help_text="Easy to say, easy to refuse.", widget=Line(sorry=True))
    when_where = LineField("When and where")
    cue = LineField("When I reach …, I ask …", help_text="When I reach the bridge, I ask the next person.")

    PLAN = ("line", "when_where", "cue")

    @classmethod
    def of(cls, ask: Ask, typed: dict[str, list[str]]) -> "ForecastForm":
        """The form for this ask: what is written already, with what was typed but not sent on top."""
        plan, forecast = ask.plan, ask.foretold
        written: dict[str, Any] = {name: getattr(plan, name) for name in cls.PLAN}
        if forecast is not None:
            written |= {name: getattr(forecast, name) for name in cls.base_fields if hasattr(forecast, name)}
        return with_typed(cls, written, typed)

    def forecast(self) -> dict[str, Any]:
        """What goes into the forecast: own words name the thing themselves, mere curiosity rates nothing."""
        data = {name: value for name, value in self.cleaned_data.items() if name not in (*self.PLAN, "id")}
        if data["feared_words"] and data["feared"] in ("", Feared.OWN):
            data["feared"] = Feared.OWN
        elif data["feared"] != Feared.OWN:
            data["feared_words"] = ""
        if data["feared"] in ("", Feared.CURIOUS):
            data["feared_before"] = None
        return data

    def lines(self) -> list[str]:
        """What was typed into it."""
        return [self.cleaned_data["feared_words"], *self.plan().values()]

    def plan(self) -> dict[str, str]:
        """What goes into the plan."""
        return {name: self.cleaned_data[name] for name in self.PLAN}


class TensionForm(FactForm):
    """One tap on five dots."""

    tension = forms.TypedChoiceField(label="How tense are you now?", coerce=int, choices=DOTS, widget=Dots(submit=True))
