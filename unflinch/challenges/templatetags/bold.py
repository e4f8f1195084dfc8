"""How bold something is, as five dots and a word, and what it looks like."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from django import template

from unflinch.challenges.arcs import Arc
from unflinch.challenges.catalogue import Deck
from unflinch.challenges.forms import BOLDNESS
from unflinch.challenges.shape import Challenge
from unflinch.challenges.vocabulary import Channel, Setting

register = template.Library()

_ELSEWHERE: Final = "ideas"
_ICON_OF: Final[Mapping[str, str]] = {
    Setting.CAFE: "cup",
    Setting.RESTAURANT: "cup",
    Setting.SHOP: "bag",
    Setting.STREET: "tree",
    Setting.PARK: "tree",
    Setting.WORK: "desk",
    Setting.STUDY: "desk",
    Setting.OFFICE: "desk",
    Setting.HOME: "door",
    Setting.TRANSPORT: "go",
    Setting.EVENT: "heart",
    Setting.GYM: "clock",
}


@register.inclusion_tag("challenges/_bold.html")
def bold(step: int) -> dict[str, Any]:
    """A step of boldness, 1 to 5: so many dots are full."""
    return {"dots": [nth <= step for nth, _ in BOLDNESS], "word": dict(BOLDNESS)[step]}


@register.filter
def icon(challenge: Challenge) -> str:
    """What a challenge looks like: how it is asked, or where."""
    if challenge.channel == Channel.PHONE:
        return "phone"
    return _ICON_OF.get(challenge.setting, _ELSEWHERE) if challenge.channel == Channel.IN_PERSON else "pen"


@register.filter
def icon_of_deck(deck: Deck | Arc) -> str:
    """What most of its challenges look like."""
    return Counter(map(icon, deck.challenges)).most_common(1)[0][0]
