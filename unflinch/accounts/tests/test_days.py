from datetime import UTC, date, datetime

import pytest

from unflinch.accounts.models import Person

# zone, hour the day ends, moment in UTC, the person's day
DAYS = [
    ("UTC", 4, datetime(2026, 11, 2, 3, 59, tzinfo=UTC), date(2026, 11, 1)),
    ("UTC", 4, datetime(2026, 11, 2, 4, 0, tzinfo=UTC), date(2026, 11, 2)),
    ("UTC", 0, datetime(2026, 11, 2, 0, 0, tzinfo=UTC), date(2026, 11, 2)),
    ("Europe/Berlin", 4, datetime(2026, 11, 2, 2, 59, tzinfo=UTC), date(2026, 11, 1)),
    ("Europe/Berlin", 4, datetime(2026, 11, 2, 3, 0, tzinfo=UTC), date(2026, 11, 2)),
    ("Pacific/Auckland", 4, datetime(2026, 11, 1, 15, 30, tzinfo=UTC), date(2026, 11, 2)),
    ("Pacific/Kiritimati", 0, datetime(2026, 11, 1, 10, 0, tzinfo=UTC), date(2026, 11, 2)),
    ("America/Los_Angeles", 12, datetime(2026, 11, 2, 19, 59, tzinfo=UTC), date(2026, 11, 1)),
    # The hour that happens twice, and the one that never does.
    ("Europe/Berlin", 3, datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 24)),
    ("Europe/Berlin", 3, datetime(2026, 3, 29, 1, 0, tzinfo=UTC), date(2026, 3, 29)),
]


@pytest.mark.parametrize(("zone", "ends", "at", "day"), DAYS)
def test_a_day_ends_when_the_persons_day_ends(zone, ends, at, day):
    assert Person(zone=zone, day_ends=ends).day_of(at) == day


def test_a_changed_day_end_is_kept_and_says_that_facts_changed(mira):
    facts = Person.objects.get(pk=mira.pk).facts
    mira.set_clock(zone="Asia/Tokyo", day_ends=0, silence_days=8)
    kept = Person.objects.get(pk=mira.pk)
    assert (kept.zone, kept.day_ends, kept.silence_days) == ("Asia/Tokyo", 0, 8)
    assert kept.facts == facts + 1


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "../../etc/passwd", "x" * 100_000, "Europe/Berlin\x00"])
def test_a_zone_that_is_none_gets_a_sentence(browser_of_mira, mira, zone):
    answer = browser_of_mira.post("/you/", {"zone": zone, "day_ends": 4, "silence_days": 14})
    assert answer.status_code == 422
    assert Person.objects.get(pk=mira.pk).zone == "Europe/Berlin"
