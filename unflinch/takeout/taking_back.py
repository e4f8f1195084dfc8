"""Taking an import back: what came with it goes, and what the person has written on since stays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import models, transaction

from unflinch.accounts.models import Person
from unflinch.practice.models import Ask, Plan
from unflinch.takeout.arrivals import Came, came_with, changed, id_batches
from unflinch.takeout.everything import EXPORTED, IN_ONE_GO, TABLES
from unflinch.takeout.models import Arrival, Import, ImportState, KeptRow
from unflinch.takeout.one_at_a_time import one_import_at_a_time
from unflinch.takeout.saving import finish_or_undo

_Row = tuple[type[models.Model], UUID]
_Link = tuple[_Row, _Row, bool]  # the row, what it hangs on, and whether it is a part of that
# An activity is a folder: its asks stand for themselves, and one that stays holds no other.
_FOLDERS: Final = frozenset({Plan})


@dataclass(frozen=True, slots=True)
class TakingBack:
    """What would go and what would stay, if this import were taken back now."""

    batch: Import
    goes: Came
    stays: frozenset[_Row]

    @property
    def asks_that_go(self) -> int:
        return len(self.goes.get(Ask, {}))

    @property
    def asks_that_stay(self) -> int:
        return sum(table is Ask for table, _ in self.stays)

    @property
    def rows_that_go(self) -> int:
        return sum(map(len, self.goes.values()))


def looked_back(person: Person, batch: Import) -> TakingBack:
    """What taking this import back would do. Nothing is changed."""
    came = came_with(person, batch.pk)
    links = list(_links_of(person, came))
    stays = _closed(_written_on(came, links), [link for link in links if _came_too(came, link[0])])
    goes = {table: {pk: mark for pk, mark in rows.items() if (table, pk) not in stays} for table, rows in came.items()}
    return TakingBack(batch, goes, frozenset(stays))


def take_back(person: Person, batch: Import) -> TakingBack:
    """Do it, a few hundred rows at a time; one that is interrupted goes on at the next start. Raises Busy."""
    with one_import_at_a_time():
        return go_on(person, batch)


def go_on(person: Person, batch: Import) -> TakingBack:
    """Take away what is still here of this import."""
    Import.objects.filter(pk=batch.pk).update(state=ImportState.GOING)
    seen = looked_back(person, batch)
    for table in reversed(EXPORTED):
        for ids in id_batches(list(seen.goes.get(table, {})), IN_ONE_GO):
            _delete(table, ids)
    with transaction.atomic():
        for facts in TABLES:
            # What stays is the person's own from now on.
            facts.objects.of(person).filter(batch=batch.pk).update(batch=None)
        KeptRow.objects.of(person).filter(batch=batch.pk).delete()
        Arrival.objects.filter(person=person, batch=batch.pk).delete()
        Import.objects.of(person).filter(pk=batch.pk).delete()
    return seen


def finish_imports() -> None:
    """Take away what came with an import that was interrupted, or was being taken back. Raises Busy.

    A sheet all of which is here already, save for what it replaces, is finished instead.
    """
    if Import.objects.interrupted().exists():
        with one_import_at_a_time(seconds=0):
            for batch in Import.objects.interrupted().select_related("person"):
                finish_or_undo(batch.person)
            for batch in Import.objects.interrupted().select_related("person"):
                go_on(batch.person, batch)


@transaction.atomic
def _delete(table: type[models.Model], ids: Sequence[UUID]) -> None:
    """Delete these rows, save those that something hangs on: it was written a moment ago."""
    held: set[Any] = set()
    for other, field in _relations_to(table):
        used = other._default_manager.filter(**{f"{field.name}__in": ids})
        held |= set(used.values_list(field.attname, flat=True)) if _is_part(field) else set()
    table._default_manager.filter(pk__in=[pk for pk in ids if pk not in held]).delete()


def _written_on(came: Came, links: Sequence[_Link]) -> set[_Row]:
    """The rows that were changed since, and those on which something hangs that did not come with them."""
    mended = {(table, pk) for table, rows in came.items() if table is not KeptRow for pk in changed(table, rows)}
    return mended | {owner for row, owner, _ in links if not _came_too(came, row)}


def _closed(stays: set[_Row], links: Sequence[_Link]) -> set[_Row]:
    """Those rows with what they hang on, and with their own parts: an ask that stays keeps its answers."""
    owners: dict[_Row, list[_Row]] = {}
    for row, owner, part in links:
        owners.setdefault(row, []).append(owner)
        if part and owner[0] not in _FOLDERS:
            owners.setdefault(owner, []).append(row)
    found, waiting = set(stays), list(stays)
    while waiting:
        for row in owners.get(waiting.pop(), ()):
            if row not in found:
                found.add(row)
                waiting.append(row)
    return found


def _links_of(person: Person, came: Came) -> Iterator[_Link]:
    """Every row of the person that hangs on one of those that came."""
    for table in EXPORTED:
        for field in relations_of(table):
            owners = came.get(field.related_model, {})
            rows = table._default_manager.filter(person=person).exclude(**{field.name: None})
            for pk, owner in rows.values_list("pk", field.attname).iterator() if owners else ():
                if owner in owners:
                    yield (table, pk), (field.related_model, owner), _is_part(field)


def _came_too(came: Came, row: _Row) -> bool:
    table, pk = row
    return pk in came.get(table, {})


def _is_part(field: "models.ForeignKey[Any, Any]") -> bool:
    """Whether a row goes with what it hangs on by this field."""
    return field.remote_field.on_delete is models.CASCADE


def relations_of(table: type[models.Model]) -> "list[models.ForeignKey[Any, Any]]":
    """What rows of this table may hang on, beside the person."""
    fields = table._meta.concrete_fields
    return [field for field in fields if isinstance(field, models.ForeignKey) and field.related_model in EXPORTED]


def _relations_to(table: type[models.Model]) -> "Iterator[tuple[type[models.Model], models.ForeignKey[Any, Any]]]":
    """Every field by which a row may hang on one of this table."""
    for other in EXPORTED:
        yield from ((other, field) for field in relations_of(other) if field.related_model is table)
