"""Bringing a diary in, whole or not at all; twice is once."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from django.db import transaction

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import keyring
from unflinch.practice.models import Plan, WeekReview
from unflinch.practice.vocabulary import Precision
from unflinch.takeout.arrivals import record_arrivals
from unflinch.takeout.bundles import Bundle, Maker
from unflinch.takeout.diary.choices import NOTE, FileChoices
from unflinch.takeout.diary.columns import Columns
from unflinch.takeout.diary.rows import MOST_ROWS, PLACED_BY, Aside, Complaint, Diary, DiaryRow, read_row
from unflinch.takeout.diary.weeks import Weeks
from unflinch.takeout.everything import fields_of, ids_held
from unflinch.takeout.models import Import, KeptRow

AT_ONCE: Final = 500
NOT_COMPARED: Final = frozenset({"arrived", "batch", "at"})


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it: rows added, rows that were here already, the lines of rows that differ, rows kept aside."""

    batch: UUID
    added: int
    known: int
    differing: tuple[int, ...]
    aside: int
    weeks: int


def batch_of(person: Person, data: bytes) -> UUID:
    """The id of the import of this file by this person; nobody without their key can tell which file it was."""
    digest = hmac.new(keyring().key_of(person.pk), data, hashlib.sha256).hexdigest()
    return uuid5(person.pk, digest)


@transaction.atomic
def bring_in(person: Person, diary: Diary, weeks: Weeks | None, *, batch: UUID, name: str, at: datetime) -> Brought:
    """Save every row that is not here yet; keep aside, sealed, what was not understood."""
    bundles = list(Maker(person, batch, at).bundles(diary.rows))
    fresh, known, clashing = parted(bundles)
    plans, facts = save(plans_of(fresh)), save([fact for bundle in fresh for fact in bundle.facts])
    reviews = [] if weeks is None else save(reviews_of(person, weeks, batch, at))
    asides = [*diary.aside, *map(aside_of, clashing)]
    record_arrivals(person, batch, [*plans, *facts, *reviews])
    kept = save([kept_row(Maker(person, batch, at), diary.columns, aside) for aside in asides])
    if not Import.objects.of(person).filter(pk=batch).exists():
        Import.objects.create(id=batch, person=person, at=at, arrived=at, batch=batch, name=name, rows=len(fresh))
    person.noted()
    differing = tuple(row.line for row in clashing)
    return Brought(batch, len(fresh), known, differing, len(kept), len(reviews))


def aside_of(row: DiaryRow) -> Aside:
    """A row whose place is taken: nothing of it is merged, and nothing is lost."""
    taken = f"a row of {row.when} is here already with something else in it; bring this in as another one, or let it go"
    return Aside(row.line, row.cells, (Complaint(row.line, "all", taken),))


def parted(bundles: Sequence[Bundle]) -> tuple[list[Bundle], int, list[DiaryRow]]:
    """Those that are new, how many are here already, and the rows that are here with other content."""
    held = {
        fact.pk: fact for part in chunks([fact for bundle in bundles for fact in bundle.facts]) for fact in found(part)
    }
    fresh, known, clashing = [], 0, []
    for bundle in bundles:
        if bundle.facts[0].pk not in held:
            fresh.append(bundle)
        elif all(fact.pk in held and says_the_same(held[fact.pk], fact) for fact in bundle.facts):
            known += 1
        else:
            clashing.append(bundle.row)
    return fresh, known, clashing


def found(facts: Sequence[Fact]) -> Iterable[Fact]:
    """Those of these facts that are in the data."""
    for table in {type(fact) for fact in facts}:
        yield from ids_held(table, [fact.pk for fact in facts if type(fact) is table]).values()


def says_the_same(held: Fact, fact: Fact) -> bool:
    names = [field.attname for field in fields_of(type(fact)) if field.attname not in NOT_COMPARED]
    return held.person_id == fact.person_id and all(getattr(held, name) == getattr(fact, name) for name in names)


def plans_of(bundles: Iterable[Bundle]) -> list[Fact]:
    """The plans of these bundles that are not here yet; rows of one activity share one."""
    plans: Mapping[UUID, Plan] = {bundle.plan.pk: bundle.plan for bundle in bundles if bundle.plan is not None}
    held = {row.pk for part in chunks(list(plans.values())) for row in found(part)}
    return [plan for pk, plan in plans.items() if pk not in held]


def reviews_of(person: Person, weeks: Weeks, batch: UUID, at: datetime) -> list[Fact]:
    """The weeks' titles and takeaways; a week whose review is here already keeps the one that it has."""
    space = uuid5(person.pk, "weeks")
    return [
        WeekReview(
            id=uuid5(space, f"{row.week}/{row.title}/{row.takeaway}"), person=person, at=None, arrived=at, batch=batch,
            week=row.week, title=row.title, takeaway=row.takeaway, precision=Precision.WEEK, zone=person.zone,
        )
        for row in weeks.rows
    ]  # fmt: skip


def kept_row(maker: Maker, columns: Columns, aside: Aside) -> Fact:
    """The row as it is kept: every cell, why it is here, and what its columns are."""
    row: Fact = maker.fact(
        KeptRow, uuid5(maker.batch, f"line {aside.line}"), line=aside.line, nth=aside.nth, fields=list(columns.fields),
        cells=json.dumps(dict(aside.cells), ensure_ascii=False),
        sentences=json.dumps([str(complaint) for complaint in aside.complaints], ensure_ascii=False),
    )  # fmt: skip
    return row


def save(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Save those that are not here yet, table by table in the order they come; returns them."""
    held = {row.pk for part in chunks(facts) for row in found(part)}
    fresh = [fact for fact in facts if fact.pk not in held]
    for table in dict.fromkeys(type(fact) for fact in fresh):
        table.objects.bulk_create([fact for fact in fresh if type(fact) is table], batch_size=AT_ONCE)
    return fresh


def chunks(facts: Sequence[Fact]) -> Iterable[Sequence[Fact]]:
    return (facts[start : start + AT_ONCE] for start in range(0, len(facts), AT_ONCE))


@transaction.atomic
def mend_row(row: KeptRow, values: Mapping[str, str], *, at: datetime) -> list[str]:
    """Bring a mended row in; returns what is still not understood, in sentences, and then changes nothing."""
    columns = {name: field or NOTE for name, field in zip(values, row.fields, strict=False)}
    diary = read_row(FileChoices(columns=columns), values, row.line)
    if diary.aside:
        return [str(complaint) for complaint in diary.aside[0].complaints]
    fresh = placed(row, Maker(row.person, row.batch or row.pk, at), replace(diary.rows[0], nth=place_of(row, values)))
    plans, facts = save(plans_of(fresh)), save([fact for bundle in fresh for fact in bundle.facts])
    if row.batch is not None:
        record_arrivals(row.person, row.batch, [*plans, *facts])
    row.close(at=at)
    return []


def place_of(row: KeptRow, values: Mapping[str, str]) -> int:
    """The place that the row had in its file, where the person left alone what tells it; 0 for none."""
    told = [name for name, field in zip(row.values, row.fields, strict=False) if field in PLACED_BY]
    return row.nth if all(values[name] == row.values[name] for name in told) else 0


def placed(row: KeptRow, maker: Maker, mended: DiaryRow) -> list[Bundle]:
    """The mended row in its own place, so that the file, mended too, does not bring it again; or beyond all others."""
    fresh, known, _ = parted(list(maker.bundles([mended]))) if mended.nth else ([], 0, [])
    return fresh if fresh or known else list(maker.bundles([replace(mended, nth=MOST_ROWS + row.line)]))
