"""The data folder of personal mode and the secret that belongs to it. Knows nothing of Django."""

import secrets
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from unflinch.accounts.keyring import write_atomically

_SECRET_BYTES: Final = 32
_SECONDS_FOR_ANOTHER_START: Final = 120
# What the secret opens. A new secret beside these would only hide that the old one is missing.
_OPENED_BY_IT: Final = ("keys.json", "unflinch.sqlite3")


class NotReady(Exception):
    """The data can't be used as it is; the message is a sentence that says what to do."""


def secret_file(data: Path) -> Path:
    """The file that holds this folder's secret, made with the folder at the very first start. Raises NotReady."""
    file = data / "instance.key"
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not file.exists():
            with folder_lock(data):
                _make_secret(file)
        secret = file.read_bytes()
    except OSError as error:
        raise NotReady(
            f"{data} can't be used: {error.strerror}. Mend that, or name another folder with --data."
        ) from error
    if not secret.strip() or not secret.isascii():
        raise NotReady(f"{file} is empty or damaged. Bring it back from a backup, together with keys.json.")
    return file


def _make_secret(file: Path) -> None:
    """Make the secret, unless another start has just done so or something is there that needs the lost one."""
    if file.exists():
        return
    orphans = [name for name in _OPENED_BY_IT if holds_something(file.with_name(name))]
    if orphans:
        raise NotReady(
            f"{file} is missing, and what you typed can't be opened without it. Bring it back from a backup, together "
            f"with keys.json. To begin anew instead, move {' and '.join(orphans)} somewhere else first."
        )
    write_atomically(file, secrets.token_urlsafe(_SECRET_BYTES).encode("ascii"))


def folder_lock(data: Path) -> FileLock:
    """A lock for what only one start may do: making the folder ready. Entering it waits, and raises NotReady."""
    return _Lock(data / "starting.lock", timeout=_SECONDS_FOR_ANOTHER_START, mode=0o600)


def holds_something(file: Path) -> bool:
    return file.is_dir() or (file.exists() and file.stat().st_size > 0)


class _Lock(FileLock):
    def __enter__(self) -> "_Lock":
        try:
            self.acquire()
        except Timeout as error:
            raise NotReady("Another Unflinch is making this folder ready. Start again in a minute.") from error
        return self
