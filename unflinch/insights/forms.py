from datetime import date
from typing import Any, Final

from django import forms

from unflinch.insights.sheet.parts import Part
from unflinch.insights.sheet.pdf import PAPERS
from unflinch.shell.forms import FactForm, Form
from unflinch.shell.widgets import Chips, ManyChips

_DAYS: Final = ((7, "a week"), (14, "two weeks"), (30, "a month"))
USUAL: Final = [
    *(Part.GOING, Part.FORECAST, Part.TENSION, Part.STING, Part.RECOVERY, Part.LADDER, Part.NOT_ASKED, Part.SAFETY),
    Part.WORSE,
]


class RangeDayField(forms.DateField):
    """A day, or none: then that end of the range is open."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}))


class RangeForm(Form):
    """Which days, which parts, which paper."""

    first = RangeDayField("From")
    last = RangeDayField("To")
    parts = forms.MultipleChoiceField(
        label="What goes on it", choices=Part.choices, widget=ManyChips,
        error_messages={"required": "Tick at least one part."},
    )  # fmt: skip
    paper = forms.ChoiceField(label="Paper", choices=list(PAPERS.items()), required=False, widget=Chips)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Without a choice it is A4: there is nothing that one might rather not say.
        self.fields["paper"].widget.is_required = True

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = data.get("first"), data.get("last")
        if isinstance(first, date) and isinstance(last, date) and first > last:
            raise forms.ValidationError("The first day comes after the last one.")
        return data


class LinkForm(RangeForm, FactForm):
    """The same for a link, and how long it opens."""

    days = forms.TypedChoiceField(label="It opens for", coerce=int, choices=_DAYS, initial=14, widget=Chips)
