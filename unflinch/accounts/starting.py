"""What must be true before personal mode does anything: tables that are up to date and one person."""

from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from unflinch.accounts.models import Person

LOCALTIME = Path("/etc/localtime")


def make_ready(*, at: datetime) -> Person:
    """Migrate the data where it is behind, and return the one person, begun now if nobody was there."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
    return Person.objects.only_one() or Person.objects.begin(at=at, zone=zone_of_this_machine())


def zone_of_this_machine() -> str:
    """The name of this machine's time zone, or UTC where it does not tell; the first page asks the browser again."""
    _, found, name = str(LOCALTIME.resolve()).partition("zoneinfo/")
    return name if found else "UTC"
