"""The key file: one key a person, wrapped by the instance's secret, beside the database and never in it."""

import base64
import errno
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final, TypedDict, cast
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from filelock import FileLock

NONCE_BYTES = 12
_NAMELESS: Final[int] = getattr(os, "O_TMPFILE", 0)


class KeyMissing(LookupError):
    """There is no key of this person: it was erased, or the key file is not the one that belongs to the data."""


class _Content(TypedDict):
    """The file as JSON: wrapped keys by person, and the persons erased, whom a restore must not bring back."""

    version: int
    persons: dict[str, str]
    erased: list[str]


@dataclass(slots=True)
class Keyring:
    """The keys in `path`. Reads follow the file: a key that another process made is found."""

    path: Path
    secret: str
    _opened: dict[UUID, bytes] = field(default_factory=dict)
    _stamp: int = 0

    def key_of(self, person: UUID) -> bytes:
        """The 32 bytes that seal and open this person's words. Raises KeyMissing."""
        stamp = self.path.stat().st_mtime_ns if self.path.exists() else 0
        if stamp != self._stamp:
            self._opened.clear()
            self._stamp = stamp
        if person not in self._opened:
            self._opened[person] = self._unwrap(person)
        return self._opened[person]

    def make(self, person: UUID) -> None:
        """Give this person a key; one who has a key keeps it. Raises KeyMissing for somebody erased."""
        with self._writing() as content:
            if str(person) in content["erased"]:
                raise KeyMissing("this person was erased; a new one starts afresh")
            if str(person) not in content["persons"]:
                content["persons"][str(person)] = self._wrap(person, ChaCha20Poly1305.generate_key())
                self._write(content)

    def forget(self, person: UUID) -> None:
        """Destroy this person's key and remember that it was; nothing they typed can be read again."""
        with self._writing() as content:
            content["persons"].pop(str(person), None)
            content["erased"] = sorted({*content["erased"], str(person)})
            self._write(content)

    def persons(self) -> frozenset[UUID]:
        """Everybody who has a key here."""
        return frozenset(UUID(person) for person in self._read()["persons"])

    def erased(self) -> frozenset[UUID]:
        """Everybody who was erased from this installation."""
        return frozenset(UUID(person) for person in self._read()["erased"])

    def _writing(self) -> "_Writing":
        return _Writing(self)

    def _read(self) -> _Content:
        """What the file says. Raises KeyMissing where it's not what we wrote."""
        try:
            content = json.loads(self.path.read_text(encoding="ascii"))
        except FileNotFoundError:
            return {"version": 1, "persons": {}, "erased": []}
        except (OSError, ValueError) as error:
            raise KeyMissing("the key file is damaged or can't be read") from error
        if not isinstance(content, dict) or not _fits(content):
            raise KeyMissing("the key file is damaged")
        return cast(_Content, content)

    def _write(self, content: _Content) -> None:
        write_atomically(self.path, json.dumps(content, indent=1, sort_keys=True).encode("ascii"))

    def _wrapping(self) -> ChaCha20Poly1305:
        if not self.secret:
            raise KeyMissing("the instance has no secret: set UNFLINCH_SECRET or UNFLINCH_SECRET_FILE")
        derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"unflinch: wrapping of person keys")
        return ChaCha20Poly1305(derive.derive(self.secret.encode()))

    def _wrap(self, person: UUID, key: bytes) -> str:
        nonce = os.urandom(NONCE_BYTES)
        return base64.b64encode(nonce + self._wrapping().encrypt(nonce, key, person.bytes)).decode("ascii")

    def _unwrap(self, person: UUID) -> bytes:
        wrapped = self._read()["persons"].get(str(person))
        if wrapped is None:
            raise KeyMissing("there is no key for this person in the key file")
        blob = base64.b64decode(wrapped)
        try:
            return self._wrapping().decrypt(blob[:NONCE_BYTES], blob[NONCE_BYTES:], person.bytes)
        except InvalidTag as error:
            raise KeyMissing("keys.json and instance.key don't belong together") from error


def _fits(content: dict[str, Any]) -> bool:
    """Whether it has the shape of the file: wrapped keys by person, and a list of the erased, each with a proper id."""
    persons, erased = content.get("persons"), content.get("erased")
    if not isinstance(persons, dict) or not isinstance(erased, list):
        return False
    try:
        ids = [UUID(person) for person in (*persons, *erased)]
        wrapped = [base64.b64decode(key, validate=True) for key in persons.values()]
    except (ValueError, TypeError, AttributeError):
        return False
    return len(wrapped) <= len(ids)


class _Writing:
    """One writer at a time: the lock is held from reading the file to replacing it."""

    def __init__(self, ring: Keyring) -> None:
        self.ring = ring
        self.lock = FileLock(f"{ring.path}.lock", mode=0o600)

    def __enter__(self) -> _Content:
        self.ring.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.lock.acquire()
        try:
            return self.ring._read()
        except KeyMissing:
            self.lock.release()
            raise

    def __exit__(self, *_: object) -> None:
        self.lock.release()


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` as a whole, readable by its owner only. Raises OSError as `replacing` does."""
    with replacing_file(path) as file:
        file.write(content)


@contextmanager
def replacing_file(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of `path` at the end, as a whole, readable by its owner only.

    After a crash the old file stands or the new one; after an error the old one, and nothing is left beside it. Raises
    OSError for what is no ordinary file: a folder or a device is never replaced.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is not an ordinary file", str(path))
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
    try:
        descriptor, is_named = _opened(beside)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            if not is_named:
                # Only with a folder named, here one that an absolute path makes no use of, does it follow the link.
                os.link(f"/proc/self/fd/{file.fileno()}", beside, src_dir_fd=file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _opened(beside: Path) -> tuple[int, bool]:
    """A file of its owner's alone, and whether it has its name yet: on Linux a kill leaves no file without a name."""
    if _NAMELESS and Path("/proc/self/fd").exists():
        try:
            return os.open(beside.parent, os.O_WRONLY | _NAMELESS, 0o600), False
        except OSError as error:
            if error.errno not in (errno.EOPNOTSUPP, errno.EISDIR):
                raise
    return os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), True
