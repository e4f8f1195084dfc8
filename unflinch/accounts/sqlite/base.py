"""Django's SQLite, with a fair queue in front of the write lock, and ids and moments that are quick to read.

Whoever finds the lock taken sleeps inside SQLite and tries again, and whoever comes later may be luckier: under many
writers one waits for seconds. Here the threads of one process line up first; SQLite's own waiting remains for others.
"""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3.operations import DatabaseOperations
from django.db.utils import OperationalError
from django.utils.dateparse import parse_datetime

from unflinch.accounts.sqlite.queue import queue_of

_LETTERS_OF_AN_ID: Final = 32
WRITES: Final = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def _moment(text: bytes) -> datetime | None:
    """What is written of a moment, which is in UTC and doesn't say so; what is written otherwise is left to Django."""
    written = text.decode()
    try:
        return datetime.fromisoformat(f"{written}+00:00")
    except ValueError:
        return parse_datetime(written)


# Django reads a moment without its zone and then asks its settings which it has, for each anew.
sqlite3.register_converter("datetime", _moment)


class _Operations(DatabaseOperations):
    """SQLite has text for a moment and an id. Made the usual way, these are a third of what reading a history costs."""

    def convert_datetimefield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if value.__class__ is datetime and value.tzinfo is UTC:
            return value
        return super().convert_datetimefield_value(value, expression, connection)  # type: ignore[no-untyped-call,unused-ignore]

    def convert_uuidfield_value(self, value: Any, expression: Any, connection: Any) -> UUID | None:
        if value is None or len(value) != _LETTERS_OF_AN_ID:
            return super().convert_uuidfield_value(value, expression, connection)  # type: ignore[no-untyped-call,no-any-return,unused-ignore]
        return UUID(int=int(value, 16))


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that writes when it's its turn: from BEGIN IMMEDIATE to the end of the transaction."""

    ops_class = _Operations

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._has_turn = False
        self._opened: tuple[int, int] | None = None
        self.execute_wrappers.append(self._in_turn)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        made = super().get_new_connection(conn_params)  # type: ignore[no-untyped-call,unused-ignore]
        self._opened = self._file_there()
        return made

    def close_if_unusable_or_obsolete(self) -> None:
        """A file that was moved, deleted or replaced is let go: what is written to it now would be lost."""
        if self.connection is not None and not self.in_atomic_block and self._opened != self._file_there():
            self.close()  # type: ignore[no-untyped-call,unused-ignore]
        super().close_if_unusable_or_obsolete()

    def _file_there(self) -> tuple[int, int] | None:
        """Which file the name leads to at this moment; None for none, or for a database in memory."""
        try:
            found = Path(str(self.settings_dict["NAME"])).stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # the stubs leave it out
        except BaseException:
            self._give_turn()
            raise

    def _commit(self) -> None:
        # A commit that fails leaves the transaction open; Django rolls it back then.
        super()._commit()  # type: ignore[misc]  # the stubs leave it out
        self._give_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # the stubs leave it out
        finally:
            self._give_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # the stubs leave it out
        finally:
            self._give_turn()

    def _in_turn(self, execute: Callable[..., Any], sql: str, parameters: Any, many: bool, context: Any) -> Any:
        """A statement that writes without a transaction is one by itself."""
        if self._has_turn or not self.get_autocommit() or not sql.lstrip().upper().startswith(WRITES):
            return execute(sql, parameters, many, context)
        self._take_turn()
        try:
            return execute(sql, parameters, many, context)
        finally:
            self._give_turn()

    def _take_turn(self) -> None:
        if not self._has_turn:
            if not queue_of(str(self.settings_dict["NAME"])).take():
                raise OperationalError("database is locked: another writer has not ended")
            self._has_turn = True

    def _give_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            queue_of(str(self.settings_dict["NAME"])).give()
