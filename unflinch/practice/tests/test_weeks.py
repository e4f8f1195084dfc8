from datetime import date, timedelta
from uuid import uuid4

from unflinch.practice.history.weeks import Calendar, weeks_of
from unflinch.practice.models import Programme, Tally
from unflinch.practice.tests.asks import asks

MONDAY = date(2026, 11, 2)


def test_weeks_without_dates_come_first_and_keep_their_numbers():
    weeks = weeks_of(asks({"week": 2}, {"day": MONDAY}, {"week": 1}), [], Calendar((), [MONDAY]))
    assert [(week.number, week.slot.dated) for week in weeks] == [(1, False), (2, False), (1, True)]


def test_a_week_is_met_by_activities_that_happened():
    one = weeks_of(asks({"week": 1, "plan": "a"}, {"week": 1, "plan": "a"}), [], Calendar(()))[0]
    assert (one.activities, one.asks, one.met) == (1, 2, False)
    left = {"week": 1, "outcome": "not_asked"}, {"week": 1, "counts": False}
    two = weeks_of(asks({"week": 1}, *left), [], Calendar(()))[0]
    assert (two.activities, two.asks, two.met) == (1, 1, False)
    three = weeks_of(asks({"week": 1}, {"week": 1, "outcome": "yes"}), [], Calendar(()))[0]
    assert (three.activities, three.noes, three.yeses, three.met) == (2, 1, 1, True)


def test_a_total_without_details_is_counted():
    week = weeks_of(asks(), [Tally(week=3, no=3, yes=1, not_asked=2)], Calendar(()))[0]
    assert (week.number, week.asks, week.noes, week.yeses, week.activities) == (3, 4, 3, 1, 1)


def test_a_programmes_weeks_run_from_its_first_day_and_use_its_pace():
    wednesday = MONDAY + timedelta(days=2)
    programme = Programme(id=uuid4(), starts=wednesday, pace_low=1, pace_high=2)
    days = [MONDAY, wednesday, wednesday + timedelta(days=6), wednesday + timedelta(days=7)]
    weeks = weeks_of(asks(*({"day": day} for day in days)), [], Calendar((programme,), [MONDAY]))
    assert [(week.number, week.slot.programme == programme.pk, week.activities) for week in weeks] == [
        (1, False, 1), (1, True, 2), (2, True, 1),
    ]  # fmt: skip
    assert weeks[-1].met
