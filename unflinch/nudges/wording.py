"""What a nudge says: the same whatever it is about, so that nobody beside the phone learns anything."""

from typing import Final
from zlib import crc32

from django.utils.translation import gettext_lazy as _

# Warm, and in no hurry. Nothing about asking, noes, people or days that went by.
_NAMED: Final = (
    _("Unflinch: something’s waiting for you."),
    _("Unflinch: there’s a note for you. No hurry."),
    _("Unflinch: a little something, whenever you like."),
    _("Unflinch: here when you’ve got a minute."),
)
_NAMELESS: Final = (
    _("A note for you."),
    _("A note for you. No hurry."),
    _("A little something, whenever you like."),
    _("Here when you’ve got a minute."),
)


def nudge_text(key: str, *, named: bool) -> str:
    """The line for this nudge: one key always has the same, and several keys have several.

    Without the name, not even the app is named.
    """
    lines = _NAMED if named else _NAMELESS
    return str(lines[crc32(key.encode()) % len(lines)])
