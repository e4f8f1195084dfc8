"""All that is held of a person, as plain values, and back: the one list of tables that export, import and erase use."""

from collections.abc import Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField
from unflinch.care.models import Pause
from unflinch.challenges.models import OwnChallenge
from unflinch.practice.models import (
    Answer,
    Aside,
    Ask,
    Debrief,
    Echo,
    Energy,
    Forecast,
    Plan,
    Programme,
    Rule,
    Tally,
    WeekReview,
    Wish,
)
from unflinch.questionnaires.models import Filled

# Owners before what hangs on them.
TABLES: Final[tuple[type[Fact], ...]] = (
    *(Pause, OwnChallenge, Programme, Rule, Plan, Ask, Forecast, Answer, Debrief, Echo),
    *(Wish, Energy, Aside, Tally, WeekReview, Filled),
)
CLOCK: Final = ("zone", "day_ends", "silence_days", "country")


class Malformed(ValueError):
    """A row of an export that is not of its table; the sentence says which."""


def name_of(table: type[Fact]) -> str:
    """The table's name in an export: `practice.ask`."""
    return table._meta.label_lower


def rows_of(person: Person, table: type[Fact]) -> Iterator[dict[str, Any]]:
    """This person's rows of a table as plain values, opened, oldest first; whose they are is left out."""
    names = [field.attname for field in fields_of(table)]
    for row in table.objects.of(person).order_by("arrived", "id").iterator(chunk_size=500):
        yield {name: getattr(row, name) for name in names}


def row_from(person: Person, table: type[Fact], values: Mapping[str, Any]) -> Fact:
    """An unsaved row for this person. Raises Malformed, naming the field."""
    known = {field.attname: field for field in fields_of(table)}
    if unknown := values.keys() - known.keys():
        raise Malformed(f"{name_of(table)} has no {min(unknown)!r}")
    row = table(person=person, **{name: value_of(known[name], value) for name, value in values.items()})
    known_good = [field.name for field in fields_of(table) if field.is_relation or is_sealed(field)]
    left = [field.name for field in fields_of(table) if field.null and getattr(row, field.attname) is None]
    try:
        row.clean_fields(exclude=[*known_good, *left])
    except ValidationError as error:
        raise Malformed(f"{name_of(table)} {values.get('id')}: {'; '.join(error.messages)}") from error
    return row


def same(one: Fact, other: Fact) -> bool:
    """Whether two rows say the same."""
    return all(getattr(one, field.attname) == getattr(other, field.attname) for field in fields_of(type(one)))


def fields_of(table: type[Fact]) -> "list[models.Field[Any, Any]]":
    return [field for field in table._meta.concrete_fields if field.name != "person"]


def value_of(field: "models.Field[Any, Any]", value: Any) -> Any:
    if is_sealed(field):
        if not isinstance(value, str) or "\x00" in value:
            raise Malformed(f"{field.name} is not text")
        return value
    try:
        target = field.target_field if isinstance(field, models.ForeignKey) else field
        return None if value is None else target.to_python(value)
    except (ValidationError, TypeError, ValueError) as error:
        raise Malformed(f"{field.name} cannot be {str(value)[:60]!r}") from error


def is_sealed(field: "models.Field[Any, Any]") -> bool:
    return isinstance(field, SealedTextField)


def ids_held(table: type[Fact], ids: list[UUID]) -> dict[UUID, Fact]:
    """The rows with these ids, whosever they are."""
    return {row.pk: row for row in table.objects.filter(pk__in=ids)}
