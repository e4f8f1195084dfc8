"""The commands in words: what a person reads in the terminal."""

import json
import os
from datetime import UTC, datetime
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from unflinch.care.models import Pause
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.models import Answer, Ask, Debrief, Energy, Forecast, Tally
from unflinch.takeout.models import KeptRow

DIARY = """date,challenge,outcome,feared,feared_before,no_before,tension,energy,sting,emotion,notes,moon,yeses,noes
2026-11-02,Ask for a chair,no,they sigh,70,60,80,30,40,heart pounding; warm,A shrug,full,,
2026-11-03,Ask for a table,yes,laugh and walk off,60,60,70,,,steady,,new,,
2026-11-04T20:15,Ask for a lamp,,,,,,,,,,,,
2026-11-05,,,,,,,,,,At the market,,1,3
2026-11-06,Ask for a bed,hmpf,,,,,,,,,,,
"""


@pytest.fixture
def said(mira, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")

    def said(command, **options):
        out = StringIO()
        call_command(command, stdout=out, **options)
        return out.getvalue()

    return said


@pytest.fixture
def diary(tmp_path):
    file = tmp_path / "diary.csv"
    file.write_text(DIARY, encoding="utf-8")
    return file


def test_an_import_says_line_by_line_what_it_did_not_take(said, diary, mira):
    told = said("import_diary", file=diary)
    assert "Line 6, column outcome: “hmpf”" in told
    assert "Line 4, column outcome: no outcome yet: it is kept as planned" in told
    assert "4 rows came in." in told
    assert "1 row kept aside" in told
    forecast = Forecast.objects.of(mira).get(feared_before=70)
    assert (forecast.feared_thing, Forecast.objects.get(feared_before=60).feared) == ("they sigh", "laugh")
    debrief = Debrief.objects.get(sting=40)
    assert (debrief.feelings, debrief.what_happened, debrief.notes) == (
        ["heart_pounding", "warm"],
        "A shrug",
        "moon: full",
    )
    assert Energy.objects.get().dots == 2
    assert (Tally.objects.get().no, Tally.objects.get().words) == (3, "At the market")
    assert Ask.objects.of(mira).planned().count() == 1


def test_the_same_day_told_otherwise_is_reported_and_left_alone(said, diary):
    said("import_diary", file=diary)
    diary.write_text(DIARY.replace("they sigh", "they shout"), encoding="utf-8")
    told = said("import_diary", file=diary)
    assert "not merged: line 2" in told
    assert "2 rows kept aside" in told
    assert KeptRow.objects.get(line=2).values["feared"] == "they shout"
    assert Forecast.objects.get(feared_before=70).feared_words == "they sigh"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({}, "Which file"),
        ({"file": "nowhere.csv"}, "cannot be read"),
        ({"file": "diary.csv", "map": ["moon"]}, "column=field"),
        ({"file": "diary.csv", "map": ["moon=cheese"]}, "a field we know"),
        ({"file": "diary.csv", "weeks": "nowhere.csv"}, "cannot be read"),
        ({"file": "bad.zip"}, "zip"),
        ({"file": "diary.csv", "undo": True}, "no such import"),
        ({"undo": True}, "no such import"),
    ],
)
def test_what_cannot_be_brought_in_is_one_plain_sentence(said, diary, tmp_path, monkeypatch, options, sentence):  # noqa: PLR0917
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 rubbish")
    paths = {name: tmp_path / value if name in ("file", "weeks") else value for name, value in options.items()}
    with pytest.raises(CommandError, match=sentence):
        said("import_diary", **paths)
    assert Ask.objects.count() == 0


SHEET = """My asks,,,,
,,,,
When,The Ask,Verdict,Dread,Weather
03/05/2026,A lift,nope,7,rain
,A loan,zilch,8,
03/04/2026,A lamp,yes :),2,sun
,A leaf,zilch,3,
"""


def test_a_dry_run_shows_the_columns_with_their_cells_and_asks_each_word_once(said, tmp_path):
    file = tmp_path / "sheet.csv"
    file.write_text(SHEET, encoding="utf-8")
    told = said("import_diary", file=file, dry_run=True)
    assert "  The Ask: challenge. “A lift”, “A loan”, “A lamp”" in told
    assert "  Dread: tension_before, 0 to 10 (a guess). “7”, “8”, “2”" in told
    assert "  Weather: not used, kept as a note. “rain”, “sun”" in told
    assert told.count("What does “zilch” mean under Verdict? It stands in 2 rows.") == 1
    assert "Line 3, column Weather: it's not a field here, so it's kept as a note." in told
    assert not Ask.objects.exists()


def test_the_command_line_takes_every_answer_about_a_file(said, tmp_path, mira):
    file = tmp_path / "sheet.csv"
    file.write_text(SHEET, encoding="utf-8")
    told = said(
        "import_diary", file=file, header_line=3, date_order="day", word=["Verdict:zilch=no_reply"], scale=["Dread=8"],
        fill_down=["When"], newest_first=True, map=["Weather=left"],
    )  # fmt: skip
    assert "4 rows came in." in told
    asks = {ask.title: ask for ask in Ask.objects.of(mira)}
    days = {answer.ask.title: (str(answer.day), answer.outcome) for answer in Answer.objects.of(mira)}
    assert days["A loan"] == ("2026-05-03", "no_reply")
    assert days["A lamp"] == ("2026-04-03", "yes")
    assert Forecast.objects.get(ask=asks["A loan"]).tension_before == 100


WRONG_ANSWERS = [
    ({"word": ["zilch"]}, "--word takes column:word=outcome"),
    ({"word": ["Verdict:zilch=perhaps"]}, "Outcomes are: yes, no"),
    ({"scale": ["Dread=lots"]}, "--scale takes column=10"),
    ({"date_order": "year"}, "--date-order takes day or month"),
    ({"header_line": 99}, "Line 99 holds nothing"),
]


@pytest.mark.parametrize(("options", "sentence"), WRONG_ANSWERS)
def test_an_answer_that_cannot_be_meant_is_one_sentence(said, tmp_path, options, sentence):
    file = tmp_path / "sheet.csv"
    file.write_text(SHEET, encoding="utf-8")
    with pytest.raises(CommandError, match=sentence):
        said("import_diary", file=file, **options)


def test_an_empty_cell_can_mean_something_and_a_time_without_a_zone_is_the_persons(said, tmp_path, mira):
    """A column of ticks; every warning is an error in tests, and a time without a zone would be one."""
    file = tmp_path / "ticks.csv"
    file.write_text(
        "Date,Ask,Rejected?\n2026-11-01T14:30,Ask for a chair,x\n2026-03-29T02:30:10,Ask for a bed,\n",
        encoding="utf-8",
    )
    assert "2 rows came in." in said("import_diary", file=file, word=["Rejected?:=yes"])
    told = {answer.ask.title: (answer.outcome, f"{answer.at:%Y-%m-%d %H:%M}") for answer in Answer.objects.all()}
    assert told == {"Ask for a chair": ("no", "2026-11-01 13:30"), "Ask for a bed": ("yes", "2026-03-29 01:30")}


@pytest.mark.parametrize("place", ["/dev/zero", "pipe"])
@pytest.mark.parametrize("option", ["file", "weeks"])
def test_a_file_without_an_end_is_refused(said, tmp_path, diary, place, option):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CommandError, match="not an ordinary file"):
        said("import_diary", **({"file": diary} | {option: tmp_path / place}))
    assert not Ask.objects.exists()


def test_a_mapping_on_the_command_line_is_taken(said, tmp_path):
    file = tmp_path / "other.csv"
    file.write_text("Tag;Frage;Kam\n3;Nach dem Weg fragen;no\n", encoding="utf-8")
    said("import_diary", file=file, map=["Tag=day", "Frage=challenge", "Kam=outcome"])
    assert Ask.objects.get().title == "Nach dem Weg fragen"


def test_an_export_in_rubble_is_refused_in_words(said, tmp_path, browser_of_mira):
    browser_of_mira.post("/happened/", {"id": uuid4(), "outcome": "no"})
    said("export_all", file=tmp_path / "all.zip")
    assert "Nothing was changed" in said("import_diary", file=tmp_path / "all.zip", dry_run=True)
    with pytest.raises(CommandError, match="cannot be written"):
        said("export_all", file=tmp_path / "no" / "such" / "folder" / "all.zip")


def test_an_export_brought_back_finds_each_of_its_rows_as_it_is(said, tmp_path, browser_of_mira, time_machine):
    """Clocks give microseconds, and a row that lost them would be taken for another one."""
    time_machine.move_to(datetime(2026, 11, 2, 18, 0, 0, 250_123, tzinfo=UTC), tick=False)
    browser_of_mira.post("/happened/", {"id": uuid4(), "outcome": "no"})
    said("export_all", file=tmp_path / "all.zip")
    told = said("import_diary", file=tmp_path / "all.zip")
    assert "Nothing in it is new here.\n3 rows in it are here already.\n" in told
    assert "something else" not in told


def test_the_summary_is_readable(said, diary, capsys):
    said("import_diary", file=diary)
    said("summary")
    table = capsys.readouterr().out
    assert "Unflinch" in table
    assert "activities" in table
    assert "more answered asks with a forecast of a no" in table


def test_the_summary_prints_its_numbers(said, capsys):
    said("demo")
    told = json.loads(said("summary", json=True))
    said("summary")
    lines = " ".join(capsys.readouterr().out.split())
    went, shift = told["went_anyway"], told["shift"]
    assert f"went anyway │ {went['value']:.2f}".rstrip("0").rstrip(".") in lines
    assert f"over {went['n']}" in lines
    assert f"shift │ {shift['value']:.2f}".rstrip("0").rstrip(".") in lines
    assert "forecast, heard" in lines
    assert "recovery minutes" in lines


def test_the_summary_has_a_line_for_each_number_known_or_not(said, capsys):
    """What a program is told under a name, a person reads as well: with its value, or with what it needs."""
    for known in (False, True):
        if known:
            said("demo")
        told = json.loads(said("summary", json=True))
        said("summary")
        lines = " ".join(capsys.readouterr().out.split())
        for name in ("went_anyway", "forecast", "shift", "transfer", "sting", "recovery_minutes", "rumination"):
            assert (told[name] is not None) == known
            assert f"│ {name.replace('_', ' ')}" in lines, name


def test_the_summary_counts_one_as_one(said, hand, capsys):
    hand.just_asked("yes")
    said("summary")
    assert "1 ask, 0 noes, 1 yes " in capsys.readouterr().out


def test_next_says_what_to_ask_and_what_else(said, mira, now, time_machine):
    time_machine.move_to(now, tick=False)
    told = said("next")
    # Which card it is hangs on the person; what is said of it is one of the sentences for a first one.
    assert told.splitlines()[0] in {challenge.title for challenge in catalogue().by_boldness}
    assert "Gentler:" in told or "Bolder:" in told
    Pause.objects.begin(mira, id=uuid4(), until=now.replace(day=20), at=now)
    assert "You’re resting" in said("next")
    assert '"paused": true' in said("next", json=True)


def test_next_says_a_rest_kindly(said, mira, browser_of_mira, now, time_machine):
    time_machine.move_to(now, tick=False)
    for _ in range(2):
        address = browser_of_mira.post("/happened/", {"id": uuid4(), "outcome": "no"}).headers["Location"]
        browser_of_mira.post(address.replace("/after/", "/debrief/"), {"id": uuid4(), "sting": 90})
    assert "Today’s for rest" in said("next")
    assert "A day off" in browser_of_mira.get("/").content.decode()


def test_the_demo_keeps_out_of_a_real_diary(said, browser_of_mira):
    browser_of_mira.post("/happened/", {"id": uuid4(), "outcome": "no"})
    with pytest.raises(CommandError, match="Your own diary"):
        said("demo")
    assert "nothing made up" in said("demo", remove=True)
    assert Ask.objects.count() == 1


def test_an_own_challenge_without_a_line_is_offered_without_empty_quotes(said, hand):
    kept = {"honest": True, "cheap": True, "easy_to_refuse": True, "free_to_leave": True}
    about = {"setting": "work", "channel": "email", "kind": "ask", "boldness": 1, "minutes": 1}
    hand.send("/ideas/own/", title="Ask for the minutes of Monday", line="", **kept, **about)
    hand.put_every_card_aside()
    told = said("next")
    assert "Ask for the minutes of Monday" in told
    assert "“”" not in told


@pytest.mark.parametrize("command", ["summary", "next"])
@pytest.mark.django_db
def test_with_nobody_there_nothing_is_said(command):
    out = StringIO()
    call_command(command, stdout=out)
    assert out.getvalue() == ""


@pytest.mark.parametrize("command", ["demo", "import_diary"])
@pytest.mark.django_db
def test_with_nobody_there_it_says_how_to_begin(command):
    with pytest.raises(CommandError, match="unflinch run"):
        call_command(command)
