"""The export: every table is in it, a checksum over it; what can't be read is named, and the rest goes out."""

import csv
import gc
import io
import json
import stat
import tracemalloc
import zipfile
from datetime import UTC, datetime
from random import Random

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from tests.exports import content_of, live_fully, packed
from tests.test_damaged_texts import damage
from unflinch.accounts.models import Person
from unflinch.challenges.models import OwnChallenge
from unflinch.practice.models import Ask, Debrief, Tally
from unflinch.takeout import as_sheet, everything
from unflinch.takeout.as_sheet import COLUMNS
from unflinch.takeout.checking import Malformed
from unflinch.takeout.diary.fields import FIELDS
from unflinch.takeout.everything import EXPORTED, NOT_EXPORTED, name_of
from unflinch.takeout.guarding import guarded, unguarded
from unflinch.takeout.looking import look
from unflinch.takeout.unpacking import unpack

NOW = datetime(2026, 11, 2, 18, 0, 0, 250_123, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def life(mira):
    live_fully(mira, until=NOW)
    return mira


def test_every_table_is_exported_or_named_with_its_reason():
    every = {model._meta.label_lower for model in apps.get_models()}
    assert {name_of(table) for table in EXPORTED} | NOT_EXPORTED.keys() == every
    assert all(len(reason) > 20 for reason in NOT_EXPORTED.values())


def test_a_full_life_has_a_row_in_every_table_of_its_export(life):
    assert all(content_of(packed(life, NOW))["rows"].values())


def test_into_an_empty_place_all_of_it_comes_back_with_the_settings(life):
    life.set_clock(zone="America/New_York", day_ends=2, silence_days=30)
    life.live_in("de")
    file = packed(life, NOW)
    life.delete()
    other = Person.objects.begin(at=NOW)
    unpacked = unpack(other, io.BytesIO(file), name="all.zip", at=NOW)
    assert unpacked.settings_taken
    assert (other.zone, other.day_ends, other.silence_days, other.country) == ("America/New_York", 2, 30, "de")
    assert other.welcomed_at is not None
    assert content_of(packed(other, NOW))["rows"] == content_of(file)["rows"]


def test_where_somebody_lives_already_the_settings_stay(life, jonas):
    file = packed(life, NOW)
    life.delete()
    jonas.welcome(zone="Asia/Tokyo", at=NOW)
    assert not unpack(jonas, io.BytesIO(file), name="all.zip", at=NOW).settings_taken
    assert Person.objects.get(pk=jonas.pk).zone == "Asia/Tokyo"


def flipped(file: bytes, bit: int) -> bytes:
    return file[: bit // 8] + bytes([file[bit // 8] ^ 1 << bit % 8]) + file[bit // 8 + 1 :]


def is_refused(person, file: bytes) -> bool:
    try:
        look(person, io.BytesIO(file))
    except Malformed:
        return True
    return False


# How many turned bits and cuts: each is a whole look at an export. They are of files alone, so one database does.
some = pytest.param(30, id="some")
many = pytest.param(300, id="many", marks=pytest.mark.prove)


@pytest.mark.sqlite
@pytest.mark.parametrize("times", [some, many])
def test_no_bit_that_turns_brings_in_something_else(life, times):
    """Each turned bit of the zip is refused, or it touched nothing that is read."""
    file, rng = packed(life, NOW), Random(1)
    for _ in range(times):
        broken = flipped(file, rng.randrange(8 * len(file)))
        if not is_refused(life, broken):
            seen = look(life, io.BytesIO(broken))
            assert (seen.added, seen.differing) == (0, [])


@pytest.mark.sqlite
@pytest.mark.parametrize("times", [some, many])
def test_no_bit_that_turns_before_it_was_zipped_comes_in(life, times):
    with zipfile.ZipFile(io.BytesIO(packed(life, NOW))) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name not in ("README.txt", "diary.csv")}
    rng = Random(2)
    for _ in range(times):
        name = rng.choice(list(files))
        broken = files | {name: flipped(files[name], rng.randrange(8 * len(files[name])))}
        new = io.BytesIO()
        with zipfile.ZipFile(new, "w") as archive:
            for each, data in broken.items():
                archive.writestr(each, data)
        if not is_refused(life, new.getvalue()):
            assert name == "unflinch.json"
            assert json.loads(broken[name]) == json.loads(files[name])


@pytest.mark.sqlite
@pytest.mark.parametrize("times", [some, many])
def test_no_export_that_was_cut_off_comes_in(life, times):
    file, rng = packed(life, NOW), Random(3)
    for _ in range(times):
        assert is_refused(life, file[: rng.randrange(len(file))])


def test_what_is_damaged_is_named_and_the_rest_goes_out(life, tmp_path, capsys):
    ask, debrief = Ask.objects.exclude(batch=None)[0], Debrief.objects.all()[0]
    whole = content_of(packed(life, NOW))
    damage(ask, "title", lambda held: held[:-1] + b"\x00")
    damage(debrief, "what_happened", lambda held: held[:-5])
    call_command("export_all", file=tmp_path / "all.zip")
    assert f"practice.ask {ask.pk}, title" in capsys.readouterr().out
    file = (tmp_path / "all.zip").read_bytes()
    content = content_of(file)
    assert content["about"]["damaged"] == [
        {"table": "practice.ask", "id": str(ask.pk), "field": "title"},
        {"table": "practice.debrief", "id": str(debrief.pk), "field": "what_happened"},
    ]
    changed = [
        (old["id"], name)
        for table, rows in whole["rows"].items()
        for old, new in zip(rows, content["rows"][table], strict=True)
        for name in old
        if old[name] != new[name]
    ]
    assert changed == [(str(ask.pk), "title"), (str(debrief.pk), "what_happened")]
    readme = zipfile.ZipFile(io.BytesIO(file)).read("README.txt").decode()
    assert f"practice.debrief {debrief.pk}, what_happened" in readme
    assert look(life, io.BytesIO(file)).damaged == 2


def test_the_page_makes_it_too_and_one_damaged_text_does_not_stop_it(life, browser_of_mira):
    damage(OwnChallenge.objects.get(), "title", lambda held: held[:3])
    answer = browser_of_mira.post("/export/")
    assert content_of(b"".join(answer.streaming_content))["about"]["damaged"] != []


@pytest.mark.parametrize("place", ["a folder", "/dev/full", "no/such/folder/all.zip"])
def test_where_it_cannot_be_written_nothing_is_left(life, tmp_path, place):
    (tmp_path / "a folder").mkdir()
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_all", file=tmp_path / place)
    assert [file.name for file in tmp_path.iterdir() if "keys" not in file.name] == ["a folder"]
    assert stat.S_ISCHR((tmp_path / "/dev/full").stat().st_mode)


def test_the_file_is_its_owners_alone(life, tmp_path):
    call_command("export_all", file=tmp_path / "all.zip")
    assert stat.S_IMODE((tmp_path / "all.zip").stat().st_mode) == 0o600


def rows_of_sheet(person) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(packed(person, NOW))) as archive:
        return list(csv.DictReader(io.StringIO(archive.read("diary.csv").decode())))


def test_the_sheet_has_every_field_that_the_import_reads_and_every_ask_and_total(life):
    rows = rows_of_sheet(life)
    assert tuple(rows[0]) == COLUMNS == tuple(FIELDS)
    assert {row["ask_id"] for row in rows} == {
        str(pk) for table in (Ask, Tally) for pk in table.objects.values_list("pk", flat=True)
    }
    assert all(any(row[name] for row in rows) for name in ("outcome", "reply_later", "later_manner", "sting", "energy"))
    assert [row["asked_whom"] for row in rows if row["challenge"] == "Ask the next one"] == ["'=1+1"]


def test_the_sheet_says_each_thing_in_words_that_the_import_reads(hand, mira):
    ask = hand.just_asked(
        "no", sting=40, surprise=10, safe_habits=["rushed", "joked"], harms=["felt_unfair"], funny="on",
        kind_line="You went", lesson="It passes", no_kind="rude", back_after="hour", feelings=["proud"],
    )  # fmt: skip
    hand.mend(
        f"{ask}about/", title="x;=1+1", role="a 'clerk'", channel="phone", kind="offer", company="friend", counts=None
    )
    (row,) = rows_of_sheet(mira)
    told = {
        "challenge": "x;'=1+1", "channel": "phone", "kind": "offer", "company": "friend", "outcome": "no",
        "counts": "no", "sting": "40", "safe_habits": "rushed; joked", "harms": "felt_unfair", "emotion": "proud",
        "funny": "yes", "lesson": "It passes", "no_kind": "rude", "back_after": "hour", "date": "2026-11-02",
        "time": "19:00",
    }  # fmt: skip
    assert {name: row[name] for name in told} == told


@pytest.mark.parametrize(
    "cell", ["=1", "'=1", "''=1", "+", "-5", "@a", "\t", "x;=1", "x;'=1", ";=;=", "'", "a'=b", "", "x; =1", "=1;+2"]
)
def test_a_guarded_cell_comes_back_as_it_was(cell):
    assert unguarded(guarded(cell)) == cell
    assert not any(part.startswith(("=", "+", "-", "@", "\t", "\r")) for part in guarded(cell).split(";"))


def peak_of_an_export(asks) -> int:
    """The most bytes that the export of so long a life holds at once."""
    person = Person.objects.begin(at=NOW)
    live_fully(person, until=NOW, asks=asks, weeks=4, seed=asks)
    gc.collect()
    tracemalloc.start()
    try:
        packed(person, NOW)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture
def tidy_memory():
    """Rows that hang on each other go as soon as nobody holds them, so that a peak is what is held."""
    often = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(200, 2, 1)
    yield
    gc.set_threshold(*often)
    gc.unfreeze()


@pytest.mark.sqlite
def test_an_export_holds_no_more_at_once_than_some_rows(db, monkeypatch, tidy_memory):
    """Four times the life, and hardly more memory; smaller parts, as building a life of many takes long."""
    monkeypatch.setattr(everything, "AT_ONCE", 20)
    monkeypatch.setattr(as_sheet, "_AT_ONCE", 20)
    assert peak_of_an_export(240) < 2 * peak_of_an_export(60)


@pytest.mark.prove
def test_a_long_export_holds_no_more_at_once_than_some_hundred_rows(db):
    assert peak_of_an_export(9600) < 1.5 * peak_of_an_export(2400)
