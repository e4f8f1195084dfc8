"""Which nudge is due: pure values, walked over weeks, and over the nights when clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from unflinch.nudges.due import NudgeRules, Occasion, Past, SentNudge, nudge_due, put_off, upcoming
from unflinch.nudges.vocabulary import NudgeKind
from unflinch.nudges.wording import _NAMED, _NAMELESS, nudge_text

BERLIN = NudgeRules("Europe/Berlin", [*map(str, NudgeKind)], time(18))
NOW = datetime(2026, 11, 2, 17, 0, tzinfo=UTC)  # a Monday, 18:00 in Berlin
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def occasion(key="echo/1", kind="echo", opens=NOW - DAY, lasts=30 * DAY, timed=False):
    return Occasion(key, kind, opens, opens + lasts, timed)


def ignored(many, *, until=NOW, every=DAY):
    """So many in a row that nobody reacted to, the last one `every` before."""
    return [SentNudge(f"old/{nth}", until - (many - nth) * every, done=False) for nth in range(many)]


def walked(occasions, rules, *, start, days, step=timedelta(minutes=10), sent=(), reacts=True):
    """What goes out when somebody looks every `step`, and whether each of those is reacted to."""
    past, found, now = Past(list(sent)), [], start
    while now < start + days * DAY:
        one = nudge_due(occasions, rules, past, now=now)
        if one is not None:
            found.append((one.key, now))
            past = Past([*past.sent, SentNudge(one.key, now, done=reacts)])
        now += step
    return found


def test_nothing_waits_nothing_comes():
    assert nudge_due([], BERLIN, Past(), now=NOW) is None


def test_what_waits_comes_at_the_hour_that_was_chosen_and_once():
    (found,) = walked([occasion()], BERLIN, start=NOW - HOUR, days=1)
    assert found == ("echo/1", NOW)


def test_a_kind_that_nobody_wants_never_comes():
    rules = NudgeRules("Europe/Berlin", ["plan"], time(18))
    assert nudge_due([occasion()], rules, Past(), now=NOW) is None


@pytest.mark.parametrize(("clock", "comes"), [("20:59", True), ("21:00", False), ("07:59", False), ("08:00", True)])
def test_quiet_hours_begin_and_end_on_the_minute(clock, comes):
    at = BERLIN.moment(date(2026, 11, 3), time.fromisoformat(clock))
    timed = occasion("plan/1", "plan", at, 2 * HOUR, timed=True)
    assert (nudge_due([timed], BERLIN, Past(), now=at) is not None) is comes


def test_quiet_hours_within_a_day_and_none_at_all():
    lunch = NudgeRules("UTC", ["echo"], time(13), quiet_from=time(12), quiet_until=time(14))
    assert [at.hour for _, at in walked([occasion()], lunch, start=NOW.replace(hour=0), days=1)] == [14]
    none = NudgeRules("UTC", ["echo"], time(23), quiet_from=time(9), quiet_until=time(9))
    assert [at.hour for _, at in walked([occasion()], none, start=NOW.replace(hour=0), days=1)] == [23]


def test_at_most_one_a_day_and_four_in_seven_days():
    many = [occasion(f"echo/{nth}") for nth in range(30)]
    found = [at for _, at in walked(many, BERLIN, start=NOW, days=21, step=HOUR)]
    days = [BERLIN.day_of(at) for at in found]
    assert len(days) == len(set(days)) == 12
    assert all(later - first >= 7 * DAY for first, later in zip(days, days[4:], strict=False))


@settings(max_examples=12, deadline=None)
@given(
    hours=some.lists(some.integers(0, 24 * 9), min_size=4, max_size=9),
    timed=some.booleans(),
    zone=some.sampled_from(["Europe/Berlin", "Australia/Sydney", "America/New_York", "Asia/Kathmandu", "UTC"]),
    month=some.sampled_from([3, 4, 10, 11]),
)
def test_whatever_waits_the_rules_hold(hours, timed, zone, month):
    start = datetime(2026, month, 1, tzinfo=UTC)
    rules = NudgeRules(zone, ["plan", "echo"], time(18))
    kind = "plan" if timed else "echo"
    all_of_them = [
        occasion(f"{kind}/{nth}", kind, start + hour * HOUR, (2 if timed else 72) * HOUR, timed)
        for nth, hour in enumerate(hours)
    ]
    found = walked(all_of_them, rules, start=start, days=12, step=HOUR)
    assert len({key for key, _ in found}) == len(found)
    days = [rules.day_of(at) for _, at in found]
    assert len(set(days)) == len(days)
    assert all(later - first >= 7 * DAY for first, later in zip(days, days[4:], strict=False))
    assert not any(rules.is_quiet(at) for _, at in found)


def test_three_ignored_in_a_row_halve_them():
    many = [occasion(f"echo/{nth}") for nth in range(30)]
    sent = ignored(3, every=8 * DAY)
    found = [at for _, at in walked(many, BERLIN, start=NOW, days=30, step=HOUR, sent=sent, reacts=False)]
    days = [BERLIN.day_of(at) for at in found]
    assert [(day - days[0]).days for day in days] == [0, 2, 7]


def test_six_ignored_in_a_row_stop_them_until_the_person_wants_more():
    past = Past(ignored(6, every=8 * DAY))
    assert past.has_stopped(BERLIN, now=NOW)
    assert nudge_due([occasion()], BERLIN, past, now=NOW) is None
    again = NudgeRules("Europe/Berlin", ["echo"], time(18), counted_from=NOW - HOUR)
    assert not past.has_stopped(again, now=NOW)
    assert nudge_due([occasion()], again, past, now=NOW) is not None


def test_one_that_was_reacted_to_begins_the_count_anew_and_one_of_today_says_nothing_yet():
    sent = [*ignored(5, until=NOW - 9 * DAY), SentNudge("x", NOW - 8 * DAY, done=True)]
    assert Past(sent).ignored_in_a_row(None, now=NOW) == 0
    assert Past([*ignored(5), SentNudge("x", NOW - HOUR)]).ignored_in_a_row(None, now=NOW) == 5


def test_silence_holds_to_its_end():
    rules = NudgeRules("Europe/Berlin", ["echo"], time(18), silent_until=NOW + 26 * HOUR)
    assert [at for _, at in walked([occasion()], rules, start=NOW, days=4)] == [NOW + 26 * HOUR]


def test_one_with_a_time_goes_first_and_the_day_is_left_to_it():
    dinner = occasion("plan/1", "plan", NOW + 2 * HOUR, 2 * HOUR, timed=True)
    found = walked([occasion(), dinner], BERLIN, start=NOW, days=2)
    assert found == [("plan/1", NOW + 2 * HOUR), ("echo/1", NOW + DAY)]
    at_night = occasion("plan/2", "plan", NOW + 4 * HOUR, 2 * HOUR, timed=True)
    assert walked([occasion(), at_night], BERLIN, start=NOW, days=1) == [("echo/1", NOW)]


def test_one_with_a_time_that_was_missed_does_not_come_late():
    missed = occasion("plan/1", "plan", NOW - 3 * HOUR, 2 * HOUR, timed=True)
    assert nudge_due([missed], BERLIN, Past(), now=NOW) is None


def test_one_that_nobody_could_take_makes_room_for_the_next():
    found = nudge_due([occasion("echo/1"), occasion("echo/2")], BERLIN, Past(given_up=["echo/1"]), now=NOW)
    assert found is not None
    assert found.key == "echo/2"


def test_a_snoozed_one_comes_again_once_and_nothing_else_that_day():
    past = Past([SentNudge("echo/1", NOW)], {"echo/1": NOW + HOUR})
    two = [occasion(), occasion("echo/2")]
    assert nudge_due(two, BERLIN, past, now=NOW + HOUR - timedelta(seconds=1)) is None
    again = nudge_due(two, BERLIN, past, now=NOW + HOUR)
    assert again is not None
    assert again.key == "echo/1"
    assert nudge_due(two, BERLIN, Past([SentNudge("echo/1", NOW + HOUR)]), now=NOW + 2 * HOUR) is None


def test_one_put_off_to_tomorrow_keeps_both_days():
    past = Past([SentNudge("echo/1", NOW)], {"echo/1": NOW + DAY})
    assert nudge_due([occasion("echo/2")], BERLIN, past, now=NOW + HOUR) is None
    assert nudge_due([occasion("echo/2")], BERLIN, past, now=NOW + DAY) is None


def test_a_snoozed_one_whose_matter_is_done_never_comes():
    assert nudge_due([], BERLIN, Past([SentNudge("echo/1", NOW)], {"echo/1": NOW}), now=NOW) is None


@pytest.mark.parametrize(
    ("clock", "tomorrow", "then"),
    [("18:00", False, "2 19:00"), ("18:00", True, "3 18:00"), ("20:30", False, "3 08:00"), ("20:30", True, "3 20:30")],
)
def test_it_is_never_put_off_into_the_quiet_hours(clock, tomorrow, then):
    now = BERLIN.moment(date(2026, 11, 2), time.fromisoformat(clock))
    until = put_off(BERLIN, now=now, until_tomorrow=tomorrow)
    assert f"{until.astimezone(ZoneInfo('Europe/Berlin')):%-d %H:%M}" == then


# The night of each change: where, the day on which clocks change, and by how many hours they are put forward.
NIGHTS = [
    ("Europe/Berlin", date(2026, 3, 29), 1),
    ("Europe/Berlin", date(2026, 10, 25), -1),
    ("Australia/Sydney", date(2026, 4, 5), -1),
    ("Australia/Sydney", date(2026, 10, 4), 1),
    ("America/New_York", date(2026, 3, 8), 1),
    ("America/New_York", date(2026, 11, 1), -1),
]


@pytest.mark.parametrize(("zone", "day", "forward"), NIGHTS)
def test_over_the_night_of_a_change_the_hour_stays_that_of_the_clock(zone, day, forward):
    rules = NudgeRules(zone, ["echo"], time(9))
    before, after = rules.moment(day - DAY, time(9)), rules.moment(day, time(9))
    assert after - before == DAY - forward * HOUR
    two = [occasion("echo/1", opens=before - DAY), occasion("echo/2", opens=before - DAY)]
    assert [at for _, at in walked(two, rules, start=before, days=2)] == [before, after]


@pytest.mark.parametrize(("zone", "day", "forward"), NIGHTS)
def test_over_the_night_of_a_change_the_quiet_hours_are_those_of_the_clock(zone, day, forward):
    rules = NudgeRules(zone, ["plan"], time(9))
    start = rules.moment(day - DAY, time(12))
    each = [occasion(f"plan/{nth}", "plan", start + nth * HOUR / 4, HOUR / 4, timed=True) for nth in range(200)]
    quiet = [one.opens for one in each if nudge_due([one], rules, Past(), now=one.opens) is None]
    first_night = [at for at in quiet if at < rules.moment(day, time(12))]
    assert (first_night[0], first_night[-1] + HOUR / 4) == (
        rules.moment(day - DAY, time(21)),
        rules.moment(day, time(8)),
    )
    assert len(first_night) == 4 * (11 - forward)


@pytest.mark.parametrize(("zone", "day", "forward"), NIGHTS)
def test_an_hour_that_is_skipped_or_comes_twice_has_one_nudge(zone, day, forward):
    rules = NudgeRules(zone, ["echo"], time(2, 30), quiet_from=time(0), quiet_until=time(0), day_ends=0)
    many = [occasion(f"echo/{nth}", opens=rules.moment(day - 3 * DAY, time(0))) for nth in range(9)]
    found = [at for _, at in walked(many, rules, start=rules.moment(day, time(0)), days=2, step=HOUR / 4)]
    local = [f"{at.astimezone(ZoneInfo(zone)):%d %H:%M}" for at in found]
    assert local == [f"{day:%d} {'03:30' if forward == 1 else '02:30'}", f"{day + DAY:%d} 02:30"]


@pytest.mark.parametrize(("zone", "day", "forward"), NIGHTS)
def test_put_off_to_tomorrow_over_a_change_is_the_same_time_on_the_clock(zone, day, forward):
    rules = NudgeRules(zone, ["echo"], time(18))
    now = rules.moment(day - DAY, time(18))
    assert put_off(rules, now=now, until_tomorrow=True) == rules.moment(day, time(18))
    assert put_off(rules, now=now, until_tomorrow=False) - now == HOUR


def test_what_will_come_is_what_comes():
    """The days ahead, foreseen at once, are those that looking again and again finds."""
    occasions = [
        *(occasion(f"echo/{nth}", opens=NOW + nth * 20 * HOUR, lasts=5 * DAY) for nth in range(6)),
        *(occasion(f"plan/{nth}", "plan", NOW + (5 + 31 * nth) * HOUR, 2 * HOUR, timed=True) for nth in range(6)),
    ]
    foreseen = upcoming(occasions, BERLIN, Past(), now=NOW - timedelta(minutes=10), days=14)
    assert len(foreseen) >= 5
    seen = walked(occasions, BERLIN, start=NOW, days=13, reacts=False)
    assert [(one.key, at) for one, at in foreseen if at < NOW + 13 * DAY] == seen


def test_the_text_is_neutral_and_varies_and_one_key_keeps_its_own():
    keys = [f"echo/{nth}" for nth in range(60)]
    assert {nudge_text(key, named=True) for key in keys} == {*map(str, _NAMED)}
    assert {nudge_text(key, named=False) for key in keys} == {*map(str, _NAMELESS)}
    assert nudge_text("plan/7", named=True) == nudge_text("plan/7", named=True)
    assert not any("Unflinch" in nudge_text(key, named=False) for key in keys)
    for word in ("ask", "no,", "week", "fear", "missed", "forgot", "still", "haven’t", "echo"):
        assert not any(word in line.lower() for line in (*map(str, _NAMED), *map(str, _NAMELESS))), word
