"""The picture of a deck with an arc: a bit of the pond, drawn from the ducks and icons that each page has already."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import template

from unflinch.challenges.arcs import Arc
from unflinch.challenges.templatetags.bold import icon_of_deck

register = template.Library()

# What stands on the bank, and who swims; a deck that isn't here is drawn by what most of its cards look like.
_SCENES: Final[Mapping[str, tuple[str, Sequence[str]]]] = {
    "a-hundred": ("keep", ("yes", "no", "maybe")),
    "boosters": ("bell", ("yes",)),
    "creators": ("feather", ("maybe", "yes")),
    "for-two": ("heart", ("yes", "yes")),
    "four-weeks": ("moon", ("yes", "no", "no_reply")),
    "from-the-sofa": ("sofa", ("no_reply",)),
    "job-hunt": ("bag", ("no", "maybe")),
    "money-without-shame": ("dice", ("yes", "no")),
    "new-in-town": ("tree", ("went", "yes")),
    "phone-fear": ("phone", ("maybe",)),
    "shy-at-work": ("desk", ("maybe", "yes")),
    "student": ("diary", ("yes", "maybe")),
    "ten-minutes-from-here": ("clock", ("went",)),
    "thirty-days": ("cal", ("no", "no", "yes")),
    "your-own-no": ("x", ("no",)),
}
_WIDTH: Final = 150  # of the picture, in its own units
_DUCK: Final = 34


@register.inclusion_tag("challenges/_scene.html")
def arc_scene(arc: Arc) -> dict[str, Any]:
    """The picture; it says nothing that the title beside it doesn't say."""
    icon, poses = _SCENES.get(arc.slug, (icon_of_deck(arc), ("yes",)))
    first = _WIDTH - 8 - _DUCK * len(poses)
    return {"icon": icon, "ducks": [(pose, first + at * _DUCK, 30 + at % 2 * 6) for at, pose in enumerate(poses)]}
