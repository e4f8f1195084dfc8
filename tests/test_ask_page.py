"""The entry of an ask shows everything that was said about it, and so does the export; each line can be mended."""

import csv
import io
import re
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from tests.exports import packed
from unflinch.practice.models import Answer, Ask, Debrief, Echo, Forecast, Plan
from unflinch.practice.models.dated import happened_on
from unflinch.practice.parts import SAID_AFTER, SAID_BEFORE

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
TABLES = (Ask, Plan, Forecast, Answer, Debrief, Echo)
# What a person can say about an ask: by its column the value, how the entry says it, and the cell of diary.csv.
GIVEN = {
    "ask.title": ("Ask for a chair", "Ask for a chair", ("challenge", "Ask for a chair")),
    "ask.role": ("a barista", "a barista", ("asked_whom", "a barista")),
    "ask.setting": ("cafe", "In a café", None),
    "ask.setting_words": ("by the window", "by the window", ("setting", "by the window")),
    "ask.channel": ("phone", "By phone", ("channel", "phone")),
    "ask.kind": ("offer", "An offer or a gift", ("kind", "offer")),
    "ask.audience": ("group", "A group, with one answer", ("audience", "group")),
    "ask.company": ("friend", "With a friend", ("company", "friend")),
    "ask.link": ("another", "Asked somebody else", ("grew_out_as", "another")),
    "ask.counts": (False, "No, this one doesn’t count", ("counts", "no")),
    "ask.pull": (70, "How much did I want to do it?", ("pull", "70")),
    "ask.planned_day": (date(2026, 11, 18), "Wednesday, 18 November", ("planned_date", "2026-11-18")),
    "ask.planned_time": (time(18, 30), "18:30", ("planned_time", "18:30")),
    "ask.planned_week": (47, "week 47", ("planned_week", "47")),
    "ask.planned_number": (12, "day 12", ("planned_day", "12")),
    "plan.line": ("May I have this chair?", "May I have this chair?", ("said_line", "May I have this chair?")),
    "plan.when_where": ("after work", "after work", ("when_where", "after work")),
    "plan.cue": ("When I reach the door", "When I reach the door", ("cue_line", "When I reach the door")),
    "forecast.feared": ("own", "they sigh", ("feared", "they sigh")),
    "forecast.feared_words": ("they sigh", "they sigh", ("feared", "they sigh")),
    "forecast.feared_before": (90, "Almost certain", ("feared_before", "90")),
    "forecast.no_before": (70, "Likely", ("no_before", "70")),
    "forecast.cost_before": (50, "Bad", ("cost_before", "50")),
    "forecast.tension_before": (75, "Heart pounding", ("tension_before", "75")),
    "forecast.feelings": (["nervous", "ashamed"], "Nervous, ashamed", ("feelings_before", "nervous; ashamed")),
    "answer.outcome": ("maybe", "Maybe", ("outcome", "maybe")),
    "answer.reason": ("too_tired", "Too tired.", ("reason", "too_tired")),
    "answer.manner": ("condition", "On a condition.", ("manner", "condition")),
    "answer.words": ("Come back on Tuesday", "Come back on Tuesday", ("their_words", "Come back on Tuesday")),
    "debrief.no_kind": ("friendly", "Friendly", ("no_kind", "friendly")),
    "debrief.feared_happened": (10, "Not at all", ("feared_happened", "10")),
    "debrief.sting": (30, "A little", ("sting", "30")),
    "debrief.feared_after": (50, "Fifty-fifty", ("feared_after", "50")),
    "debrief.cost_after": (10, "Nothing much", ("cost_after", "10")),
    "debrief.surprise": (90, "Very much", ("surprise", "90")),
    "debrief.flinched": ("a_bit", "A bit", ("flinched", "a_bit")),
    "debrief.funny": (True, "Funny, actually?", ("funny", "yes")),
    "debrief.back_after": ("hour", "About an hour", ("back_after", "hour")),
    "debrief.rehearsed": ("a_lot", "A lot", ("rehearsed", "a_lot")),
    "debrief.feelings": (["proud", "warm"], "Proud, warm", None),
    "debrief.feeling_words": ("a bit giddy", "a bit giddy", ("emotion", "proud; warm; a bit giddy")),
    "debrief.safe_habits": (["rushed", "joked"], "Rushed, made a joke of it", ("safe_habits", "rushed; joked")),
    "debrief.harms": (["felt_unfair"], "I felt treated unfairly", ("harms", "felt_unfair")),
    "debrief.what_happened": ("She drew a map", "She drew a map", ("what_happened", "She drew a map")),
    "debrief.fact_line": ("I expected a sigh", "I expected a sigh", ("fact_line", "I expected a sigh")),
    "debrief.kind_line": ("I went, knees and all", "I went, knees and all", ("kind_line", "I went, knees and all")),
    "debrief.lesson": ("Chairs are free", "Chairs are free", ("lesson", "Chairs are free")),
    "debrief.believe_next": ("Three more maps", "Three more maps", ("believe_next", "Three more maps")),
    "debrief.gained": ("A chair", "A chair", ("gained", "A chair")),
    "debrief.notes": ("It rained", "It rained", ("other_notes", "It rained")),
    "debrief.wants_echo": (True, "Check in with me the next day", ("wants_echo", "yes")),
    "debrief.amount": (Decimal("2.50"), "2.50", ("gained_amount", "2.50")),
    "echo.day": (date(2026, 11, 19), "Later, Thursday, 19 November", ("echo_date", "2026-11-19")),
    "echo.still_stings": (20, "Did it still sting?", ("still_stings", "20")),
    "echo.round_and_round": (40, "How much did it go round in my head?", ("round_and_round", "40")),
    "echo.said_back": ("Nobody sighed", "Nobody sighed", ("said_back", "Nobody sighed")),
    "answer.day": (date(2026, 11, 18), "Wednesday, 18 November", ("date", "2026-11-18")),
    "answer.week": (46, None, ("week", "46")),
    "answer.day_number": (11, None, ("day", "11")),
}
# Every other column of these tables, with the reason why nobody gives it.
NOT_GIVEN = {
    **dict.fromkeys(("id", "person", "at", "arrived", "batch", "nth", "sequence", "zone", "precision"), "the clock’s"),
    **dict.fromkeys(("ask", "plan", "programme", "own", "slug", "follows"), "ties rows to each other"),
    **dict.fromkeys(("kind of answer", "cleared"), "says how a row stands to those before it"),
    "label": "the activity of an imported diary, which its number stands for",
}


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def told(mira):
    """An ask of Mira of which everything was said that can be said."""
    given: dict[Any, dict[str, Any]] = {table: {} for table in TABLES}
    for column, (value, *_) in GIVEN.items():
        table, name = column.split(".")
        next(content for model, content in given.items() if model._meta.model_name == table)[name] = value
    ask = Plan.objects.choose(id=uuid4(), person=mira, at=NOW, **given[Ask])
    ask.plan.amend(**given[Plan])
    ask.foresee(id=uuid4(), at=NOW, **given[Forecast])
    about = {name: given[Answer].pop(name) for name in ("outcome", "reason")}
    day = given[Answer].pop("day")
    ask.respond(about["outcome"], id=uuid4(), at=NOW, happened=happened_on(mira, day, at=NOW), reason=about["reason"])
    Answer.objects.get().amend(**given[Answer])
    ask.tell(id=uuid4(), at=NOW, **given[Debrief])
    ask.echo(id=uuid4(), at=NOW, **{name: value for name, value in given[Echo].items() if name != "day"})
    Echo.objects.update(day=given[Echo]["day"])
    return ask


def test_the_list_above_holds_every_column_that_a_person_can_fill():
    columns = {
        f"{table._meta.model_name}.{field.name}"
        for table in TABLES
        for field in table._meta.concrete_fields
        if field.name not in NOT_GIVEN
    }
    # The line of something bigger stands where the plan's would; it has a test of its own.
    assert columns - {"answer.kind", "ask.line"} == GIVEN.keys()


def test_the_line_of_something_bigger_is_shown_and_exported(hand):
    ask = hand.choose()
    hand.send(f"{ask}answer/", outcome="yes")
    bigger = hand.send(f"{ask}more/", title="Ask to pull the lever").removesuffix("forecast/")
    hand.send(f"{bigger}forecast/", line="May I pull it?")
    hand.send(f"{bigger}answer/", outcome="no")
    assert "May I pull it?" in hand.see(bigger)
    assert "May I pull it?" not in hand.see(ask)


@pytest.mark.parametrize("column", [column for column, (_, words, _) in GIVEN.items() if words])
def test_the_entry_shows_what_was_given(hand, told, column):
    assert GIVEN[column][1] in hand.see(f"/asks/{told.pk}/")


def test_the_sheet_of_the_export_holds_all_of_it(mira, told):
    with zipfile.ZipFile(io.BytesIO(packed(mira, NOW))) as archive:
        (row,) = csv.DictReader(io.StringIO(archive.read("diary.csv").decode()))
    cells = dict(cell for *_, cell in GIVEN.values() if cell)
    assert {name: row[name] for name in cells} == cells


def test_each_line_of_the_entry_leads_to_where_it_is_mended(hand, told):
    page = hand.see(f"/asks/{told.pk}/")
    for part in SAID_AFTER:
        assert f"/asks/{told.pk}/details/{part.name}/" in page
    for part in SAID_BEFORE:
        assert f"/asks/{told.pk}/beforehand/{part.name}/" in page
    for address in set(re.findall(r'href="(/asks/[^"]+)"', page)):
        assert hand.client.get(address).status_code == 200, address


def test_what_was_said_is_mended_a_month_later_and_one_part_touches_no_other(hand, told, time_machine):
    time_machine.shift(timedelta(days=30))
    hand.mend(f"/asks/{told.pk}/details/happened/", what_happened="She drew two maps")
    hand.mend(f"/asks/{told.pk}/beforehand/fear/", feared_words="they sigh loudly")
    hand.mend(f"/asks/{told.pk}/about/", title="Ask for two chairs")
    page = hand.see(f"/asks/{told.pk}/")
    for words in ("She drew two maps", "they sigh loudly", "Ask for two chairs", "Chairs are free", "Almost certain"):
        assert words in page
    assert "She drew a map" not in page


def test_a_forecast_is_not_made_afterwards(hand):
    ask = hand.just_asked("no")
    assert hand.client.get(f"{ask}beforehand/fear/").status_code == 404
    assert hand.client.post(f"{ask}beforehand/fear/", {"id": uuid4(), "feared": "stare"}).status_code == 404
    assert not Forecast.objects.exists()


def test_a_part_that_there_is_not_is_nowhere(hand):
    ask = hand.just_asked("no")
    assert hand.client.get(f"{ask}details/moon/").status_code == 404
    assert hand.client.get(f"{ask}beforehand/moon/").status_code == 404


def test_two_windows_on_one_part_are_asked_which_one_stays(hand, told):
    address = f"/asks/{told.pk}/beforehand/line/"
    held = hand.held_by(address)
    assert hand.client.post(address, {**held, "line": "First"}).status_code == 302
    assert hand.client.post(address, {**held, "line": "Second"}).status_code == 409
    assert Plan.objects.get().line == "First"


def test_an_ask_with_nothing_written_about_it_has_no_empty_box(hand):
    ask = hand.just_asked("yes")
    hand.send(f"{ask}debrief/")
    page = hand.see(ask).split('aria-label="This week in the diary"')[0]
    assert 'class="entries"' not in page
    assert '<ol class="card trail"></ol>' not in page


def test_a_hard_one_of_today_rests_whole(hand):
    ask = hand.just_asked("no", sting=80, what_happened="He shouted at me", feelings=["hurt"])
    for page in (hand.see(ask), hand.see("/diary/"), hand.see("/diary/?view=story")):
        assert "rest until tomorrow" in page
        assert "He shouted" not in page
        assert '<span class="tag" dir="auto">hurt' not in page
    assert hand.client.get(f"{ask}details/").status_code == 302


def test_a_line_of_ones_own_keeps_its_breaks_and_is_never_markup(hand):
    ask = hand.just_asked("no", what_happened="<b>No</b>")
    assert "&lt;b&gt;No&lt;/b&gt;" in hand.see(ask)


def test_a_way_out_of_the_entry_is_never_the_loud_one(hand):
    page = hand.see(hand.just_asked("no"))
    assert re.search(r'<a class="soft" href="[^"]+deletion/">Delete this entry', page)
