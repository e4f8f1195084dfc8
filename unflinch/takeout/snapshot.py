"""Reading several tables as they stand at one moment, while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """What is read inside is of one moment, and nobody waits for it. Inside a transaction nothing is to be done."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        # Django would begin a writing transaction, and everybody who writes would wait for the whole export.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("COMMIT")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
