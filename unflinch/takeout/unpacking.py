"""Reading an own export back: whole or not at all, and twice is once."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from django.db import IntegrityError, connection, transaction
from django.db.models import ForeignKey

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.takeout.everything import TABLES, Malformed, fields_of, ids_held, name_of, row_from, same
from unflinch.takeout.packing import CONTENT, FORMAT

LARGEST: Final = 256 * 1024 * 1024
AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Unpacked:
    """How many rows came in, how many were here already, and which ids are here with other content."""

    added: int
    known: int
    differing: tuple[str, ...]


def is_export(file: BinaryIO) -> bool:
    """Whether this is one of our zips; the position in the file stays."""
    place = file.tell()
    try:
        with zipfile.ZipFile(file) as archive:
            return CONTENT in archive.namelist()
    except zipfile.BadZipFile:
        return False
    finally:
        file.seek(place)


@transaction.atomic
def unpack(person: Person, file: BinaryIO) -> Unpacked:
    """Take in everything of an export that is not here yet. Raises Malformed and leaves all as it was."""
    tables = tables_in(file)
    added = known = 0
    differing: list[str] = []
    for table in TABLES:
        rows = [row_from(person, table, values) for values in tables.get(name_of(table), [])]
        for start in range(0, len(rows), AT_ONCE):
            batch = rows[start : start + AT_ONCE]
            held = ids_held(table, [row.pk for row in batch])
            fresh = [row for row in batch if row.pk not in held]
            differing += [
                f"{name_of(table)} {row.pk}" for row in batch if row.pk in held and not is_same(held[row.pk], row)
            ]
            added, known = added + len(fresh), known + len(batch) - len(fresh)
            save(table, fresh)
    refuse_strangers_rows(person)
    person.noted()
    return Unpacked(added, known - len(differing), tuple(differing))


def tables_in(file: BinaryIO) -> Mapping[str, list[dict[str, Any]]]:
    """The rows of each table. Raises Malformed where the file is not what an export is."""
    try:
        with zipfile.ZipFile(file) as archive:
            if archive.getinfo(CONTENT).file_size > LARGEST:
                raise Malformed("The export is larger than a lifetime of asks; it was left alone.")
            content = json.loads(archive.read(CONTENT))
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, RecursionError) as error:
        raise Malformed(f"This is no export of Unflinch: {error}") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Malformed("This export has a format that this Unflinch does not know.")
    tables = content.get("tables")
    if not isinstance(tables, dict) or not all(is_rows(rows) for rows in tables.values()):
        raise Malformed("The export holds no tables.")
    if unknown := tables.keys() - {name_of(table) for table in TABLES}:
        raise Malformed(f"The export has a table that this Unflinch does not know: {min(unknown)}")
    return tables


def is_rows(rows: Any) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) and row.get("id") for row in rows)


def is_same(held: Fact, row: Fact) -> bool:
    return held.person_id == row.person_id and same(held, row)


def save(table: type[Fact], rows: list[Fact]) -> None:
    try:
        with transaction.atomic():
            table.objects.bulk_create(rows)
    except IntegrityError as error:
        raise Malformed(f"{name_of(table)}: the rows do not fit together ({error})") from error


def refuse_strangers_rows(person: Person) -> None:
    """Raise Malformed where a row hangs on somebody else's, or on none at all."""
    try:
        connection.check_constraints()
    except IntegrityError as error:
        raise Malformed(f"A row hangs on one that is not in the export ({error})") from error
    for table, field in relations():
        strangers = table.objects.of(person).exclude(**{field.name: None}).exclude(**{f"{field.name}__person": person})
        if strangers.exists():
            raise Malformed(f"{name_of(table)}: a row hangs on one that is somebody else's")


def relations() -> "Iterator[tuple[type[Fact], ForeignKey[Any, Any]]]":
    """Every foreign key from one table of facts to another."""
    for table in TABLES:
        yield from ((table, field) for field in fields_of(table) if isinstance(field, ForeignKey))
