"""Putting a made-up life into the data, and taking it away again."""

from datetime import datetime
from random import Random
from typing import Final
from uuid import UUID

from django.db import transaction

from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.models import Ask
from unflinch.takeout.everything import TABLES
from unflinch.takeout.made_up.life import made_up

BATCH: Final = UUID("de300000-0000-4000-8000-000000000000")
HALF_A_YEAR: Final = 26
ASKS: Final = 84


@transaction.atomic
def keep(person: Person, *, asks: int, weeks: int, until: datetime, rng: Random) -> None:
    """Save a made-up life; what was there stays."""
    life = made_up(person, catalogue().by_boldness, asks=asks, weeks=weeks, until=until, rng=rng, batch=BATCH)
    for table in TABLES:
        if table in life.rows:
            table.objects.bulk_create(life.rows[table], batch_size=500)


@transaction.atomic
def take_away(person: Person) -> int:
    """Remove all that was made up; returns how many rows that were."""
    gone = 0
    for table in reversed(TABLES):
        gone += table.objects.of(person).filter(batch=BATCH).delete()[0]
    return gone


def has_own_asks(person: Person) -> bool:
    """Whether this person has asked anything that is not made up."""
    return Ask.objects.of(person).exclude(batch=BATCH).exists()
