"""The two small steps after an answer; all else that can be said of an ask stands on `DebriefForm`."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from unflinch.practice.fears import CAME_TRUE
from unflinch.practice.forms.fields import LIKELY, LineField, ManyChipField
from unflinch.practice.models import Ask, Debrief
from unflinch.practice.vocabulary import Feeling, Outcome
from unflinch.shell.forms import FactForm
from unflinch.shell.mending import MendingForm
from unflinch.shell.widgets import Chips

_LIKELY: Final = tuple(zip((10, 30, 50, 70, 90), LIKELY, strict=True))
_STINGS: Final = ((10, _("Not really")), (40, _("A bit")), (80, _("A lot")))
# Ten of the fourteen feelings; the others stand on the whole debrief, and here where they were picked before.
_OFFERED: Final = (
    *(Feeling.RELIEVED, Feeling.PROUD, Feeling.STEADY, Feeling.AMUSED, Feeling.WARM),
    *(Feeling.NERVOUS, Feeling.EMBARRASSED, Feeling.HURT, Feeling.ANGRY, Feeling.DRAINED),
)


class FearForm(FactForm):
    """Did the feared thing happen, and how likely would it be next time: each is one tap that saves itself."""

    feared_happened = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, choices=[*CAME_TRUE.items()], widget=forms.HiddenInput
    )
    feared_after = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, choices=_LIKELY, widget=forms.HiddenInput
    )

    likely: Final = _LIKELY

    def told(self) -> dict[str, Any]:
        """What was tapped."""
        names = ("feared_happened", "feared_after")
        return {name: self.cleaned_data[name] for name in names if self.cleaned_data[name] is not None}


class _Sting(Chips):
    """Three words for how much it stung. A number that was saved before stays until another word is picked."""

    template_name = "practice/sting.html"
    unset = _("skip")

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        saved = int(value[0]) if value and value[0].isdecimal() else None
        close = None if saved is None else min((kept for kept, _ in _STINGS), key=lambda kept: abs(kept - saved))
        groups = super().optgroups(name, [] if close is None else [str(close)], attrs)
        for _group, options, _index in groups:
            for option in options:
                if option["selected"] and saved is not None:
                    option["value"] = value[0]
        return groups


class FeelingsForm(MendingForm, FactForm):
    """How it feels now, how much a no stung, and what happened in one line."""

    title = LineField(_("What did you ask?"), max_length=120)
    feelings = ManyChipField("", Feeling)
    feeling_words = LineField(_("My own word"), max_length=60)
    sting = forms.IntegerField(
        label=_("Did the no sting?"), required=False, min_value=0, max_value=100, widget=_Sting(choices=_STINGS)
    )
    what_happened = LineField(_("What happened, in one line?"))

    @classmethod
    def of(
        cls, ask: Ask, data: Mapping[str, Any] | None = None, *, typed: Mapping[str, list[str]] | None = None
    ) -> "FeelingsForm":
        """The form for this ask: a title is asked for where it has none, and the sting after a no."""
        told = ask.debrief or Debrief()
        names = ("feelings", "feeling_words", "sting", "what_happened")
        without = [*(["title"] if ask.title else []), *([] if _was_refused(ask) else ["sting"])]
        form = cls.over({name: getattr(told, name) for name in names}, data, typed=typed, without=without)
        others = [word for word in told.feelings if word not in _OFFERED and word in Feeling.values]
        form.fields["feelings"].widget.choices = [(word, Feeling(word).label) for word in (*_OFFERED, *others)]
        return form

    def told(self) -> dict[str, Any]:
        """What is new of the debrief."""
        return {name: value for name, value in self.changed().items() if name != "title"}


def _was_refused(ask: Ask) -> bool:
    return ask.answer is not None and ask.answer.outcome == Outcome.NO
