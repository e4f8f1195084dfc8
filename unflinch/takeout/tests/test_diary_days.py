"""Days and times, as people write them."""

from datetime import UTC, date, datetime

import pytest

from unflinch.practice.vocabulary import Precision
from unflinch.takeout.diary.rows import read_diary


def read(*dates: str, header: str = "date,challenge,outcome"):
    return read_diary("\n".join([header, *(f'"{cell}",x,no' for cell in dates)]).encode())


DAYS = [
    ("2026-04-03", date(2026, 4, 3)),
    ("2026/4/3", date(2026, 4, 3)),
    ("03.04.2026", date(2026, 4, 3)),
    ("3 April 2026", date(2026, 4, 3)),
    ("Apr 3, 2026", date(2026, 4, 3)),
    ("23/04/2026", date(2026, 4, 23)),
    ("04/23/2026", date(2026, 4, 23)),
    ("04/04/2026", date(2026, 4, 4)),
    ("2024-02-29", date(2024, 2, 29)),
]


@pytest.mark.parametrize(("value", "day"), DAYS)
def test_days_are_read_as_people_write_them(value, day):
    (row,) = read(value).rows
    assert (row.day, row.moment, row.precision) == (day, None, Precision.DAY)


MOMENTS = [
    ("2026-04-03T09:30", datetime(2026, 4, 3, 9, 30)),  # noqa: DTZ001  # a wall clock; the zone is the person's
    ("2026-04-03 9:30", datetime(2026, 4, 3, 9, 30)),  # noqa: DTZ001
    ("3.4.2026 18.30", datetime(2026, 4, 3, 18, 30)),  # noqa: DTZ001
    ("April 3, 2026 at 12:05 am", datetime(2026, 4, 3, 0, 5)),  # noqa: DTZ001
    ("3 April 2026, 6:30 p.m.", datetime(2026, 4, 3, 18, 30)),  # noqa: DTZ001
    ("2026-04-03T09:30:00Z", datetime(2026, 4, 3, 9, 30, tzinfo=UTC)),
]


@pytest.mark.parametrize(("value", "moment"), MOMENTS)
def test_a_time_makes_it_a_moment(value, moment):
    (row,) = read(value).rows
    assert (row.moment, row.day, row.precision) == (moment, date(2026, 4, 3), Precision.MOMENT)


@pytest.mark.parametrize("value", ["3.4.2026 25:00", "3.4.2026 13:00 pm", "3.4.2026 0:10 am", "3.4.2026 9:61"])
def test_a_time_that_no_clock_shows_is_kept_aside(value):
    assert read(value).aside


def test_a_time_of_its_own_column_belongs_to_the_day_beside_it():
    diary = read_diary(
        b"date,time,challenge,outcome\n"
        b"2026-04-03,18:30,x,no\n,18:30,y,no\n2026-04-03T09:30,18:30,z,no\n2026-04-03,soon,w,no\n"
    )
    precisions = [Precision.MOMENT, Precision.NONE, Precision.MOMENT, Precision.DAY]
    assert [row.precision for row in diary.rows] == precisions
    assert [row.notes for row in diary.rows] == [{}, {"time": "18:30"}, {"time": "18:30"}, {"time": "soon"}]
    assert "“soon” isn't understood here" in str(diary.guesses[-1])


def test_a_date_that_can_be_two_days_is_asked_about_with_both():
    (aside,) = read("03/04/2026").aside
    assert "write 2026-04-03 or 2026-03-04" in str(aside.complaints[0])
    assert aside.complaints[0].code == "ambiguous_day"


def test_one_plain_date_settles_the_order_of_all_and_this_is_said():
    diary = read("23/04/2026", "03/04/2026", "05/04/2026 18:30")
    assert [row.day for row in diary.rows] == [date(2026, 4, 23), date(2026, 4, 3), date(2026, 4, 5)]
    assert [str(guess) for guess in diary.guesses] == [
        "Line 1, column date: dates such as “03/04/2026” are read with the day first, as other dates here show"
    ]


def test_dates_that_disagree_settle_nothing():
    diary = read("23/04/2026", "04/23/2026", "03/04/2026")
    assert [row.line for row in diary.rows] == [2, 3]
    assert [aside.line for aside in diary.aside] == [4]


def test_a_week_and_a_day_number_are_known_by_themselves():
    week, number, none = read_diary(b"week,day,challenge,outcome\n3,,x,no\n,40,y,no\n,,z,no\n").rows
    assert [row.when for row in (week, number, none)] == ["week 3", "day 40", "some time"]
    assert [row.precision for row in (week, number, none)] == [Precision.WEEK, Precision.NONE, Precision.NONE]
