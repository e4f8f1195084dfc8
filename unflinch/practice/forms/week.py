from collections.abc import Mapping
from typing import Any, Final

from django import forms

from unflinch.practice.forms.fields import STRONG, ChipField, LineField, RatingField
from unflinch.practice.models import WeekReview
from unflinch.practice.vocabulary import Plainly, Turn
from unflinch.shell.forms import FactForm
from unflinch.shell.mending import MendingForm
from unflinch.shell.widgets import Chips

_NOT_SAID: Final = frozenset({"day", "week", "review", "suggested", "from_today"})
_WRITTEN: Final = ("title", "takeaway", "turn", "worse", "avoids_more")


class WeekForm(MendingForm, FactForm):
    """A title, a takeaway, the funniest and the kindest, and what comes next.

    `review` is the one that the form was opened on.
    """

    day = forms.DateField(required=False, widget=forms.HiddenInput)
    week = forms.IntegerField(required=False, min_value=0, max_value=5000, widget=forms.HiddenInput)
    review = forms.UUIDField(required=False, widget=forms.HiddenInput)
    suggested = forms.CharField(label="Give this week a title", required=False, max_length=120, widget=Chips)
    title = LineField("Or in your own words", max_length=120)
    takeaway = LineField("What did you learn?")
    funniest = forms.UUIDField(label="The funniest moment", required=False, widget=forms.Select)
    kindest = forms.UUIDField(label="The kindest stranger", required=False, widget=forms.Select)
    worse = ChipField("Did practising make this week worse?", Plainly)
    avoids_more = ChipField("Are you avoiding everyday things that used to be fine?", Plainly)
    all_or_nothing = RatingField(
        "Lately, when something goes badly, does it feel like everything was pointless?", STRONG
    )
    turn = ChipField("And next week?", Turn)
    from_today = forms.BooleanField(required=False, widget=forms.HiddenInput)

    @classmethod
    def of(cls, review: WeekReview | None, data: Mapping[str, Any] | None = None, **which: Any) -> "WeekForm":
        """The form over this review, or over none; `which` says by day and number which week it is."""
        if review is None:
            return cls.over({}, data, shown=which)
        written = {name: getattr(review, name) for name in _WRITTEN}
        return cls.over(written | _moments_of(review), data, shown={**which, "review": review.pk})

    def offer(self, titles: list[str], asks: list[tuple[str, str]]) -> "WeekForm":
        """Show these titles to pick from, and these asks (id and title) as moments and strangers."""
        self.fields["suggested"].widget.choices = [(title, title) for title in titles]
        for name in ("funniest", "kindest"):
            self.fields[name].widget.choices = [("", "none in particular"), *asks]
        return self

    def leave_out(self, name: str) -> "WeekForm":
        """Do not ask this one today."""
        del self.fields[name]
        return self

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("day") is None and data.get("week") is None:
            raise forms.ValidationError("Which week was it?")
        return data

    def content(self) -> dict[str, Any]:
        """What is new of the review: a title that was typed goes before one that was picked."""
        told = {name: value for name, value in self.changed().items() if name not in _NOT_SAID}
        if "title" not in told and self.cleaned_data["suggested"]:
            told["title"] = self.cleaned_data["suggested"]
        return told


def _moments_of(review: WeekReview) -> dict[str, Any]:
    """The asks that this review names."""
    return {"funniest": review.funniest_id, "kindest": review.kindest_id}
