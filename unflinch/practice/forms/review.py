"""The cards of a look back on a week: one question each."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from unflinch.practice.forms.fields import STRONG, ChipField, LineField, RatingField
from unflinch.practice.models import Ask, WeekReview
from unflinch.practice.vocabulary import Plainly, Turn
from unflinch.practice.week_titles import made_asks, met_kindly
from unflinch.shell.forms import FactForm
from unflinch.shell.mending import MendingForm
from unflinch.shell.widgets import Chips

# The cards in their order, each with what it asks; the careful questions come last.
CARDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("suggested", "title"),
    "moment": ("funniest",),
    "kindest": ("kindest",),
    "lesson": ("takeaway",),
    "next": ("turn",),
    "care": ("worse", "avoids_more", "all_or_nothing"),
}
_WRITTEN: Final = {
    "title": "title",
    "takeaway": "takeaway",
    "turn": "turn",
    "worse": "worse",
    "avoids_more": "avoids_more",
    "funniest": "funniest_id",
    "kindest": "kindest_id",
}


class ReviewForm(MendingForm, FactForm):
    """One card of the look back on a week."""

    suggested = forms.CharField(label=_("From things you wrote"), required=False, max_length=120, widget=Chips)
    title = LineField(_("A title of your own"), max_length=120)
    funniest = forms.UUIDField(label=_("The best or funniest moment"), required=False, widget=Chips)
    kindest = forms.UUIDField(label=_("The kindest stranger"), required=False, widget=Chips)
    takeaway = LineField(_("What did you learn?"))
    turn = ChipField(_("Next week"), Turn)
    worse = ChipField(_("Did practising make this week worse?"), Plainly)
    avoids_more = ChipField(_("Are you avoiding everyday things that used to be fine?"), Plainly)
    all_or_nothing = RatingField(
        _("Lately, when something goes badly, does it feel like everything was pointless?"), STRONG
    )

    @classmethod
    def of(
        cls, review: WeekReview | None, card: str, data: Mapping[str, Any] | None = None, *, without: Sequence[str] = ()
    ) -> "ReviewForm":
        """The form of this card over what is written of the week, or over nothing; `without` are not asked today."""
        there = {} if review is None else {name: getattr(review, column) for name, column in _WRITTEN.items()}
        left_out = {name for names in CARDS.values() for name in names} - {*CARDS[card]} | {*without}
        return cls.over({name: there.get(name) for name in CARDS[card] if name in there}, data, without=left_out)

    def offer(self, titles: Sequence[str], asks: Sequence[Ask]) -> "ReviewForm":
        """Show these titles to pick from, and of these asks those that were made, and those that were met kindly."""
        if "suggested" in self.fields:
            self.fields["suggested"].widget.choices = [(title, title) for title in titles]
        for name, fitting in (("funniest", made_asks), ("kindest", met_kindly)):
            if name in self.fields:
                self.fields[name].widget.choices = [(str(ask.pk), _in_short(ask)) for ask in fitting(asks)]
        return self

    def content(self) -> dict[str, Any]:
        """What is new of the review: a title that was typed goes before one that was picked."""
        told = {name: value for name, value in self.changed().items() if name != "suggested"}
        if "title" not in told and self.cleaned_data.get("suggested"):
            told["title"] = self.cleaned_data["suggested"]
        return told


def _in_short(ask: Ask) -> str:
    """What was asked and what came back: the same thing is often asked twice."""
    title = ask.title or _("It just happened")
    return f"{title} ({ask.answer.get_outcome_display()})" if ask.answer else str(title)
