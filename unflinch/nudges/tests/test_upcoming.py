"""What the calendar foresees is what looking again and again finds, whatever was chosen and whatever waits."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from unflinch.nudges.due import NudgeRules, Occasion, Past, SentNudge, nudge_due, put_off, upcoming
from unflinch.nudges.vocabulary import NudgeKind

STEP, HOUR, DAY = timedelta(minutes=30), timedelta(hours=1), timedelta(days=1)
KINDS = [*map(str, NudgeKind)]
DAYS = 9
# Each with a week in which its clocks are put forward or back, and one in which they aren't.
WEEKS = [
    ("Europe/Berlin", datetime(2026, 3, 25, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2026, 10, 21, tzinfo=UTC)),
    ("America/New_York", datetime(2026, 3, 5, tzinfo=UTC)),
    ("Australia/Sydney", datetime(2026, 4, 1, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 10, 1, tzinfo=UTC)),
    ("UTC", datetime(2026, 6, 1, tzinfo=UTC)),
]
half_hours = some.integers(0, 47).map(lambda nth: time(nth // 2, nth % 2 * 30))


def looked_for(occasions, rules, past, *, start):
    """What goes out when somebody looks every half an hour, and nobody does anything."""
    rows = {one.key: one for one in past.sent}
    snoozed, found = dict(past.snoozed), []
    for nth in range(DAYS * 48 + 1):
        now = start + nth * STEP
        sent = sorted(rows.values(), key=lambda one: one.at)
        one = nudge_due(occasions, rules, Past(sent, snoozed), now=now)
        if one is not None:
            found.append((one.key, now))
            rows[one.key] = SentNudge(one.key, now, done=snoozed.pop(one.key, None) is not None)
    return found


@some.composite
def rules_that_the_form_takes(draw, zone, start):
    """No hour that was chosen is in the quiet hours."""
    begins, ends = draw(half_hours), draw(half_hours)
    hour = draw(half_hours.filter(lambda clock: not NudgeRules.has_quiet(clock, begins, ends)))
    silent = draw(some.none() | some.integers(0, 96).map(lambda steps: start + steps * STEP))
    return NudgeRules(zone, KINDS, hour, begins, ends, draw(some.integers(0, 12)), silent)


@some.composite
def what_waits(draw, start):
    steps = some.integers(-48, DAYS * 48)
    timed = [
        Occasion(f"plan/{nth}", "plan", start + at * STEP, start + at * STEP + 2 * HOUR, timed=True)
        for nth, at in enumerate(draw(some.lists(steps, max_size=6)))
    ]
    others = [
        Occasion(f"echo/{nth}", "echo", start + at * STEP, start + at * STEP + 7 * DAY)
        for nth, at in enumerate(draw(some.lists(steps, max_size=6)))
    ]
    return timed + others


@some.composite
def what_went_out(draw, start, rules):
    """One a day over the last days, of which one may be put off."""
    each = draw(some.lists(some.booleans(), max_size=4))
    sent = [SentNudge(f"echo/{nth}", start - (len(each) - nth) * DAY + HOUR, done) for nth, done in enumerate(each)]
    snoozed = {}
    if sent and draw(some.booleans()):
        snoozed = {sent[-1].key: put_off(rules, now=start, until_tomorrow=draw(some.booleans()))}
        sent[-1] = SentNudge(sent[-1].key, sent[-1].at, done=True)
    return Past(sent, snoozed)


@settings(max_examples=60, deadline=None)
@given(data=some.data(), week=some.sampled_from(WEEKS))
def test_whatever_was_chosen_what_is_foreseen_is_what_comes(data, week):
    zone, start = week
    rules = data.draw(rules_that_the_form_takes(zone, start))
    occasions = data.draw(what_waits(start))
    past = data.draw(what_went_out(start, rules))
    foreseen = [(one.key, at) for one, at in upcoming(occasions, rules, past, now=start, days=DAYS)]
    assert foreseen == looked_for(occasions, rules, past, start=start)


def test_what_opens_in_the_quiet_hours_is_foreseen_for_their_end():
    rules = NudgeRules("Europe/Berlin", KINDS, time(18))
    opens = rules.moment(date(2026, 11, 3), time(7))
    plan = Occasion("plan/1", "plan", opens, opens + 2 * HOUR, timed=True)
    assert upcoming([plan], rules, Past(), now=opens - DAY, days=14) == [(plan, opens + HOUR)]


def test_what_is_due_at_this_very_moment_is_foreseen():
    rules = NudgeRules("UTC", KINDS, time(18))
    now = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
    plan = Occasion("plan/1", "plan", now, now + 2 * HOUR, timed=True)
    for at in (now, now + timedelta(seconds=37)):
        assert upcoming([plan], rules, Past(), now=at, days=14) == [(plan, at)]


def test_of_two_that_were_put_off_to_one_day_the_second_has_the_next_day():
    """The silence moved the first to the day of the second."""
    now = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
    rules = NudgeRules("UTC", KINDS, time(18), silent_until=now + DAY)
    two = [Occasion(f"echo/{nth}", "echo", now - 3 * DAY, now + 9 * DAY) for nth in (1, 2)]
    past = Past(
        [SentNudge("echo/1", now - 2 * DAY, done=True), SentNudge("echo/2", now - DAY, done=True)],
        {"echo/1": now + HOUR, "echo/2": now + DAY + HOUR},
    )
    found = [(one.key, at) for one, at in upcoming(two, rules, past, now=now, days=9)]
    eight = datetime(2026, 11, 5, 8, 0, tzinfo=UTC)
    assert found == [("echo/2", now + DAY + HOUR), ("echo/1", eight)]


@pytest.mark.parametrize(
    ("day", "quiet_until", "ends"),
    [
        (date(2026, 3, 29), time(2, 30), ["03:00", "03:30"]),  # put forward at two, to three
        (date(2026, 10, 25), time(2, 30), ["02:30", "02:30"]),  # put back at three, to two
        (date(2026, 10, 26), time(2, 30), ["02:30"]),
    ],
)
def test_quiet_hours_end_where_clocks_come_to_show_their_end(day, quiet_until, ends):
    rules = NudgeRules("Europe/Berlin", KINDS, time(18), quiet_until=quiet_until)
    moments = sorted({*rules.comes_to(day, quiet_until)})
    assert [f"{rules._on_the_wall(at):%H:%M}" for at in moments] == ends
    assert rules.is_quiet(moments[0] - timedelta(minutes=1))
    assert not any(rules.is_quiet(at) for at in moments)


def test_put_off_within_the_hour_that_comes_twice_it_comes_when_the_quiet_hours_end_again():
    rules = NudgeRules("Europe/Berlin", KINDS, time(18), quiet_until=time(2, 30))
    second_ten_past_two = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)
    assert put_off(rules, now=second_ten_past_two - HOUR, until_tomorrow=False) == second_ten_past_two.replace(
        minute=30
    )
