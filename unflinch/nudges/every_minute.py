"""While a server runs, a look each minute at whether a nudge is due."""

from typing import Final

from django.db import DatabaseError
from django.utils import timezone

from unflinch.accounts.by_itself import Look
from unflinch.accounts.keyring import KeyMissing
from unflinch.nudges.sweeping import sweep

_LOOK: Final = Look(
    name="nudges",
    look=lambda: sweep(at=timezone.now()),
    seconds=60,
    failures=(DatabaseError, KeyMissing, OSError),
    complaint="Whether a nudge is due couldn’t be looked up: %s It is tried again in a minute.",
)


def nudge_every_minute() -> None:
    """Look from a thread of its own, until the process ends."""
    _LOOK.begin(at_once=False)
