"""Whatever comes: a sentence or rows, never anything else; and no line and no cell gets lost."""

import csv
import io
import re
import tracemalloc

from hypothesis import given, settings
from hypothesis import strategies as st

from unflinch.takeout.diary.columns import FIELDS
from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.outcomes import OUTCOME_WORDS
from unflinch.takeout.diary.rows import read_diary
from unflinch.takeout.diary.weeks import read_weeks

STARTS = (
    b"",
    b"week,challenge,outcome\n",
    b"date;time;outcome;sting (0-10)\n",
    b"\xff\xfe",
    b"\xef\xbb\xbfoutcome\n",
    b"sep=|\n",
)
LIKELY = [
    "",
    "1",
    "0",
    "03/04/2026",
    "2026-02-31",
    "2026-11-02T18:30",
    "18:30",
    "yes",
    "no",
    "7",
    "=1+1",
    '"',
    "\r\n",
    "שלום",
    "🙈",
    "\x00",
]

anything = st.text(st.characters(codec="utf-8"), max_size=12)
cells = st.one_of(st.sampled_from([*LIKELY, *OUTCOME_WORDS]), anything)
headers = st.lists(st.one_of(st.sampled_from(sorted(FIELDS)), anything), max_size=8)


def written(rows) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_are_met_with_anything_but_a_sentence(data):
    for start in STARTS:
        for read in (read_diary, read_weeks):
            assert answer_of(read, start + data).endswith((".", "?"))


def answer_of(read, data):
    """The sentence that this file is met with; one of ours where it is read."""
    try:
        read(data)
    except UnreadableFile as sentence:
        return str(sentence)
    return "It was read."


@settings(deadline=None)
@given(headers, st.lists(st.lists(cells, max_size=10), max_size=6))
def test_no_table_is_met_with_anything_but_rows_and_sentences(header, rows):
    try:
        diary = read_diary(written([["challenge", *header], *rows]).encode())
    except UnreadableFile:
        return
    assert all(complaint.line for aside in diary.aside for complaint in aside.complaints)
    assert {name for row in diary.rows for name in row.values} <= set(FIELDS)


@settings(deadline=None)
@given(st.lists(st.lists(cells, min_size=6, max_size=6), max_size=8))
def test_no_line_is_lost_and_each_has_its_own_number_and_all_its_cells(rows):
    header = ["week", "date", "challenge", "outcome", "sting", "Moon"]
    text, expected = written([header]), {}
    for row in rows:
        line = 1 + len(re.findall(r"\r\n|\r|\n", text))
        text += written([row])
        if any(value.strip() for value in row):
            expected[line] = dict(zip(header, row, strict=True))
    diary = read_diary(text.encode())
    found = {row.line: row.cells for row in diary.rows} | {aside.line: aside.cells for aside in diary.aside}
    assert {line: tidy(row) for line, row in found.items()} == {line: tidy(row) for line, row in expected.items()}
    assert len(found) == len(diary.rows) + len(diary.aside)


def tidy(row):
    """Without the blanks at the end of a row, which a reader may drop."""
    values = list(row.values())
    while values and not values[-1].strip():
        values.pop()
    return values


def test_a_cell_of_thirty_megabytes_takes_no_more_memory_than_the_file_some_times_over():
    data = b"challenge,outcome\nx,no\n" + b"y" * 30_000_000 + b",no\n"
    tracemalloc.start()
    try:
        diary = read_diary(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [row.line for row in diary.rows] == [2]
    assert "30,000,000 letters" in str(diary.aside[0].complaints[0])
    assert peak < 12 * len(data)
