"""The kinds of question that the forms of practice ask. Each may be left."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Choices

from unflinch.shell.widgets import Chips, Line, ManyChips, Scale

LIKELY = ("surely not", "unlikely", "half and half", "likely", "nearly sure")
BAD = ("nothing much", "a little bad", "bad", "very bad", "unbearable")
TENSE = ("calm", "a flutter", "tense", "heart pounding", "the most ever")
STRONG = ("not at all", "a little", "somewhat", "a lot", "very much")
HIGHEST = 100
LINE = 280


class RatingField(forms.IntegerField):
    """A scale of 0 to 100; left untouched it is None."""

    def __init__(self, label: str, words: Sequence[str], **options: Any) -> None:
        super().__init__(
            label=label, required=False, min_value=0, max_value=HIGHEST, widget=Scale(words=words), **options
        )


class ChipField(forms.ChoiceField):
    """One of a few chips, or none; none is an empty string."""

    def __init__(self, label: str, words: type[Choices], **options: Any) -> None:
        super().__init__(label=label, required=False, choices=words.choices, widget=Chips, **options)


class ManyChipField(forms.MultipleChoiceField):
    """Any of a few chips."""

    def __init__(self, label: str, words: type[Choices], **options: Any) -> None:
        super().__init__(label=label, required=False, choices=words.choices, widget=ManyChips, **options)


class LineField(forms.CharField):
    """One line of text; longer writing straight after a no feeds the wheel in the head."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(**{"label": label, "required": False, "max_length": LINE, "widget": Line, **options})
