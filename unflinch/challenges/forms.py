from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unflinch.challenges.models import GENTLE, OwnChallenge
from unflinch.challenges.needs import NEED_QUESTIONS
from unflinch.challenges.tiles import TILES
from unflinch.challenges.vocabulary import Channel, Kind, Setting
from unflinch.shell.forms import FactForm, Form
from unflinch.shell.mending import NOT_MENDED, MendingForm
from unflinch.shell.widgets import Chips, LineInput, WordScale

BOLDNESS = [(1, _("gentle")), (2, _("a little bold")), (3, _("bold")), (4, _("very bold")), (5, _("the boldest"))]
_MINUTES = [(2, "2 minutes"), (5, "5 minutes"), (10, "10 minutes"), (30, "half an hour")]
_ANSWERS = [("True", "yes"), ("False", "no")]
_STEP = 20
_WANTED = ("not at all", "a little", "somewhat", "a lot", "very much")


class CircumstanceForm(FactForm):
    """Whether something that cards need is there."""

    need = forms.ChoiceField(choices=[(need.value, need.label) for need in NEED_QUESTIONS])
    there = forms.TypedChoiceField(choices=[("yes", _("yes")), ("no", _("no"))], coerce=lambda said: said == "yes")


class FilterForm(Form):
    """What to look for among the ideas; everything may be left open."""

    q = forms.CharField(
        label=_("Search the ideas"),
        required=False,
        max_length=120,
        widget=LineInput({"placeholder": _("coffee, a dog, my boss …"), "type": "search"}),
    )
    tile = forms.ChoiceField(
        required=False, choices=[("", ""), *((slug, slug) for slug in TILES)], widget=forms.HiddenInput
    )
    setting = forms.ChoiceField(label="Where", required=False, choices=[("", "anywhere"), *Setting.choices])
    channel = forms.ChoiceField(label="How", required=False, choices=[("", "any way"), *Channel.choices])
    boldness = forms.TypedChoiceField(
        label="How bold", required=False, coerce=int, empty_value=None, choices=[("", "any"), *BOLDNESS]
    )
    minutes = forms.TypedChoiceField(
        label="At most", required=False, coerce=int, empty_value=None, choices=[("", "any time"), *_MINUTES]
    )
    fair = forms.BooleanField(label="Hide ideas where my looks, accent or papers might matter", required=False)


class ChoosingForm(FactForm):
    """Which challenge, by its slug or as an own one, and how much the person wants to do it (0 to 100)."""

    slug = forms.SlugField(required=False, max_length=80, widget=forms.HiddenInput)
    own = forms.UUIDField(required=False, widget=forms.HiddenInput)
    pull = forms.IntegerField(
        label="How much do you want to do this?",
        required=False,
        min_value=0,
        max_value=100,
        widget=WordScale(words=_WANTED),
    )


class YesNoField(forms.TypedChoiceField):
    """One of the four questions; it may be left open."""

    def __init__(self, label: str) -> None:
        super().__init__(
            label=label,
            required=False,
            choices=_ANSWERS,
            coerce=lambda word: word == "True",
            empty_value=None,
            widget=Chips,
        )


class OwnChallengeForm(MendingForm, FactForm):
    """A challenge of one's own and the four questions."""

    near = (GENTLE, GENTLE)

    title = forms.CharField(
        label="What would you ask?",
        max_length=120,
        widget=LineInput,
        error_messages={"required": "A few words are enough."},
    )
    line = forms.CharField(
        label="Your line", required=False, max_length=280, widget=LineInput, help_text="Easy to say, easy to refuse."
    )
    setting = forms.ChoiceField(label="Where", choices=Setting.choices, initial=Setting.OTHER)
    channel = forms.ChoiceField(label="How", choices=Channel.choices, initial=Channel.IN_PERSON)
    kind = forms.ChoiceField(label="What is it", choices=Kind.choices, initial=Kind.ASK)
    boldness = forms.TypedChoiceField(
        label="How bold", coerce=lambda step: int(step) * _STEP, choices=BOLDNESS, initial=1
    )
    minutes = forms.IntegerField(label="Minutes", min_value=1, max_value=600, initial=5)
    honest = YesNoField("Is everything in it true?")
    cheap = YesNoField("Does it cost them little?")
    easy_to_refuse = YesNoField("Can they say no easily?")
    free_to_leave = YesNoField("Are they free to walk away, and independent of you?")

    @classmethod
    def of(cls, own: OwnChallenge, data: Mapping[str, Any] | None = None) -> "OwnChallengeForm":
        """The form as it stands for this challenge."""
        written = {name: getattr(own, name) for name in cls.base_fields if name not in NOT_MENDED}
        # A boldness between two steps shows as the nearer one, and stays what it is until another is picked.
        step = own.step
        form = cls.over(written, data, shown={"boldness": step})
        form.near = own.boldness, step * _STEP
        return form

    def content(self) -> dict[str, Any]:
        """What the challenge is made of."""
        return {name: value for name, value in self.cleaned_data.items() if name not in NOT_MENDED}

    def mended(self) -> dict[str, Any]:
        """What is new of the challenge."""
        exact, shown = self.near
        return {name: value for name, value in self.changed().items() if name != "boldness" or exact != value != shown}
