"""Saving many rows: in parts, so that nobody else waits long; and yet whole or not at all.

Before the first part, the import's own row says what is going to be added. What a kill or a full disk left half done is
undone, or finished where all was added already, before the next import and at the next start.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from typing import Any, Final, TypeVar

from django.apps import apps
from django.db import transaction

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField
from unflinch.takeout.arrivals import record_arrivals
from unflinch.takeout.everything import TABLES
from unflinch.takeout.ledger import Ledger
from unflinch.takeout.models import Import, ImportState, KeptRow
from unflinch.takeout.replacing import remove_asks, replace_asks

# Rows with all that hangs on them in one hold of the write lock: to begin with, at least and at most.
_AT_FIRST: Final = 50
_FEWEST: Final = 10
_MOST: Final = 200
_HOLD: Final = 0.2  # seconds that one part may hold the lock; the parts are made as large as that allows
# Seconds between two parts. One who waits for SQLite looks again every tenth of a second at the latest, so each finds
# it free once between two parts.
_BREATH: Final = 0.12

_T = TypeVar("_T")
_Group = Sequence[Fact]  # a row with all that hangs on it


def save_whole(batch: Import, groups: Iterable[_Group], ledger: Ledger, *, is_new: bool) -> None:
    """Save these rows with their import, remove what they replace, and say so in the ledger."""
    count = sum(map(len, (ledger.adding, ledger.leaving, ledger.dropping, *ledger.beside.values())))
    if count <= _AT_FIRST:
        facts = [fact for group in sealed(groups) for fact in group]
        with transaction.atomic():
            batch.save(force_insert=is_new)
            add(batch, facts)
            _finish(batch, ledger)
        return
    _begin(batch, ledger, is_new=is_new)
    with ExitStack() as stack:
        stack.callback(_undo, batch)
        for part in in_batches(sealed(groups)):
            with transaction.atomic():
                add(batch, [fact for group in part for fact in group])
        _keep(batch, replace(ledger, adding=(), beside={}), ImportState.REPLACING)
        stack.pop_all()
    _finish(batch, ledger)


def _begin(batch: Import, ledger: Ledger, *, is_new: bool) -> None:
    """Say what is going to be added, while the import still says what it said before."""
    if is_new:
        batch.state, batch.ledger = ImportState.COMING, replace(ledger, lines={}, is_new=True).to_json()
        batch.save(force_insert=True)
        return
    known = Import.objects.get(pk=batch.pk)
    known.ledger = replace(ledger, lines=Ledger.of(known).lines).to_json()
    known.state = ImportState.COMING
    known.save()


def add(batch: Import, facts: Sequence[Fact]) -> None:
    """Save these, owners before what hangs on them, and remember that they came with this import."""
    tables: tuple[type[Fact], ...] = (*TABLES, KeptRow)
    for table in tables:
        rows = [fact for fact in facts if type(fact) is table]
        if rows:
            table.objects.bulk_create(rows)
    record_arrivals(batch.person, batch.pk, facts)


def _keep(batch: Import, ledger: Ledger, state: str) -> None:
    batch.ledger, batch.state = ledger.to_json(), state
    batch.save()


def _finish(batch: Import, ledger: Ledger) -> None:
    """All is added: remove what was replaced, and close the import."""
    for pairs in in_batches(ledger.leaving.items()):
        with transaction.atomic():
            replace_asks(batch.person, dict(pairs))
    for ids in in_batches(ledger.dropping):
        KeptRow.objects.of(batch.person).with_ids(ids).delete()
    with transaction.atomic():
        _keep(batch, Ledger(lines=ledger.lines), ImportState.HERE)


def _undo(batch: Import) -> None:
    """Not all was added: remove what was, and leave the import as it was before."""
    known = Import.objects.get(pk=batch.pk)
    ledger = Ledger.of(known)
    for ids in in_batches(ledger.adding):
        with transaction.atomic():
            remove_asks(known.person, ids)
    for name, others in ledger.beside.items():
        table: Any = apps.get_model(name)
        for ids in in_batches(others):
            table.objects.of(known.person).filter(pk__in=ids).delete()
    with transaction.atomic():
        if ledger.is_new:
            known.delete()
        else:
            _keep(known, Ledger(lines=ledger.lines), ImportState.HERE)


def finish_or_undo(person: Person) -> None:
    """Bring every sheet of this person that stopped half way to an end. For whoever has the one place for imports."""
    for batch in Import.objects.of(person).half_saved():
        if batch.state == ImportState.REPLACING:
            _finish(batch, Ledger.of(batch))
        else:
            _undo(batch)


def sealed(groups: Iterable[_Group]) -> Iterator[_Group]:
    """These with their words sealed, so that nobody waits for it while they are saved."""
    for group in groups:
        for fact in group:
            for field in fact._meta.concrete_fields:
                if isinstance(field, SealedTextField):
                    fact.__dict__[field.attname] = field.pre_save(fact, add=True)
        yield group


def in_batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    """These in parts, each as large as can be saved in a short hold of the lock, with time for others between them."""
    waiting, size, free_since = iter(items), _AT_FIRST, 0.0
    while part := list(islice(waiting, size)):
        time.sleep(max(0.0, _BREATH - (time.monotonic() - free_since)) if free_since else 0)
        began = time.monotonic()
        yield part
        free_since = time.monotonic()
        size = min(_MOST, max(_FEWEST, int(size * _HOLD / max(free_since - began, _HOLD / _MOST))))
