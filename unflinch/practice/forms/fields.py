"""The kinds of question that the forms of practice ask. Each may be left."""

from collections.abc import Sequence
from copy import copy
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

from django import forms
from django.db.models import Choices

from unflinch.shell.forms import Form
from unflinch.shell.widgets import Chips, LineInput, ManyChips, WordScale, fifth_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LIKELY = ("no chance", "unlikely", "fifty-fifty", "likely", "almost certain")
BAD = ("nothing much", "a little bad", "bad", "very bad", "unbearable")
TENSE = ("calm", "a flutter", "tense", "heart pounding", "the most ever")
STRONG = ("not at all", "a little", "somewhat", "a lot", "very much")
_HIGHEST = 100
_LINE = 280
_EARLIEST: Final = date(1900, 1, 1)
_FAR: Final = timedelta(days=5 * 365)  # a day further from today than this is more often a slip of the year
_YEAR: Final = 365.2425
_STILL_TO_COME: Final = "That day is still to come. Which day was it?"


def word_on(words: Sequence[str], value: int) -> str:
    """The word that stands for this value, 0 to 100, on a scale of five."""
    return words[fifth_of(value)]


class RatingField(forms.IntegerField):
    """A scale of 0 to 100; left untouched it is None."""

    def __init__(self, label: "str | _StrPromise", words: Sequence[str], **options: Any) -> None:
        self.words = tuple(words)
        super().__init__(
            label=label, required=False, min_value=0, max_value=_HIGHEST, widget=WordScale(words=words), **options
        )


class ChipField(forms.ChoiceField):
    """One of a few chips, or none; none is an empty string."""

    def __init__(self, label: "str | _StrPromise", words: type[Choices], **options: Any) -> None:
        super().__init__(label=label, required=False, choices=words.choices, widget=Chips, **options)


class ManyChipField(forms.MultipleChoiceField):
    """Any of a few chips."""

    def __init__(self, label: "str | _StrPromise", words: type[Choices], **options: Any) -> None:
        super().__init__(label=label, required=False, choices=words.choices, widget=ManyChips, **options)


class LineField(forms.CharField):
    """One line of text; longer writing straight after a no feeds the wheel in the head."""

    def __init__(self, label: "str | _StrPromise", **options: Any) -> None:
        super().__init__(**{"label": label, "required": False, "max_length": _LINE, "widget": LineInput, **options})


class DayField(forms.DateField):
    """A day of the calendar, picked or typed."""

    def __init__(self, label: "str | _StrPromise", **options: Any) -> None:
        own = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(**{"label": label, "required": False, "widget": own, **options})


class DayForm(Form):
    """A form with a day: one that cannot be is refused, and one that is many years away is asked about once.

    `today` is the latest day that can have come (see `dated.latest_day`).
    """

    sure = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput(attrs={"id": False}))

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        if "day" in self.fields:
            self.fields["day"].widget.attrs["data-past"] = _STILL_TO_COME

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data.get("day")
        if day is not None and day > self.today:
            raise forms.ValidationError(_STILL_TO_COME)
        return self.plausible(day)

    def plausible(self, day: date | None) -> date | None:
        """The same day. Raises ValidationError for a year that cannot be, and the first time for one far away."""
        if day is None:
            return None
        if day < _EARLIEST:
            raise forms.ValidationError(f"The year {day.year} can’t be right. Which year was it?")
        if abs(self.today - day) > _FAR and self.data.get("sure") != day.isoformat():
            sent = cast("dict[str, Any]", copy(self.data))
            sent["sure"] = day.isoformat()
            self.data = sent
            years = round(abs((self.today - day).days) / _YEAR)
            raise forms.ValidationError(f"That’s {years} years from now. If the year is right, send it once more.")
        return day
