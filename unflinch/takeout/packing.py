"""The export: one zip with everything in it, in the format that docs/data-format.md describes."""

import hashlib
import json
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Any, BinaryIO, Final

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from unflinch.accounts.damage import DamagedText
from unflinch.accounts.models import Person
from unflinch.takeout.archive import ABOUT, FORMAT, ROWS_OF, checksum_of
from unflinch.takeout.as_sheet import sheet_of
from unflinch.takeout.everything import EXPORTED, SETTINGS, name_of, table_rows
from unflinch.takeout.snapshot import snapshot

_README: Final = """This is everything that Unflinch held of you.

unflinch.json  what is in here, when it was made, and your settings
tables/        all of it, for programs; `unflinch import` reads it back
diary.csv      your asks and totals, one a row, for a spreadsheet

Nothing in here is encrypted: keep it where you would keep a diary.
Not in here: links to a sheet, which open only where they were given, and files that you sent and did not bring in yet.
"""
_DAMAGED: Final = """
Some of your words couldn't be read any more when this was made. They are empty in here, and all else is complete:
"""


class _Encoder(DjangoJSONEncoder):
    """Moments to the microsecond: Django cuts them to milliseconds, and brought back they would be other ones."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def pack(person: Person, file: BinaryIO, *, at: datetime) -> list[DamagedText]:
    """Write the export of everything into `file`, as it stands at one moment; returns the texts that can't be read."""
    damaged: list[DamagedText] = []
    with snapshot(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        tables = {name_of(table): _write_rows(archive, person, table, damaged) for table in EXPORTED}
        _write(archive, "diary.csv", sheet_of(person))
        about = {
            "format": FORMAT,
            "made": at.isoformat(),
            "release": settings.RELEASE,
            "person": _settings_of(person),
            "tables": tables,
            "damaged": [{"table": one.table, "id": str(one.id), "field": one.field} for one in damaged],
        }
        archive.writestr(ABOUT, json.dumps({**about, "sha256": checksum_of(about)}, indent=1))
        archive.writestr("README.txt", _README + (_DAMAGED + "\n".join(map(str, damaged)) + "\n" if damaged else ""))
    return damaged


def _settings_of(person: Person) -> dict[str, Any]:
    """Whose export it is, and the settings that come back into an empty place."""
    own = {name: getattr(person, name) for name in SETTINGS}
    return {"id": str(person.pk), **own, "welcomed": person.welcomed_at is not None}


def _write_rows(
    archive: zipfile.ZipFile, person: Person, table: type[models.Model], damaged: list[DamagedText]
) -> dict[str, Any]:
    """Write the rows of a table, a line each; returns how many they are and their checksum."""
    encoder = _Encoder(ensure_ascii=False)
    rows = (encoder.encode(row) + "\n" for row in table_rows(person, table, damaged))
    count, digest = _write(archive, ROWS_OF.format(name_of(table)), rows)
    return {"rows": count, "sha256": digest}


def _write(archive: zipfile.ZipFile, name: str, lines: Iterable[str]) -> tuple[int, str]:
    """Write these lines as one file of the zip; returns how many they are and their checksum."""
    digest, count = hashlib.sha256(), 0
    with archive.open(name, "w", force_zip64=True) as file:
        for count, line in enumerate(lines, start=1):  # noqa: B007  # the last number is how many
            part = line.encode()
            digest.update(part)
            file.write(part)
    return count, digest.hexdigest()
