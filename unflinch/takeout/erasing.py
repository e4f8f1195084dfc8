"""Everything of a person gone, their key first: what was typed cannot be read again, whatever happens after that."""

from datetime import datetime

from django.core.cache import cache
from django.db import connection, transaction

from unflinch.accounts.models import Person
from unflinch.accounts.sealed import keyring


def erase(person: Person, *, at: datetime) -> Person:
    """Erase this person and all that is held of them; returns somebody new, of whom nothing is known.

    The id stays in the key file's list of the erased, so that no restore brings them back. Copies of the key file that
    were taken off this machine are outside of this.
    """
    keyring().forget(person.pk)
    with transaction.atomic():
        person.delete()
        fresh = Person.objects.begin(at=at, zone=person.zone)
    cache.clear()
    sweep()
    return fresh


def sweep() -> None:
    """Overwrite what the database file still holds of rows that are gone. PostgreSQL does so by itself in time."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
