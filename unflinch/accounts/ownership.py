"""Files that only their owner can read."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_PRIVATE: Final = (
    *("instance.key", "keys.json", "keys.json.lock", "running", "running.lock", "starting.lock"),
    *("unflinch.sqlite3", "unflinch.sqlite3-wal", "unflinch.sqlite3-shm", "unflinch.sqlite3-journal"),
)
_OTHERS: Final = 0o077


def own_files_only() -> None:
    """From now on every file that this process makes is its owner's alone."""
    os.umask(_OTHERS)


def open_to_others(data: Path) -> Iterator[Path]:
    """Our files in this folder that others on this machine may read."""
    if os.name == "posix":
        for file in (data / name for name in _PRIVATE):
            if file.exists() and file.stat().st_mode & _OTHERS:
                yield file


def keep_private(data: Path) -> None:
    """Close what an earlier release left open. What isn't ours to change stays, and `doctor` names it."""
    for file in open_to_others(data):
        if file.stat().st_uid == os.geteuid():
            file.chmod(file.stat().st_mode & ~_OTHERS)
