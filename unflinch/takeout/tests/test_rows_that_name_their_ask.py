"""A row of an own sheet that was changed in a spreadsheet is shown, and changes its ask only on the person's word."""

import csv
import io
from uuid import uuid4

import pytest

from unflinch.practice.models import Answer, Ask, Debrief, Energy, Plan, Tally
from unflinch.takeout.as_sheet import sheet_of

FILE = (
    "date,challenge,asked_whom,outcome,reply_later,lesson,sting,energy,yeses\n"
    "2026-11-20,Ask for a pen,clerk,maybe,yes,Smile,30,50,\n"
    "2026-11-21,Ask for ink,clerk,no,,,,,\n"
    "2026-11-23,Ask for paper,,,,,,,\n"
    "2026-11-22,,,,,,,,2\n"
)


def rows_of(person):
    return list(csv.DictReader(io.StringIO("".join(sheet_of(person)))))


def by_id(person):
    """Every cell but the number of the activity, which each sheet counts anew."""
    return {row["ask_id"]: {**row, "activity": ""} for row in rows_of(person)}


def row_of(rows, title):
    return next(row for row in rows if row["challenge"] == title)


def as_file(rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def ask_of(title):
    return next(ask for ask in Ask.objects.all() if ask.title == title)


@pytest.fixture
def edit(desk, mira):
    """Bring a diary in, write something of it here, and change its sheet: the sheet with these changes by title."""
    desk.bring(FILE)
    desk.write(f"/asks/{ask_of('Ask for ink').pk}/debrief/", what_happened="They looked up", fact_line="They said no")

    def edited(**changes):
        rows = rows_of(mira)
        for title, cells in changes.items():
            row = row_of(rows, title.replace("_", " "))
            row |= cells
        return as_file(rows)

    return edited


def test_a_sheet_that_nobody_changed_differs_in_nothing(desk, edit):
    desk.bring(edit())
    assert (Ask.objects.count(), Tally.objects.count(), desk.aside.count()) == (3, 1, 0)


def test_a_changed_row_is_named_before_and_waits_afterwards(desk, edit):
    file = edit(Ask_for_a_pen={"lesson": "Look up first"}, Ask_for_ink={"outcome": "yes"})
    preview = " ".join(desk.see(desk.send(file)).split())
    assert "2 rows differ from what’s here." in preview
    assert "It’s all here already" not in preview
    assert '<details class="more"> <summary>What each column is taken for' in preview
    page = desk.bring(file)
    assert "2 rows need a word from you." in page
    assert "It was all here already" not in page
    assert ask_of("Ask for ink").answer.outcome == "no"
    aside = " ".join(desk.see(f"{desk.imported}aside/").split())
    assert "what you learned: “Smile” here, “Look up first” in the file." in aside
    assert "what came back: “no” here, “yes” in the file." in aside
    assert "Drop all 2" in aside


def test_one_row_alone_is_not_all_of_them(desk, edit):
    desk.bring(edit(Ask_for_ink={"outcome": "yes"}))
    aside = desk.see(f"{desk.imported}aside/")
    assert "Drop it" in aside
    assert "Drop all" not in aside


CHANGES = (
    ("Ask_for_ink", {"challenge": "Ask for black ink"}),
    ("Ask_for_black_ink", {"asked_whom": "boss", "setting": "cafe", "company": "friend", "counts": "no"}),
    ("Ask_for_black_ink", {"outcome": "yes", "manner": "condition"}),
    ("Ask_for_black_ink", {"reply_later": "no"}),
    ("Ask_for_black_ink", {"feared": "they yell", "no_before": "80"}),
    ("Ask_for_black_ink", {"no_before": "", "feared_before": "20"}),
    ("Ask_for_black_ink", {"date": "2026-11-18"}),
    ("Ask_for_black_ink", {"time": "18:30"}),
    ("Ask_for_a_pen", {"reply_later": "no", "later_manner": "taken_back"}),
    ("Ask_for_a_pen", {"reply_later": "", "later_manner": ""}),
    ("Ask_for_a_pen", {"lesson": "", "sting": "70", "emotion": "nervous; proud of myself", "funny": "yes"}),
    ("Ask_for_a_pen", {"energy": "100"}),
    ("Ask_for_a_pen", {"date": "", "week": "3", "energy": ""}),
    ("Ask_for_a_pen", {"outcome": ""}),
    ("Ask_for_paper", {"date": "2026-11-28", "time": "09:15"}),
    ("Ask_for_paper", {"outcome": "not_asked", "reason": "too_tired"}),
    ("", {"noes": "3", "what_happened": "On the train", "date": "2026-11-19"}),
)


def test_what_the_file_says_is_written_into_its_ask_and_nothing_else_changes(desk, edit, mira):
    """One after the other, so that each is tried on an ask that was changed before."""
    ids, plans = set(Ask.objects.values_list("pk", flat=True)), Plan.objects.count()
    for title, cells in CHANGES:
        before, file = by_id(mira), edit(**{title: cells})
        desk.bring(file)
        assert by_id(mira) == before
        (row,) = desk.aside
        desk.post(f"/aside/{row.pk}/replacing/")
        changed = row_of(before.values(), title.replace("_", " "))["ask_id"]
        # What was planned has columns of its own as soon as there is an answer, which has the day it came.
        planned = {"planned_date": "2026-11-28", "planned_time": "09:15"} if "reason" in cells else {}
        assert by_id(mira) == before | {changed: before[changed] | cells | planned}, cells
        desk.bring(file)
        assert not desk.aside.exists(), cells
    assert (set(Ask.objects.values_list("pk", flat=True)), Plan.objects.count()) == (ids, plans)
    ink, total = ask_of("Ask for black ink"), Tally.objects.get()
    assert [(one.outcome, str(one.day)) for one in ink.trail] == [("yes", "2026-11-18"), ("no", "2026-11-18")]
    assert (ink.foretold.feared_words, ink.foretold.no_before, ink.debrief.fact_line) == (
        "they yell",
        None,
        "They said no",
    )
    assert (total.no, total.yes, total.words, str(total.day)) == (3, 2, "On the train", "2026-11-19")
    assert ask_of("Ask for paper").answer.reason == "too_tired"
    assert list(Energy.objects.order_by("nth").values_list("dots", flat=True))[-1] == 4


def test_all_of_them_can_be_taken_at_once(desk, edit):
    desk.bring(edit(Ask_for_a_pen={"lesson": "Look up first"}, Ask_for_ink={"outcome": "yes"}))
    (key,) = desk.groups()
    desk.post(f"{desk.imported}aside/{key}/replacing/")
    assert (ask_of("Ask for a pen").debrief.lesson, ask_of("Ask for ink").answer.outcome) == ("Look up first", "yes")
    assert ask_of("Ask for ink").debrief.fact_line == "They said no"


def test_a_changed_row_can_come_in_as_another_one(desk, edit):
    desk.bring(edit(Ask_for_ink={"outcome": "yes"}))
    (key,) = desk.groups()
    desk.post(f"{desk.imported}aside/{key}/")
    inks = [ask for ask in Ask.objects.all() if ask.title == "Ask for ink"]
    assert sorted(ask.trail[0].outcome for ask in inks) == ["no", "yes"]
    assert not desk.aside.exists()


def test_a_changed_row_that_is_let_go_changes_nothing(desk, edit):
    file = edit(Ask_for_ink={"outcome": "yes"})
    desk.bring(file)
    (key,) = desk.groups()
    desk.post(f"{desk.imported}aside/{key}/letting-go/")
    desk.bring(file)
    assert (ask_of("Ask for ink").answer.outcome, desk.aside.count()) == ("no", 0)


def test_a_row_that_was_copied_under_its_id_is_not_lost(desk, edit, mira):
    rows = rows_of(mira)
    copied = {**row_of(rows, "Ask for ink"), "challenge": "Ask for red ink", "date": "2026-11-24"}
    desk.bring(as_file([*rows, copied]))
    assert Ask.objects.count() == 3
    (key,) = desk.groups()
    desk.post(f"{desk.imported}aside/{key}/")
    assert [ask_of(f"Ask for {ink}").trail[0].outcome for ink in ("ink", "red ink")] == ["no", "no"]


def test_two_rows_of_one_new_id_are_both_seen(desk, mira):
    id = uuid4()
    page = desk.bring(f"ask_id,date,challenge,outcome\n{id},2026-11-20,A pen,no\n{id},2026-11-20,A pencil,no\n")
    assert "1 row came in." in page
    assert "1 row needs a word from you." in page


def test_a_column_that_somebody_added_is_shown_and_goes_to_the_notes(desk, edit, mira):
    rows = [{**row, "Mood song": ""} for row in rows_of(mira)]
    row_of(rows, "Ask for ink")["Mood song"] = "Yellow"
    desk.bring(as_file(rows))
    (row,) = desk.aside
    desk.post(f"/aside/{row.pk}/replacing/")
    assert ask_of("Ask for ink").debrief.notes == "Mood song: Yellow"
    row_of(rows, "Ask for a pen")["lesson"] = "Another"
    desk.bring(as_file(rows))
    assert desk.aside.count() == 1


def test_columns_that_were_left_out_of_the_sheet_differ_in_nothing(desk, edit, mira):
    few = ("ask_id", "date", "challenge", "outcome")
    desk.bring(as_file([{name: row[name] for name in few} for row in rows_of(mira) if row["challenge"]]))
    assert (Ask.objects.count(), desk.aside.count()) == (3, 0)


def test_a_cell_that_was_not_understood_waits_until_it_is_and_then_for_a_word(desk, edit):
    desk.bring(edit(Ask_for_ink={"outcome": "hmpf"}))
    (row,) = desk.aside
    (key,) = desk.groups()
    desk.post(f"{desk.imported}aside/{key}/", **{f"{key}-cell": "yes"})
    assert (ask_of("Ask for ink").answer.outcome, desk.aside.count()) == ("no", 1)
    desk.post(f"/aside/{row.pk}/replacing/")
    assert (ask_of("Ask for ink").answer.outcome, desk.aside.count()) == ("yes", 0)


def test_a_plan_that_came_in_and_was_answered_here_is_not_asked_about_by_the_same_file(desk, mira):
    id = uuid4()
    file = f"ask_id,date,challenge,outcome\n{id},2026-11-20,A pen,\n"
    desk.bring(file)
    desk.write(f"/asks/{id}/answer/", outcome="yes")
    desk.bring(file)
    assert (Answer.objects.count(), Debrief.objects.count(), desk.aside.count()) == (1, 0, 0)
