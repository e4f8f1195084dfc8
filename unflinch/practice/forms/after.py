from typing import Any

from django import forms

from unflinch.accounts.typed import with_typed
from unflinch.practice.forms.fields import BAD, LIKELY, STRONG, ChipField, LineField, ManyChipField, RatingField
from unflinch.practice.models import Ask
from unflinch.practice.models.debrief import LINES
from unflinch.practice.vocabulary import (
    BackAfter,
    Company,
    Degree,
    Feeling,
    Harm,
    Manner,
    NoKind,
    NotAskedReason,
    Outcome,
    Rehearsed,
    SafeHabit,
)
from unflinch.shell.forms import FactForm
from unflinch.shell.widgets import ASKED, Outcomes


class AnswerForm(FactForm):
    """One of the four outcomes."""

    outcome = forms.ChoiceField(
        label="What came back?",
        choices=ASKED,
        widget=Outcomes,
        error_messages={"required": "Which of the four was it?"},
    )


class LateForm(AnswerForm):
    """An answer with the day it came on, for what is logged late."""

    day = forms.DateField(
        label="On another day", required=False, widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "That is no day of the calendar."},
    )  # fmt: skip


class HappenedForm(LateForm):
    """It just happened: a title if one likes, and what came back."""

    title = LineField("What did you ask?", max_length=120)
    role = LineField("Whom?", max_length=60, help_text="A role such as barista; no names.")
    company = ChipField("Who was with you?", Company)
    counts = forms.BooleanField(label="This one does not count", required=False)


class NotThisTimeForm(FactForm):
    """Not this time, with a reason or none."""

    reason = ChipField("What was it?", NotAskedReason)


class SettlingForm(LateForm):
    """What came later, or what a yes turned into."""

    manner = ChipField("Was there more to it?", Manner)
    words = LineField("Their words")


class DebriefForm(FactForm):
    """Ninety seconds, chips first; everything may be left."""

    no_kind = ChipField("What kind of no?", NoKind)
    feared_happened = RatingField("Did it happen?", STRONG)
    sting = RatingField("How much did it sting?", STRONG)
    feared_after = RatingField("Ask the same again: how likely would it be?", LIKELY)
    cost_after = RatingField("And how bad was the no, looking at it now?", BAD)
    surprise = RatingField("How surprised are you?", STRONG)
    flinched = ChipField("Flinched?", Degree)
    funny = forms.NullBooleanField(label="Funny, actually", required=False, widget=forms.CheckboxInput)
    feelings = ManyChipField("Now I feel", Feeling)
    back_after = ChipField("Back to yourself after", BackAfter)
    rehearsed = ChipField("Rehearsed beforehand?", Rehearsed)
    safe_habits = ManyChipField("What I did to feel safe", SafeHabit)
    what_happened = LineField("What happened, in one line", help_text="As a camera would have seen it.")
    kind_line = LineField("One kind line to yourself")
    fact_line = LineField("Say it back: what did you expect, and what came?")
    lesson = LineField("What you take with you")
    believe_next = LineField("What would you have to see to believe it next time?")
    gained = LineField("Anything gained?", help_text="A doughnut counts.")
    amount = forms.DecimalField(label="In money", required=False, max_digits=12, decimal_places=2)
    harms = ManyChipField("Something was not right", Harm)
    wants_echo = forms.NullBooleanField(label="Ask me tomorrow how it sits", required=False, widget=forms.CheckboxInput)

    @classmethod
    def of(cls, ask: Ask, typed: dict[str, list[str]]) -> "DebriefForm":
        """The form for this ask: what is written already, with what was typed but not sent on top."""
        told = ask.debrief
        written: dict[str, Any] = {} if told is None else {n: getattr(told, n) for n in cls.base_fields if n != "id"}
        return with_typed(cls, written, typed).fit(ask)

    def fit(self, ask: Ask) -> "DebriefForm":
        """Ask only what this ask can answer: the same feared thing by its own words, a no's questions after a no.

        What would make it believable is asked where a big surprise has moved nothing.
        """
        forecast, answer = ask.foretold, ask.answer
        feared = "" if forecast is None else forecast.feared_thing
        if feared:
            self.fields["feared_happened"].label = f"“{feared[:1].upper()}{feared[1:]}”: did it happen?"
        else:
            del self.fields["feared_happened"], self.fields["feared_after"]
        if answer is None or answer.outcome != Outcome.NO:
            for name in ("no_kind", "flinched", "cost_after"):
                del self.fields[name]
        if not ask.lucky_escape:
            del self.fields["believe_next"]
        return self

    def lines(self) -> list[str]:
        """What was typed into it."""
        return [self.cleaned_data.get(name, "") for name in LINES]

    def told(self) -> dict[str, Any]:
        """What goes into the debrief."""
        return {name: value for name, value in self.cleaned_data.items() if name != "id"}


class EchoForm(FactForm):
    """How it sits on a later day; everything may be left."""

    still_stings = RatingField("Does it still sting?", STRONG)
    round_and_round = RatingField("How much did it go round in your head?", STRONG)
    said_back = LineField("Say it back in one line: what did you expect, and what came?")


class WishForm(FactForm):
    """I wish I'd asked."""

    words = LineField("I wish I’d asked …", required=True, error_messages={"required": "A few words are enough."})


class MoreForm(FactForm):
    """A bolder ask straight after a yes, to the same person; it begins with an empty forecast."""

    title = LineField(
        "What more could you ask?",
        required=True,
        max_length=120,
        error_messages={"required": "A few words are enough."},
    )
