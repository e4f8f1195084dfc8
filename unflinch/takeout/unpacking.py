"""Bringing an own export back: looked at first, then taken whole or not at all, and twice is once."""

import hashlib
import hmac
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, BinaryIO, Final
from uuid import UUID, uuid5

from django.db import DatabaseError, models, transaction

from unflinch.accounts.damage import sealed_fields
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import keyring
from unflinch.practice.models import Answer, Ask, Forecast, Plan
from unflinch.takeout.archive import MEGABYTE, open_archive
from unflinch.takeout.arrivals import record_arrivals
from unflinch.takeout.checking import Malformed
from unflinch.takeout.completing import Retold, complete_asks, complete_forecasts, join_last_answers
from unflinch.takeout.everything import IN_ONE_GO, name_of
from unflinch.takeout.looking import Looked, in_chunks, known_and_new, look
from unflinch.takeout.models import Import, ImportKind, ImportState
from unflinch.takeout.one_at_a_time import one_import_at_a_time
from unflinch.takeout.taking_back import go_on, relations_of

_MOST_TIMES: Final = 1000


@dataclass(frozen=True, slots=True)
class _Unpacked:
    """How it went: the record of the import, None where nothing was new; and whether the settings came with it."""

    looked: Looked
    batch: Import | None
    settings_taken: bool


def unpack(person: Person, file: BinaryIO, *, name: str, at: datetime) -> _Unpacked:
    """Take in everything of an export that is not here yet. Raises Malformed and leaves all as it was, or Busy.

    Rows are made ready first and saved some hundred at a time, so that nobody who writes waits for long. Until all of
    it is here the record says so, and the next start takes away what a kill has left half done.
    """
    with one_import_at_a_time():
        looked = look(person, file)
        fresh_place = is_new_here(person)
        batch = _begin(person, file, name=name, at=at) if looked.added else None
        if batch is not None:
            try:
                _bring(person, file, batch)
            except (Malformed, DatabaseError) as error:
                go_on(person, batch)
                raise Malformed("The export could not be saved whole. Please try again in a moment.") from error
        if fresh_place:
            _settle(person, looked, at=at)
        return _Unpacked(looked, batch, fresh_place)


def is_new_here(person: Person) -> bool:
    """Whether nothing has begun here yet, so that the settings of the export are the only ones that somebody chose."""
    return person.welcomed_at is None and not Ask.objects.of(person).exists()


def imports_of(person: Person, file: BinaryIO) -> list[Import]:
    """What was brought in from this export, the latest first: its rows can come anew after some were deleted."""
    return list(Import.objects.of(person).filter(pk__in=_batch_ids(person, file)).newest_first())


def _begin(person: Person, file: BinaryIO, *, name: str, at: datetime) -> Import:
    """The record of an import that is coming in."""
    taken = {one.pk for one in imports_of(person, file)}
    free = next(pk for pk in _batch_ids(person, file) if pk not in taken)
    kind, state = ImportKind.EXPORT, ImportState.COMING
    return Import.objects.create(id=free, person=person, at=at, arrived=at, name=name, kind=kind, state=state)


def _batch_ids(person: Person, file: BinaryIO) -> list[UUID]:
    """The ids of the imports of this file, for each time it is brought in; only the person's key tells which file."""
    file.seek(0)
    digest = hmac.new(keyring().key_of(person.pk), digestmod=hashlib.sha256)
    while part := file.read(MEGABYTE):
        digest.update(part)
    return [uuid5(person.pk, f"{digest.hexdigest()} {times}") for times in range(_MOST_TIMES)]


def _bring(person: Person, file: BinaryIO, batch: Import) -> None:
    """Save what is new, table by table, and then say that all of it is here."""
    counts: Counter[str] = Counter()
    retold = Retold()
    with open_archive(file) as archive:
        for table, chunks in groupby(in_chunks(person, archive, IN_ONE_GO), key=itemgetter(0)):
            for rows in _owners_first(table, (rows for _, rows in chunks)):
                counts[name_of(table)] += _save(person, table, rows, batch, retold)
                counts[name_of(Plan)] -= _complete(person, table, rows, retold)
    counts[name_of(Answer)] -= join_last_answers(person, retold)
    batch.state, batch.counts, batch.rows = ImportState.HERE, dict(counts), counts[name_of(Ask)]
    batch.save(update_fields=["state", "counts", "rows"])


def _owners_first(table: type[models.Model], chunks: Iterable[list[Any]]) -> Iterator[list[Any]]:
    """The rows of one table; those that hang on a row of it which has not come yet are put last, all together."""
    own = [field.attname for field in relations_of(table) if field.related_model is table]
    seen: set[UUID] = set()
    late: list[Any] = []
    for rows in chunks:
        seen.update(row.pk for row in rows if own)
        waits = [row for row in rows if any(getattr(row, name) not in seen | {None} for name in own)]
        seen.difference_update(row.pk for row in waits)
        late += waits
        yield [row for row in rows if row not in waits] if waits else rows
    if late:
        yield late


def _complete(person: Person, table: type[Any], rows: Sequence[Any], retold: Retold) -> int:
    """Add what only the zip says to what is here by its sheet; returns how many plans are gone for it."""
    if table is Forecast:
        complete_forecasts(person, rows, retold)
    return complete_asks(person, rows, retold) if table is Ask else 0


def _save(person: Person, table: type[models.Model], rows: Sequence[Any], batch: Import, retold: Retold) -> int:
    """Save those of these rows that are not here yet; returns how many. They are sealed before anybody has to wait."""
    names = set(sealed_fields(table))
    for field in table._meta.concrete_fields:
        for row in rows if field.attname in names else ():
            setattr(row, field.attname, field.pre_save(row, add=True))
    with transaction.atomic():
        fresh, _, _ = known_and_new(person, table, rows, retold)
        table._default_manager.bulk_create(fresh)
        record_arrivals(person, batch.pk, fresh)
    return len(fresh)


def _settle(person: Person, looked: Looked, *, at: datetime) -> None:
    """Bring the settings back into a place where nothing had begun."""
    for name, value in looked.settings.items():
        setattr(person, name, value)
    person.welcomed_at = at if looked.welcomed else None
    person.save(update_fields=[*looked.settings, "welcomed_at"])
