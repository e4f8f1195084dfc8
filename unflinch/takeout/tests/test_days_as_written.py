"""The day that is written is the day, and a plan keeps what it was planned for."""

from datetime import date, time

import pytest

from unflinch.practice.models import Answer, Ask
from unflinch.practice.vocabulary import Precision

MIDNIGHTS = ["2026-03-03 00:00:00", "2026-03-03T00:00:00.000Z", "3/3/2026 0:00:00", "2026-03-03T00:00:00", "2026-03-03"]


@pytest.mark.parametrize("written", MIDNIGHTS)
def test_midnight_is_a_whole_day(desk, mira, written):
    desk.bring(f"Date,Challenge,Result\n{written},Ask for a pen,No\n")
    answer = Answer.objects.get()
    assert (answer.day, answer.precision) == (date(2026, 3, 3), Precision.DAY)


@pytest.mark.parametrize(("day", "clock"), [("2026-03-04", "00:30"), ("2026-03-04", "3:59"), ("2026-03-04", "23:59")])
def test_a_time_before_the_end_of_the_day_moves_no_day(desk, mira, day, clock):
    desk.bring(f"Date,Time,Challenge,Result\n{day},{clock},Ask for a pen,No\n")
    answer = Answer.objects.get()
    assert (answer.day, answer.precision) == (date(2026, 3, 4), Precision.MOMENT)


def test_a_moment_with_its_offset_is_on_the_day_as_one_lives_it(desk, mira):
    desk.bring("Date,Challenge,Result\n2026-03-04T00:30:00+01:00,Ask for a pen,No\n")
    assert Answer.objects.get().day == date(2026, 3, 3)


def test_a_row_without_an_answer_keeps_its_day_its_time_and_its_numbers(desk, mira):
    preview = desk.send("date,time,week,day,challenge,outcome\n2026-03-03,18:30,9,3,Borrow a pen,\n")
    assert "1 of them has no answer yet. It comes in as planned, for the day the row gives." in desk.see(preview)
    desk.post(f"{preview}bringing-in/")
    ask = Ask.objects.get()
    assert (ask.planned_day, ask.planned_time) == (date(2026, 3, 3), time(18, 30))
    assert (ask.planned_week, ask.planned_number) == (9, 3)


def test_a_row_that_was_asked_was_planned_for_nothing(desk, mira):
    desk.bring("date,challenge,outcome\n2026-03-03,Borrow a pen,no\n")
    assert Ask.objects.get().planned_day is None


def test_a_sheet_with_the_newest_on_top_is_read_as_it_happened(desk, mira):
    desk.bring("#,Title,Outcome\n3,Third,no\n2,Second,no\n1,First,yes\n")
    assert [ask.title for ask in Ask.objects.logged().as_diary()] == ["Third", "Second", "First"]


def test_the_year_of_days_without_one_is_asked_once_for_the_file(desk, mira):
    preview = desk.send("Date,Ask,Answer\n3 Mar,a pen,no\n5 Mar,a cup,yes\n")
    assert "Which year, if a day has none?" in desk.see(preview)
    desk.say(preview, year="2024")
    assert "2 rows are ready" in desk.see(preview)
    assert "2024-03-05" in desk.see(preview)
    desk.say(preview, year="2025")
    assert "2025-03-05" in desk.see(preview)


def test_a_file_whose_days_have_years_is_not_asked_for_one(desk, mira):
    assert "Which year" not in desk.see(desk.send("Date,Ask,Answer\n2026-03-03,a pen,no\n"))


def test_the_year_of_a_title_and_what_a_note_tells_stand_above_the_button(desk, mira):
    page = desk.see(desk.send("My log 2025,,,\nDate,Ask,Answer,Notes\n3 Mar,a pen,no,\n5 Mar,a cup,,chickened out\n"))
    above, _, _ = page.partition("Import them")
    assert "days without a year are read from 2025 on" in above
    assert "“chickened out” beside it is taken as not asked" in above
