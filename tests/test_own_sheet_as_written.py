"""The diary.csv of an export says what it says, row by row: read in an empty place it makes the same sheet again."""

import csv
import io
from datetime import UTC, date, datetime, time
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from unflinch.accounts.models import Person
from unflinch.practice.models import Answer, Ask, Debrief, Plan
from unflinch.practice.models.dated import happened_on
from unflinch.takeout.as_sheet import sheet_of
from unflinch.takeout.everything import EXPORTED
from unflinch.takeout.models import KeptRow

NOW = datetime(2027, 1, 20, 18, 0, tzinfo=UTC)
FEW = ("challenge", "date", "time", "outcome")
# In a sheet of somebody else, each of these would be guessed from the rows around it.
DAYS = (date(2026, 12, 28), date(2026, 12, 30), None, None, date(1951, 6, 1), date(2026, 1, 2), date(2027, 1, 3), None)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)


def log(person, title, *, at=NOW, day=None, undated=False, outcome="no", **told):
    happened = happened_on(person, day, at=at)
    ask = Plan.objects.just_happened(outcome, id=uuid4(), person=person, at=at, happened=happened, title=title)
    if undated:
        ask.describe(day=None)
    if told:
        ask.tell(id=uuid4(), at=at, **told)
    return ask


def sheet(person):
    return list(csv.DictReader(io.StringIO("".join(sheet_of(person)))))


def read_elsewhere(person, tmp_path):
    """The rows of the sheet, and those that the sheet makes where nothing was before."""
    file = tmp_path / "diary.csv"
    file.write_text("".join(sheet_of(person)), newline="")
    before = sheet(person)
    for table in reversed(EXPORTED):
        table._default_manager.all().delete()
    Person.objects.all().delete()
    other = Person.objects.begin(at=NOW, zone=person.zone)
    call_command("import_diary", file=file)
    assert not KeptRow.objects.exists()
    return before, sheet(other)


def by_id(rows):
    """Every cell but the number of the activity, which each sheet counts anew."""
    return {row["ask_id"]: {name: cell for name, cell in row.items() if name != "activity"} for row in rows}


def test_nothing_is_guessed_from_the_rows_around_one(mira, tmp_path):
    for nth, day in enumerate(DAYS):
        at = NOW.replace(hour=10 + nth)
        log(mira, f"Ask {nth}", at=at, day=day or date(2026, 12, 1), undated=day is None)
    before, after = read_elsewhere(mira, tmp_path)
    assert [row["date"] for row in before] == [str(day or "") for day in DAYS]
    assert by_id(after) == by_id(before)


def test_an_hour_of_the_night_stays_in_its_night(mira, tmp_path):
    at = datetime(2027, 1, 20, 0, 0, 30, tzinfo=ZoneInfo(mira.zone))
    ask = log(mira, "Ask late", at=at)
    assert str(ask.day) == "2027-01-19"
    before, after = read_elsewhere(mira, tmp_path)
    assert by_id(after) == by_id(before)
    assert (Answer.objects.get().at, str(Answer.objects.get().day)) == (at, "2027-01-19")


def test_a_later_answer_that_was_mended_is_in_the_sheet(mira, tmp_path):
    ask = log(mira, "Ask for a seat", outcome="maybe")
    ask.settle("yes", id=uuid4(), at=NOW, happened=happened_on(mira, None, at=NOW))
    ask.mend("no", id=uuid4(), at=NOW)
    before, after = read_elsewhere(mira, tmp_path)
    assert (before[0]["outcome"], before[0]["reply_later"]) == ("maybe", "no")
    assert by_id(after) == by_id(before)


def test_each_answer_keeps_its_own_manner(mira, tmp_path):
    ask = log(mira, "Ask for a seat", outcome="yes")
    ask.first_answer.amend(manner="condition")
    ask.settle("no", id=uuid4(), at=NOW, happened=happened_on(mira, None, at=NOW))
    _, after = read_elsewhere(mira, tmp_path)
    assert (after[0]["manner"], after[0]["later_manner"]) == ("condition", "")


def test_feelings_that_were_tapped_stand_beside_those_in_words(mira, tmp_path):
    log(mira, "Ask for a seat", feelings=["nervous", "relieved"], feeling_words="a bit giddy")
    before, after = read_elsewhere(mira, tmp_path)
    assert before[0]["emotion"] == after[0]["emotion"] == "nervous; relieved; a bit giddy"
    assert Debrief.objects.get().feelings == ["nervous", "relieved"]


def test_a_planned_ask_keeps_what_it_is_planned_for(mira, tmp_path):
    ask = Plan.objects.choose(id=uuid4(), person=mira, at=NOW, title="Ask for a raise")
    ask.amend(planned_day=date(2027, 2, 3), planned_time=time(9, 30), planned_week=4)
    _, after = read_elsewhere(mira, tmp_path)
    told = Ask.objects.get()
    assert (str(told.planned_day), str(told.planned_time), told.planned_week) == ("2027-02-03", "09:30:00", 4)
    assert [after[0][name] for name in FEW] == ["Ask for a raise", "2027-02-03", "09:30", ""]


def test_rows_of_one_day_stay_in_their_order(mira, tmp_path):
    titles = [f"Ask {nth}" for nth in range(12)]
    file = tmp_path / "first.csv"
    file.write_text("date,challenge,outcome\n" + "".join(f"2026-12-01,{title},no\n" for title in titles))
    call_command("import_diary", file=file)
    before, after = read_elsewhere(mira, tmp_path)
    assert [row["challenge"] for row in before] == [row["challenge"] for row in after] == titles


def test_notes_of_a_sheet_go_on_with_it(mira, tmp_path):
    file = tmp_path / "first.csv"
    file.write_text("date,challenge,outcome,Song of the day\n2026-12-01,Ask for a pen,no,Yellow\n")
    call_command("import_diary", file=file)
    read_elsewhere(mira, tmp_path)
    assert Debrief.objects.get().notes == "Song of the day: Yellow"
