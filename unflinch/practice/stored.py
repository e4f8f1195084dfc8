"""Rows a column at a time, as they are stored: whoever reads ten thousand makes no object of each."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

import numpy as np
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Aggregate, JSONField, QuerySet, TextField
from django.db.models.sql.compiler import SQLCompiler
from numpy.typing import NDArray

from nerve.arrays import Ints

Objects: TypeAlias = NDArray[np.object_]
Moments: TypeAlias = NDArray[np.datetime64]  # microseconds in UTC, or days; NaT for none
MOMENT: Final = "datetime64[us]"
DAY: Final = "datetime64[D]"
NO_LIST: Final = "[]"


class _Gathered(Aggregate):
    """A column of all rows as one JSON array; those that are gathered together are in one order."""

    function = "json_group_array"
    arity = 1
    output_field = TextField()

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> tuple[str, Any]:
        # A list that is JSON already would come taken apart, and not as the one text that it is elsewhere.
        column = self.get_source_expressions()[0]
        text = "::text" if isinstance(column.output_field, JSONField) else ""
        template = f"json_agg((%(expressions)s){text})::text"
        return self.as_sql(compiler, connection, template=template, **context)


def column_table(rows: "QuerySet[Any]", *names: str) -> dict[str, Objects]:
    """These columns of the rows, by name, in one order, but in no particular one.

    The database gathers each of them: a row a time through the driver, and they take half as long again.
    """
    gathered = rows.aggregate(**{f"all_{name}": _Gathered(name) for name in names})
    return {name: as_objects(json.loads(gathered[f"all_{name}"] or NO_LIST)) for name in names}


def as_objects(values: Sequence[Any]) -> Objects:
    """An array of these values as they are."""
    return np.fromiter(values, dtype=np.object_, count=len(values))


def moments(stored: Objects) -> Moments:
    """Moments as they are reckoned with."""
    return np.array([text and text.removesuffix("+00:00") for text in stored.tolist()], MOMENT)


def days(stored: Objects) -> Moments:
    """Days as they are reckoned with."""
    return np.array(stored.tolist(), DAY)


def aware(moments: Moments) -> list[datetime | None]:
    """Moments as the rest of the application has them."""
    found: list[datetime | None] = moments.tolist()
    return [None if moment is None else moment.replace(tzinfo=UTC) for moment in found]


def laid(rows: Ints, values: Objects, *, blank: Any, size: int) -> Objects:
    """A column of `size`: each value in its row, of several for one row the last; blank where there is none."""
    column = np.full(size, blank, dtype=np.object_)
    column[rows] = values
    return column
