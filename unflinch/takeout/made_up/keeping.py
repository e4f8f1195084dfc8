"""Putting a made-up life into the data, and taking it away again."""

from datetime import datetime
from random import Random
from typing import Final
from uuid import UUID

from django.db import transaction

from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.models import Ask, Programme
from unflinch.takeout.everything import TABLES
from unflinch.takeout.made_up.half_year import lived, running_programme
from unflinch.takeout.made_up.life import MadeUpLife, made_up

BATCH: Final = UUID("de300000-0000-4000-8000-000000000000")


@transaction.atomic
def keep(person: Person, *, asks: int, weeks: int, until: datetime, rng: Random) -> None:
    """Save a life drawn by chance, as long as a measurement needs it; what was there stays."""
    _save(made_up(person, catalogue().by_boldness, asks=asks, weeks=weeks, until=until, rng=rng, batch=BATCH))


@transaction.atomic
def keep_half_year(person: Person, *, until: datetime, rng: Random) -> None:
    """Save the half-year of the demo, up to this moment; what was there stays."""
    _save(lived(person, until=until, rng=rng, batch=BATCH))


@transaction.atomic
def take_away(person: Person) -> int:
    """Remove all that was made up; returns how many rows that were."""
    gone = Programme.objects.of(person).filter(pk=running_programme(person)).delete()[0]
    for table in reversed(TABLES):
        gone += table.objects.of(person).filter(batch=BATCH).delete()[0]
    return gone


def has_own_asks(person: Person) -> bool:
    """Whether this person has asked anything that is not made up."""
    return Ask.objects.of(person).exclude(batch=BATCH).exists()


def _save(life: MadeUpLife) -> None:
    for table in TABLES:
        if table in life.rows:
            table.objects.bulk_create(life.rows[table], batch_size=500)
