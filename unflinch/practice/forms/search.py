from django import forms

from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Setting
from unflinch.practice.history.search import WAITING
from unflinch.practice.vocabulary import Outcome
from unflinch.shell.forms import Form
from unflinch.shell.widgets import LineInput

_WAITS = (WAITING, "an answer may still come")


class LookForm(Form):
    """What to look for in one's own diary; everything may be left open."""

    q = forms.CharField(label="In your own words", required=False, max_length=120, widget=LineInput)
    outcome = forms.ChoiceField(
        label="What came back", required=False, choices=[("", "anything"), *Outcome.choices, _WAITS]
    )
    place = forms.ChoiceField(label="Where", required=False, choices=[("", "anywhere"), *Setting.choices])
    deck = forms.ChoiceField(
        label="Deck",
        required=False,
        choices=[("", "any, or none"), *((deck.slug, deck.title) for deck in catalogue().decks)],
    )
