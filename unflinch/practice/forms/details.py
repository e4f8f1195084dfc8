"""Mending an entry: one part of it or all, as often as wanted and without a limit of time."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unflinch.challenges.vocabulary import CHANNEL_OF, Channel
from unflinch.practice.aftermath import lucky_escape
from unflinch.practice.forms.fields import BAD, LIKELY, STRONG, TENSE, ChipField, LineField, ManyChipField, RatingField
from unflinch.practice.models import Ask
from unflinch.practice.models.debrief import DEBRIEF_FIELDS
from unflinch.practice.parts import SAID_AFTER, SAID_BEFORE, EntryPart
from unflinch.practice.vocabulary import (
    UNFIT,
    BackAfter,
    Degree,
    Feared,
    Feeling,
    Harm,
    NoKind,
    Outcome,
    Rehearsed,
    SafeHabit,
)
from unflinch.shell.forms import FactForm
from unflinch.shell.mending import MendingForm, is_blank


class DetailsForm(MendingForm, FactForm):
    """What can be said after an ask: all of it, or one part."""

    what_happened = LineField(_("What happened, in one line"), help_text=_("Just what a camera would have seen."))
    feared_happened = RatingField(_("Did what you feared happen?"), STRONG)
    feared_after = RatingField(_("If you asked again, how likely would that be?"), LIKELY)
    no_kind = ChipField(_("What kind of no was it?"), NoKind)
    flinched = ChipField(_("Did you flinch?"), Degree)
    surprise = RatingField(_("How surprised were you?"), STRONG)
    gained = LineField(_("Did you get anything out of it?"), help_text=_("A doughnut counts."))
    amount = forms.DecimalField(label=_("Worth about"), required=False, max_digits=12, decimal_places=2)
    harms = ManyChipField(_("Was anything wrong?"), Harm)
    notes = LineField(_("Notes"))
    feelings = ManyChipField(_("How did you feel?"), Feeling)
    feeling_words = LineField(_("In your own words"))
    sting = RatingField(_("Did it sting?"), STRONG)
    cost_after = RatingField(_("How bad was the no, really?"), BAD)
    back_after = ChipField(_("How long until you felt OK again?"), BackAfter)
    funny = forms.NullBooleanField(label=_("Funny, actually"), required=False, widget=forms.CheckboxInput)
    kind_line = LineField(_("A kind line to yourself"))
    fact_line = LineField(_("In one line: what did you expect, and what happened?"))
    lesson = LineField(_("What did you learn?"))
    believe_next = LineField(_("What would you have to see to believe it next time?"))
    rehearsed = ChipField(_("Did you rehearse beforehand?"), Rehearsed)
    safe_habits = ManyChipField(_("What did you do to feel safe?"), SafeHabit)
    wants_echo = forms.NullBooleanField(
        label=_("Check in with me the next day"), required=False, widget=forms.CheckboxInput
    )

    @classmethod
    def of(cls, ask: Ask, part: EntryPart | None, data: Mapping[str, Any] | None = None) -> "DetailsForm":
        """The form for this part of the ask's entry, or for all of it: what is written, with what was sent on top."""
        told = ask.debrief
        written = {} if told is None else {name: getattr(told, name) for name in DEBRIEF_FIELDS}
        without = _all_but(part, SAID_AFTER) if part else set(_unfit(ask, written))
        return cls.over(written, data, without=without)

    def group(self, parts: Iterable[EntryPart]) -> list[forms.BoundField]:
        """The fields of these parts that this form asks about."""
        return [self[name] for part in parts for name in part.fields if name in self.fields]


class BeforehandForm(MendingForm, FactForm):
    """One part of what was said before an ask."""

    feared = ChipField(_("What were you afraid would happen?"), Feared)
    feared_words = LineField(_("In your own words"))
    feared_before = RatingField(_("How likely did that seem?"), LIKELY)
    no_before = RatingField(_("How likely was a no?"), LIKELY)
    cost_before = RatingField(_("How bad would a no be?"), BAD)
    tension_before = RatingField(_("How tense were you?"), TENSE)
    feelings = ManyChipField(_("How did you feel beforehand?"), Feeling)
    line = LineField(_("Your line"), help_text=_("Easy to say, easy to refuse."))
    when_where = LineField(_("When and where"))
    cue = LineField(_("When I reach …, I ask …"))

    PLAN = ("line", "when_where", "cue")

    @classmethod
    def of(cls, ask: Ask, part: EntryPart, data: Mapping[str, Any] | None = None) -> "BeforehandForm":
        """The form for this part of the ask's entry, as it stands."""
        source = ask.plan if part.fields[0] in cls.PLAN else ask.foretold
        written = {name: ask.line_to_say if name == "line" else getattr(source, name) for name in part.fields}
        form = cls.over(written, data, without=_all_but(part, SAID_BEFORE))
        if "feared" in form.fields:
            unfit = UNFIT[CHANNEL_OF[Channel(ask.channel)]] - {str(written["feared"])}
            form.fields["feared"].widget.choices = [(code, said) for code, said in Feared.choices if code not in unfit]
        return form

    def plan(self) -> dict[str, Any]:
        """What is new of the plan."""
        return {name: value for name, value in self.changed().items() if name in self.PLAN}

    def forecast(self) -> dict[str, Any]:
        """What is new of the forecast: own words name the feared thing themselves."""
        data = {name: value for name, value in self.changed().items() if name not in self.PLAN}
        if data.get("feared_words") and self.cleaned_data["feared"] in ("", Feared.OWN):
            data["feared"] = Feared.OWN
        return data


def _all_but(part: EntryPart, parts: Iterable[EntryPart]) -> set[str]:
    """The fields of these parts that the part doesn't mend."""
    return {name for other in parts for name in other.fields} - {*part.fields}


def _unfit(ask: Ask, written: Mapping[str, Any]) -> Iterator[str]:
    """The fields that make no sense for this ask, unless something is written there."""
    unfit = ["believe_next"] if not lucky_escape(ask) else []
    if ask.foretold is None or not ask.foretold.feared_thing:
        unfit += ["feared_happened", "feared_after"]
    if ask.answer is None or ask.answer.outcome != Outcome.NO:
        unfit += ["no_kind", "flinched", "cost_after"]
    yield from (name for name in unfit if is_blank(written.get(name)))
