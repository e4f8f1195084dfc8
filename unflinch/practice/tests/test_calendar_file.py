"""The calendar file: a strict parser reads it, its moment is right in any zone, and it tells a bystander nothing."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from icalendar import Calendar, Event

from unflinch.practice.calendar_file import calendar_file
from unflinch.practice.models import Plan

ASK = UUID("8c4b0a4e-8d0c-4a57-9a55-0e7c8d3c6f10")
MADE = datetime(2026, 3, 1, 12, tzinfo=UTC)


def event_of(file: bytes) -> Event:
    """The one event of a file that breaks no rule."""
    calendar = Calendar.from_ical(file)
    (event,) = calendar.walk("VEVENT")
    assert isinstance(event, Event)
    assert [*calendar.errors, *event.errors] == []
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    return event


@pytest.mark.parametrize(
    ("zone", "day", "hour"),
    [
        ("Europe/London", date(2026, 12, 1), 17),
        ("Europe/London", date(2026, 7, 1), 16),  # summer time
        ("Europe/Berlin", date(2026, 3, 28), 16),  # the evening before the clocks change
        ("Europe/Berlin", date(2026, 3, 29), 15),  # and the one after
        ("America/New_York", date(2026, 11, 1), 22),
        ("Asia/Kolkata", date(2026, 7, 1), 12),
        ("UTC", date(2026, 7, 1), 17),
    ],
)
def test_its_moment_is_the_clock_of_the_place_with_its_daylight_saving(zone, day, hour):
    event = event_of(calendar_file(ASK, day, time(17, 30), zone=zone, at=MADE))
    minute = 0 if zone == "Asia/Kolkata" else 30
    assert event.start == datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    assert event.end - event.start == timedelta(minutes=15)
    assert [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")] == [timedelta(0)]


def test_a_day_without_a_time_is_the_whole_day():
    event = event_of(calendar_file(ASK, date(2026, 12, 31), None, zone="Asia/Tokyo", at=MADE))
    assert (event.start, event.end) == (date(2026, 12, 31), date(2027, 1, 1))
    assert event.walk("VALARM") == []


def test_a_moved_ask_moves_the_same_event():
    first = event_of(calendar_file(ASK, date(2026, 12, 1), None, zone="UTC", at=MADE))
    moved = event_of(calendar_file(ASK, date(2026, 12, 2), None, zone="UTC", at=MADE + timedelta(minutes=1)))
    assert first["UID"] == moved["UID"]
    assert int(str(moved["SEQUENCE"])) > int(str(first["SEQUENCE"]))


def test_its_lines_are_as_the_standard_wants_them():
    file = calendar_file(ASK, date(2026, 12, 1), time(9), zone="UTC", at=MADE)
    lines = file.split(b"\r\n")
    assert lines.pop() == b""
    assert b"\n" not in b"".join(lines)
    assert all(0 < len(line) <= 75 for line in lines)


def test_it_is_downloaded_and_tells_nobody_what_it_is_about(browser_of_mira, mira, now):
    ask = Plan.objects.choose(id=uuid4(), person=mira, at=now, title="Ask for a high five", line="High five?")
    address = f"/asks/{ask.pk}/calendar.ics"
    assert browser_of_mira.get(address).status_code == 404
    ask.plan_for(date(2026, 12, 1), time(17, 30))
    answer = browser_of_mira.get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="reminder.ics"'
    assert event_of(answer.content).start == datetime(2026, 12, 1, 16, 30, tzinfo=UTC)  # Mira lives in Berlin
    text = (answer.content.decode() + answer["Content-Disposition"]).lower()
    assert [word for word in ("unflinch", "high five", "ask", "reject", str(ask.pk)) if word in text] == []


def test_a_stranger_gets_none(browser_of_mira, jonas, now):
    ask = Plan.objects.choose(id=uuid4(), person=jonas, at=now, title="Ask for a high five")
    ask.plan_for(date(2026, 12, 1), None)
    assert browser_of_mira.get(f"/asks/{ask.pk}/calendar.ics").status_code == 404
