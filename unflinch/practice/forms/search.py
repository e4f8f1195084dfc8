from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Setting
from unflinch.practice.history.search import WAITING
from unflinch.practice.vocabulary import Feeling, Outcome
from unflinch.shell.forms import Form
from unflinch.shell.widgets import LineInput

_WAITS: Final = (WAITING, _("an answer may still come"))


def _decks() -> list[tuple[str, Any]]:
    return [("", _("any deck, or none")), *((deck.slug, deck.title) for deck in catalogue().decks)]


class LookForm(Form):
    """What to look for in one's own diary; everything may be left open."""

    q = forms.CharField(label=_("Words from the diary"), required=False, max_length=120, widget=LineInput)
    outcome = forms.ChoiceField(
        label=_("Answer"), required=False, choices=[("", _("any answer")), *Outcome.choices, _WAITS]
    )
    feeling = forms.ChoiceField(label=_("Feeling"), required=False, choices=[("", _("any feeling")), *Feeling.choices])
    place = forms.ChoiceField(label=_("Place"), required=False, choices=[("", _("anywhere")), *Setting.choices])
    deck = forms.ChoiceField(
        label=_("Deck"),
        required=False,
        choices=_decks,
    )

    def wanted(self) -> dict[str, Any]:
        """What is looked for, by field; nothing where something in it can't be read."""
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}
