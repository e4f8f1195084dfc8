"""Changing the data folder for a restored one, so that a kill at any moment needs no hand afterwards.

Knows nothing of Django: a start does this first.
"""

import os
import shutil
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

_STAGE: Final = "restoring"
ASIDE: Final = "before-restore"
_READY: Final = "ready"
# The log and the index of the database go with it: beside another one they would be read as its own.
_ASIDE_TOO: Final = ("unflinch.sqlite3-wal", "unflinch.sqlite3-shm", "unflinch.sqlite3-journal")
_FILES: Final = ("unflinch.sqlite3", "keys.json", "instance.key")


class RestoreUnderWay(Exception):
    """The folder is just being changed; the message is a sentence."""


def begin_stage(data: Path) -> Path:
    """An empty place for the new files. Raises OSError."""
    shutil.rmtree(data / _STAGE, ignore_errors=True)
    (data / _STAGE).mkdir(mode=0o700)
    return data / _STAGE / "files"


def set_ready(data: Path) -> None:
    """Say that the new files are whole: from here on they take the places of the old ones, now or at the next start."""
    shutil.rmtree(data / ASIDE, ignore_errors=True)
    (data / _STAGE / _READY).touch(mode=0o600)
    _sync(data / _STAGE)


def restore_lock(data: Path) -> FileLock:
    """Whoever holds this is changing the folder."""
    return FileLock(data / f"{_STAGE}.lock", timeout=0, mode=0o600)


def finish_at_a_start(data: Path) -> None:
    """What a start does before anything else. Raises RestoreUnderWay where another process is just restoring."""
    if (data / _STAGE).exists():
        try:
            with restore_lock(data):
                finish_restore(data)
        except Timeout as error:
            raise RestoreUnderWay("A backup is just being restored here. Wait until that’s done.") from error


def finish_restore(data: Path) -> None:
    """Put staged files in place where they are whole, and drop them where they are not; the old ones go aside."""
    stage, aside = data / _STAGE, data / ASIDE
    if (stage / _READY).exists():
        aside.mkdir(mode=0o700, exist_ok=True)
        if (stage / "files" / _FILES[0]).exists():
            for name in _ASIDE_TOO:
                _move(data / name, aside / name)
        for name in _FILES:
            if (stage / "files" / name).exists():
                _move(data / name, aside / name)
                (stage / "files" / name).replace(data / name)
        _sync(data)
    shutil.rmtree(stage, ignore_errors=True)


def drop_copies(data: Path, *more: str) -> None:
    """Remove what was set aside by a restore, and these folders: an erasure leaves no copy in the data folder."""
    for name in (ASIDE, _STAGE, *more):
        shutil.rmtree(data / name, ignore_errors=True)


def _move(file: Path, to: Path) -> None:
    """Set a file aside, unless that was done before the last kill."""
    if file.exists() and not to.exists():
        file.replace(to)


def _sync(folder: Path) -> None:
    """Have the names in this folder on the disk, where the platform can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
