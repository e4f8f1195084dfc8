"""You expected so many noes and heard so many, of the same answers."""

import math
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unflinch.insights.measurements import Measurements
from unflinch.insights.story.card import StoryCard, in_words, row_of

_FEWEST: Final = 3  # answers; of one or two there is nothing to compare


def expected_card(measured: Measurements) -> StoryCard | None:
    """Forecasts are chances: nine at a third are three expected noes. So it says "about", and counts them as such."""
    result = measured.numbers.forecast
    answers, heard = result.heard.n, result.noes
    if answers < _FEWEST:
        return None
    expected = math.floor(result.expected + 0.5)
    return StoryCard(
        title=f"{_expected(expected)} {_heard(heard)}",
        rows=[
            row_of("guess", expected, answers, label=_("you expected")),
            row_of("heard", heard, answers, label=_("you heard")),
        ],
        note=_note(expected, heard),
    )


def _expected(count: int) -> str:
    if not count:
        return _("You expected hardly any noes.")
    words = ngettext("You expected about %(count)s no.", "You expected about %(count)s noes.", count)
    return words % {"count": in_words(count)}


def _heard(count: int) -> str:
    return _("You heard %(count)s.") % {"count": in_words(count)}


def _note(expected: int, heard: int) -> str:
    """What to make of it; a good result is put down to the ideas as well, since they're picked to be granted."""
    if heard < expected:
        return _("Many ideas here are picked because a yes is likely. Your guesses don’t know that yet.")
    return _("Well guessed.") if heard == expected else _("More than you thought, and you’re still asking.")
