"""Everything of a person gone, their key first: what was typed cannot be read again, whatever happens after that."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import OperationalError, connection, transaction

from unflinch.accounts.models import Person
from unflinch.accounts.sealed import keyring
from unflinch.backups.making import WORKSHOP
from unflinch.backups.staged import drop_copies


class Unfinished(Exception):
    """The key is gone, and with it every word; the rest follows at the next start."""


def erase(person: Person, *, at: datetime) -> Person:
    """Erase this person and all that is held of them; returns somebody new, of whom nothing is known.

    The id stays in the key file's list of the erased, so that no restore brings them back. Copies of the key file that
    were taken off this machine are outside of this. Raises Unfinished where the rows or their traces in the file
    can't go yet: the next start goes on.
    """
    note_of_it().touch(mode=0o600)
    keyring().forget(person.pk)
    drop_copies(settings.DATA, WORKSHOP)
    with _in_a_sentence():
        with transaction.atomic():
            _remove(person)
            fresh = Person.objects.begin(at=at, zone=person.zone)
        _sweep()
    note_of_it().unlink(missing_ok=True)
    return fresh


def finish_erasures(*, at: datetime) -> None:
    """Remove whoever was erased and still stands, and the traces in the file. Raises Unfinished where it can't yet."""
    still_here = Person.objects.filter(pk__in=keyring().erased())
    if not note_of_it().exists() and not still_here.exists():
        return
    drop_copies(settings.DATA, WORKSHOP)
    with _in_a_sentence():
        for person in still_here:
            _remove(person)
        if Person.objects.only_one() is None:
            Person.objects.begin(at=at)
        _sweep()
    note_of_it().unlink(missing_ok=True)


def note_of_it() -> Path:
    """The file that stands while an erasure is under way, so that the next start goes on with it."""
    return Path(settings.DATA) / "erasing"


@transaction.atomic
def _remove(person: Person) -> None:
    """Delete every row of this person, and what was worked out from them."""
    person.delete()
    cache.clear()


def _sweep() -> None:
    """Overwrite what the database file still holds of rows that are gone. PostgreSQL does so by itself in time.

    Raises OperationalError while another program reads the file.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, _, _ = cursor.fetchone()
    if busy:
        raise OperationalError("somebody reads the database")


@contextmanager
def _in_a_sentence() -> Iterator[None]:
    """What the database can't do yet is said as Unfinished."""
    try:
        yield
    except OperationalError as error:
        raise Unfinished(
            "The key is gone, so nobody can read your words any more. Another program is using the data right now; "
            "the rest goes when Unflinch next starts."
        ) from error
