from datetime import date, timedelta
from uuid import uuid4

from nerve.rep import Rep
from unflinch.practice.history import Entry
from unflinch.practice.models import Programme, Tally
from unflinch.practice.weeks import Calendar, weeks_of

MONDAY = date(2026, 11, 2)


def entry(outcome="no", *, day=None, week=None, plan=None, counts=True):
    return Entry(
        id=uuid4(), plan=plan or uuid4(), programme=None, rep=Rep("x", None, "shop", outcome), first=outcome, day=day,
        week=week, sequence=0, channel="in_person", counts=counts, unfair=False, unwelcome=False,
        kind="ask", answered_on=day, pull=None,
        flinched="", back_after="", funny=False, no_kind="", rehearsed="", safe_habits=(),
    )  # fmt: skip


def test_weeks_without_dates_come_first_and_keep_their_numbers():
    weeks = weeks_of([entry(week=2), entry(day=MONDAY), entry(week=1)], [], Calendar((), MONDAY))
    assert [(week.number, week.slot.dated) for week in weeks] == [(1, False), (2, False), (1, True)]


def test_a_week_is_met_by_activities_that_happened():
    plan = uuid4()
    one = weeks_of([entry(week=1, plan=plan), entry(week=1, plan=plan)], [], Calendar((), None))[0]
    assert (one.activities, one.asks, one.met) == (1, 2, False)
    two = weeks_of([entry(week=1), entry("not_asked", week=1), entry(week=1, counts=False)], [], Calendar((), None))[0]
    assert (two.activities, two.asks, two.met) == (1, 1, False)
    three = weeks_of([entry(week=1), entry("yes", week=1)], [], Calendar((), None))[0]
    assert (three.activities, three.noes, three.yeses, three.met) == (2, 1, 1, True)


def test_a_total_without_details_is_counted():
    week = weeks_of([], [Tally(week=3, no=3, yes=1, not_asked=2)], Calendar((), None))[0]
    assert (week.number, week.asks, week.noes, week.yeses, week.activities) == (3, 4, 3, 1, 1)


def test_a_programmes_weeks_run_from_its_first_day_and_use_its_pace():
    wednesday = MONDAY + timedelta(days=2)
    programme = Programme(id=uuid4(), starts=wednesday, pace_low=1, pace_high=2)
    days = [MONDAY, wednesday, wednesday + timedelta(days=6), wednesday + timedelta(days=7)]
    weeks = weeks_of([entry(day=day) for day in days], [], Calendar((programme,), MONDAY))
    assert [(week.number, week.slot.programme == programme.pk, week.activities) for week in weeks] == [
        (1, False, 1), (1, True, 2), (2, True, 1),
    ]  # fmt: skip
    assert weeks[-1].met
