"""Changes as a story: a few sentences in plain words, each with one small picture. Counts, and no percentages."""

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

from unflinch.insights.measurements import Measurements
from unflinch.insights.story.card import StoryCard
from unflinch.insights.story.expected import expected_card
from unflinch.insights.story.most import most_card
from unflinch.insights.story.surprised import surprised_card
from unflinch.insights.story.went import went_card

_CARDS: Final[tuple[Callable[[Measurements], StoryCard | None], ...]] = (
    went_card,
    expected_card,
    surprised_card,
    most_card,
)


def changes_story(measured: Measurements) -> list[StoryCard]:
    """The cards that have something to say, in their order; none where nothing was asked."""
    if not measured.asks:
        return []
    return [card for tell in _CARDS if (card := tell(measured)) is not None]


def hint_of(measured: Measurements) -> str:
    """The one thing that would add a sentence; nothing where nothing was asked, or nothing is missing."""
    numbers = measured.numbers
    if not measured.asks:
        return ""
    if numbers.going.went_anyway.value is None:
        return _("Tap how tense you are before you go, and this page will count the times you went anyway.")
    if not measured.foretold:
        return _(
            "Say how likely a no is before you ask. It’s one tap, and this page will show how good a guess it was."
        )
    return ""
