"""The nudges of a person as a calendar (RFC 5545) that a phone subscribes to. Whoever sees it learns nothing."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid5

from django.utils.translation import gettext as _

from unflinch.accounts.models import Person
from unflinch.nudges.due import upcoming
from unflinch.nudges.looking import outlook_of, settings_of
from unflinch.nudges.models import Nudge, NudgeSettings
from unflinch.nudges.vocabulary import NudgeWay
from unflinch.nudges.wording import nudge_text
from unflinch.practice.calendar_file import LASTS_IN_CALENDAR, alarm_lines, calendar_bytes, escaped_text, utc_stamp

_DAYS_AHEAD: Final = 14
_LOOK_BACK: Final = timedelta(days=7)


def calendar_feed(person: Person, *, at: datetime) -> bytes:
    """What rang within the last week and what will ring in the next two, if nothing changes until then.

    An event keeps its id, so one that moves, moves; what needs no nudge any more is gone at the next look.
    """
    chosen = settings_of(person)
    name = "Unflinch" if chosen.says_the_name else _("Notes")
    return calendar_bytes(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Calendar//EN",
            "CALSCALE:GREGORIAN",
            f"NAME:{escaped_text(name)}",
            f"X-WR-CALNAME:{escaped_text(name)}",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H",
            *(line for key, when in _events(person, chosen, at) for line in _event(person, chosen, key, when, at)),
            "END:VCALENDAR",
        ]
    )


def _events(person: Person, chosen: NudgeSettings, at: datetime) -> Iterator[tuple[str, datetime]]:
    """The key and the moment of each, the earliest first; none where the calendar is not the way that was chosen."""
    if chosen.way != NudgeWay.CALENDAR or person.welcomed_at is None:
        return
    for nudge in Nudge.objects.of(person).rang_since(at - _LOOK_BACK).order_by("sent_at"):
        yield nudge.key, _minute_of(nudge.sent_at or at)
    outlook = outlook_of(person, at=at)
    for occasion, moment in upcoming(list(outlook.occasions), outlook.rules, outlook.past, now=at, days=_DAYS_AHEAD):
        yield occasion.key, _minute_of(moment)


def _minute_of(moment: datetime) -> datetime:
    """When that minute began. What is due is looked for once a minute, and an event isn't to move by the seconds."""
    return moment.replace(second=0, microsecond=0)


def _event(person: Person, chosen: NudgeSettings, key: str, when: datetime, at: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{uuid5(person.pk, f'calendar {key}')}",
        f"DTSTAMP:{utc_stamp(at)}",
        f"DTSTART:{utc_stamp(when)}",
        f"DTEND:{utc_stamp(when + LASTS_IN_CALENDAR)}",
        f"SUMMARY:{escaped_text(nudge_text(key, named=chosen.says_the_name))}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        *(alarm_lines() if chosen.bell else ()),
        "END:VEVENT",
    ]
