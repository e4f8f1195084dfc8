"""Rows: each is understood or kept aside whole, with its line, its column and a sentence."""

import csv
import io
from dataclasses import replace
from uuid import UUID

import pytest

from unflinch.takeout.diary.rows import read_diary, row_id

SPACE = UUID("0c5e6d7c-54cb-4b3e-9c8b-0d6b7a6f0a11")
HEADER = "week,date,day,activity,challenge,outcome,reply_later,sting,feared,feared_before,company,what_happened,Moon"


def read(*rows: str, header: str = HEADER):
    return read_diary("\n".join([header, *rows]).encode())


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
    ("outcome", "hmpf"),
    ("outcome", "12"),
    ("outcome", "unknown"),
    ("date", "2026-02-31"),
    ("date", "31.02.2026"),
    ("date", "03/04/2026"),
    ("date", "next Tuesday"),
    ("date", "2026-13-01"),
    ("date", "0001-01-01"),
    ("date", "9999-12-31T23:59-12:00"),
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


OPTIONAL = [
    ("reply_later", "soonish"),
    ("week", "0"),
    ("week", "-1"),
    ("week", "sometime"),
    ("day", "0"),
    ("sting", "101"),
    ("sting", "-1"),
    ("sting", "lots"),
    ("sting", "1_0"),
    ("sting", "11/10"),
    ("sting", "nan"),
    ("feared_before", "1e999"),
    ("company", "a dragon"),
]


@pytest.mark.parametrize(("column", "value"), OPTIONAL)
def test_an_optional_value_that_is_not_understood_is_a_note_and_condemns_nothing(column, value):
    diary = cell(value, column)
    assert [row.line for row in diary.rows] == [2, 3]
    assert diary.rows[-1].notes == {column: value}
    assert [guess.column for guess in diary.guesses if guess.code in ("noted", "unused")] == [column]


UNDERSTOOD = [
    ("outcome", "Rejected", "outcome", "no"),
    ("outcome", " YES ", "outcome", "yes"),
    ("outcome", "ghosted", "outcome", "no_reply"),
    ("outcome", "didn’t ask", "outcome", "not_asked"),
    ("outcome", "", "outcome", ""),
    ("week", "Week 3", "week", 3),
    ("week", "3.0", "week", 3),
    ("week", "third", "week", 3),
    ("sting", "70 %", "sting", 70),
    ("sting", "12,4", "sting", 12),
    ("sting", "7/10", "sting", 70),
    ("sting", "70/100", "sting", 70),
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


def test_a_sentence_names_line_and_column_and_what_would_be_known():
    (complaint,) = read("1,,,1,x,hmpf,,,,,,,").aside[0].complaints
    known = "(yes, no, maybe, no_reply, went, not_asked)"
    assert str(complaint) == f"Line 2, column outcome: “hmpf” isn’t an outcome we know {known}"
    assert (complaint.code, complaint.excerpt) == ("outcome", "“hmpf”")


def test_equal_rows_stay_two():
    diary = read("2,,,5,Pitch,no_reply,,,,,,,", "2,,,5,Pitch,no_reply,,,,,,,", "2,,,6,Pitch,no_reply,,,,,,,")
    assert [row.nth for row in diary.rows] == [1, 2, 1]


def test_a_row_that_is_mended_in_the_file_takes_its_own_place():
    rows = ["1,,,1,Chair,no,,,,,,,", "1,,,1,Table,hmpf,,,,,,,", "1,,,1,Lamp,yes,,,,,,,"]
    before = {row.values["challenge"]: row_id(SPACE, row) for row in read(*rows).rows}
    after = {
        row.values["challenge"]: row_id(SPACE, row)
        for row in read(*(row.replace("hmpf", "perhaps") for row in rows)).rows
    }
    assert list(after) == ["Chair", "Table", "Lamp"]
    assert before == {name: after[name] for name in ("Chair", "Lamp")}


def test_an_ask_and_a_total_of_one_day_are_two():
    ask, total = read("1,1,x,no,", "1,1,,,3", header="week,activity,challenge,outcome,noes").rows
    assert row_id(SPACE, replace(ask, nth=1)) != row_id(SPACE, replace(total, nth=1))


def test_a_formula_is_kept_as_words_and_said():
    diary = read("1,,,1,=cmd|' /C calc'!A0,no,,,,,,,")
    assert diary.rows[0].values["challenge"] == "=cmd|' /C calc'!A0"
    assert [guess.line for guess in diary.guesses if guess.code == "formula"] == [2]


def test_a_quotation_that_never_closes_is_kept_aside_with_its_line():
    diary = read("1,,,1,x,no,,,,,,,", '1,,,2,"y,no,,,,,,,', "1,,,3,z,no,,,,,,,")
    assert [row.line for row in diary.rows] == [2]
    assert "never closes" in str(diary.aside[0].complaints[0])
    assert "z,no" in diary.aside[0].cells["challenge"]


def test_a_short_row_has_all_its_columns_to_mend():
    assert read("1,,,1,x,hmpf").aside[0].cells["Moon"] == ""


def test_guesses_are_said():
    diary = read("1,,,1,x,no,,,,,,,", "1,,,2,y,,,,,,,,")
    assert [guess.line for guess in diary.guesses] == [3]
    assert "planned" in str(diary.guesses[0])


def test_a_row_with_too_many_cells_or_none_that_matter_is_kept_aside():
    diary = read("1,,,1,x,no,,,,,,,moon,extra", "1,,,1,,,,,,,,,")
    assert [aside.line for aside in diary.aside] == [2, 3]
    assert diary.aside[0].cells["(cell 14)"] == "extra"


def test_a_cell_of_thirty_megabytes_is_kept_whole_and_said_in_short():
    diary = cell("x" * 30_000_000, "what_happened")
    assert len(diary.aside[0].cells["what_happened"]) == 30_000_000
    assert "30,000,000 letters" in str(diary.aside[0].complaints[0])
