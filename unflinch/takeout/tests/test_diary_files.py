"""Whole files: what can be read in which clothes, and what is answered by a sentence."""

import codecs
import csv
import gzip
import io
import random
import zipfile

import pytest

from unflinch.takeout.diary.decoding import LARGEST, UnreadableFile
from unflinch.takeout.diary.rows import MOST_ROWS, read_diary

PLAIN = (
    "week,activity,challenge,outcome,what_happened\n1,1,Ask for the café’s recipe,no,„Nein“\n1,2,Ask for a chair,yes,\n"
)


CLOTHES = {
    "UTF-8": PLAIN.encode(),
    "UTF-8 with a mark": PLAIN.encode("utf-8-sig"),
    "UTF-16 with a mark": PLAIN.encode("utf-16"),
    "UTF-16 the small end first": PLAIN.encode("utf-16-le"),
    "UTF-16 the big end first": PLAIN.encode("utf-16-be"),
    "semicolons": PLAIN.replace(",", ";").encode(),
    "UTF-32": PLAIN.encode("utf-32"),
    "bars": PLAIN.replace(",", "|").encode(),
    "a first line that tells the semicolon": b"sep=;\n" + PLAIN.replace(",", ";").encode(),
    "commas at the end of every line": PLAIN.replace("\n", ",,,\n").encode(),
    "no line end at the end": PLAIN.encode().rstrip(b"\n"),
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
    assert diary.columns.names == ("week", "activity", "challenge", "outcome", "what_happened")
    assert diary.aside == ()


def a_zip_with(name: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, PLAIN)
    return content.getvalue()


NO_DIARIES = {
    "nothing": (b"", "empty"),
    "only spaces": (b" \n\r\n\t", "empty"),
    "only a line for the spreadsheet": (b"sep=;\n", "empty"),
    "a zip": (a_zip_with("diary.csv"), "a zip file"),
    "an Excel file": (a_zip_with("xl/workbook.xml"), "an Excel file"),
    "a Word file": (a_zip_with("word/document.xml"), "a Word file"),
    "an old Excel file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel"),
    "a PDF": (b"%PDF-1.7 ...", "a PDF"),
    "a picture": (b"\x89PNG\r\n", "a picture"),
    "a packed file": (gzip.compress(PLAIN.encode()), "a packed file"),
    "a web page": (b"\n <!DOCTYPE html><p>outcome", "a web page"),
    "another table": (b"name,price\nbread,2\n", "Line 1 names no column we know"),
    "a picture by another name": (bytes(range(256)) * 4, "This is not text"),
    "a bell in the first line": (b"challenge,out\x07come\nx,no\n", "Line 1 holds what no text holds"),
    "too many columns": (b"challenge," + b"x," * 99_000 + b"\n1", "at most 100"),
    "too many cells": (b"challenge\n" + b"x," * 10_000, "Line 2 has 10,000 cells"),
    "commas without end": (b"challenge\n" + b"," * 200_000, "Line 2: this is more than a diary holds"),
    "lines without end": (b"challenge\nx" + b"\n" * 1_000_001, "Line 1000001: this is more than a diary holds"),
    "bytes of chance": (random.Random(7).randbytes(500_000), "This is not text"),
    "too many rows": (b"week,challenge,outcome\n" + b"1,x,no\n" * (MOST_ROWS + 1), "at most 50,000 rows"),
}


@pytest.mark.parametrize(("data", "said"), NO_DIARIES.values(), ids=NO_DIARIES.keys())
def test_what_is_no_diary_is_answered_by_a_sentence(data, said):
    with pytest.raises(UnreadableFile, match=said):
        read_diary(data)


@pytest.mark.parametrize(
    "data",
    [
        b"1,1,Ask for a chair,no,\n1,2,Ask for a table,yes,\n",
        b"2026-11-02,Ask for a chair,no\n2026-11-03,A table,yes\n",
    ],
)
def test_a_file_without_headings_is_read_by_its_cells_and_this_is_said(data):
    diary = read_diary(data)
    assert [row.line for row in diary.rows] == [1, 2]
    assert [row.values["outcome"] for row in diary.rows] == ["no", "yes"]
    assert diary.rows[0].values["challenge"] == "Ask for a chair"
    assert "no line names the columns" in str(diary.guesses[0])


def test_two_hundred_thousand_rows_are_refused_whole_with_their_line():
    with pytest.raises(UnreadableFile, match=r"Line 50,?002"):
        read_diary(b"week,challenge,outcome\n" + b"1,x,no\n" * 200_000)


def test_a_file_that_is_too_large_is_not_read_to_its_end():
    with pytest.raises(UnreadableFile, match="64 MB"):
        read_diary(io.BytesIO(b"x" * (LARGEST + 1)))


def test_lines_are_counted_as_an_editor_counts_them():
    diary = read_diary(b'sep=;\r\n\r\nchallenge;outcome\r\n"two\r\nlines";no\r\n\r\nx;no\r\n')
    assert [row.line for row in diary.rows] == [4, 7]


def test_an_open_file_is_as_good_as_its_bytes():
    assert read_diary(io.BytesIO(PLAIN.encode())) == read_diary(PLAIN.encode())


def test_a_limit_that_another_reader_set_is_met_with_a_sentence():
    usual = csv.field_size_limit(10)
    try:
        with pytest.raises(UnreadableFile, match="Line 2: this cannot be read as CSV"):
            read_diary(b"challenge\nmore than ten letters\n")
    finally:
        csv.field_size_limit(usual)


GUESSED = {
    "letters of Windows": (PLAIN.encode("cp1252"), "as Windows writes text"),
    "a wrong letter behind the mark": (codecs.BOM_UTF8 + b"challenge,outcome\ncaf\xe9,no\n", "show as �"),
    "half a letter at the end": (PLAIN.encode("utf-16") + b"x", "show as �"),
    "only a header": (b"week,challenge,outcome\n", "holds no row yet"),
}


@pytest.mark.parametrize(("data", "said"), GUESSED.values(), ids=GUESSED.keys())
def test_what_was_guessed_of_the_whole_file_is_said_once(data, said):
    (guess,) = (guess for guess in read_diary(data).guesses if guess.column == "all")
    assert said in str(guess)
    assert str(guess).startswith("Line 1: ")
