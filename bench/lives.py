"""Made-up people with as many asks as wanted, and a client in front of the real application."""

from datetime import UTC, datetime
from functools import cache as once
from random import Random
from uuid import uuid5

from django.core.cache import cache
from django.test import Client

from bench.ratios import busy_for
from unflinch.accounts.models import Person
from unflinch.care.words import level_of
from unflinch.challenges.catalogue import catalogue
from unflinch.takeout.everything import TABLES
from unflinch.takeout.made_up.keeping import BATCH
from unflinch.takeout.made_up.life import made_up

A_WEEK = 5  # asks: ten thousand of them are forty years
A_YEAR = 52  # weeks
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@once
def live(asks: int, *, weeks: int | None = None) -> Person:
    """A new person with so many asks in so many weeks, or as many weeks as that takes at a steady pace."""
    now, dice = datetime.now(UTC), Random(f"{asks} {weeks}")
    person = Person.objects.begin(at=now)
    person.welcome(zone="UTC", at=now)
    batch, over = uuid5(BATCH, f"{asks} {weeks}"), weeks or max(1, asks // A_WEEK)
    life = made_up(person, catalogue().by_boldness, asks=asks, weeks=over, until=now, rng=dice, batch=batch)
    for table in TABLES:
        table.objects.bulk_create(life.rows.get(table, []), batch_size=500)
    return person


def seconds_for(person: Person, address: str, *, cold: bool = False) -> float:
    """How long the page at this address takes for this person, who is made the one signed in. Raises RuntimeError.

    `cold` forgets every fold first.
    """
    Person.objects.exclude(pk=person.pk).update(joined_at=datetime.now(UTC))
    Person.objects.filter(pk=person.pk).update(joined_at=LONG_AGO)
    client = _client()
    if cold:
        cache.clear()
    answers = []
    seconds = busy_for(lambda: answers.append(client.get(address)))
    if answers[0].status_code != 200:
        raise RuntimeError(f"{address} answered {answers[0].status_code}")
    return seconds


@once
def _client() -> Client:
    """One for all: a new one reads the middleware anew, within the time that is taken."""
    return Client(SERVER_NAME="127.0.0.1")


def seconds_to_read(text: str) -> float:
    """How long care's reader takes for this text."""
    return busy_for(lambda: level_of(text))
