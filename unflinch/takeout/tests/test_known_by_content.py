"""A row is known by what it holds: the same row twice is once, and another one on the same day is another one."""

from random import Random
from uuid import uuid4

import pytest

from unflinch.practice.models import Answer, Ask, Debrief, Plan
from unflinch.takeout.bundles import Maker
from unflinch.takeout.comparing import with_ids
from unflinch.takeout.diary.rows import read_diary
from unflinch.takeout.identity import named_row, nth_of
from unflinch.takeout.models import Import

STREET = "Date,Challenge,Result\n2026-11-20,Ask for a discount,No\n2026-11-21,Ask to pet a dog,Yes\n"
WORK = "Date,Challenge,Result\n2026-11-20,Email an author,No\n2026-11-21,Call the bank,Yes\n"
UNDATED = "Challenge,Result\nAsk for a seat,Maybe\nAsk to pet a dog,Yes\nAsk for a discount,No\n"


def titles():
    return sorted(ask.title for ask in Ask.objects.all())


def test_two_files_with_the_same_days_are_both_there(desk, mira):
    desk.bring(STREET)
    page = desk.bring(WORK)
    assert "2 rows came in." in page
    assert titles() == ["Ask for a discount", "Ask to pet a dog", "Call the bank", "Email an author"]
    assert not desk.aside.exists()


def test_a_sheet_without_dates_that_grew_on_top_brings_only_what_is_new(desk, mira):
    desk.bring(UNDATED)
    page = desk.bring(UNDATED.replace("Result\n", "Result\nAsk for a raise,No\n"))
    assert "1 row came in." in page
    assert "3 rows were here already." in page
    assert titles() == ["Ask for a discount", "Ask for a raise", "Ask for a seat", "Ask to pet a dog"]


def test_equal_rows_stay_as_many_as_the_file_has(desk, mira):
    row = "2026-11-20,Ask for a discount,No\n"
    desk.bring(f"Date,Challenge,Result\n{row * 3}")
    assert Ask.objects.count() == 3
    page = desk.bring(f"Date,Challenge,Result\n{row * 4}")
    assert (Ask.objects.count(), "3 rows were here already." in page) == (4, True)


def test_the_order_and_the_columns_of_a_sheet_make_no_other_rows(desk, mira):
    desk.bring(STREET)
    page = desk.bring("Result,Challenge,Date\nYes,Ask to pet a dog,2026-11-21\nNo,Ask for a discount,2026-11-20\n")
    assert "It was all here already." in page
    assert Ask.objects.count() == 2


def test_the_page_says_what_came_of_this_import_and_not_of_the_one_before(desk, mira):
    assert "2 rows came in." in desk.bring(STREET)
    again = desk.bring(STREET)
    assert "It was all here already." in again
    assert "2 rows were here already." in again
    record = Import.objects.get()
    assert (record.added, record.known, record.rows) == (0, 2, 2)


def test_the_preview_says_how_many_are_new(desk, mira):
    desk.bring(STREET)
    page = desk.see(desk.send(f"{STREET}2026-11-22,Ask for a seat,Maybe\n"))
    assert "1 row is ready." in page
    assert "2 rows are here already." in page


def test_two_sheets_that_number_their_outings_alike_share_none(desk, mira):
    desk.bring("week,activity,challenge,outcome\n1,1,Ask for a pen,no\n1,1,Ask for ink,yes\n")
    assert Plan.objects.count() == 1
    desk.bring("week,activity,challenge,outcome\n1,1,Call the bank,no\n")
    assert Plan.objects.count() == 2


def test_a_sheet_that_grew_keeps_its_outings(desk, mira):
    desk.bring("week,activity,challenge,outcome\n1,1,Ask for a pen,no\n")
    desk.bring("week,activity,challenge,outcome\n1,1,Ask for a pen,no\n1,1,Ask for ink,yes\n")
    assert (Ask.objects.count(), Plan.objects.count()) == (2, 1)


def test_a_row_that_names_its_ask_is_that_ask(desk, mira):
    id = uuid4()
    row = f"{id},2026-11-20,Ask for a pen,no\n"
    desk.bring(f"ask_id,date,challenge,outcome\n{row}")
    assert "It was all here already." in desk.bring(
        f"outcome,ask_id,challenge,date\nno,{id},Ask for a pen,20 Nov 2026\n"
    )
    assert (Ask.objects.get().pk, Ask.objects.get().title) == (id, "Ask for a pen")


def test_an_apostrophe_before_a_formula_is_no_part_of_it(desk, mira):
    desk.bring("challenge,asked_whom,outcome\n'=1+1,'+barista,no\n")
    assert [(ask.title, ask.role) for ask in Ask.objects.all()] == [("=1+1", "+barista")]


def ids_of(person, now, lines):
    diary = read_diary("\n".join(["date,challenge,outcome", *lines]).encode())
    return {id for _, id in with_ids(Maker(person, uuid4(), now), diary.rows)}


def test_no_order_of_the_rows_changes_their_ids(mira, now):
    rng, days = Random(7), ["2026-11-20", "2026-11-21"]
    lines = [f"{rng.choice(days)},Ask for {rng.choice('abc')},{rng.choice(['yes', 'no'])}" for _ in range(60)]
    ids = ids_of(mira, now, lines)
    assert len(ids) == 60
    for _ in range(5):
        rng.shuffle(lines)
        assert ids_of(mira, now, lines) == ids


@pytest.mark.parametrize("nth", [1, 2, 50_000])
def test_equal_rows_are_counted_in_the_last_digits(nth):
    id = uuid4()
    assert named_row(nth_of(id, nth)) == named_row(id)
    assert int(nth_of(id, nth).hex[-4:], 16) == nth


def test_what_came_in_is_dated_as_it_is_written(desk, mira):
    desk.bring(STREET)
    assert sorted(str(answer.day) for answer in Answer.objects.all()) == ["2026-11-20", "2026-11-21"]
    assert Debrief.objects.count() == 0
