"""Yeses where a no seemed likelier."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unflinch.insights.measurements import Measurements
from unflinch.insights.story.card import StoryCard, in_words, opening, row_of


def surprised_card(measured: Measurements) -> StoryCard | None:
    missed = measured.numbers.missed
    asks = missed.yeses + missed.noes + missed.maybes + missed.silences
    if not missed.yeses:
        return None
    titles = {
        1: _("Once you expected a no, and got a yes."),
        2: _("Twice you expected a no, and got a yes."),
    }
    many = ngettext(
        "%(times)s time you expected a no, and got a yes.",
        "%(times)s times you expected a no, and got a yes.",
        missed.yeses,
    )
    return StoryCard(
        title=titles.get(missed.yeses, opening(many % {"times": in_words(missed.yeses)})),
        rows=[row_of("yes", missed.yeses, asks)],
        note=_("You’d never have known."),
    )
