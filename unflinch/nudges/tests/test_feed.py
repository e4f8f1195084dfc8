"""The calendar feed: opened by its key alone, strictly parsed, right over a change of daylight saving, and neutral."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from icalendar import Calendar

from unflinch.accounts.models import Person
from unflinch.env import Address
from unflinch.nudges.models import CalendarAddress, Nudge, NudgeSettings
from unflinch.nudges.sweeping import sweep
from unflinch.nudges.views import wrong_keys
from unflinch.practice.models import Ask, Plan

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
TITLE = "Ask the baker for yesterday’s bread"


@pytest.fixture(autouse=True)
def clock(time_machine, now):
    time_machine.move_to(now, tick=False)
    wrong_keys.forget()
    return time_machine


@pytest.fixture
def address(mira, now):
    NudgeSettings.objects.choose(mira, at=now - 30 * DAY, way="calendar", next_days=["tue", "fri"], next_time=time(9))
    return CalendarAddress.objects.renew(mira, at=now)


@pytest.fixture
def stranger():
    """A program that comes with the address and with no cookie."""
    return Client(SERVER_NAME="127.0.0.1")


def fetched(client, address):
    answer = client.get(f"/nudges/{address.key}.ics")
    assert answer.status_code == 200
    return answer.content


def events(file: bytes):
    """The events as a strict reader has them: every line folded, each event with what RFC 5545 wants, no id twice."""
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert b"\n" not in file.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(file)
    assert (calendar.errors, calendar["version"]) == ([], "2.0")
    found = list(calendar.walk("VEVENT"))
    assert all(not event.errors and {"UID", "DTSTAMP", "DTSTART", "DTEND"} <= event.keys() for event in found)
    assert len({event["UID"] for event in found}) == len(found)
    assert calendar.to_ical().count(b"BEGIN:VEVENT") == len(found)
    return found


def starts(file, zone="Europe/Berlin"):
    return [f"{event.start.astimezone(ZoneInfo(zone)):%m-%d %H:%M}" for event in events(file)]


def test_whoever_has_the_key_gets_what_is_chosen_and_no_cookie_is_needed(address, stranger):
    answer = stranger.get(f"/nudges/{address.key}.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies
    assert starts(answer.content) == ["11-03 09:00", "11-06 09:00", "11-10 09:00", "11-13 09:00"]
    assert all(timedelta() == event.walk("VALARM")[0].TRIGGER for event in events(answer.content))


def test_without_a_bell_nothing_rings(mira, address, stranger, now):
    NudgeSettings.objects.choose(mira, at=now, bell=False)
    assert all(event.walk("VALARM") == [] for event in events(fetched(stranger, address)))


@pytest.mark.parametrize(
    ("zone", "change"),
    [
        ("Europe/Berlin", date(2026, 3, 29)),
        ("Europe/Berlin", date(2026, 10, 25)),
        ("Australia/Sydney", date(2026, 4, 5)),
        ("Australia/Sydney", date(2026, 10, 4)),
        ("America/New_York", date(2026, 3, 8)),
        ("America/New_York", date(2026, 11, 1)),
    ],
)
def test_over_a_change_of_daylight_saving_the_hour_stays(address, stranger, clock, zone, change):
    mira = address.person
    mira.set_clock(zone=zone)
    NudgeSettings.objects.choose(mira, at=mira.joined_at, next_days=["sat", "sun", "mon"])
    clock.move_to(datetime.combine(change - 2 * DAY, time(12), tzinfo=UTC), tick=False)
    days = [change - DAY, change, change + DAY]
    assert starts(fetched(stranger, address), zone)[:3] == [f"{day:%m-%d} 09:00" for day in days]


def test_nothing_private_is_in_it(mira, address, stranger, now):
    plan = Plan.objects.create(person=mira, at=now, arrived=now)
    told = {"title": TITLE, "planned_day": date(2026, 11, 4), "planned_time": time(15, 30)}
    ask = Ask.objects.create(plan=plan, person=mira, at=now, arrived=now, **told)
    file = fetched(stranger, address)
    assert "11-04 15:30" in starts(file)
    for word in (TITLE, "baker", str(ask.pk), str(mira.pk), "ask", "plan", "echo", "next"):
        assert word.encode() not in file.lower().replace(b"unflinch", b""), word
    NudgeSettings.objects.choose(mira, at=now, named=False)
    assert b"nflinch" not in fetched(stranger, address)


def test_what_rang_stays_where_it_was_and_comes_once(mira, address, stranger, clock):
    before = {str(event["UID"]): event.start for event in events(fetched(stranger, address))}
    at = datetime(2026, 11, 3, 8, 0, 37, tzinfo=UTC)
    assert sweep(at=at) == 1
    clock.move_to(at + MINUTE, tick=False)
    after = {str(event["UID"]): event.start for event in events(fetched(stranger, address))}
    assert before.items() <= after.items()


def test_a_plan_in_the_quiet_hours_is_in_it_at_their_end_as_it_is_sent(mira, address, stranger, clock, now):
    NudgeSettings.objects.choose(mira, at=now, next_days=[])
    plan = Plan.objects.create(person=mira, at=now, arrived=now)
    told = {"title": TITLE, "planned_day": date(2026, 11, 4), "planned_time": time(7)}
    Ask.objects.create(plan=plan, person=mira, at=now, arrived=now, **told)
    assert starts(fetched(stranger, address)) == ["11-04 08:00"]
    seven = datetime(2026, 11, 4, 6, 0, tzinfo=UTC)
    assert [sweep(at=seven + minutes * MINUTE) for minutes in (0, 59, 60)] == [0, 0, 1]
    clock.move_to(seven + 61 * MINUTE, tick=False)
    assert starts(fetched(stranger, address)) == ["11-04 08:00"]


def test_what_it_foresees_is_what_a_look_each_hour_sends_while_nobody_reacts(mira, address, stranger, now):
    """Three in a row that were ignored halve the ones after them: the calendar knows that beforehand."""
    NudgeSettings.objects.choose(mira, at=now, next_days=["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
    foreseen = [event.start for event in events(fetched(stranger, address))]
    for hour in range(14 * 24):
        sweep(at=now + hour * 60 * MINUTE)
    assert foreseen == list(Nudge.objects.order_by("sent_at").values_list("sent_at", flat=True))
    assert len(foreseen) == 5


def test_what_is_due_and_was_not_looked_for_yet_stands_in_it(address, stranger, clock):
    clock.move_to(datetime(2026, 11, 3, 8, 0, 37, tzinfo=UTC), tick=False)
    assert starts(fetched(stranger, address))[0] == "11-03 09:00"


def test_a_rest_a_pause_and_another_way_leave_it_empty(mira, address, stranger, now):
    NudgeSettings.objects.choose(mira, at=now, paused_until=now + 30 * DAY)
    assert events(fetched(stranger, address)) == []
    NudgeSettings.objects.choose(mira, at=now, paused_until=None, way="push")
    assert events(fetched(stranger, address)) == []


def test_looking_writes_nothing(mira, address, stranger):
    version = Person.objects.get(pk=mira.pk).facts
    fetched(stranger, address)
    assert Person.objects.get(pk=mira.pk).facts == version
    assert stranger.post(f"/nudges/{address.key}.ics").status_code == 405


def test_a_wrong_key_is_a_plain_404_and_a_new_address_ends_the_old(mira, address, stranger, browser_of_mira, now):
    for key in ("x", "x" * 43, address.key[:-1], address.key.swapcase(), "ключ"):
        answer = stranger.get(f"/nudges/{key}.ics")
        assert (answer.status_code, answer.content, answer.headers["Cache-Control"]) == (404, b"", "no-store, private")
    assert browser_of_mira.post("/nudges/calendar/").status_code == 302
    assert stranger.get(f"/nudges/{address.key}.ics").status_code == 404
    latest = CalendarAddress.objects.get()
    assert fetched(stranger, latest)
    assert browser_of_mira.post("/nudges/calendar/end/").status_code == 302
    assert stranger.get(f"/nudges/{latest.key}.ics").status_code == 404


def test_its_address_is_shown_for_ten_minutes(mira, address, browser_of_mira, clock, now):
    page = browser_of_mira.get("/nudges/").content.decode()
    assert f'value="http://127.0.0.1/nudges/{address.key}.ics"' in page
    clock.move_to(now + 10 * MINUTE, tick=False)
    page = browser_of_mira.get("/nudges/").content.decode()
    assert address.key not in page
    assert "Its address was made on 2 November." in page


def test_the_key_is_in_no_row(address):
    assert address.key not in str(list(CalendarAddress.objects.values()))
    assert len(address.key) == 43


def test_whoever_tries_keys_has_to_wait(address, stranger, clock, now):
    statuses = [stranger.get(f"/nudges/{number}.ics").status_code for number in range(31)]
    assert statuses == [404] * 30 + [429]
    clock.move_to(now + 11 * MINUTE, tick=False)
    assert fetched(stranger, address)


def test_served_it_needs_no_paired_device_and_everything_else_does(address, settings):
    settings.ADDRESS, settings.ALLOWED_HOSTS = Address("http", "192.168.1.5", 8000), ["192.168.1.5"]
    calendar = Client(SERVER_NAME="192.168.1.5", SERVER_PORT="8000")
    assert events(fetched(calendar, address)) != []
    assert calendar.get("/nudges/").status_code == 403
    assert calendar.get(f"/nudges/{address.pk}/").status_code == 403
    assert calendar.get("/nudges/wrong.ics").status_code == 404


def test_it_goes_with_the_person(mira, address, stranger):
    Person.objects.begin(at=mira.joined_at)
    mira.delete()
    assert stranger.get(f"/nudges/{address.key}.ics").status_code == 404
