"""A planned ask as a calendar file (RFC 5545). Whoever sees the calendar learns nothing about asking."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

LASTS_IN_CALENDAR: Final = timedelta(minutes=15)
_LONGEST_LINE: Final = 75  # octets
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_file(ask: UUID, day: date, clock: time | None, *, zone: str, at: datetime) -> bytes:
    """One event on this day, at this time on the clock of `zone`, or all day long; made at the moment `at` (aware).

    The same ask is the same event, so that a moved one moves in the calendar as well. A time is written in UTC, as it
    is on that day with its daylight saving; then no program needs to know the zone.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Calendar//EN",
        "BEGIN:VEVENT",
        f"UID:{uuid5(ask, 'calendar')}",
        f"DTSTAMP:{utc_stamp(at)}",
        f"SEQUENCE:{int(at.timestamp())}",
        *_when(day, clock, zone),
        f"SUMMARY:{escaped_text(_('Something for me'))}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        *(alarm_lines() if clock is not None else ()),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return calendar_bytes(lines)


def calendar_bytes(lines: Iterable[str]) -> bytes:
    """These lines as a calendar is sent: folded, each with its end."""
    return b"".join(_folded(line) for line in lines)


def utc_stamp(at: datetime) -> str:
    """A moment as a calendar writes it, in UTC; then no program needs to know a zone or its daylight saving."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def alarm_lines() -> tuple[str, ...]:
    """The calendar's own bell, at the time itself."""
    said = escaped_text(_("It’s time."))
    return "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S", f"DESCRIPTION:{said}", "END:VALARM"


def escaped_text(text: str) -> str:
    """A text as it stands in a calendar."""
    return text.translate(_ESCAPED)


def _when(day: date, clock: time | None, zone: str) -> tuple[str, str]:
    if clock is None:
        return f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    begins = datetime.combine(day, clock, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return f"DTSTART:{utc_stamp(begins)}", f"DTEND:{utc_stamp(begins + LASTS_IN_CALENDAR)}"


def _folded(line: str) -> bytes:
    """A line as it is sent: at most 75 octets, what is longer goes on in the next after a space."""
    parts = [b""]
    for letter in line:
        octets = letter.encode()
        if len(parts[-1]) + len(octets) > _LONGEST_LINE:
            parts.append(b" ")
        parts[-1] += octets
    return b"\r\n".join(parts) + b"\r\n"
