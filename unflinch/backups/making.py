"""Making a backup while everything runs: a copy of one moment, tried before it counts."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection
from filelock import FileLock

from unflinch.accounts.keyring import replacing_file
from unflinch.backups.archive import Backup, NotABackup, packed_backup, unpacked_backup

WORKSHOP: Final = "backing-up"
_DATABASE, _KEYS, _SECRET = "unflinch.sqlite3", "keys.json", "instance.key"


def back_up(file: Path, passphrase: str, *, at: datetime) -> int:
    """Write a backup to `file` and return its size in bytes; the file takes its place only once a trial has opened it.

    Raises NotABackup, with a sentence, where there is nothing to back up this way or the trial fails; then whatever
    was at `file` stays.
    """
    if connection.vendor != "sqlite":
        raise NotABackup("Your data is in PostgreSQL: back it up with pg_dump, and keys.json and instance.key with it.")
    with _workshop() as folder:
        # The data first: a person who is erased in between is in the list of the erased, and stays erased.
        data = _copy_of_the_database(folder / _DATABASE)
        keys, secret = (Path(settings.DATA, name).read_text(encoding="ascii") for name in (_KEYS, _SECRET))
        made = Backup(data, keys, secret, made_at=at.isoformat(), release=settings.RELEASE)
        content = packed_backup(made, passphrase)
        try_out(unpacked_backup(content, passphrase), folder / "trial")
    with replacing_file(file) as out:
        out.write(content)
    return len(content)


def try_out(backup: Backup, folder: Path) -> None:
    """Put a backup into an empty folder and have the doctor look at it there. Raises NotABackup for what isn't well."""
    _lay_out(backup, folder)
    # Our own program, and a folder of ours.
    doctor = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "unflinch.cli", "--data", str(folder), "doctor"],
        env={name: value for name, value in os.environ.items() if not name.startswith("UNFLINCH_")},
        capture_output=True,
        text=True,
        check=False,
    )
    if doctor.returncode:
        ill = [line for line in doctor.stdout.splitlines() if line.startswith("LOOK")] or doctor.stderr.splitlines()
        raise NotABackup(f"The data in it isn’t well: {' '.join(ill).replace(str(folder), 'the backup')}")


def _lay_out(backup: Backup, folder: Path) -> None:
    """The files of a data folder, as the backup holds them."""
    folder.mkdir(mode=0o700)
    for name, content in (
        (_DATABASE, backup.data),
        (_KEYS, backup.keys.encode("ascii")),
        (_SECRET, backup.secret.encode("ascii")),
    ):
        with replacing_file(folder / name) as out:
            out.write(content)


def _copy_of_the_database(to: Path) -> bytes:
    """The database as it is at one moment; whoever writes meanwhile waits for nothing."""
    source = Path(str(settings.DATABASES["default"]["NAME"]))
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as theirs,
        closing(sqlite3.connect(to)) as ours,
    ):
        theirs.backup(ours)
    return to.read_bytes()


@contextmanager
def _workshop() -> Iterator[Path]:
    """A folder beside the data that holds copies while they are made; what a kill left there goes first."""
    folder = Path(settings.DATA) / WORKSHOP
    with FileLock(f"{folder}.lock", mode=0o600):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
