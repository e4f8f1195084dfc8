"""Random histories go out by an export and into an empty place: the same summary, the same pages, the same export."""

import io
import re
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.exports import content_of, live_fully, packed
from unflinch.accounts.models import Person
from unflinch.insights.summary import summary_of
from unflinch.takeout.everything import EXPORTED
from unflinch.takeout.unpacking import unpack

NOW = datetime(2026, 11, 2, 18, 0, 0, 250_123, tzinfo=UTC)
PAGES = ("/diary/", "/changes/", "/weeks/")
ZONES = ("UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu")
# What is drawn anew with each page, or says who somebody is.
DRAWN = re.compile(r'name="(csrfmiddlewaretoken|id)" value="[^"]*"')


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def client(mira) -> Client:
    mira.delete()
    return Client(SERVER_NAME="127.0.0.1")


def somebody(rng: Random) -> Person:
    """A life drawn from this chance, with settings of its own."""
    person = Person.objects.begin(at=NOW)
    person.welcome(zone=rng.choice(ZONES), at=NOW)
    person.set_clock(zone=person.zone, day_ends=rng.randrange(13), silence_days=rng.randrange(1, 60))
    until = NOW - timedelta(minutes=rng.randrange(60 * 24 * 30))
    live_fully(person, until=until, asks=rng.randrange(1, 30), weeks=rng.randrange(1, 8), seed=rng.getrandbits(32))
    return person


def seen(client: Client, person: Person, pages: tuple[str, ...]) -> dict[str, Any]:
    """What this person reads, and every row of theirs."""
    cache.clear()
    told = {address: DRAWN.sub("", client.get(address).content.decode()) for address in pages}
    return told | {"summary": summary_of(person), "rows": content_of(packed(person, NOW))["rows"]}


def round_trip(client: Client, seed: int) -> None:
    """Every second time the empty place is one of the same person, for whom the same cards are drawn on Today."""
    rng = Random(seed)
    person = somebody(rng)
    same, pages = (person.pk, ("/", *PAGES)) if seed % 2 else (None, PAGES)
    before, file = seen(client, person, pages), packed(person, NOW)
    for table in reversed(EXPORTED):
        table._default_manager.all().delete()
    Person.objects.all().delete()
    other = Person.objects.begin(at=NOW, id=same)
    unpack(other, io.BytesIO(file), name="all.zip", at=NOW)
    after = seen(client, other, pages)
    assert {name for name in before if before[name] != after[name]} == set(), seed
    Person.objects.all().delete()


def test_random_histories_come_back_as_they_were(client):
    """Six, as each is a whole life whose pages are built twice; thousands are left to `make prove`."""
    for seed in range(6):
        round_trip(client, seed)


@pytest.mark.prove
def test_ten_thousand_random_histories_come_back_as_they_were(client):
    for seed in range(1000, 11_000):
        round_trip(client, seed)
