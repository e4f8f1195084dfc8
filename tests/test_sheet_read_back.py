"""The diary.csv of an export: where it came from it adds nothing, and in an empty place its zip doubles nothing."""

import io
import zipfile
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.core.management import call_command

from tests.exports import live_fully, packed
from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.insights.summary import summary_of
from unflinch.practice.models import Answer, Ask, Echo, Forecast, Plan, Tally
from unflinch.practice.models.dated import happened_on
from unflinch.takeout.as_sheet import sheet_of
from unflinch.takeout.bringing_in import batch_of, bring_in
from unflinch.takeout.diary.rows import read_diary
from unflinch.takeout.everything import EXPORTED, TABLES
from unflinch.takeout.models import KeptRow

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
COUNTED = (Ask, Answer, Forecast, Echo, Tally, Plan, KeptRow)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def files(mira, tmp_path):
    """The export of a life with planned asks and a total in it, and the sheet in that export."""
    live_fully(mira, until=NOW)
    zip, sheet = tmp_path / "all.zip", tmp_path / "diary.csv"
    zip.write_bytes(packed(mira, NOW))
    with zipfile.ZipFile(io.BytesIO(zip.read_bytes())) as archive:
        sheet.write_bytes(archive.read("diary.csv"))
    return zip, sheet


def counts(tables=COUNTED):
    return {table: table.objects.count() for table in tables}


def move_out():
    """Everything goes, and somebody new begins."""
    for table in reversed(EXPORTED):
        table._default_manager.all().delete()
    Person.objects.all().delete()
    return Person.objects.begin(at=NOW)


def test_the_sheet_of_an_export_read_back_adds_no_row(files):
    tables: tuple[type[Fact], ...] = (*TABLES, KeptRow)
    before = counts(tables)
    call_command("import_diary", file=files[1])
    assert counts(tables) == before


@pytest.mark.parametrize("order", [[1, 0], [0, 1]], ids=["the sheet first", "the zip first"])
def test_an_export_and_its_own_sheet_in_an_empty_place_are_one_diary(mira, files, order):
    before, summary = counts(), summary_of(mira)
    ids = set(Ask.objects.values_list("pk", flat=True))
    aside = KeptRow.objects.count()
    other = move_out()
    for at in order:
        call_command("import_diary", file=files[at])
    assert counts() == before | {KeptRow: aside}
    assert set(Ask.objects.values_list("pk", flat=True)) == ids
    assert summary_of(other) == summary


def test_the_zip_behind_its_sheet_says_that_the_asks_are_here_and_can_be_taken_back(files, capsys):
    move_out()
    call_command("import_diary", file=files[1])
    sheet_alone = counts()
    capsys.readouterr()
    call_command("import_diary", file=files[0])
    assert "practice.ask" not in capsys.readouterr().out
    call_command("import_diary", file=files[0], undo=True, yes=True)
    assert counts() == sheet_alone


def test_an_id_that_is_somebody_elses_here_is_not_taken(mira, files, jonas):
    """On a shared machine nobody's ask is anybody else's, whatever a sheet says."""
    mine = set(Ask.objects.of(mira).values_list("pk", flat=True))
    data = files[1].read_bytes()
    for _ in range(2):
        bring_in(jonas, read_diary(data), None, batch=batch_of(jonas, data), name="diary.csv", at=NOW)
    theirs = set(Ask.objects.of(jonas).values_list("pk", flat=True))
    assert (len(theirs), theirs & mine) == (len(mine), set())
    assert set(Ask.objects.of(mira).values_list("pk", flat=True)) == mine


SHEET = (
    "date,challenge,asked_whom,outcome,reply_later,sting,energy,yeses\n"
    "2026-10-20,Ask for a pen,clerk,maybe,yes,30,50,\n2026-10-20,Ask for a pen,clerk,maybe,yes,30,50,\n"
    "2026-10-21 14:05,Ask for ink,clerk,no,,,,\n2026-10-23,Ask for paper,,,,,,\n2026-10-22,,,,,,,2\n"
)


@pytest.fixture
def old_sheet(mira, tmp_path):
    """A sheet without ids that was brought in, and is in an export that was brought in elsewhere."""
    sheet, zip = tmp_path / "old.csv", tmp_path / "all.zip"
    sheet.write_text(SHEET)
    call_command("import_diary", file=sheet)
    zip.write_bytes(packed(mira, NOW))
    move_out()
    call_command("import_diary", file=zip)
    return sheet


def test_a_sheet_from_before_an_export_is_known_where_the_export_came_in(old_sheet, capsys):
    before = counts()
    capsys.readouterr()
    call_command("import_diary", file=old_sheet)
    assert "0 rows came in. 5 were here already." in capsys.readouterr().out
    assert counts() == before


def test_a_sheet_that_grew_since_brings_what_is_new_and_asks_about_what_differs(old_sheet, capsys):
    grown = SHEET.replace("clerk,no", "clerk,yes") + "2026-10-30,Ask for a chair,,no,,,,\n"
    old_sheet.write_text(grown)
    call_command("import_diary", file=old_sheet, dry_run=True)
    told = "1 row would come in. 4 are here already. Different from what is here: line 4. Nothing was changed."
    assert told in capsys.readouterr().out
    call_command("import_diary", file=old_sheet)
    said = capsys.readouterr().out
    assert "1 row came in. 4 were here already. Different from what is here, and not merged: line 4." in said
    assert (Ask.objects.count(), KeptRow.objects.count()) == (5, 1)


def a_long_story(person):
    """An ask with three later answers, the last of them mended, in an activity with words of its own."""
    at = NOW.replace(hour=8)
    ask = Plan.objects.choose(id=uuid4(), person=person, at=at, title="Ask for a seat", line="May I sit here?")
    ask.plan.amend(cue="When I reach the tram", label="On the tram")
    ask.foresee(id=uuid4(), at=at, feared_before=40, feelings=["nervous"])
    ask.respond("maybe", id=uuid4(), at=at, happened=happened_on(person, date(2026, 10, 1), at=at))
    for nth, (outcome, words) in enumerate([("no", "They moved over"), ("maybe", ""), ("yes", "They got up")], 1):
        happened = happened_on(person, date(2026, 10, 1 + nth), at=at)
        ask.settle(outcome, id=uuid4(), at=at, happened=happened, words=words)
    return ask


def story(id):
    ask = Ask.objects.get(pk=id)
    trail = [(one.outcome, str(one.day), str(one.words)) for one in ask.trail]
    return trail, str(ask.plan.line), str(ask.plan.cue), str(ask.plan.label), ask.forecast.feelings


@pytest.mark.parametrize("order", [[1, 0], [0, 1], [1, 0, 1, 0]], ids=["sheet, zip", "zip, sheet", "both twice"])
def test_all_that_came_later_is_there_whichever_comes_first(mira, tmp_path, order, capsys):
    id = a_long_story(mira).pk
    before = story(id)
    assert [outcome for outcome, _, _ in before[0]] == ["maybe", "no", "maybe", "yes"]
    files = tmp_path / "all.zip", tmp_path / "diary.csv"
    files[0].write_bytes(packed(mira, NOW))
    files[1].write_text("".join(sheet_of(mira)), newline="")
    move_out()
    for at in order:
        capsys.readouterr()
        call_command("import_diary", file=files[at])
    assert story(id) == before
    assert (Plan.objects.count(), KeptRow.objects.count()) == (1, 0)
    assert "It is in." not in capsys.readouterr().out or len(order) == 2


def test_an_answer_that_was_changed_in_the_sheet_stays_the_last_when_the_zip_comes(mira, tmp_path):
    id = a_long_story(mira).pk
    zip, sheet = tmp_path / "all.zip", tmp_path / "diary.csv"
    zip.write_bytes(packed(mira, NOW))
    sheet.write_text("".join(sheet_of(mira)).replace("maybe,yes,", "maybe,no,"), newline="")
    move_out()
    call_command("import_diary", file=sheet)
    call_command("import_diary", file=zip)
    assert [one.outcome for one in Ask.objects.get(pk=id).trail] == ["maybe", "no", "maybe", "yes", "no"]


def test_taking_the_zip_back_leaves_the_later_answer_of_the_sheet(mira, tmp_path):
    id = a_long_story(mira).pk
    zip, sheet = tmp_path / "all.zip", tmp_path / "diary.csv"
    zip.write_bytes(packed(mira, NOW))
    sheet.write_text("".join(sheet_of(mira)), newline="")
    move_out()
    call_command("import_diary", file=sheet)
    call_command("import_diary", file=zip)
    call_command("import_diary", file=zip, undo=True, yes=True)
    assert [one.outcome for one in Ask.objects.get(pk=id).trail] == ["maybe", "yes"]
