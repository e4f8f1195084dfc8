from collections.abc import Iterator, Mapping
from typing import Any, Final, Self

from django import forms

from unflinch.practice.aftermath import lucky_escape
from unflinch.practice.forms.fields import (
    BAD,
    LIKELY,
    STRONG,
    ChipField,
    DayField,
    DayForm,
    LineField,
    ManyChipField,
    RatingField,
)
from unflinch.practice.models import Ask
from unflinch.practice.models.debrief import DEBRIEF_FIELDS
from unflinch.practice.vocabulary import (
    OUTCOME_OF,
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
from unflinch.practice.warm_ups import is_warm_up
from unflinch.shell.forms import FactForm
from unflinch.shell.mending import MendingForm

_MOST_ALIKE: Final = 20
_ASKED: Final = (("no", "No"), ("yes", "Yes"), ("maybe", "Maybe"), ("no_reply", "No answer"))


class AnswerForm(FactForm):
    """One of the four outcomes; `practice/_answers.html` draws the buttons."""

    outcome = forms.ChoiceField(
        label="What came back?", choices=_ASKED, error_messages={"required": "Which of the four was it?"}
    )
    of_warm_up = False

    def for_ask(self, ask: Ask) -> Self:
        """The same form with the answers that this ask can have.

        A warm-up was done, whatever was tapped: a page that waited on a phone may not have known it for one.
        """
        if is_warm_up(ask.slug):
            self.of_warm_up = True
            _offer(self, *_ASKED, (Outcome.WENT, Outcome.WENT.label))
        return self

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.of_warm_up and data.get("outcome"):
            data["outcome"] = str(Outcome.WENT)
            data["manner"] = ""
        return data


def _offer(form: forms.Form, *answers: tuple[str, Any]) -> None:
    """Let the form take these answers and no other."""
    field = form.fields["outcome"]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(answers)


class ToldForm(AnswerForm):
    """The first answer: one of the four, or how it was more than one word, which brings its outcome along."""

    manner = forms.ChoiceField(required=False, choices=[(manner, Manner(manner).label) for manner in OUTCOME_OF])

    def clean(self) -> dict[str, Any]:
        outcome = OUTCOME_OF.get(self.cleaned_data.get("manner", ""))
        if outcome is not None:
            self.errors.pop("outcome", None)
            self.cleaned_data["outcome"] = str(outcome)
        return super().clean()

    def answer(self) -> dict[str, str]:
        """The outcome, and the manner where there is one."""
        return {name: self.cleaned_data[name] for name in ("outcome", "manner")}


class LateForm(DayForm):
    """The day and the time of what is logged late."""

    day = DayField("On another day")
    clock = forms.TimeField(
        label="At about what time?",
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": "A time of day, please, such as 18:30."},
    )


class FirstAnswerForm(ToldForm, LateForm):
    """What came back, when, and from how many people alike."""

    several = forms.IntegerField(
        label="How many people, all with this answer?",
        required=False,
        min_value=1,
        max_value=_MOST_ALIKE,
        help_text="Three e-mails sent at once are three asks waiting for an answer.",
    )

    def clean_several(self) -> int:
        return self.cleaned_data["several"] or 1


class HappenedForm(FirstAnswerForm):
    """It just happened: a title if one likes, and what came back."""

    title = LineField("What did you ask?", max_length=120)
    role = LineField("Who did you ask?", max_length=60, help_text="A role such as barista; no names.")
    company = ChipField("Who was with you?", Company)
    counts = forms.BooleanField(label="This one doesn’t count", required=False)

    def about(self) -> dict[str, Any]:
        """What the ask was about; a chip that was left is the usual one."""
        data = self.cleaned_data
        told = {"title": data["title"], "role": data["role"], "counts": not data["counts"]}
        return {**told, "company": data["company"] or Company.ALONE}

    @staticmethod
    def typed_of(ask: Ask) -> dict[str, list[str]]:
        """This ask as if it had been typed into the form and not sent."""
        typed = {"title": ask.title, "role": ask.role, "company": ask.company, "counts": "" if ask.counts else "on"}
        return {name: [str(words)] for name, words in typed.items() if words}


class OthersForm(ToldForm):
    """Somebody else who was asked the same, and what they said."""

    role = LineField("Who was it?", max_length=60, help_text="A role such as barista; no names.")


class PassedOnForm(OthersForm):
    """Whom one was sent to, and what they said, where they were asked already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].required = False
        self.fields["role"].label = "Who did they send you to?"


class NotThisTimeForm(FactForm):
    """Not this time, with a reason or none."""

    reason = ChipField("What got in the way?", NotAskedReason)


class SettlingForm(AnswerForm, LateForm):
    """What came later, or what a yes turned into."""

    manner = ChipField("Was there more to it?", Manner)
    words = LineField("Their words")


class SlipForm(AnswerForm):
    """What the last answer should have been; a warm-up that wasn't done may be said here as well."""

    def for_ask(self, ask: Ask) -> Self:
        if is_warm_up(ask.slug):
            _offer(self, *((outcome, outcome.label) for outcome in (Outcome.WENT, Outcome.NOT_ASKED)))
        return self


class DebriefForm(MendingForm, FactForm):
    """Ninety seconds, chips first; everything may be left."""

    no_kind = ChipField("What kind of no?", NoKind)
    feared_happened = RatingField("Did it happen?", STRONG)
    sting = RatingField("How much did it sting?", STRONG)
    feared_after = RatingField("If you asked again, how likely would that be?", LIKELY)
    cost_after = RatingField("How bad was the no, really?", BAD)
    surprise = RatingField("How surprised are you?", STRONG)
    flinched = ChipField("Did you flinch?", Degree)
    funny = forms.NullBooleanField(label="Funny, actually", required=False, widget=forms.CheckboxInput)
    feelings = ManyChipField("Now I feel", Feeling)
    feeling_words = LineField("In a word of my own")
    back_after = ChipField("How long until you felt OK again?", BackAfter)
    rehearsed = ChipField("Rehearsed beforehand?", Rehearsed)
    safe_habits = ManyChipField("What I did to feel safe", SafeHabit)
    what_happened = LineField("What happened, in one line", help_text="Just what a camera would have seen.")
    kind_line = LineField("One kind line to yourself")
    fact_line = LineField("In one line: what did you expect, and what happened?")
    lesson = LineField("What did you learn?")
    believe_next = LineField("What would you have to see to believe it next time?")
    gained = LineField("Did you get anything out of it?", help_text="A doughnut counts.")
    amount = forms.DecimalField(label="Worth about", required=False, max_digits=12, decimal_places=2)
    harms = ManyChipField("Something wasn’t right", Harm)
    wants_echo = forms.NullBooleanField(label="Check in with me tomorrow", required=False, widget=forms.CheckboxInput)

    @classmethod
    def of(
        cls, ask: Ask, data: Mapping[str, Any] | None = None, *, typed: Mapping[str, list[str]] | None = None
    ) -> "DebriefForm":
        """The form for this ask: what is written already, with what was sent, or typed and not sent, on top."""
        told = ask.debrief
        written = (
            {} if told is None else {name: getattr(told, name) for name in DEBRIEF_FIELDS if name in cls.base_fields}
        )
        form = cls.over(written, data, typed=typed, without=_not_asked_about(ask))
        feared = "" if ask.foretold is None else ask.foretold.feared_thing
        if feared:
            form.fields["feared_happened"].label = f"“{feared[:1].upper()}{feared[1:]}”: did it happen?"
        return form


def _not_asked_about(ask: Ask) -> Iterator[str]:
    """The fields that this ask cannot answer: a feared thing that was never named, a no's questions after a yes.

    What would make it believable is asked where a big surprise has moved nothing.
    """
    if ask.foretold is None or not ask.foretold.feared_thing:
        yield from ("feared_happened", "feared_after")
    if ask.answer is None or ask.answer.outcome != Outcome.NO:
        yield from ("no_kind", "flinched", "cost_after")
    if not lucky_escape(ask):
        yield "believe_next"


class EchoForm(FactForm):
    """How it sits on a later day; everything may be left."""

    still_stings = RatingField("Does it still sting?", STRONG)
    round_and_round = RatingField("How much did it go round in your head?", STRONG)
    said_back = LineField("In one line: what did you expect, and what happened?")


class WishForm(FactForm):
    """I wish I'd asked."""

    words = LineField("I wish I’d asked …", required=True, error_messages={"required": "A few words are enough."})


class MoreForm(ToldForm):
    """A bolder ask straight after a yes, to the same person, and what they said, where it is over already."""

    title = LineField(
        "What else did you ask, or will you?",
        required=True,
        max_length=120,
        error_messages={"required": "A few words are enough."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].required = False
