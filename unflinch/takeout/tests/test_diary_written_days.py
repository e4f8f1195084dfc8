"""A day that is written is the day that comes in, however it's written and whatever stands beside it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unflinch.practice.vocabulary import Precision
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.rows import read_diary

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),  # noqa: SIM905
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),  # noqa: SIM905
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),  # noqa: SIM905
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),  # noqa: SIM905
}
WAYS = {
    "ISO": lambda day: day.isoformat(),
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "dots": lambda day: f"{day.day}.{day.month}.{day.year}",
    "dots, the year first": lambda day: f"{day:%Y.%m.%d}",
    "compact": lambda day: f"{day:%Y%m%d}",
    "a spreadsheet's own": lambda day: f"{day.day}-{MONTHS['en'][day.month - 1][:3]}-{day:%y}",
    "American": lambda day: f"{MONTHS['en'][day.month - 1]} {day.day}, {day.year}",
    "with a weekday": lambda day: f"{day:%A}, {day.day} {MONTHS['en'][day.month - 1]} {day.year}",
    "German": lambda day: f"{day.day}. {MONTHS['de'][day.month - 1]} {day.year}",
    "Spanish": lambda day: f"{day.day} de {MONTHS['es'][day.month - 1]} de {day.year}",
    "French": lambda day: f"{day.day} {MONTHS['fr'][day.month - 1]} {day.year}",
    "invisible": lambda day: f"\u200e{day.isoformat().replace('-', chr(0x2011))}",
}
TIMES = ("", " 00:00:00", " 0:30", " 23:59", " 3:59 am", ", 9:05:00\u202fPM", " 12:00 AM", " 9pm")
MOMENTS = ("T00:00:00.000Z", "T00:30:00+14:00", "T23:59:59-12:00", "T03:00:00Z", " 18:30:00 UTC", "T1830", "")


def read(*cells: str, choices: FileChoices | None = None, times: str = ""):
    header = "date,time,challenge,outcome" if times else "date,challenge,outcome"
    rows = [f'"{cell}",{times},x,no' if times else f'"{cell}",x,no' for cell in cells]
    return read_diary("\n".join([header, *rows]).encode(), choices)


@settings(deadline=None, max_examples=150)
@given(st.dates(date(1971, 1, 1), date(2068, 12, 31)), st.sampled_from(sorted(WAYS)), st.sampled_from(TIMES))
def test_no_way_of_writing_a_day_and_no_time_behind_it_moves_it(day, way, clock):
    behind = "" if way == "compact" and clock else clock
    (row,) = read(WAYS[way](day) + behind).rows
    assert row.day == day


@settings(deadline=None, max_examples=80)
@given(st.dates(date(1971, 1, 1), date(2068, 12, 31)), st.sampled_from(MOMENTS))
def test_no_offset_moves_the_day_that_is_written(day, moment):
    (row,) = read(day.isoformat() + moment).rows
    assert row.day == day


@settings(deadline=None, max_examples=60)
@given(st.dates(date(1971, 1, 1), date(2068, 12, 31)), st.times())
def test_no_time_in_a_column_of_its_own_moves_the_day_beside_it(day, clock):
    (row,) = read(day.isoformat(), times=f"{clock:%H:%M}").rows
    assert row.day == day
    assert (row.moment is None) == (clock.replace(second=0, microsecond=0) == time())


@settings(deadline=None, max_examples=60)
@given(st.lists(st.dates(date(2021, 1, 1), date(2030, 12, 31)), min_size=1, max_size=9))
def test_a_column_with_slashes_is_read_as_it_is_written_or_asked_about(days):
    for pattern in ("%d/%m/%Y", "%m/%d/%Y", "%d/%m/%y"):
        diary = read(*(day.strftime(pattern) for day in days))
        told = {row.line: row.day for row in diary.rows}
        assert all(told.get(line, day) == day for line, day in enumerate(days, 2))
        assert len(told) + len(diary.aside) == len(days)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.dates(date(2001, 1, 1), date(2010, 12, 31)), min_size=1, max_size=6))
def test_a_column_of_day_counts_is_days(days):
    counts = [str((day - date(1899, 12, 30)).days) for day in days]
    assert sorted(row.day for row in read(*counts).rows) == sorted(days)


def test_a_midnight_is_a_day_and_no_moment():
    diary = read("2026-03-03 00:00:00", "3/16/2026 0:00:00", "3/17/2026 12:00:00 AM", "2026-03-05T00:00:00.000Z")
    assert {row.precision for row in diary.rows} == {Precision.DAY}
    assert sorted(row.day.day for row in diary.rows) == [3, 5, 16, 17]


def test_a_timestamp_has_a_moment_and_no_written_day():
    (row,) = read("1772530200000").rows
    assert (row.day, row.moment) == (None, datetime(2026, 3, 3, 9, 30, tzinfo=UTC))
    assert row.precision == Precision.MOMENT


def test_months_and_years_are_told_as_far_as_they_go():
    month, year, named = read("2014-09", "2010", "Sept 2014").rows
    assert [row.coarse for row in (month, year, named)] == ["2014-09", "2010", "2014-09"]
    assert [row.day for row in (month, year, named)] == [None, None, None]
    assert named.notes == {"date": "Sept 2014"}


def test_days_without_a_year_take_that_of_their_neighbours():
    diary = read("Mon 29 Dec 2025", "Wed 31 Dec", "Fri 2 Jan", "5.1.")
    days = [date(2025, 12, 29), date(2025, 12, 31), date(2026, 1, 2), date(2026, 1, 5)]
    assert [row.day for row in diary.rows] == days
    assert len(read("2 Jan", "3 Jan").aside) == 2
    assert len(read("2 Jan", "3 Jan", choices=FileChoices(year=2026)).rows) == 2


@pytest.mark.parametrize("slip", ["2062-03-03", "1906-03-04"])
def test_a_year_that_cannot_be_meant_is_asked_about(slip):
    diary = read("2026-03-01", "2026-03-02", slip)
    assert len(diary.rows) == 2
    assert "around 2026" in str(diary.aside[0].complaints[0])


def test_a_year_beyond_the_next_is_asked_about():
    data = b"date,challenge,outcome\n2028-03-03,x,no\n2027-03-03,y,no\n"
    assert [row.line for row in read_diary(data, today=date(2026, 11, 29)).rows] == [3]


@pytest.mark.parametrize(("order", "month"), [("day first", 4), ("month first", 3)])
def test_a_person_says_for_the_whole_file_what_comes_first(order, month):
    diary = read("03/04/2026", "03/05/2026", choices=FileChoices(date_order=order))
    assert diary.rows[0].day.month == month
    assert diary.rows[1].day - diary.rows[0].day in (timedelta(days=1), timedelta(days=30))
    assert diary.choices.date_order == order
