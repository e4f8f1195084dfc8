"""Lines between the rows and below them, days that other lines tell, and headings that the rows could be taken for."""

from datetime import date

from unflinch.takeout.diary.rows import read_diary


def days(diary):
    return [row.day for row in diary.rows]


def skipped(diary):
    return [guess.line for guess in diary.guesses if guess.code == "skipped"]


def test_the_heading_of_a_week_with_its_first_day_and_a_weekday_are_a_day():
    diary = read_diary(
        b"My log,,\nWeek 1 (w/c 3 March 2025),,\nDay,Ask,Outcome\nMon,a,Yes\nThurs,b,No\nWeek 2 (w/c 10 March 2025),,\n"
        b"Sun,c,No\n,d,\n"
    )
    assert days(diary) == [date(2025, 3, 3), date(2025, 3, 6), date(2025, 3, 16), None]
    assert [row.values["week"] for row in diary.rows] == [1, 1, 2, 2]


def test_a_day_between_the_rows_is_the_day_of_those_below_it():
    diary = read_diary(b"Ask,Answer\n3 March 2025,\na,no\nb,yes\n4 March 2025,\nc,no\n")
    assert days(diary) == [date(2025, 3, 3), date(2025, 3, 3), date(2025, 3, 4)]


def test_a_row_with_nothing_but_its_day_is_not_lost():
    diary = read_diary(b"Ask,Date,Answer\na,2025-03-03,no\n,2025-03-04,\n")
    assert ([row.line for row in diary.rows], [aside.line for aside in diary.aside]) == ([2], [3])


def test_sums_and_breaks_are_no_rows_and_are_said():
    diary = read_diary(
        b"Nr,Ask,Answer,Saved\n1,a,no,\n2,b,yes,3\n,(sick all week),,\n3,c,no,4\n,Total requests,3,7\n,Refusals,2,\n"
    )
    assert [row.values["challenge"] for row in diary.rows] == ["a", "b", "c"]
    assert (skipped(diary), diary.aside) == ([4, 6, 7], ())


def test_a_line_of_numbers_that_count_the_ticks_above_is_no_row():
    diary = read_diary(b"Ask,Yes,No\na,TRUE,FALSE\nb,FALSE,TRUE\nc,FALSE,TRUE\n,1,2\n")
    assert [row.values["outcome"] for row in diary.rows] == ["yes", "no", "no"]
    assert (skipped(diary), diary.aside) == ([5], ())


def test_days_without_a_year_have_it_from_the_line_above_the_headings_and_each_row_can_be_read_alone():
    diary = read_diary(b"Rejection log 2025,,\nDate,Ask,Answer\n30 Dec,a,no\n2 Jan,b,yes\n")
    assert days(diary) == [date(2025, 12, 30), date(2026, 1, 2)]
    assert "year_above" in [guess.code for guess in diary.guesses]
    assert diary.rows[1].given == {"Date": "2026-01-02"}


def test_the_old_year_in_the_first_days_of_a_new_one_is_read_as_the_new_and_said():
    diary = read_diary(b"Date,Ask,Answer\n2024-12-28,a,no\n2024-12-30,b,no\n2024-01-02,c,no\n2025-01-04,d,no\n")
    assert days(diary)[2] == date(2025, 1, 2)
    (said,) = (str(guess) for guess in diary.guesses if guess.code == "year_slip")
    assert "“2024-01-02” as 2025-01-02" in said


def test_a_row_is_never_taken_for_the_headings():
    diary = read_diary(b"Day,The thing,How they took it\n1,Asked for a pen,She said yes!\n2,Asked for gum,no\n")
    assert [row.values["challenge"] for row in diary.rows] == ["Asked for a pen", "Asked for gum"]


def test_headings_between_commas_and_rows_between_semicolons_are_one_table():
    diary = read_diary(b"Date,Challenge,Result\n2026-03-03;A pen;Yes\n2026-03-04;A cup;No\n")
    assert [row.values["outcome"] for row in diary.rows] == ["yes", "no"]
    assert days(diary) == [date(2026, 3, 3), date(2026, 3, 4)]


def test_a_form_that_was_sent_twice_comes_in_twice_and_is_said():
    diary = read_diary(
        b"Timestamp,Ask,Answer\n2026-03-03 21:40:00,a,no\n2026-03-03 21:40:19,a,no\n2026-03-04 20:00:00,test,yes\n"
    )
    assert [(guess.line, guess.code) for guess in diary.guesses if guess.code in ("twice", "trial")] == [
        (3, "twice"), (4, "trial"),
    ]  # fmt: skip
    assert len(diary.rows) == 3
