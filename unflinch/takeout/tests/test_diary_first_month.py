"""The month that was really lived, as the reader sees it."""

from collections import Counter
from pathlib import Path
from uuid import UUID

import pytest

from unflinch.practice.vocabulary import Precision
from unflinch.takeout.diary.rows import read_diary, row_id
from unflinch.takeout.diary.weeks import read_weeks

DATA = Path(__file__).parents[3] / "tests" / "data"
SPACE = UUID("0c5e6d7c-54cb-4b3e-9c8b-0d6b7a6f0a11")


@pytest.fixture(scope="module")
def month():
    return read_diary((DATA / "first-month.csv").read_bytes())


def test_every_row_is_understood_without_a_guess(month):
    assert (len(month.rows), month.aside, month.guesses) == (16, (), ())
    assert [row.line for row in month.rows] == list(range(2, 18))
    assert {row.precision for row in month.rows} == {Precision.WEEK}


def test_there_are_eleven_activities_and_the_answers_of_the_design(month):
    assert len({(row.when, row.activity) for row in month.rows}) == 11
    first = Counter(row.values["outcome"] for row in month.rows)
    assert first == {"yes": 5, "no": 8, "maybe": 1, "no_reply": 2}
    assert Counter(row.values["reply_later"] for row in month.rows) == {"": 15, "no": 1}


def test_two_pairs_of_equal_rows_stay_four_asks_with_ids_that_never_change(month):
    pairs = Counter(tuple(row.cells.values()) for row in month.rows)
    assert sorted(pairs.values())[-3:] == [1, 2, 2]
    ids = [row_id(SPACE, row) for row in month.rows]
    assert len(set(ids)) == 16
    again = read_diary((DATA / "first-month.csv").read_bytes().replace(b"\n", b"\r\n"))
    assert [row_id(SPACE, row) for row in again.rows] == ids


def test_the_four_weeks_have_their_titles():
    weeks = read_weeks((DATA / "first-month-weeks.csv").read_bytes())
    assert [row.title for row in weeks.rows] == [
        "Mildly mortifying", "Upping the ante", "The emotional dip", "The empowerment shift",
    ]  # fmt: skip
    assert weeks.complaints == ()
