"""What a person can say about a whole file on its page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from unflinch.practice.models import Answer, Ask, Debrief
from unflinch.takeout.diary.fields import FIELDS
from unflinch.takeout.models import Upload
from unflinch.takeout.wording import LABELS


def outcomes():
    return {answer.ask.title: answer.outcome for answer in Answer.objects.all()}


def test_each_column_is_shown_with_its_cells_and_what_it_is_taken_for(desk, mira):
    page = desk.see(
        desk.send("Date,Thing,Result,Video\n2026-01-05,borrow a pen,Yes,x.mp4\n2026-01-06,free refill,No,y.mp4\n")
    )
    assert "“borrow a pen”, “free refill”" in " ".join(page.split())
    assert "Not used: " in page
    assert "“Video”" in page.split("Not used: ")[1].split("</li>")[0]


def test_a_word_means_what_the_person_says_for_all_rows(desk, mira):
    sheet = "Date,Challenge,Result\n2026-01-05,A pen,meh\n2026-01-06,A refill,meh\n2026-01-07,A dog,yes\n"
    preview = desk.send(sheet)
    assert "“meh” (2 rows) means" in desk.see(preview)
    desk.say(preview, **word(desk, preview, "meh", "maybe"))
    assert "3 rows are ready." in desk.see(preview)
    desk.post(f"{preview}bringing-in/")
    assert outcomes() == {"A pen": "maybe", "A refill": "maybe", "A dog": "yes"}
    assert not desk.aside.exists()


def word(desk, preview, cell, meaning):
    """The field that asks what this word means, answered."""
    before, _ = desk.see(preview).split(f"“{cell}” (")
    return {before.rsplit('for="id_', 1)[1].split('"')[0]: meaning}


def test_dates_are_read_with_the_day_or_the_month_first_as_one_says(desk, mira):
    sheet = "Date,Challenge,Result\n03/04/2026,A pen,No\n05/04/2026,A refill,No\n"
    desk.bring(sheet, order="day first")
    assert sorted(str(answer.day) for answer in Answer.objects.all()) == ["2026-04-03", "2026-04-05"]
    desk.bring(sheet, order="month first")
    assert sorted(str(answer.day) for answer in Answer.objects.all()) == ["2026-03-04", "2026-05-04"]


def test_a_scale_runs_as_far_as_one_says(desk, mira):
    sheet = "Date,Challenge,Result,Sting\n2026-01-05,A pen,No,6\n2026-01-06,A refill,No,3\n2026-01-07,A dog,No,0\n"
    desk.bring(sheet, top_3="12")
    assert sorted(Debrief.objects.values_list("sting", flat=True)) == [0, 25, 50]


def test_the_line_with_the_headings_can_be_named(desk, mira):
    preview = desk.send("My year,,\nof asking,,\nDate,Challenge,Result\n2026-01-05,A pen,No\n")
    desk.say(preview, headings="3")
    desk.post(f"{preview}bringing-in/")
    assert outcomes() == {"A pen": "no"}


def test_empty_cells_belong_to_the_one_above_where_one_says_so(desk, mira):
    sheet = "Date,Challenge,Result\n2026-01-05,A pen,No\n,A refill,No\n2026-01-07,A dog,No\n"
    desk.bring(sheet, filled_0="on")
    assert [str(answer.day) for answer in Answer.objects.order_by("day")] == ["2026-01-05"] * 2 + ["2026-01-07"]


def test_how_it_was_asked_is_said_and_can_be_changed(desk, mira):
    sheet = "Date,Company,Position,Result\n2026-01-05,Acme,Clerk,No\n"
    preview = desk.send(sheet)
    desk.say(preview, column_2="challenge")
    assert "No column says how you asked. They come in as asked by e-mail" in desk.see(preview)
    desk.say(preview, channel="phone")
    desk.post(f"{preview}bringing-in/")
    assert Ask.objects.get().channel == "phone"


def test_a_plain_file_is_one_sentence_and_one_button(desk, mira):
    page = desk.see(desk.send("date,challenge,outcome,channel\n2026-01-05,A pen,no,phone\n"))
    assert "1 row is ready." in page
    assert '<details class="more" open>' not in page


def test_going_back_after_the_import_says_that_it_is_in(desk, mira):
    preview = desk.send("date,challenge,outcome\n2026-01-05,A pen,no\n")
    desk.post(f"{preview}bringing-in/")
    answer = desk.client.get(preview, follow=True)
    assert "1 row came in." in answer.content.decode()
    again = desk.client.post(f"{preview}bringing-in/", follow=True)
    assert "1 row came in." in again.content.decode()
    assert Ask.objects.count() == 1


def test_a_file_sent_again_from_a_page_gone_back_to_is_looked_at(desk, mira):
    for content in (b"challenge,outcome\nA,no\n", b"challenge,outcome\nB,no\n"):
        body = {"id": "0c5e6d7c-54cb-4b3e-9c8b-0d6b7a6f0a11", "diary": SimpleUploadedFile("d.csv", content)}
        assert desk.client.post("/import/", body).status_code == 302
    assert Upload.objects.count() == 2


def test_bringing_a_diary_in_skips_no_welcome(desk, mira):
    mira.welcomed_at = None
    mira.save()
    desk.bring("date,challenge,outcome\n2026-01-05,A pen,no\n")
    mira.refresh_from_db()
    assert mira.welcomed_at is None


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_its_words(field):
    assert field in LABELS
