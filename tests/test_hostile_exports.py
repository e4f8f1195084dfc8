"""One wrong value in an export: it is refused in a sentence, or it comes in and every page still answers."""

import io
import json
from copy import deepcopy
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction

from tests.exports import Content, content_of, live_fully, packed, written
from unflinch.accounts.models import Person
from unflinch.care.models import Pause
from unflinch.challenges.models import OwnChallenge
from unflinch.practice.models import Plan, Programme
from unflinch.takeout.checking import Malformed
from unflinch.takeout.everything import EXPORTED
from unflinch.takeout.unpacking import unpack

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
PAGES = ("/", "/changes/", "/weeks/", "/diary/", "/log/", "/import/", "/programmes/", "/questionnaires/", "/happened/")
WRONG: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 7, 99, 100, 101, 32767, 32768, 2**31, 2**63, 2**64, 10**4000, 0.5, -0.0, 1e308),
    *("", " ", "0", "1", "x", "yes", "no", "first", "slip", "settling", "none", "moment", "week", "\0", "\ud83d", "🐶"),
    *("שלום", "=1+1", "<script>", "a" * 121, "a" * 100_000, "\n", "2026-02-30", "2026-11-02", "0001-01-01"),
    *("9999-12-31", "1900-01-01", "2199-12-31", "2026-11-02T18:00:00", "2026-11-02T18:00:00+00:00"),
    *("1900-01-01T00:00:00+14:00", "2199-12-31T23:59:59-12:00", "0001-01-01T00:00:00+00:00", "Europe/Berlim"),
    *("Pacific/Apia", "America/Sao_Paulo", "00000000-0000-0000-0000-000000000000", "NaN", "Infinity", "1e5", "-5.00"),
    *(
        [],
        {},
        [None],
        [1],
        ["proud"],
        ["moon"],
        ["proud", "proud"],
        [[]],
        {"a": 1},
        {"a": []},
        "[]",
        "{}",
        "null",
        "[1]",
    ),
    *('{"a": 1}', '{"a": ["b"]}', '{"tired": 3}', "{", "[" * 5000, ["challenge", None], ["moon"], ["outcome"] * 300),
)


@pytest.fixture
def content(mira, time_machine) -> Content:
    time_machine.move_to(NOW, tick=False)
    live_fully(mira, until=NOW, asks=4, weeks=1)
    file = packed(mira, NOW)
    for table in reversed(EXPORTED):
        table._default_manager.all().delete()
    return content_of(file)


def changed(content: Content, rng: Random) -> tuple[Content, tuple[str, str, object]]:
    """The same with one value made wrong: of each field as often."""
    table, field = rng.choice([(table, field) for table, rows in content["rows"].items() for field in rows[0]])
    value, new = rng.choice(WRONG), deepcopy(content)
    rng.choice(new["rows"][table])[field] = value
    return new, (table, field, value)


def tried(content: Content, client, rng: Random) -> bool:
    """Whether it came in; then every page was looked at. Afterwards all is as before."""
    cache.clear()
    new, what = changed(content, rng)
    with transaction.atomic():
        try:
            unpack(Person.objects.get(), io.BytesIO(written(new)), name="all.zip", at=NOW)
        except Malformed as sentence:
            said = str(sentence)
        else:
            said = ""
            look_at_everything(client, what)
        transaction.set_rollback(True)
    assert said == "" or said.endswith("."), what
    return said == ""


def look_at_everything(client, what) -> None:
    weeks = client.get("/weeks/").content.decode().split('href="/weeks/')[1:]
    for address in (*PAGES, *{f"/weeks/{part.split(chr(34))[0]}" for part in weeks[:3]}):
        answer = client.get(address)
        assert answer.status_code in {200, 302}, (what, address)
    for command in ("summary", "next"):
        call_command(command, json=True, stdout=io.StringIO())
    assert content_of(packed(Person.objects.get(), NOW))["about"]["damaged"] == [], what


def test_no_wrong_value_breaks_anything_later(content, browser_of_mira):
    """Sixty, as each that comes in has a dozen pages looked at; thousands are left to `make prove`."""
    rng = Random(15)
    taken = sum(tried(content, browser_of_mira, rng) for _ in range(60))
    assert 3 < taken < 60


@pytest.mark.prove
def test_not_one_of_five_thousand(content, browser_of_mira):
    rng = Random()
    for _ in range(5000):
        tried(content, browser_of_mira, rng)


def test_every_table_can_be_made_wrong(content):
    assert {json.dumps(rows) for rows in content["rows"].values()}.isdisjoint({"[]"})
    assert all(table._meta.label_lower in content["rows"] for table in (Pause, OwnChallenge, Plan, Programme))
