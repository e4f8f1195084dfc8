"""The same file again with something else said of it, and a row that was corrected in the sheet."""

from datetime import timedelta

from unflinch.practice.models import Answer, Ask, Debrief, Plan
from unflinch.takeout.models import Import, KeptRow

MARA = (
    "Date,Thing,Result\n2026-01-05,borrow a pen,Yes\n2026-01-06,free refill,No\n2026-01-07,pet the dog,no idea yet!!\n"
)
FIRST = {"column_1": "note"}
SECOND = {"column_1": "challenge"}
BEFORE = "Date,Challenge,Result\n2026-11-21,Ask to pet a dog,Yes\n2026-11-22,Ask for a seat,Maybe\n"
AFTER = BEFORE.replace("Maybe", "No")


def by_title():
    return {ask.title: [answer.outcome for answer in ask.trail] for ask in Ask.objects.all()}


def test_a_second_try_takes_the_place_of_the_first(desk, mira):
    desk.bring(MARA, **FIRST)
    assert by_title().keys() == {""}
    page = desk.bring(MARA, **SECOND)
    assert "2 rows came in." in page
    assert "2 rows have gone from your first try." in page
    assert by_title() == {"borrow a pen": ["yes"], "free refill": ["no"]}
    assert (Import.objects.get().rows, desk.aside.count()) == (2, 1)


def test_what_was_written_on_the_first_try_goes_over_to_the_second(desk, mira, now):
    desk.bring(MARA, **FIRST)
    ask = Answer.objects.get(outcome="no").ask
    Debrief.objects.update(arrived=now - timedelta(hours=1))
    desk.write(f"/asks/{ask.pk}/debrief/", what_happened="They laughed with me")
    desk.bring(MARA, **SECOND)
    refill = next(ask for ask in Ask.objects.all() if ask.title == "free refill")
    assert Debrief.objects.get(ask=refill, batch=None).what_happened == "They laughed with me"
    assert Ask.objects.count() == 2


def test_an_ask_that_was_mended_here_stays_as_it_is(desk, mira):
    desk.bring(MARA, **FIRST)
    Answer.objects.get(outcome="no").ask.amend(title="A refill, as I say it")
    assert "1 row has gone from your first try." in desk.bring(MARA, **SECOND)
    assert by_title() == {"A refill, as I say it": ["no"], "borrow a pen": ["yes"]}


def test_a_row_kept_aside_is_mended_as_the_second_try_says(desk, mira):
    desk.bring(MARA, **FIRST)
    desk.bring(MARA, **SECOND)
    (key,) = desk.groups()
    desk.post(f"{desk.imported}aside/{key}/", **{f"{key}-cell": "no"})
    assert by_title()["pet the dog"] == ["no"]
    assert not desk.aside.exists()
    desk.bring(MARA, **SECOND)
    assert (Ask.objects.count(), desk.aside.count()) == (3, 0)


def test_the_first_try_again_says_so(desk, mira):
    desk.bring(MARA, **FIRST)
    assert "2 rows from your first try will go" in " ".join(desk.see(told(desk)).split())


def told(desk):
    preview = desk.send(MARA)
    desk.say(preview, **SECOND)
    return preview


def test_a_corrected_row_can_take_the_place_of_the_old_one(desk, mira):
    desk.bring(BEFORE)
    ask = next(ask for ask in Ask.objects.all() if ask.title == "Ask for a seat")
    desk.write(f"/asks/{ask.pk}/debrief/", lesson="Sit down first")
    page = desk.bring(AFTER)
    assert "1 row needs a word from you." in page
    assert by_title() == {"Ask to pet a dog": ["yes"], "Ask for a seat": ["maybe"]}
    (key,) = desk.groups()
    desk.post(f"{desk.imported}aside/{key}/replacing/")
    assert by_title() == {"Ask to pet a dog": ["yes"], "Ask for a seat": ["no"]}
    seat = next(ask for ask in Ask.objects.all() if ask.title == "Ask for a seat")
    assert (Debrief.objects.get(ask=seat).lesson, desk.aside.count()) == ("Sit down first", 0)


def test_a_corrected_row_can_stand_beside_the_old_one(desk, mira):
    desk.bring(BEFORE)
    desk.bring(AFTER)
    (key,) = desk.groups()
    desk.post(f"{desk.imported}aside/{key}/")
    assert sorted(answer.outcome for answer in Answer.objects.all()) == ["maybe", "no", "yes"]


def test_a_corrected_row_can_be_let_go(desk, mira):
    desk.bring(BEFORE)
    desk.bring(AFTER)
    (key,) = desk.groups()
    desk.post(f"{desk.imported}aside/{key}/letting-go/")
    desk.bring(AFTER)
    assert (by_title()["Ask for a seat"], desk.aside.count()) == (["maybe"], 0)


def test_a_corrected_title_in_a_later_version_of_the_sheet_is_found(desk, mira):
    desk.bring(BEFORE)
    desk.bring(BEFORE.replace("Ask for a seat", "Ask for a seat by the window"))
    (row,) = desk.aside
    desk.post(f"/aside/{row.pk}/replacing/")
    assert by_title() == {"Ask to pet a dog": ["yes"], "Ask for a seat by the window": ["maybe"]}


def test_an_answer_given_here_stays_when_the_plan_in_the_sheet_is_corrected(desk, mira):
    desk.bring("Date,Challenge,Whom,Result\n2026-11-22,Ask for a seat,driver,\n2026-11-20,Ask for tea,waiter,no\n")
    ask = next(ask for ask in Ask.objects.all() if ask.title == "Ask for a seat")
    desk.write(f"/asks/{ask.pk}/answer/", outcome="yes")
    desk.bring("Date,Challenge,Whom,Result\n2026-11-22,Ask for a seat,old driver,\n2026-11-20,Ask for tea,waiter,no\n")
    (row,) = desk.aside
    desk.post(f"/aside/{row.pk}/replacing/")
    seat = next(ask for ask in Ask.objects.all() if ask.title == "Ask for a seat")
    assert (seat.role, Answer.objects.get(ask=seat).outcome, Debrief.objects.count()) == ("old driver", "yes", 0)


def test_what_a_second_try_took_away_is_not_counted_when_it_is_taken_back(desk, mira):
    desk.bring(MARA, **FIRST)
    desk.bring(MARA, **SECOND)
    held = sum(table.objects.count() for table in (Ask, Plan, Answer, Debrief, KeptRow))
    assert f"2 asks would go, {held} rows in all." in desk.see(f"{desk.imported}taking-back/")


def test_an_import_counts_what_it_still_holds_when_another_took_a_place(desk, mira):
    desk.bring(BEFORE)
    desk.bring(AFTER)
    (key,) = desk.groups()
    desk.post(f"{desk.imported}aside/{key}/replacing/")
    assert [one.rows for one in Import.objects.order_by("arrived", "id")] == [1, 2]
