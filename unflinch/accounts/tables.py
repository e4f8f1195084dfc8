"""The tables: made all at once where there are none yet, and brought up to date where some are behind."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, models, router
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def make_tables() -> None:
    """Make or change whatever the models need. A first start is cut off whole: then there are no tables at all."""
    if not connection.introspection.table_names():
        _make_all_at_once()
    elif known_migrations() - applied_migrations():
        with _old_tables_come_back():
            call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def _old_tables_come_back() -> Iterator[None]:
    """Where not every step succeeds, the database is as it was before the first, so that the release before it opens.

    PostgreSQL is left as it stands: whoever hosts it has its own backup.
    """
    if connection.vendor != "sqlite":
        yield
        return
    database = Path(str(settings.DATABASES["default"]["NAME"]))
    copy = database.with_name(f"before-migration-{database.name}")
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(copy)) as ours:
        connection.ensure_connection()
        connection.connection.backup(ours)
    done = False
    try:
        yield
        done = True
    finally:
        if not done:
            connection.close()
            for beside in ("-wal", "-shm", "-journal"):
                database.with_name(f"{database.name}{beside}").unlink(missing_ok=True)
            copy.replace(database)
        copy.unlink(missing_ok=True)


def applied_migrations() -> set[tuple[str, str]]:
    """The migrations that were made on this database, each as app and name."""
    return set(MigrationRecorder(connection).applied_migrations())


def known_migrations() -> set[tuple[str, str]]:
    """The migrations of this release, each as app and name."""
    return set(MigrationLoader(None).disk_migrations)


def _make_all_at_once() -> None:
    """The tables as they are today, with every migration noted as done.

    Walking through the migrations builds all models anew for each step, which takes most of a first start.
    """
    recorder = MigrationRecorder(connection)
    with connection.schema_editor() as editor:
        for model in _models():
            editor.create_model(model)
        editor.create_model(recorder.Migration)
        recorder.migration_qs.bulk_create(
            recorder.Migration(app=app, name=name) for app, name in sorted(known_migrations())
        )
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)


def _models() -> Iterator[type[models.Model]]:
    """Every model that has a table; those of many to many come with their owners."""
    for app in apps.get_app_configs():
        for model in router.get_migratable_models(app, connection.alias):
            if model._meta.can_migrate(connection):
                yield model
