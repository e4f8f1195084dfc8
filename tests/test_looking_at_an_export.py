"""An export that comes in is looked at value by value, in bounded memory; whatever is wrong is one plain sentence."""

import io
import json
import re
import tracemalloc
import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from tests.exports import Content, content_of, live_fully, packed, written, written_first, zipped
from unflinch.accounts.models import Person
from unflinch.practice.models import Ask, Plan
from unflinch.takeout.checking import Malformed
from unflinch.takeout.looking import look
from unflinch.takeout.models import Import, Upload

NOW = datetime(2026, 11, 2, 18, 0, 0, 250_123, tzinfo=UTC)
MEGABYTE = 1024 * 1024


@pytest.fixture
def content(mira) -> Content:
    """What an export of a full life holds; nobody of it is here any more but Mira with nothing."""
    live_fully(mira, until=NOW)
    file = packed(mira, NOW)
    for table in (Plan, Ask, Import):
        table.objects.all().delete()
    mira.delete()
    return content_of(file)


@pytest.fixture
def nobody(content) -> Person:
    return Person.objects.begin(at=NOW)


def sentence_of(person, file: bytes) -> str:
    with pytest.raises(Malformed) as refusal:
        look(person, io.BytesIO(file))
    sentence = str(refusal.value)
    assert re.fullmatch(r"[^\n]+\.", sentence), sentence
    return sentence


WRONG = {
    "no such column": ("practice.ask", {"height": 3}, "height"),
    "a scale out of range": ("practice.ask", {"pull": 300}, "pull can't be “300”"),
    "a truth for a scale": ("practice.echo", {"still_stings": True}, "still_stings"),
    "a word of no list": ("practice.ask", {"channel": "pigeon"}, "channel can't be “pigeon”"),
    "nothing where a word must be": ("practice.answer", {"kind": ""}, "kind can't be “”"),
    "no outcome": ("practice.answer", {"outcome": ""}, "outcome"),
    "a feeling that is none": ("practice.debrief", {"feelings": ["proud", "moon"]}, "feelings"),
    "a truth for a list": ("practice.debrief", {"harms": True}, "harms"),
    "less than no habits": ("practice.debrief", {"safe_habits": -1}, "safe_habits"),
    "a zone that is none": ("practice.weekreview", {"zone": "Europe/Berlim"}, "zone can't be “Europe/Berlim”"),
    "a year that cannot be": ("practice.answer", {"at": "0001-01-01T00:00:00+00:00"}, "at can't be"),
    "a year to come": ("practice.answer", {"day": "9999-12-31"}, "day can't be"),
    "a moment without a zone": ("practice.ask", {"arrived": "2026-11-02T18:00:00"}, "arrived"),
    "half an emoji": ("practice.ask", {"title": "\ud83d"}, "title can't be"),
    "text with a zero byte": ("practice.ask", {"title": "a\0b"}, "title"),
    "text that is none": ("practice.ask", {"title": 3}, "title can't be “3”"),
    "no end of money": ("practice.debrief", {"amount": "Infinity"}, "amount"),
    "an id that is none": ("practice.ask", {"id": "three"}, "id can't be “three”"),
    "a plan that is not there": ("practice.ask", {"plan_id": str(uuid4())}, "hangs on practice.plan"),
    "a plan that is none": ("practice.ask", {"plan_id": None}, "plan_id"),
    "an ask twice": ("practice.ask", {}, "there twice"),
    "a half filled form that is none": ("accounts.draft", {"body": "[1]"}, "form half filled"),
    "a row set aside without cells": ("takeout.keptrow", {"cells": "3"}, "its cells are no cells"),
    "an import that is not whole": ("takeout.import", {"state": "coming"}, "isn’t whole"),
}


@pytest.mark.parametrize(("table", "change", "said"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_value_is_refused_with_its_table_its_row_and_its_field(nobody, content, table, change, said):
    rows = content["rows"][table]
    if change:
        rows[0].update(change)
    else:
        rows.append(dict(rows[0]))
    sentence = sentence_of(nobody, written(content))
    assert said in sentence
    assert table in sentence or "hangs on" in sentence
    if "id" not in change and "hangs on" not in sentence:
        assert rows[0]["id"] in sentence


def test_what_is_there_comes_in_as_it_was(nobody, content):
    seen = look(nobody, io.BytesIO(written(content)))
    assert (seen.asks, seen.known, seen.elsewhere, seen.differing) == (10, 0, True, [])
    assert seen.added == sum(map(len, content["rows"].values()))


def test_the_first_format_is_still_read(nobody, content, tmp_path, capsys):
    file = tmp_path / "old.zip"
    file.write_bytes(written_first(content))
    call_command("import_diary", file=file)
    assert "10 asks" in capsys.readouterr().out
    assert content_of(packed(nobody, NOW))["rows"]["practice.ask"] == content["rows"]["practice.ask"]
    assert Person.objects.get().zone == "Europe/Berlin"


FIRST = {
    "no tables": {"tables": []},
    "an unknown table": {"tables": {"other": []}},
    "rows that are none": {"tables": {"practice.ask": ["x"]}},
    "rows that are no list": {"tables": {"practice.ask": {"x": {}}}},
    "tables in another order": {"tables": {"practice.ask": [], "practice.plan": []}},
    "a row too deep": {"tables": {"practice.plan": [{"id": json.loads("[" * 50 + "]" * 50) * 100}]}},
    "another format": {"format": "two"},
}


@pytest.mark.parametrize("changes", FIRST.values(), ids=FIRST.keys())
def test_what_is_wrong_in_the_first_format_is_one_sentence(nobody, content, changes):
    sentence_of(nobody, written_first(content, **changes))


def test_a_newer_one_is_said(nobody, content):
    content["about"]["format"] = 3
    assert "newer Unflinch" in sentence_of(nobody, written(content))
    assert "newer Unflinch" in sentence_of(nobody, written_first(content, format=3))


def as_locked(file: bytes) -> bytes:
    """The same, marked as encrypted in both places where a zip says so."""
    local = file.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    return re.sub(rb"(PK\x01\x02.{4})\x00", lambda found: found[1] + b"\x01", local, flags=re.DOTALL)


def packed_otherwise(content) -> bytes:
    new = io.BytesIO()
    with zipfile.ZipFile(new, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("unflinch.json", json.dumps(content["about"]))
    return new.getvalue()


ZIPS = {
    "locked": lambda content: as_locked(written(content)),
    "packed otherwise": packed_otherwise,
    "empty": lambda _: zipped({}),
    "not a zip": lambda _: b"PK\x03\x04 rubbish",
    "nothing": lambda _: b"",
    "another zip": lambda _: zipped({"photo.jpg": b"x"}),
    "no tables in it": lambda content: zipped({"unflinch.json": json.dumps(content["about"]).encode()}),
    "text that is no JSON": lambda _: zipped({"unflinch.json": b"{"}),
    "a list": lambda _: zipped({"unflinch.json": b"[1]"}),
    "bytes that are no text": lambda _: zipped({"unflinch.json": b'{"format": "\xff"}'}),
    "deep": lambda _: zipped({"unflinch.json": b"[" * 100_000}),
    "no number": lambda _: zipped({"unflinch.json": b'{"format": NaN}'}),
    "the first format, cut": lambda _: zipped({"unflinch.json": b'{"format": 1, "tables": {"practice.ask": ['}),
}


@pytest.mark.parametrize("made", ZIPS.values(), ids=ZIPS.keys())
def test_a_strange_zip_is_one_sentence_on_the_page_and_in_the_terminal(nobody, content, made, client, tmp_path):
    file = made(content)
    sentence_of(nobody, file)
    (tmp_path / "odd.zip").write_bytes(file)
    with pytest.raises(CommandError, match=r"\.$"):
        call_command("import_diary", file=tmp_path / "odd.zip")
    body = {"id": uuid4(), "diary": SimpleUploadedFile("odd.zip", file)}
    assert client.post("/import/", body, headers={"host": "127.0.0.1"}).status_code == 422
    assert not Upload.objects.exists()
    assert not Ask.objects.exists()


BOMBS = {
    "lists beside lists": (b'{"format": 1, "tables": {"practice.ask": [', b"[],"),
    "lists in lists": (b'{"format": 1, "tables": {"practice.ask": [', b"["),
    "lists in a row": (b'{"format": 1, "tables": {"practice.plan": [{"id": [', b"[],"),
    "objects in a row": (b'{"format": 1, "tables": {"practice.plan": [{"id": ', b'{"a":'),
    "beside the tables": (b'{"format": 1, "more": [', b"[],"),
}


@pytest.mark.parametrize(("start", "more"), BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_takes_no_room(mira, start, more):
    file = io.BytesIO(zipped({"unflinch.json": start + more * (30_000_000 // len(more))}))
    assert file.getbuffer().nbytes < 100_000
    tracemalloc.start()
    try:
        with pytest.raises(Malformed):
            look(mira, file)
        assert tracemalloc.get_traced_memory()[1] < 20 * MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("line", [b'{"id": [' + b"[]," * 1_000_000, b"[" * 3_000_000, b'{"a":' * 600_000])
def test_a_row_that_holds_more_than_a_row_can_takes_little_more_than_its_own_size(mira, line):
    bomb = written({"about": {"format": 2, "person": {}}, "rows": {"practice.plan": []}})
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    file = io.BytesIO(zipped(files | {"tables/practice.plan.jsonl": line}))
    tracemalloc.start()
    try:
        with pytest.raises(Malformed, match="more than a row can"):
            look(mira, file)
        assert tracemalloc.get_traced_memory()[1] < 5 * len(line)
    finally:
        tracemalloc.stop()


def test_a_zip_of_far_too_many_files_is_not_even_listed(mira):
    new = io.BytesIO()
    with zipfile.ZipFile(new, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number:060}", b"")
    assert "far too many files" in sentence_of(mira, new.getvalue())


def test_somebody_elses_row_is_never_touched(nobody, content, jonas, now):
    theirs = Plan.objects.once(id=uuid4(), person=jonas, at=now, arrived=now)
    hung = deepcopy(content)
    hung["rows"]["practice.ask"][0]["plan_id"] = str(theirs.pk)
    assert "not in the export" in sentence_of(nobody, written(hung))
    hung["rows"]["practice.plan"][0]["id"] = str(theirs.pk)
    assert "somebody else" in sentence_of(nobody, written(hung))
