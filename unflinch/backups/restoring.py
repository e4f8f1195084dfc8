"""A backup in place of what is here."""

import json
from pathlib import Path

from django.conf import settings
from django.db import connections
from filelock import FileLock, Timeout

from unflinch.accounts.keyring import KeyMissing
from unflinch.accounts.sealed import keyring
from unflinch.backups.archive import Backup, NotABackup, unpacked_backup
from unflinch.backups.making import try_out
from unflinch.backups.staged import begin_stage, finish_restore, restore_lock, set_ready


def restore(file: bytes, passphrase: str) -> Backup:
    """Replace the data by the backup, and return what it says of itself; the data from before is set aside.

    Raises NotABackup, with a sentence, for what can't be used, and while Unflinch runs; then everything stays.
    """
    backup = unpacked_backup(file, passphrase)
    try:
        with FileLock(Path(settings.DATA) / "running.lock", timeout=0), restore_lock(settings.DATA):
            staged = begin_stage(settings.DATA)
            try_out(backup, staged)
            _stay_erased(staged / "keys.json")
            connections.close_all()
            set_ready(settings.DATA)
            finish_restore(settings.DATA)
    except Timeout as error:
        raise NotABackup("Unflinch is running on this data. Stop it first.") from error
    return backup


def _stay_erased(keys: Path) -> None:
    """Take the keys of those who were erased here since; the next start removes their rows."""
    try:
        erased = {str(person) for person in keyring().erased()}
    except KeyMissing:  # what is here is damaged: that may be why somebody restores
        erased = set()
    content = json.loads(keys.read_text(encoding="ascii"))
    content["erased"] = sorted({*content["erased"], *erased})
    content["persons"] = {person: key for person, key in content["persons"].items() if person not in content["erased"]}
    keys.write_text(json.dumps(content, indent=1, sort_keys=True), encoding="ascii")
