"""Whether every value in the SQLite file is one of its kind: a day a day, a number a number.

SQLite takes any value into any column, and reading a wrong one may fail deep inside a page, or give nothing at all.
"""

from collections.abc import Iterator
from typing import Any, Final

from django.apps import apps
from django.db import DatabaseError, connection, models

# What is wrong with a value of each kind, in SQLite's words; sealed texts are bytes and are looked at elsewhere.
_WRONG: Final = {
    models.DateField: "typeof({0}) <> 'text' OR julianday({0}) IS NULL",
    models.BooleanField: "{0} NOT IN (0, 1)",
    models.IntegerField: "typeof({0}) <> 'integer'",
    models.FloatField: "typeof({0}) NOT IN ('real', 'integer')",
    models.UUIDField: "typeof({0}) <> 'text' OR length({0}) <> 32",
    models.JSONField: "NOT json_valid({0})",
    models.CharField: "typeof({0}) <> 'text'",
    models.TextField: "typeof({0}) <> 'text'",
}


def unreadable_tables() -> Iterator[str]:
    """The tables that hold a row with a value that is none of its column's kind, or that can't be read at all."""
    for table in apps.get_models():
        if not _reads(table):
            yield table._meta.label_lower


def _reads(table: type[models.Model]) -> bool:
    """Whether no row of this table has a wrong value."""
    wrong = [words for field in table._meta.concrete_fields for words in _wrong_values(field)]
    statement = f"SELECT count(*) FROM {_quoted(table._meta.db_table)} WHERE {' OR '.join(wrong) or '0'}"  # noqa: S608  # names of ours
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return bool(cursor.fetchone() == (0,))
    except DatabaseError:
        return False


def _wrong_values(field: Any) -> Iterator[str]:
    """The condition that a wrong value of this field fulfils, where its kind has one; nothing at all is never wrong."""
    kind = field.target_field if isinstance(field, models.ForeignKey) else field
    column = _quoted(field.column)
    for known, words in _WRONG.items():
        if isinstance(kind, known):
            yield f"({column} IS NOT NULL AND ({words.format(column)}))"
            return


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
