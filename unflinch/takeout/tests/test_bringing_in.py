"""Bringing in, on the page: nothing half, nothing twice, nothing lost, nothing of somebody else's."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from unflinch.insights.counts import count_afresh
from unflinch.practice.models import Answer, Ask, Debrief, Plan, WeekReview
from unflinch.takeout.models import Import, KeptRow, Upload

DIARY = """week,activity,challenge,asked_whom,setting,outcome,reply_later,what_happened
1,1,Ask to pet a dog,dog walker,walk,yes,,Happy to
1,1,Ask to pet a dog,dog walker,walk,yes,,Happy to
1,2,Ask for a chair,waiter,coffee shop,hmpf,,A shrug
2,3,Ask about the guard dog,guard,garden,maybe,no,They had to ask
"""
WEEKS = "week,title,takeaway\n1,Dogs,They are nice\n"


@pytest.fixture
def send(browser_of_mira):
    def send(content=DIARY, name="diary.csv", weeks=""):
        body = {
            "id": str(uuid4()),
            "diary": SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content),
        }
        if weeks:
            body["weeks"] = SimpleUploadedFile("weeks.csv", weeks.encode())
        return browser_of_mira.post("/import/", body)

    return send


@pytest.fixture
def brought(browser_of_mira, send):
    def bring(*args, **options):
        preview = send(*args, **options).headers["Location"]
        return browser_of_mira.post(f"{preview}bringing-in/").headers["Location"]

    return bring


def test_a_preview_saves_nothing_and_shows_what_would_come(browser_of_mira, send, mira):
    preview = send(weeks=WEEKS).headers["Location"]
    page = browser_of_mira.get(preview).content.decode()
    assert "3 rows are ready." in page
    assert "Line 4, column outcome: “hmpf”" in page
    assert (Ask.objects.count(), KeptRow.objects.count()) == (0, 0)


def test_good_rows_come_in_and_a_bad_one_is_kept_aside_sealed(browser_of_mira, brought, mira):
    page = browser_of_mira.get(brought(weeks=WEEKS)).content.decode()
    assert "3 rows came in" in page
    counts = count_afresh(mira)
    assert (counts.asks, counts.activities, counts.outcomes["no"], counts.first_answers["maybe"]) == (3, 2, 1, 1)
    assert WeekReview.objects.get().title == "Dogs"
    row = KeptRow.objects.get()
    assert row.values["challenge"] == "Ask for a chair"
    with connection.cursor() as cursor:
        cursor.execute("SELECT cells FROM takeout_keptrow")
        assert b"chair" not in bytes(cursor.fetchone()[0])
    assert Upload.objects.get().content == ""


def test_the_same_file_twice_is_once(brought, mira):
    assert brought() == brought()
    assert (Ask.objects.count(), Plan.objects.count(), KeptRow.objects.count(), Import.objects.count()) == (3, 2, 1, 1)


def test_a_row_that_came_before_with_something_else_is_left_alone(brought, browser_of_mira, mira):
    brought()
    brought(DIARY.replace("Happy to", "Grumpy"))
    assert {debrief.what_happened for debrief in Debrief.objects.all()} == {"Happy to", "They had to ask"}
    assert Ask.objects.count() == 3


def test_a_row_kept_aside_is_mended_and_comes_in_once(brought, browser_of_mira, mira):
    brought()
    row = KeptRow.objects.get()
    cells = {f"cell_{at}": value for at, value in enumerate(row.values.values())}
    still = browser_of_mira.post(f"/aside/{row.pk}/", cells)
    assert still.status_code == 422
    assert browser_of_mira.post(f"/aside/{row.pk}/", {**cells, "cell_5": "no"}).status_code == 302
    assert count_afresh(mira).asks == 4
    assert not KeptRow.objects.of(mira).open().exists()
    brought()
    assert count_afresh(mira).asks == 4
    assert not KeptRow.objects.of(mira).open().exists()


def test_a_row_mended_here_and_in_the_file_is_one(brought, browser_of_mira, mira):
    brought()
    row = KeptRow.objects.get()
    cells = {f"cell_{at}": value for at, value in enumerate(row.values.values())}
    browser_of_mira.post(f"/aside/{row.pk}/", {**cells, "cell_5": "no"})
    brought(DIARY.replace("hmpf", "no"))
    assert (count_afresh(mira).asks, KeptRow.objects.open().count()) == (4, 0)


def test_a_row_whose_place_was_taken_meanwhile_comes_in_as_another_one(brought, browser_of_mira, mira):
    brought()
    brought(DIARY.replace("hmpf", "yes"))
    row = KeptRow.objects.get()
    cells = {f"cell_{at}": value for at, value in enumerate(row.values.values())}
    browser_of_mira.post(f"/aside/{row.pk}/", {**cells, "cell_5": "no"})
    assert count_afresh(mira).asks == 5


def test_a_row_that_was_given_another_week_takes_the_place_of_none(brought, browser_of_mira, mira):
    brought()
    row = KeptRow.objects.get()
    cells = {f"cell_{at}": value for at, value in enumerate(row.values.values())}
    browser_of_mira.post(f"/aside/{row.pk}/", {**cells, "cell_0": "2", "cell_1": "3", "cell_5": "no"})
    assert (count_afresh(mira).asks, Ask.objects.filter(role__isnull=True).count()) == (4, 0)


def test_a_huge_cell_is_shown_in_part_and_what_is_shown_comes_in(brought, browser_of_mira, mira):
    brought(DIARY.replace("A shrug", "long " * 100_000).replace("hmpf", "no"))
    row = KeptRow.objects.get()
    answer = browser_of_mira.get(f"/aside/{row.pk}/")
    assert len(answer.content) < 60_000
    assert "The first 20,000 of 500,000 letters" in answer.content.decode()
    cells = {f"cell_{at}": value[:20_000] for at, value in enumerate(row.values.values())}
    browser_of_mira.post(f"/aside/{row.pk}/", cells)
    assert any(len(debrief.what_happened) == 19_999 for debrief in Debrief.objects.all())


def test_a_row_let_go_is_gone_for_good(brought, browser_of_mira, mira):
    brought()
    row = KeptRow.objects.get()
    browser_of_mira.post(f"/aside/{row.pk}/letting-go/")
    assert KeptRow.objects.get().values == {}
    assert browser_of_mira.get(f"/aside/{row.pk}/").status_code == 404


def test_taking_an_import_back_leaves_what_was_there_before(brought, browser_of_mira, mira):
    browser_of_mira.post("/happened/", {"id": "1c5e6d7c-54cb-4b3e-9c8b-0d6b7a6f0a12", "outcome": "no", "title": "Mine"})
    address = brought(weeks=WEEKS)
    browser_of_mira.post(f"{address}taking-back/")
    assert [ask.title for ask in Ask.objects.all()] == ["Mine"]
    assert (WeekReview.objects.count(), KeptRow.objects.count(), Import.objects.count()) == (0, 0, 0)


def test_columns_can_be_told_on_the_page(browser_of_mira, send, mira):
    preview = send("Tag,Frage,Was kam\n3,Nach dem Weg fragen,no\n").headers["Location"]
    answer = browser_of_mira.post(preview, {"column_0": "day", "column_1": "challenge", "column_2": "outcome"})
    assert answer.status_code == 302
    browser_of_mira.post(f"{preview}bringing-in/")
    assert (Ask.objects.get().title, Answer.objects.get().day_number) == ("Nach dem Weg fragen", 3)


@pytest.mark.parametrize(("choice", "notes"), [("note", ["setting: park"]), ("left", [])])
def test_a_column_that_is_known_can_be_a_note_or_left_out(browser_of_mira, send, mira, choice, notes):
    preview = send("challenge,setting,outcome\nAsk the way,park,yes\n").headers["Location"]
    columns = {"column_0": "challenge", "column_1": choice, "column_2": "outcome"}
    assert browser_of_mira.post(preview, columns).status_code == 302
    browser_of_mira.post(f"{preview}bringing-in/")
    assert Ask.objects.get().setting_words == ""
    assert [debrief.notes for debrief in Debrief.objects.all()] == notes


def test_each_answer_keeps_its_own_manner(brought, mira):
    brought(
        "challenge,outcome,reply_later,manner\n"
        "A,counter offer,yes,\nB,maybe,yes,counter_offer\nC,no,yes,granted_anyway\n"
    )
    told: dict[str, list[tuple[str, str]]] = {}
    for answer in Answer.objects.order_by("kind"):
        told.setdefault(answer.ask.title, []).append((answer.outcome, answer.manner))
    assert told == {
        "A": [("maybe", "counter_offer"), ("yes", "")],
        "B": [("maybe", "counter_offer"), ("yes", "")],
        "C": [("no", ""), ("yes", "granted_anyway")],
    }


@pytest.mark.parametrize("content", ["", b"PK\x03\x04rubbish", b"%PDF-1.4"])
def test_a_file_that_is_none_is_answered_on_the_page(send, mira, content):
    answer = send(content)
    assert answer.status_code == 422
    assert Upload.objects.count() == 0


def test_an_upload_that_nobody_came_back_to_is_forgotten_with_the_next_one(send, mira, now):
    send()
    Upload.objects.update(id=uuid4(), arrived=now.replace(year=2025))
    send(DIARY, "other.csv")
    assert [upload.name for upload in Upload.objects.all()] == ["other.csv"]


def test_no_file_at_all_is_answered_on_the_page(browser_of_mira):
    assert browser_of_mira.post("/import/", {}).status_code == 422


def test_a_stranger_sees_neither_upload_nor_import_nor_row(brought, send, mira, jonas, browser_of_mira):
    address = brought()
    row = KeptRow.objects.get()
    preview = send().headers["Location"]
    for table in (Upload, Import, KeptRow):
        table.objects.update(person=jonas)
    for theirs in (address, preview, f"/aside/{row.pk}/"):
        assert browser_of_mira.get(theirs).status_code == 404
