"""Which texts can't be read any more: found one by one, so that each can be named and the rest goes on."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import models

from unflinch.accounts.models import Person
from unflinch.accounts.sealed import Damaged, SealedTextField

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class DamagedText:
    """Where a damaged text stands: its table (`practice.ask`), its row and its field."""

    table: str
    id: UUID
    field: str

    def __str__(self) -> str:
        return f"{self.table} {self.id}, {self.field}"


def damaged_texts(person: Person) -> Iterator[DamagedText]:
    """Every text of this person that can't be opened though the key is there. Raises KeyMissing without the key."""
    for table in apps.get_models():
        names = sealed_fields(table)
        if names:
            for row in table._default_manager.filter(person=person).iterator(chunk_size=_AT_ONCE):
                yield from damaged_in(row, names)


def damaged_in(row: models.Model, names: list[str]) -> Iterator[DamagedText]:
    """Those of these fields of the row whose text can't be opened."""
    for name in names:
        if isinstance(getattr(row, name), Damaged):
            yield DamagedText(row._meta.label_lower, row.pk, name)


def sealed_fields(table: type[models.Model]) -> list[str]:
    """The names of the fields of this table that hold sealed texts."""
    return [field.attname for field in table._meta.concrete_fields if isinstance(field, SealedTextField)]
