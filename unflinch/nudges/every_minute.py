"""While a server runs, a look each minute at whether a nudge is due."""

import logging
from threading import Event, Thread
from typing import Final

from django.db import DatabaseError, connection
from django.utils import timezone

from unflinch.accounts.keyring import KeyMissing
from unflinch.nudges.sweeping import sweep

_SECONDS_BETWEEN_LOOKS: Final = 60

_log: Final = logging.getLogger(__name__)


def nudge_every_minute() -> None:
    """Look from a thread of its own, until the process ends."""
    Thread(target=_look_on, args=(Event(),), name="nudges", daemon=True).start()


def _look_on(stop: Event) -> None:
    while not stop.wait(_SECONDS_BETWEEN_LOOKS):
        try:
            sweep(at=timezone.now())
        except (DatabaseError, KeyMissing, OSError) as error:
            _log.error("Whether a nudge is due couldn’t be looked up: %s It is tried again in a minute.", error)
        finally:
            # A minute is long: whoever else needs the connection, or the file, has it meanwhile.
            connection.close()
