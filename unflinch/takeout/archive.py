"""An export as a file: a zip that is read a row at a time, in bounded memory, whatever is in it."""

import hashlib
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, NoReturn
from uuid import UUID

from unflinch.takeout import first_format
from unflinch.takeout.checking import Malformed, shown_value
from unflinch.takeout.everything import EXPORTED, name_of

FORMAT: Final = 2
ABOUT: Final = "unflinch.json"
ROWS_OF: Final = "tables/{}.jsonl"
MEGABYTE: Final = 1024 * 1024
_LARGEST_ABOUT: Final = MEGABYTE
_LARGEST_DIRECTORY: Final = MEGABYTE
_LONGEST_ROW: Final = 128 * MEGABYTE
_MOST_ROWS: Final = 1_000_000
_MOST_BETWEEN_TEXTS: Final = 64 * 1024  # bytes of a row beside its texts
_MOST_QUOTES: Final = 8192
_TEXTS: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_END_OF_ZIP: Final = struct.Struct("<4s4H2LH")
_LONGEST_COMMENT: Final = 65535
NAMES: Final = {name_of(table): table for table in EXPORTED}
# What Python's zipfile and zlib raise for files that are broken on purpose or by accident.
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, KeyError, ValueError, RecursionError,
    RuntimeError, NotImplementedError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Archive:
    """An open export: `about` is what it says of itself."""

    zip: zipfile.ZipFile
    about: Mapping[str, Any]

    @property
    def origin(self) -> UUID | None:
        """The id of the person who made it; None where the first format did not say."""
        try:
            return UUID(str(self.about["person"]["id"]))
        except (KeyError, ValueError, TypeError):
            return None

    def rows(self, only: Collection[str] = NAMES) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every row of these tables, with its name, owners before what hangs on them. Raises Malformed."""
        with _in_a_sentence():
            for number, (name, row) in enumerate(self._rows(only), start=1):
                if number > _MOST_ROWS:
                    raise Malformed("The export holds more rows than a lifetime of asks; it was left alone.")
                yield name, row

    def _rows(self, only: Collection[str]) -> Iterator[tuple[str, dict[str, Any]]]:
        if self.about["format"] == 1:
            with self.zip.open(ABOUT) as content:
                yield from (row for row in first_format.rows(content, tuple(NAMES)) if row[0] in only)
            return
        tables = self.about["tables"]
        for name in NAMES:
            if name in tables and name in only:
                with self.zip.open(ROWS_OF.format(name)) as content:
                    yield from ((name, row) for row in _read_rows(name, content, tables[name]))


def is_export(file: BinaryIO) -> bool:
    """Whether this is one of our zips; the position in the file stays."""
    place = file.tell()
    try:
        with _unzipped(file) as archive:
            return ABOUT in archive.namelist()
    except Malformed:
        return False
    finally:
        file.seek(place)


@contextmanager
def open_archive(file: BinaryIO) -> Iterator[Archive]:
    """The export in this file, from its start. Raises Malformed for what is none, or a newer one."""
    file.seek(0)
    with _unzipped(file) as archive:
        with _in_a_sentence():
            about = _about_of(archive)
        yield Archive(archive, about)


@contextmanager
def _unzipped(file: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """The zip in this file. Raises Malformed where it is none, or not packed as an export is."""
    _refuse_large_directory(file)
    with _in_a_sentence():
        archive = zipfile.ZipFile(file)
    with archive:
        for member in archive.infolist():
            if member.flag_bits & 1:
                raise Malformed("This zip is locked with a password; an export of Unflinch never is.")
            if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise Malformed("This zip is packed in a way that an export of Unflinch never is.")
        yield archive


def _refuse_large_directory(file: BinaryIO) -> None:
    """Raise Malformed where the list of what is in the zip is itself too large to be read."""
    file.seek(0, 2)
    start = max(0, file.tell() - _LONGEST_COMMENT - _END_OF_ZIP.size)
    file.seek(start)
    tail = file.read()
    file.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END_OF_ZIP.size:
        raise Malformed("This is no export of Unflinch: it is not a zip file, or not the whole of one.")
    size = _END_OF_ZIP.unpack_from(tail, at)[5]
    if size > _LARGEST_DIRECTORY or b"PK\x06\x07" in tail[max(0, at - 20) : at]:
        raise Malformed("This is no export of Unflinch: far too many files are in it.")


def _about_of(archive: zipfile.ZipFile) -> Mapping[str, Any]:
    """What the export says of itself: its format, when and by whom it was made, its tables and their checksums."""
    if archive.getinfo(ABOUT).file_size > _LARGEST_ABOUT:
        with archive.open(ABOUT) as content:
            return _known_format(first_format.first_format_header(content))
    about = json.loads(archive.read(ABOUT), parse_constant=_refuse_constant)
    if not isinstance(about, dict):
        raise Malformed("This is no export of Unflinch.")
    if _known_format(about)["format"] == FORMAT:
        _refuse_changed(about)
    return about


def _known_format(about: Mapping[str, Any]) -> Mapping[str, Any]:
    number = about.get("format")
    if type(number) is int and number > FORMAT:
        raise Malformed("This export was made by a newer Unflinch. Update this one first, and then bring it in.")
    if type(number) is not int or number < 1:
        raise Malformed("This export has a format that this Unflinch doesn't know.")
    return about


def _refuse_changed(about: Mapping[str, Any]) -> None:
    """Raise Malformed where the checksum is another one, or the tables are not what they should be."""
    if about.get("sha256") != checksum_of(about):
        raise Malformed("This export is damaged: its checksum is another one than when it was made.")
    tables = about.get("tables")
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise Malformed("The export holds no tables.")
    if unknown := tables.keys() - NAMES.keys():
        raise Malformed(f"The export has a table that this Unflinch doesn't know: {shown_value(min(unknown))}.")


def checksum_of(about: Mapping[str, Any]) -> str:
    """The checksum of what an export says of itself, written down in one way only; its own checksum is left out."""
    rest = {name: value for name, value in about.items() if name != "sha256"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _read_rows(name: str, content: Any, said: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of one table, a line each. Raises Malformed at the end where they are not those that were written."""
    digest, count = hashlib.sha256(), 0
    while line := content.readline(_LONGEST_ROW + 1):
        digest.update(line)
        count += 1
        yield _read_row(name, count, line)
    if digest.hexdigest() != said.get("sha256") or count != said.get("rows"):
        raise Malformed(f"This export is damaged: {name} is not as it was when it was made.")


def _read_row(name: str, number: int, line: bytes) -> dict[str, Any]:
    """One row. What stands between its texts is counted first: brackets take far more room read than written."""
    quotes = line.count(b'"') - line.count(b'\\"')
    if len(line) > _LONGEST_ROW or quotes > _MOST_QUOTES or len(_TEXTS.sub(b'""', line)) > _MOST_BETWEEN_TEXTS:
        raise Malformed(f"{name}, row {number}, holds more than a row can.")
    row = json.loads(line, parse_constant=_refuse_constant)
    if not isinstance(row, dict):
        raise Malformed(f"{name}, row {number}, is no row.")
    return row


def _refuse_constant(name: str) -> NoReturn:
    raise Malformed(f"{name} is no number that a row can hold.")


@contextmanager
def _in_a_sentence() -> Iterator[None]:
    """Whatever is wrong with the file, Malformed says it; what is said in full already stays as it is."""
    try:
        yield
    except Malformed:
        raise
    except _BROKEN as error:
        raise Malformed(f"This is no export of Unflinch, or it is damaged ({shown_value(error)}).") from error
