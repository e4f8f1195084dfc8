"""Whole files: what can be read in which clothes, and what is answered by a sentence."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.rows import MOST_ROWS, read_diary
from unflinch.takeout.diary.weeks import read_weeks

PLAIN = (
    "week,activity,challenge,outcome,what_happened\n1,1,Ask for the café’s recipe,no,„Nein“\n1,2,Ask for a chair,yes,\n"
)


def a_zip() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("diary.csv", PLAIN)
    return content.getvalue()


CLOTHES = {
    "UTF-8": PLAIN.encode(),
    "UTF-8 with a mark": PLAIN.encode("utf-8-sig"),
    "UTF-16 with a mark": PLAIN.encode("utf-16"),
    "UTF-16 the small end first": PLAIN.encode("utf-16-le"),
    "UTF-16 the big end first": PLAIN.encode("utf-16-be"),
    "semicolons": PLAIN.replace(",", ";").encode(),
    "tabs": PLAIN.replace(",", "\t").encode(),
    "Windows line ends": PLAIN.replace("\n", "\r\n").encode(),
    "old Mac line ends": PLAIN.replace("\n", "\r").encode(),
    "empty lines": PLAIN.replace("\n", "\n\n").encode(),
    "other letters": PLAIN.encode("cp1252"),
}


@pytest.mark.parametrize("data", CLOTHES.values(), ids=CLOTHES.keys())
def test_one_diary_in_many_clothes(data):
    diary = read_diary(data)
    assert [row.values["challenge"] for row in diary.rows] == ["Ask for the café’s recipe", "Ask for a chair"]
    assert diary.rows[0].values["what_happened"] == "„Nein“"
    assert diary.aside == ()


NO_DIARIES = {
    "nothing": (b"", "empty"),
    "only spaces": (b" \n\r\n\t", "empty"),
    "a zip": (a_zip(), "zip"),
    "a PDF": (b"%PDF-1.7 ...", "PDF"),
    "a picture": (b"\x89PNG\r\n", "picture"),
    "a packed file": (gzip.compress(PLAIN.encode()), "packed"),
    "no header": (b"1,1,Ask for a chair,no,\n1,2,Ask for a table,yes,\n", "Line 1"),
    "another table": (b"name,price\nbread,2\n", "Line 1"),
    "a picture by another name": (bytes(range(256)) * 4, "Line"),
    "too many columns": (b"challenge," + b"x," * 100_000 + b"\n1", "at most 100"),
    "too many rows": (b"week,challenge,outcome\n" + b"1,x,no\n" * (MOST_ROWS + 1), "at most 50,000 rows"),
}


@pytest.mark.parametrize(("data", "said"), NO_DIARIES.values(), ids=NO_DIARIES.keys())
def test_what_is_no_diary_is_answered_by_a_sentence(data, said):
    with pytest.raises(UnreadableFile, match=said):
        read_diary(data)


def test_two_hundred_thousand_rows_are_refused_whole_with_their_line():
    with pytest.raises(UnreadableFile, match=r"Line 50,?002"):
        read_diary(b"week,challenge,outcome\n" + b"1,x,no\n" * 200_000)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_are_met_with_anything_but_a_sentence(data):
    for start in (b"", b"week,challenge,outcome\n"):
        try:
            read_diary(start + data)
        except UnreadableFile:
            continue


def test_weeks_that_are_not_understood_are_named_by_line():
    weeks = read_weeks(b"week,title,takeaway\n1,Warm ears,\n0,None,\n,No week,\nWeek 3,Rain,Ask anyway\n")
    assert [(row.week, row.title) for row in weeks.rows] == [(1, "Warm ears"), (3, "Rain")]
    assert [complaint.line for complaint in weeks.complaints] == [3, 4]
    with pytest.raises(UnreadableFile, match="week, title"):
        read_weeks(b"a,b\n1,2\n")
