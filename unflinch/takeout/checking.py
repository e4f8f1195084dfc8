"""What an export holds is checked value by value, by what the models say of their fields, before any of it is taken."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Final
from uuid import UUID
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dateparse import parse_date, parse_datetime, parse_time

from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField
from unflinch.takeout.everything import SETTINGS, fields_of, name_of

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_SHOWN: Final = 60
_AN_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_A_DECIMAL: Final = re.compile(r"-?\d{1,12}(\.\d{1,6})?", re.ASCII)


class Malformed(ValueError):
    """Something of an export is not what it should be; the sentence says what, and where."""


def row_from(person: Person, table: type[models.Model], values: Mapping[str, Any]) -> Any:
    """An unsaved row for this person. Raises Malformed, naming the table, the row and the field."""
    known = {field.attname: field for field in fields_of(table)}
    where = f"{name_of(table)} {shown_value(values.get('id'))}"
    if unknown := values.keys() - known.keys():
        raise Malformed(f"{where} has a field that this Unflinch doesn't know: {shown_value(min(unknown))}.")
    needed = [name for name, field in known.items() if field.primary_key or not (field.has_default() or field.null)]
    if missing := [name for name in needed if name not in values]:
        raise Malformed(f"{where} has no {missing[0]}.")
    content = {name: _checked(where, known[name], value) for name, value in values.items()}
    row = table(person=person, **content)
    try:
        row.clean()
    except ValidationError as error:
        raise Malformed(f"{where}: {' '.join(error.messages)}") from error
    return row


def settings_from(values: Any) -> dict[str, Any]:
    """The settings of a person, each checked. Raises Malformed, naming the one that is wrong."""
    if not isinstance(values, dict):
        raise Malformed("The export says nothing of the settings.")
    known = {name: Person._meta.get_field(name) for name in SETTINGS}
    return {name: _checked("The settings", known[name], values[name]) for name in SETTINGS if name in values}


def _checked(where: str, field: Any, value: Any) -> Any:
    """The value as the field holds it. Raises Malformed for one that it can't hold."""
    try:
        if value is None:
            if field.null:
                return None
            raise ValueError
        read = next(_READERS[kind] for kind in type(field).__mro__ if kind in _READERS)
        found = read(field, value)
        field.run_validators(found)
        if field.choices and found != "" and found not in {code for code, _ in field.flatchoices}:
            raise ValueError
    except (ValueError, TypeError, ArithmeticError, ValidationError) as error:
        raise Malformed(f"{where}: {field.attname} can't be {shown_value(value)}.") from error
    return found


def _text(_: Any, value: Any) -> str:
    """A text that both databases can hold."""
    if type(value) is not str or "\x00" in value:
        raise ValueError
    value.encode()
    return value


def _word(field: Any, value: Any) -> str:
    """A short text in the clear: one of the field's list, or empty where that may be."""
    if _text(field, value) == "" and (getattr(field, "needed", False) or field.get_default() != ""):
        raise ValueError
    if field.name == "zone" and value not in _zones():
        raise ValueError
    return str(value)


def _words(field: Any, value: Any) -> Any:
    """A list in the clear: words of the field's list, or whatever the row's own `clean` says of it."""
    known = getattr(field, "known", None)
    if known is not None and not (type(value) is list and all(type(one) is str and one in known for one in value)):
        raise ValueError
    return value


def _identifier(_: Any, value: Any) -> UUID:
    if type(value) is not str or not _AN_ID.fullmatch(value):
        raise ValueError
    return UUID(value)


def _moment(field: Any, value: Any) -> datetime:
    found = parse_datetime(_text(field, value))
    if found is None or found.tzinfo is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise ValueError
    return found.astimezone(UTC)


def _day(field: Any, value: Any) -> date:
    found = parse_date(_text(field, value))
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise ValueError
    return found


def _clock(field: Any, value: Any) -> time:
    found = parse_time(_text(field, value))
    if found is None or found.tzinfo is not None:
        raise ValueError
    return found


def _decimal(field: Any, value: Any) -> Decimal:
    if not _A_DECIMAL.fullmatch(_text(field, value)):
        raise InvalidOperation
    return Decimal(value)


def _exactly(kind: type) -> Callable[[Any, Any], Any]:
    """A reader of values of this JSON type and no other: a truth is no number."""

    def read(_: Any, value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError
        return value

    return read


@cache
def _zones() -> frozenset[str]:
    """Every time zone that this machine knows."""
    return frozenset(available_timezones())


def shown_value(value: Any) -> str:
    """A value as a sentence can hold it."""
    whole = str(value).encode("utf-8", "replace").decode()
    return f"“{whole[:_SHOWN]}…”" if len(whole) > _SHOWN else f"“{whole}”"


_READERS: Final[Mapping[type, Callable[[Any, Any], Any]]] = {
    SealedTextField: _text,
    models.CharField: _word,
    models.JSONField: _words,
    models.UUIDField: _identifier,
    models.ForeignKey: _identifier,
    models.DateTimeField: _moment,
    models.DateField: _day,
    models.TimeField: _clock,
    models.DecimalField: _decimal,
    models.BooleanField: _exactly(bool),
    models.IntegerField: _exactly(int),
}
