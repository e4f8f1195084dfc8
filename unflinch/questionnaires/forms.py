"""A set of questions as a form: radio buttons, and each question may be left."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from unflinch.questionnaires.instrument import AnswerScale, Instrument, Item, Question
from unflinch.shell.forms import FactForm
from unflinch.shell.widgets import Chips


class AnswerSteps(Chips):
    """The marks of an answer scale in a row, its ends in words; a list where every mark has a word of its own.

    The way to leave a question is always shown: a second tap, which other chips have for it, needs a finger.
    """

    template_name = "questionnaires/steps.html"
    unset = "skip"

    def __init__(self, scale: AnswerScale, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        self.scale = scale
        super().__init__(attrs, choices)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["scale"] = self.scale
        return context

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The word of an end stands apart from its button and is heard together with it."""
        option = super().create_option(name, value, label, *args, **kwargs)
        word = dict(self.scale.steps).get(value)
        if word and not self.scale.listed:
            option["attrs"] = option["attrs"] | {"aria-label": f"{value}, {word}"}
        return option


class MarkField(forms.TypedChoiceField):
    """One question; None where it was left."""

    def __init__(self, question: Question) -> None:
        scale = question.scale
        super().__init__(
            label=question.text,
            required=False,
            coerce=int,
            empty_value=None,
            choices=[(mark, word if scale.listed else mark) for mark, word in scale.steps],
            widget=AnswerSteps(scale),
        )


class MarksForm(FactForm):
    """What was picked in one set of questions; `of` makes the form of a set."""

    instrument: ClassVar[Instrument]

    @classmethod
    def of(cls, instrument: Instrument) -> "type[MarksForm]":
        """The form of this set of questions."""
        fields: Mapping[str, Any] = {name: MarkField(question) for name, question in instrument.questions.items()}
        return type("MarksForm", (cls,), {**fields, "instrument": instrument})

    def by_item(self) -> Sequence[tuple[Item, list[BoundField]]]:
        """Each item with its fields, in order."""
        return [(item, [self[question.name] for question in item.questions]) for item in self.instrument.items]

    def marks(self) -> dict[str, int]:
        """What was picked."""
        picked = ((name, self.cleaned_data.get(name)) for name in self.instrument.questions)
        return {name: mark for name, mark in picked if mark is not None}

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.marks():
            raise forms.ValidationError("Nothing is picked yet. Walking away is fine too: this page is optional.")
        return self.cleaned_data
