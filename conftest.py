"""The cast: Mira practises; Jonas is a stranger to what is hers. Each test has a key file of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import Client

from unflinch.accounts.models import Person

# Today's card hangs on who it is for: Mira is the same in each run, so that red means a change.
MIRA = UUID("6d697261-0000-4000-8000-000000000001")
MONDAY = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix(request) -> None:
    """Workers on PostgreSQL need names that differ; on SQLite each has its database in its own memory.

    The plugin leaves only Django's own SQLite in memory: it would give ours a file, in a folder that isn't there.
    """
    worker = getattr(request.config, "workerinput", {}).get("workerid")
    for settings in connections.settings.values():
        if worker and not settings["ENGINE"].endswith("sqlite"):
            settings["TEST"]["NAME"] = f"test_{settings['NAME']}_{worker}"


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path: Path) -> Iterator[None]:
    settings.DATA = tmp_path
    settings.KEYRING = tmp_path / "keys.json"
    settings.INSTANCE_SECRET = "a secret for tests"
    settings.SECRET_KEY = "a signing key for tests"
    yield
    cache.clear()


@pytest.fixture
def now() -> datetime:
    return MONDAY


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> SimpleNamespace:
    """What the server's clock says; a test moves it by `clock.at`."""
    told = SimpleNamespace(at=now)
    monkeypatch.setattr("unflinch.shell.clock.timezone.now", lambda: told.at)
    return told


@pytest.fixture
def mira(db, now: datetime) -> Person:
    person = Person.objects.begin(id=MIRA, at=now, zone="Europe/Berlin")
    person.welcome(zone="Europe/Berlin", at=now)
    return person


@pytest.fixture
def jonas(mira: Person, now: datetime) -> Person:
    return Person.objects.begin(at=now.replace(year=now.year + 1))


@pytest.fixture
def browser_of_mira(mira: Person) -> Client:
    """A client on the loopback, where the one person is signed in."""
    return Client(SERVER_NAME="127.0.0.1")
