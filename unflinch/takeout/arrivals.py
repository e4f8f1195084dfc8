"""Which rows came with which file, and whether one of them was changed since."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final
from uuid import UUID

from django.db import models

from unflinch.accounts.models import Person
from unflinch.takeout.everything import AT_ONCE, EXPORTED, TABLES, name_of
from unflinch.takeout.models import Arrival

_ID_BYTES: Final = 16
_MARK_BYTES: Final = 8
# Which import a row belongs to is no content of it.
_NOT_MARKED: Final = frozenset({"person", "batch"})

# By table: the id of each row that came, and its mark then; None where none was taken.
Came = dict[type[models.Model], dict[UUID, bytes | None]]


def record_arrivals(person: Person, batch: UUID, rows: Iterable[models.Model]) -> None:
    """Remember that these rows, saved a moment ago, came with this import, and how they stand."""
    by_table: dict[type[models.Model], list[UUID]] = {}
    for row in rows:
        by_table.setdefault(type(row), []).append(row.pk)
    for table, ids in by_table.items():
        for part in id_batches(ids):
            packed = b"".join(pk.bytes + mark for pk, mark in _marks(table, part))
            Arrival.objects.create(person=person, batch=batch, table=name_of(table), rows=packed)


def came_with(person: Person, batch: UUID) -> Came:
    """What came with this import and is still here: what was remembered, and whatever has it as its batch."""
    came: Came = {table: {} for table in EXPORTED}
    for table in TABLES:
        came[table] = dict.fromkeys(table.objects.of(person).filter(batch=batch).values_list("pk", flat=True))
    tables = {name_of(table): table for table in EXPORTED}
    arrivals = Arrival.objects.filter(person=person, batch=batch)
    for name, rows in arrivals.values_list("table", "rows").iterator():
        came[tables[name]].update(_still_here(tables[name], _unpacked(bytes(rows))))
    return came


def _still_here(table: type[models.Model], rows: dict[UUID, bytes | None]) -> dict[UUID, bytes | None]:
    """Those of these rows that neither the person nor a later file has removed since."""
    found = (table._default_manager.filter(pk__in=part).values_list("pk", flat=True) for part in id_batches(list(rows)))
    return {pk: rows[pk] for part in found for pk in part}


def changed(table: type[models.Model], came: dict[UUID, bytes | None]) -> Iterator[UUID]:
    """Those of these rows that were changed since."""
    for part in id_batches([pk for pk, mark in came.items() if mark is not None]):
        yield from (pk for pk, mark in _marks(table, part) if mark != came[pk])


def _marks(table: type[models.Model], ids: Sequence[UUID]) -> Iterator[tuple[UUID, bytes]]:
    """The mark of each of these rows as it is stored: what is sealed stays closed, and each saving seals it anew."""
    names = [field.attname for field in table._meta.concrete_fields if field.name not in _NOT_MARKED]
    for row in table._default_manager.filter(pk__in=ids):
        values = (_plain(row.__dict__[name]) for name in names)
        yield row.pk, hashlib.blake2b("\x1f".join(values).encode(), digest_size=_MARK_BYTES).digest()


def _plain(value: Any) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def _unpacked(rows: bytes) -> dict[UUID, bytes | None]:
    """The ids and their marks again."""
    size = _ID_BYTES + _MARK_BYTES
    starts = range(0, len(rows), size)
    return {UUID(bytes=rows[at : at + _ID_BYTES]): rows[at + _ID_BYTES : at + size] for at in starts}


def id_batches(ids: Sequence[UUID], size: int = AT_ONCE) -> Iterator[Sequence[UUID]]:
    """These ids, at most `size` at a time."""
    return (ids[start : start + size] for start in range(0, len(ids), size))
