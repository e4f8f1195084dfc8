"""The file of a backup: a zip of two encrypted parts, the data and the keys. See docs/backup.md."""

import io
import json
import zipfile
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any, Final

import pyrage  # type: ignore[import-untyped]  # it has none

_FORMAT: Final = 1
_ABOUT, _DATA, _KEYS = "read-me.txt", "data.age", "keys.age"
_SENTENCE: Final = (
    b"A backup of Unflinch; `unflinch restore` reads it. Both parts are age files (age-encryption.org), under one\n"
    b"passphrase:\n"
    b"data.age is the SQLite database, keys.age is JSON with what opens the words in it.\n"
)
_FIXED: Final = (1980, 1, 1, 0, 0, 0)


class NotABackup(Exception):
    """The file can't be used; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds. `made_at` is ISO 8601 in UTC, `release` the version of Unflinch that made it."""

    data: bytes
    keys: str
    secret: str
    made_at: str
    release: str


def packed_backup(backup: Backup, passphrase: str) -> bytes:
    """The file. The second part names the sum of the first, so neither can be exchanged for that of another backup."""
    data = pyrage.passphrase.encrypt(backup.data, passphrase)
    said = asdict(backup) | {"format": _FORMAT, "data": sha256(data).hexdigest()}
    return _zipped(data, pyrage.passphrase.encrypt(json.dumps(said).encode(), passphrase))


def unpacked_backup(file: bytes, passphrase: str) -> Backup:
    """What was packed, whole and as it was. Raises NotABackup for everything else, whatever bit of it is not so."""
    data, keys = _parts_in(file)
    try:
        said = json.loads(pyrage.passphrase.decrypt(keys, passphrase))
        plain = pyrage.passphrase.decrypt(data, passphrase)
    except pyrage.DecryptError as error:
        raise NotABackup("The passphrase is wrong, or the file was changed or cut off.") from error
    return _backup_from(said, data, plain)


def _backup_from(said: dict[str, Any], data: bytes, plain: bytes) -> Backup:
    if said.pop("format") != _FORMAT:
        raise NotABackup("This backup was made by a newer Unflinch. Install that one first.")
    if said.pop("data") != sha256(data).hexdigest():
        raise NotABackup("The two parts of this file come from two backups.")
    return Backup(data=plain, **said)


def _zipped(data: bytes, keys: bytes) -> bytes:
    """The same parts always make the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in ((_ABOUT, _SENTENCE), (_DATA, data), (_KEYS, keys)):
            archive.writestr(zipfile.ZipInfo(name, _FIXED), content)
    return out.getvalue()


def _parts_in(file: bytes) -> tuple[bytes, bytes]:
    """The two parts of a file that is exactly what `_zipped` makes of them."""
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            data, keys = archive.read(_DATA), archive.read(_KEYS)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise NotABackup("This isn’t an Unflinch backup, or it was changed or cut off.") from error
    if _zipped(data, keys) != file:
        raise NotABackup("This isn’t an Unflinch backup, or it was changed or cut off.")
    return data, keys
