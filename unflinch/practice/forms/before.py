from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from unflinch.challenges.shape import Challenge
from unflinch.practice.forms.fields import BAD, LIKELY, TENSE, ChipField, LineField, ManyChipField, RatingField
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import FEARED_FIRST, UNFIT, Feared, Feeling
from unflinch.practice.way_out import without_way_out
from unflinch.shell.forms import FactForm
from unflinch.shell.mending import MendingForm, changed_fields
from unflinch.shell.widgets import DotsInput, LineInput

_DOTS = [(20, "calm"), (40, "a flutter"), (60, "tense"), (80, "heart pounding"), (100, "the most ever")]


class ForecastForm(MendingForm, FactForm):
    """Two questions in five words and one line to say; the rest is under more.

    `hint` is the card's line where the line is to come in own words: left empty, the card's stays.
    """

    feared = ChipField(_("What are you afraid might happen?"), Feared)
    feared_words = LineField(_("In your own words"), help_text=_("Something you’d notice."))
    feared_before = RatingField(_("How likely is it?"), LIKELY)
    no_before = RatingField(_("How likely is a no?"), LIKELY)
    cost_before = RatingField(_("If it’s a no, how bad will that be?"), BAD)
    tension_before = RatingField(_("How tense are you now?"), TENSE)
    feelings = ManyChipField(_("Right now I feel"), Feeling)
    role = LineField(_("Who will you ask?"), max_length=60, help_text=_("A role such as barista; no names."))
    line = LineField(_("What will you say?"), widget=LineInput(sorry=True))
    when_where = LineField(_("When and where"))
    leave_off = forms.BooleanField(required=False)
    cue = LineField(_("When I reach …, I ask …"), help_text=_("When I reach the bridge, I ask the next person."))

    PLAN = ("line", "when_where", "cue", "role")
    medium: str = "in_person"
    hint: str = ""

    @classmethod
    def of(
        cls,
        ask: Ask,
        data: Mapping[str, Any] | None = None,
        *,
        typed: Mapping[str, list[str]] | None = None,
        card_line: str = "",
        card: Challenge | None = None,
    ) -> "ForecastForm":
        """The form for this ask: what is written already, with what was sent, or typed and not sent, on top.

        `card_line` is given where the line should come in own words: while it is unchanged it is only a hint. What the
        `card` calls a no is said, and a warm-up, which can't be refused, is not asked how likely one is.
        """
        plan, forecast = ask.plan, ask.foretold
        written: dict[str, Any] = {name: getattr(plan, name) for name in cls.PLAN if hasattr(plan, name)}
        written |= {"line": ask.line_to_say, "role": ask.role}
        if forecast is not None:
            written |= {name: getattr(forecast, name) for name in cls.base_fields if hasattr(forecast, name)}
        written.pop("id", None)
        hint = card_line if card_line and card_line == written["line"] else ""
        refused = ("no_before",) if card is not None and card.warm_up and written.get("no_before") is None else ()
        form = cls.over(written, data, typed=typed, shown={"line": ""} if hint else {}, without=refused)
        if card is not None and card.means_no and not refused:
            form.fields["no_before"].help_text = said("A no here is “%(words)s”") % {"words": card.means_no}
        return form.fit(ask, hint)

    def fit(self, ask: Ask, hint: str) -> "ForecastForm":
        """Ask about what can happen over this ask's channel, and about whatever was chosen before."""
        self.medium, self.hint = ask.medium, hint
        unfit = UNFIT[self.medium] - {self["feared"].value()}
        first = FEARED_FIRST[self.medium]
        offered = [code for code in (*first, *Feared) if code not in unfit and code != Feared.OWN]
        self.fields["feared"].widget.choices = [(code, code.label) for code in dict.fromkeys(offered)]
        if hint:
            self.fields["line"].widget.attrs["placeholder"] = hint
            self.fields["line"].help_text = _("Your own words work best by now.")
        return self

    @property
    def feared_first(self) -> list[BoundWidget]:
        """The chips that are seen at once."""
        return [chip for chip in self["feared"] if chip.data["value"] in FEARED_FIRST[self.medium]]

    @property
    def feared_else(self) -> list[BoundWidget]:
        """The chips behind "something else", with the one for no answer."""
        return [chip for chip in self["feared"] if chip.data["value"] not in FEARED_FIRST[self.medium]]

    @property
    def fears_else(self) -> bool:
        """Whether what was chosen or typed stands behind "something else"."""
        chosen = any(chip.data["selected"] and chip.data["value"] for chip in self.feared_else)
        return chosen or bool(self["feared_words"].value())

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
        line = self.cleaned_data["line"] or self.hint
        if self.cleaned_data["leave_off"]:
            plan["line"] = without_way_out(line)
        elif self.hint and line == self.hint:
            plan.pop("line", None)
        return plan


class TensionForm(FactForm):
    """One tap on five dots."""

    tension = forms.TypedChoiceField(
        label="How tense are you now?", coerce=int, choices=_DOTS, widget=DotsInput(submit=True)
    )
