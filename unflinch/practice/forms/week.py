from typing import Any

from django import forms

from unflinch.practice.forms.fields import STRONG, ChipField, LineField, RatingField
from unflinch.practice.vocabulary import Plainly, Turn
from unflinch.shell.forms import FactForm
from unflinch.shell.widgets import Chips


class WeekForm(FactForm):
    """A title, a takeaway, the funniest and the kindest, and what comes next."""

    day = forms.DateField(required=False, widget=forms.HiddenInput)
    week = forms.IntegerField(required=False, min_value=1, max_value=5000, widget=forms.HiddenInput)
    suggested = forms.CharField(label="What shall this week be called?", required=False, max_length=120, widget=Chips)
    title = LineField("Or in your own words", max_length=120)
    takeaway = LineField("What do you take with you?")
    funniest = forms.UUIDField(label="The funniest moment", required=False, widget=forms.Select)
    kindest = forms.UUIDField(label="The kindest stranger", required=False, widget=forms.Select)
    worse = ChipField("Did practising make this week worse?", Plainly)
    avoids_more = ChipField("Do you keep away from everyday things that were fine before?", Plainly)
    all_or_nothing = RatingField("Lately: if it did not go well, does it feel all for nothing?", STRONG)
    turn = ChipField("And the next week?", Turn)

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
        """What the review is made of: a title typed goes before one picked."""
        data = self.cleaned_data
        picked = {"funniest_id": data["funniest"], "kindest_id": data["kindest"]}
        asked = {name: data[name] for name in ("takeaway", "worse", "avoids_more")}
        if data.get("all_or_nothing") is not None:
            asked["all_or_nothing"] = data["all_or_nothing"]
        return {"title": data["title"] or data["suggested"], **asked, **picked}
