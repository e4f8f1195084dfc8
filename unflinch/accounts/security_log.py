"""The security log: who was let in, who was not, and what was ended. Never a word that somebody typed."""

import ipaddress
import logging
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

_LOG: Final = logging.getLogger("unflinch.security")


class SecurityEvent(StrEnum):
    """What is written down, in the word that stands in the log."""

    CODE_MADE = "code_made"
    CODE_WRONG = "code_wrong"
    CODES_TOO_MANY = "codes_too_many"
    DEVICE_PAIRED = "device_paired"
    DEVICE_ENDED = "device_ended"
    LOCK_SET = "lock_set"
    LOCK_CHANGED = "lock_changed"
    LOCK_REMOVED = "lock_removed"
    UNLOCKED = "unlocked"
    PASSPHRASE_WRONG = "passphrase_wrong"  # noqa: S105  # a word of the log
    PASSPHRASES_TOO_MANY = "passphrases_too_many"  # a word of the log


_REFUSED: Final = frozenset(
    {
        *(SecurityEvent.CODE_WRONG, SecurityEvent.CODES_TOO_MANY),
        *(SecurityEvent.PASSPHRASE_WRONG, SecurityEvent.PASSPHRASES_TOO_MANY),
    }
)


def note_security(event: SecurityEvent, *, at: datetime, address: str = "", device: UUID | None = None) -> None:
    """Write one line: when (UTC), what, from which address, and which device by its id. Names are typed, so none is.

    Without an address it was done on the machine itself.
    """
    level = logging.WARNING if event in _REFUSED else logging.INFO
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    _LOG.log(level, "%s %s from=%s device=%s", moment, event, _in_digits(address), device or "-")


def _in_digits(address: str) -> str:
    """The address of the caller; whatever is none, because a proxy passed it on as it came, is not repeated."""
    if not address:
        return "this-machine"
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return "unknown"
