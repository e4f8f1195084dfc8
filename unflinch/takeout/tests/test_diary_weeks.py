"""The weeks' file: titles and takeaways, and what of it was not taken."""

import pytest

from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.weeks import read_weeks


def test_weeks_that_are_not_understood_are_named_by_line():
    weeks = read_weeks(b"week,title,takeaway\n1,Warm ears,\n0,None,\n,No week,\nWeek 3,Rain,Ask anyway\n4,,\n")
    assert [(row.week, row.title) for row in weeks.rows] == [(1, "Warm ears"), (3, "Rain")]
    assert [complaint.line for complaint in weeks.complaints] == [3, 4, 6]


def test_a_week_has_one_title_and_the_second_is_said():
    weeks = read_weeks(b"week,title\n1,Warm ears\n1,Cold feet\n")
    assert [row.title for row in weeks.rows] == ["Warm ears"]
    assert str(weeks.complaints[0]) == "Line 3, column week: week 1 has its title from line 2 already"


def test_the_column_that_was_not_understood_is_the_one_that_is_named():
    (complaint,) = read_weeks(b"week,title,takeaway\n1,Rain,a\x07b\n").complaints
    assert (complaint.line, complaint.column) == (2, "takeaway")


def test_a_column_that_weeks_do_not_have_is_said():
    weeks = read_weeks(b"Woche;Titel;Weather\n1;Rain;wet\n")
    assert weeks.rows[0].title == "Rain"
    assert "column Weather: is not kept" in str(weeks.complaints[0])


def test_letters_that_were_guessed_and_a_quotation_without_end_are_said():
    weeks = read_weeks('week,title\n1,Café\n2,"Rain\n3,Sun\n'.encode("cp1252"))
    assert [row.title for row in weeks.rows] == ["Café"]
    assert [complaint.code for complaint in weeks.complaints] == ["letters", "quotation"]


@pytest.mark.parametrize("data", [b"a,b\n1,2\n", b"week,lesson\n1,x\n"])
def test_another_file_is_answered_with_the_columns_that_weeks_need(data):
    with pytest.raises(UnreadableFile, match="week, title, takeaway"):
        read_weeks(data)
