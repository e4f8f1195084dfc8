"""Putting a nudge off, by its page."""

from datetime import UTC, datetime, time, timedelta

import pytest

from unflinch.nudges.models import Nudge, NudgeSettings
from unflinch.nudges.sweeping import sweep

NOON = datetime(2026, 11, 3, 11, 0, tzinfo=UTC)  # a Tuesday, noon in Berlin
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(("until", "hours"), [("hour", 24), ("tomorrow", 48)])
def test_one_that_is_put_off_to_a_day_that_has_its_nudge_comes_later(mira, browser_of_mira, time_machine, until, hours):
    """The page of an older nudge stays open, and each day has one at most."""
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    NudgeSettings.objects.choose(mira, at=NOON, way="calendar", kinds=["next"], next_days=days, next_time=time(12))
    assert [sweep(at=NOON + day * DAY) for day in (0, 1)] == [1, 1]
    older, newer = Nudge.objects.order_by("sent_at")
    time_machine.move_to(NOON + DAY + HOUR, tick=False)
    if until == "tomorrow":
        assert browser_of_mira.post(f"/nudges/{newer.pk}/snooze/", {"until": until}).status_code == 302
    assert browser_of_mira.post(f"/nudges/{older.pk}/snooze/", {"until": until}).status_code == 302
    older.refresh_from_db()
    assert (older.state, older.day) == ("due", NOON.date() + DAY + timedelta(hours=hours))
