"""Made-up people with as many asks as wanted, and a client in front of the real application."""

import time
from datetime import UTC, datetime
from random import Random
from uuid import uuid5

from django.core.cache import cache
from django.test import Client

from unflinch.accounts.models import Person
from unflinch.care.words import level_of
from unflinch.challenges.catalogue import catalogue
from unflinch.takeout.everything import TABLES
from unflinch.takeout.made_up.keeping import BATCH
from unflinch.takeout.made_up.life import made_up

WEEKS = 52
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def live(asks: int) -> Person:
    """A new person with so many asks."""
    now = datetime.now(UTC)
    person = Person.objects.begin(at=now)
    person.welcome(zone="UTC", at=now)
    batch = uuid5(BATCH, str(asks))
    life = made_up(person, catalogue().by_boldness, asks=asks, weeks=WEEKS, until=now, rng=Random(asks), batch=batch)
    for table in TABLES:
        table.objects.bulk_create(life.rows.get(table, []), batch_size=500)
    return person


def seconds_for(person: Person, address: str, *, cold: bool = False) -> float:
    """How long the page at this address takes for this person, who is made the one signed in. Raises RuntimeError.

    `cold` forgets every fold first.
    """
    Person.objects.exclude(pk=person.pk).update(joined_at=datetime.now(UTC))
    Person.objects.filter(pk=person.pk).update(joined_at=LONG_AGO)
    client = Client(SERVER_NAME="127.0.0.1")
    if cold:
        cache.clear()
    start = time.perf_counter()
    response = client.get(address)
    seconds = time.perf_counter() - start
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}")
    return seconds


def seconds_to_read(text: str) -> float:
    """How long care's reader takes for this text."""
    start = time.perf_counter()
    level_of(text)
    return time.perf_counter() - start
