"""Rows: each is understood or kept aside whole, with its line, its column and a sentence."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.rows import read_diary

HEADER = "week,date,day,activity,challenge,outcome,reply_later,sting,feared,feared_before,company,what_happened,Moon"


def read(*rows: str, header: str = HEADER, mapping=None):
    return read_diary("\n".join([header, *rows]).encode(), mapping)


def cell(value: str, column: str):
    """A diary of one good row and one with this value in this column."""
    names = HEADER.split(",")
    row = {"week": "1", "activity": "1", "challenge": "x", "outcome": "no", column: value}
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(names)
    for values in ({**row, column: ""} if column not in ("outcome", "challenge") else row | {column: "no"}, row):
        rows.writerow([values.get(name, "") for name in names])
    return read_diary(text.getvalue().encode())


NOT_UNDERSTOOD = [
    ("outcome", "perhapss"),
    ("outcome", "12"),
    ("reply_later", "soonish"),
    ("week", "0"),
    ("week", "-1"),
    ("week", "third"),
    ("day", "0"),
    ("date", "2026-02-31"),
    ("date", "31.02.2026"),
    ("date", "03/04/2026"),
    ("date", "next Tuesday"),
    ("date", "2026-13-01"),
    ("sting", "101"),
    ("sting", "-1"),
    ("sting", "lots"),
    ("sting", "nan"),
    ("feared_before", "1e999"),
    ("company", "a dragon"),
    ("what_happened", "x" * 20_001),
    ("what_happened", "a\x07b"),
    ("challenge", "a\x00b"),
]


@pytest.mark.parametrize(("column", "value"), NOT_UNDERSTOOD)
def test_a_value_that_is_not_understood_is_named_and_its_row_kept_whole(column, value):
    diary = cell(value, column)
    assert [row.line for row in diary.rows] == [2]
    (aside,) = diary.aside
    assert aside.line == 3
    assert aside.cells[column] == value
    assert any(complaint.column == column for complaint in aside.complaints)
    assert str(aside.complaints[0]).startswith("Line 3, column ")
    assert len(str(aside.complaints[0])) < 200


UNDERSTOOD = [
    ("outcome", "Rejected", "outcome", "no"),
    ("outcome", " YES ", "outcome", "yes"),
    ("outcome", "ghosted", "outcome", "no_reply"),
    ("outcome", "didn’t ask", "outcome", "not_asked"),
    ("outcome", "unknown", "outcome", "no_reply"),
    ("outcome", "", "outcome", ""),
    ("week", "Week 3", "week", 3),
    ("week", "3.0", "week", 3),
    ("sting", "70 %", "sting", 70),
    ("sting", "12,4", "sting", 12),
    ("sting", "", "sting", None),
    ("company", "with a friend", "company", "friend"),
    ("feared", "they laugh 🙈", "feared", "they laugh 🙈"),
    ("what_happened", "=cmd|' /C calc'!A0", "what_happened", "=cmd|' /C calc'!A0"),
    ("what_happened", "שלום, two\nlines", "what_happened", "שלום, two\nlines"),
]


@pytest.mark.parametrize(("column", "value", "field", "meant"), UNDERSTOOD)
def test_a_value_in_everyday_clothes_is_understood(column, value, field, meant):
    diary = cell(value, column)
    assert diary.aside == ()
    assert diary.rows[-1].values[field] == meant


DAYS = [
    ("2026-04-03", date(2026, 4, 3)),
    ("03.04.2026", date(2026, 4, 3)),
    ("3 April 2026", date(2026, 4, 3)),
    ("Apr 3, 2026", date(2026, 4, 3)),
    ("23/04/2026", date(2026, 4, 23)),
    ("04/23/2026", date(2026, 4, 23)),
    ("2026-04-03T09:30", date(2026, 4, 3)),
    ("2024-02-29", date(2024, 2, 29)),
]


@pytest.mark.parametrize(("value", "day"), DAYS)
def test_days_are_read_as_people_write_them(value, day):
    assert cell(value, "date").rows[-1].day == day


def test_one_plain_date_settles_the_order_of_all():
    rows = ["1,23/04/2026,,1,x,no,,,,,,,", "1,03/04/2026,,1,y,no,,,,,,,"]
    assert [row.day for row in read(*rows).rows] == [date(2026, 4, 23), date(2026, 4, 3)]
    assert read("1,03/04/2026,,1,y,no,,,,,,,").aside


def test_equal_rows_stay_two():
    diary = read("2,,,5,Pitch,no_reply,,,,,,,", "2,,,5,Pitch,no_reply,,,,,,,", "2,,,6,Pitch,no_reply,,,,,,,")
    assert [row.nth for row in diary.rows] == [1, 2, 1]


def test_an_unknown_column_becomes_a_note_and_a_mapped_one_its_field():
    assert read("1,,,1,x,no,,,,,,,full").rows[0].notes == {"Moon": "full"}
    mapped = read("1,,,1,x,no,,,,,,,full", mapping={"Moon": "lesson"})
    assert (mapped.rows[0].values["lesson"], mapped.rows[0].notes) == ("full", {})


@pytest.mark.parametrize("mapping", [{"Sun": "lesson"}, {"Moon": "cheese"}, {"Moon": "lesson", "sting": "lesson"}])
def test_a_mapping_that_cannot_be_meant_is_refused(mapping):
    with pytest.raises(UnreadableFile):
        read("1,,,1,x,no,,,,,,,full", mapping=mapping)


def test_columns_with_everyday_names_are_known():
    diary = read("3 March 2026,For a discount,baker,rejected,hot ears", header="When,Request,Who,Result,Notes")
    values = diary.rows[0].values
    assert (values["challenge"], values["asked_whom"], values["outcome"]) == ("For a discount", "baker", "no")
    assert diary.rows[0].when == "2026-03-03"


def test_guesses_are_said():
    diary = read("1,,,1,x,?,,,,,,,", "1,,,2,y,,,,,,,,")
    assert [guess.line for guess in diary.guesses] == [2, 3]
    assert "no reply" in str(diary.guesses[0])
    assert "planned" in str(diary.guesses[1])


def test_a_row_with_too_many_cells_or_none_that_matter_is_kept_aside():
    diary = read("1,,,1,x,no,,,,,,,moon,extra", "1,,,1,,,,,,,,,")
    assert [aside.line for aside in diary.aside] == [2, 3]
    assert diary.aside[0].cells["(cell 14)"] == "extra"


def test_a_total_is_a_total():
    diary = read("2,3,1,Saturday at the market", header="week,noes,yeses,what_happened")
    assert diary.rows[0].is_total


def test_a_cell_of_thirty_megabytes_is_kept_whole_and_said_in_short():
    diary = cell("x" * 30_000_000, "what_happened")
    assert len(diary.aside[0].cells["what_happened"]) == 30_000_000
    assert "30,000,000 letters" in str(diary.aside[0].complaints[0])


cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.lists(cells, min_size=6, max_size=6), max_size=8))
def test_no_line_is_lost_and_each_has_its_own_number(rows):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["week", "date", "challenge", "outcome", "sting", "Moon"])
    kept = []
    for row in rows:
        line = 1 + text.getvalue().count("\n")
        writer.writerow(row)
        if any(value.strip() for value in row):
            kept.append(line)
    if "\r" in text.getvalue().replace("\r\n", ""):
        return
    diary = read_diary(text.getvalue().encode())
    assert sorted([*(row.line for row in diary.rows), *(aside.line for aside in diary.aside)]) == kept
