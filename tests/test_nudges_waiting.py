"""What waits, from what was recorded on the pages, and what keeps a day free of nudges."""

from datetime import UTC, datetime, time, timedelta

import pytest

from unflinch.accounts.models import Person
from unflinch.care.models import Pause
from unflinch.nudges.looking import outlook_of
from unflinch.nudges.models import NudgeSettings

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def clock(time_machine, now):
    time_machine.move_to(now, tick=False)
    return time_machine


@pytest.fixture
def nudged(mira, now):
    """Mira, with nudges of all kinds at 18:00 in Berlin, which is 17:00 in UTC in November."""
    NudgeSettings.objects.choose(mira, at=now - 90 * DAY, way="calendar")
    return mira


def due(person, at):
    found = outlook_of(Person.objects.get(pk=person.pk), at=at).due(at)
    return None if found is None else found.kind


def keys(person, at):
    return {one.key.partition("/")[0] for one in outlook_of(Person.objects.get(pk=person.pk), at=at).occasions}


def test_nothing_recorded_nothing_waits(nudged, now):
    assert keys(nudged, now) == set()


def test_an_echo_waits_from_the_next_day_and_for_a_week_and_is_over_when_written(hand, nudged, clock, now):
    ask = hand.just_asked("no", sting=20, wants_echo="on")
    assert due(nudged, now + HOUR) is None
    assert [due(nudged, now.replace(hour=hour) + DAY) for hour in (16, 17)] == [None, "echo"]
    assert due(nudged, now.replace(hour=17) + 7 * DAY) in ("echo", "review")
    clock.move_to(now + DAY)
    hand.send(f"{ask}echo/", still_stings=10)
    assert due(nudged, now + DAY + HOUR) is None


def test_answers_that_may_come_wait_from_the_third_day_until_silence_closes_them(hand, nudged, clock, now):
    hand.just_asked("no_reply")
    at = now.replace(hour=17)
    assert [due(nudged, at + days * DAY) for days in (2, 3)] == [None, "replies"]
    assert "replies" not in keys(nudged, at + 14 * DAY)


def test_a_week_waits_on_its_last_evening_until_it_is_looked_back_on(hand, nudged, clock, now):
    hand.just_asked("yes")
    sunday = now.replace(hour=17) + 6 * DAY
    assert [due(nudged, sunday + shift) for shift in (-HOUR, 0 * HOUR, DAY)] == [None, "review", "review"]
    clock.move_to(sunday)
    hand.send("/reviews/", day="2026-11-02", worse="no", from_today="on")
    assert due(nudged, sunday + HOUR) is None


def test_a_plan_comes_at_its_time_and_a_moved_one_is_another(hand, nudged, clock, now):
    ask = hand.choose()
    hand.send(f"{ask}time/", planned_day="2026-11-04", planned_time="12:30")
    at = datetime(2026, 11, 4, 11, 30, tzinfo=UTC)
    assert [due(nudged, at + shift) for shift in (-HOUR, 0 * HOUR, 2 * HOUR)] == [None, "plan", None]
    (before,) = outlook_of(Person.objects.get(pk=nudged.pk), at=now).occasions
    hand.send(f"{ask}time/", planned_day="2026-11-05", planned_time="")
    (after,) = outlook_of(Person.objects.get(pk=nudged.pk), at=now).occasions
    assert (after.timed, after.opens) == (False, datetime(2026, 11, 5, 17, tzinfo=UTC))
    assert before.key != after.key
    assert ask.split("/")[2] in after.key


def test_a_next_ask_comes_on_its_days_unless_one_was_made(hand, nudged, clock, now):
    NudgeSettings.objects.choose(nudged, at=now, next_days=["tue", "fri"], next_time=time(10))
    tuesday, friday = datetime(2026, 11, 3, 9, tzinfo=UTC), datetime(2026, 11, 6, 9, tzinfo=UTC)
    assert [due(nudged, at) for at in (tuesday - HOUR, tuesday, tuesday + DAY, friday)] == [None, "next", None, "next"]
    clock.move_to(tuesday - HOUR)
    hand.just_asked("yes")
    assert [due(nudged, at) for at in (tuesday, friday)] == [None, "next"]


@pytest.mark.parametrize(
    ("told", "quiet_days"),
    [
        ({"sting": 80}, [0, 1]),
        ({"sting": 10, "no_kind": "rude"}, [0, 1]),
        ({"sting": 10, "harms": ["felt_unfair"]}, [0, 1]),
        ({"sting": 10}, []),
    ],
)
def test_the_day_of_a_hard_one_and_the_next_are_quiet(hand, nudged, clock, told, quiet_days):
    now = datetime(2026, 11, 2, 18, tzinfo=UTC)
    NudgeSettings.objects.choose(nudged, at=now, next_days=["mon", "tue", "wed"], next_time=time(12))
    clock.move_to(now.replace(hour=9))
    hand.just_asked("no", **told)
    silent = outlook_of(Person.objects.get(pk=nudged.pk), at=now).rules.silent_until
    assert silent == (datetime(2026, 11, 4, 3, tzinfo=UTC) if quiet_days else None)
    assert due(nudged, datetime(2026, 11, 3, 11, tzinfo=UTC)) == (None if quiet_days else "next")
    assert due(nudged, datetime(2026, 11, 4, 11, tzinfo=UTC)) == "next"


def test_a_rest_is_quiet_to_its_end(hand, nudged, clock, now):
    NudgeSettings.objects.choose(
        nudged, at=now, next_days=["tue"], next_time=time(3, 5), quiet_from=time(0), quiet_until=time(0)
    )
    hand.send("/pause/", days=1)
    ends = Pause.objects.get().until
    moments = [datetime(2026, 11, 3, 2, minute, tzinfo=UTC) for minute in (5, 59)] + [ends]
    assert [due(nudged, at) for at in moments] == [None, None, "next"]


def test_two_worse_weeks_are_quiet_while_a_rest_is_offered(hand, nudged, clock, now):
    NudgeSettings.objects.choose(nudged, at=now, next_days=["mon", "tue"], next_time=time(12))
    for day in ("2026-10-19", "2026-10-26"):
        hand.send("/reviews/", day=day, worse="yes", from_today="on")
    assert "Rest for a week" in hand.see("/")
    assert due(nudged, datetime(2026, 11, 3, 11, tzinfo=UTC)) is None


def test_a_pause_of_nudges_is_quiet_and_so_is_a_kind_that_is_not_wanted(hand, nudged, clock, now):
    hand.just_asked("no", sting=20, wants_echo="on")
    at = now.replace(hour=17) + DAY
    NudgeSettings.objects.choose(nudged, at=now, paused_until=at + HOUR)
    assert [due(nudged, at), due(nudged, at + HOUR)] == [None, "echo"]
    NudgeSettings.objects.choose(nudged, at=now, kinds=["plan"])
    assert due(nudged, at + HOUR) is None
