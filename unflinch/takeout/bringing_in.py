"""Bringing a diary in, whole or not at all; twice is once."""

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Final, cast
from uuid import UUID, uuid5

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import keyring
from unflinch.practice.models import Ask, Plan, WeekReview
from unflinch.practice.vocabulary import Precision
from unflinch.takeout.channels import channel_of
from unflinch.takeout.comparing import Comparison, Differing, compare
from unflinch.takeout.diary.complaints import ALL, DIFFERS, OTHERWISE, Complaint
from unflinch.takeout.diary.rows import Diary, DiaryRow
from unflinch.takeout.diary.weeks import Weeks
from unflinch.takeout.everything import ids_held, name_of
from unflinch.takeout.identity import keyed
from unflinch.takeout.ledger import Ledger
from unflinch.takeout.models import Import, KeptRow, Upload, written
from unflinch.takeout.named_rows import Otherwise
from unflinch.takeout.one_at_a_time import SECONDS, one_import_at_a_time
from unflinch.takeout.saving import finish_or_undo, save_whole

_AT_ONCE: Final = 500
_WAITS: Final = 600  # seconds for the one before, in a terminal; a long diary takes some minutes


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it: rows added, rows that were here already, the lines of rows that differ, rows kept aside, and
    how many of those added took the place of one of an earlier try.
    """

    batch: UUID
    added: int
    known: int
    differing: tuple[int, ...]
    aside: int
    weeks: int
    replaced: int = 0


def batch_of(person: Person, data: bytes) -> UUID:
    """The id of the import of this file by this person; nobody without their key can tell which file it was."""
    return uuid5(person.pk, hmac.new(keyring().key_of(person.pk), data, hashlib.sha256).hexdigest())


def bring_in(
    person: Person, diary: Diary, weeks: Weeks | None,
    *, batch: UUID, name: str, at: datetime, upload: Upload | None = None, waiting: Callable[[], object] | None = None,
) -> Brought:  # fmt: skip
    """Save every row that is not here yet; keep aside, sealed, what was not understood or differs from what is here.

    A file that was brought in before with something else said of it is a second try: its rows take the place of those
    of the first one. Nothing is half: a kill at any moment leaves all of it or nothing. With `waiting` this waits
    for an import that is under way, and calls it once to say so; without, it raises Busy soon.
    """
    with one_import_at_a_time(SECONDS if waiting is None else _WAITS, waiting=waiting):
        finish_or_undo(person)
        compared = compare(person, diary, batch=batch, at=at)
        before = Import.objects.of(person).filter(pk=batch).first()
        asides = _fresh_asides(person, diary, compared, batch=batch, at=at)
        reviews = [] if weeks is None else fresh(_reviews_of(person, weeks, batch, at))
        done = before or Import(id=batch, person=person, at=at, arrived=at, batch=batch, name=name)
        done.choices = replace(diary.choices, channel=channel_of(diary)).to_json()
        done.added, done.known = len(compared.fresh), compared.known
        done.replaced, done.aside = len(compared.leaving), asides.count
        done.rows = len(compared.lines)
        ledger = Ledger(
            lines=compared.lines, adding=[one.id for one in compared.fresh], leaving=compared.leaving,
            beside={name_of(WeekReview): [row.pk for row in reviews], name_of(KeptRow): [row.pk for row in asides.new]},
            dropping=asides.old,
        )  # fmt: skip
        groups = chain(_grouped(person, compared), ([fact] for fact in (*reviews, *asides.new)))
        save_whole(done, groups, ledger, is_new=before is None)
        if upload is not None:
            upload.close(batch)
    differing = tuple(one.row.line for one in compared.differing)
    return Brought(batch, done.added, done.known, differing, done.aside, len(reviews), done.replaced)


def _grouped(person: Person, compared: Comparison) -> Iterator[Sequence[Fact]]:
    """The facts of each new row, made when they are asked for, its plan before them where that is not here yet.

    An activity that is here already keeps its plan.
    """
    plans = dict(Ask.objects.of(person).with_ids(list(compared.activities.values())).values_list("pk", "plan"))
    here = set(Plan.objects.of(person).values_list("pk", flat=True))
    for one in compared.fresh:
        bundle = compared.maker.bundle(one.row, one.id, one.place)
        known = plans.get(compared.activities.get(one.row.outing, one.id))
        if known is not None:
            cast(Ask, bundle.facts[0]).plan_id = known
            yield bundle.facts
        elif bundle.plan is not None and bundle.plan.pk not in here:
            here.add(bundle.plan.pk)
            yield (bundle.plan, *bundle.facts)
        else:
            yield bundle.facts


@dataclass(frozen=True, slots=True)
class _Asides:
    """The rows of a file that are kept aside: how many, those that are not here yet, and the ids of those that are
    here and in this try no more.
    """

    count: int
    new: Sequence[Fact]
    old: Sequence[UUID]


def _fresh_asides(person: Person, diary: Diary, compared: Comparison, *, batch: UUID, at: datetime) -> _Asides:
    """What was not understood, and what differs from what is here; not those that the person has decided on."""
    here = KeptRow.objects.of(person).in_batch(batch)
    decided = set(here.done().values_list("line", flat=True))
    rows = [
        *((one.line, {**one.cells, **one.given}, one.complaints, None) for one in diary.aside),
        *((one.row.line, _whole(diary, one.row), (_differs(one),), one.rival) for one in compared.differing),
    ]
    wanted = [_kept_row(person, *row, batch=batch, at=at) for row in rows if row[0] not in decided]
    held = set(here.open().values_list("pk", flat=True))
    ids = {row.pk for row in wanted}
    return _Asides(len(wanted), [row for row in wanted if row.pk not in held], sorted(held - ids))


def _kept_row(
    person: Person, line: int, cells: Mapping[str, str], complaints: Sequence[Complaint], rival: UUID | None,
    *, batch: UUID, at: datetime,
) -> KeptRow:  # fmt: skip
    """The row as it is kept: every cell, and why it is here."""
    content = written(cells, complaints)
    id = uuid5(batch, keyed(person, f"line {line}\n{content}\n{rival}").hex())
    return KeptRow(id=id, person=person, at=None, arrived=at, batch=batch, line=line, rival=rival, **content)


def _whole(diary: Diary, row: DiaryRow) -> dict[str, str]:
    """The cells of a row, what the lines above tell of it among them."""
    told = {"date": row.day, "week": row.values.get("week"), "day": row.values.get("day")}
    names = dict(zip(diary.columns.names, diary.columns.fields, strict=True))
    given = {name: str(told[field]) for name, field in names.items() if field in told and told[field] is not None}
    return {**given, **{name: cell for name, cell in row.cells.items() if cell.strip() or name not in given}}


def _differs(one: Differing) -> Complaint:
    """Why a row that was understood is kept aside."""
    if one.otherwise is not None:
        return says_otherwise(one.row.line, one.otherwise)
    return Complaint(one.row.line, ALL, f"A row of {one.row.when} is here already with something else in it", DIFFERS)


def says_otherwise(line: int, told: Otherwise) -> Complaint:
    """Why a row that names its ask is kept aside."""
    return Complaint(line, ALL, str(told), OTHERWISE)


def _reviews_of(person: Person, weeks: Weeks, batch: UUID, at: datetime) -> list[Fact]:
    """The weeks' titles and takeaways; a week whose review is here already keeps the one that it has."""
    space = uuid5(person.pk, "weeks")
    return [
        WeekReview(
            id=uuid5(space, f"{row.week}/{row.title}/{row.takeaway}"), person=person, at=None, arrived=at, batch=batch,
            week=row.week, title=row.title, takeaway=row.takeaway, precision=Precision.WEEK, zone=person.zone,
        )
        for row in weeks.rows
    ]  # fmt: skip


def fresh(facts: Sequence[Fact]) -> list[Fact]:
    """Those of these facts that are not here yet, each once."""
    new = {fact.pk: fact for fact in facts}
    for start in range(0, len(facts), _AT_ONCE):
        part = facts[start : start + _AT_ONCE]
        for table in {type(fact) for fact in part}:
            for id in ids_held(table, [fact.pk for fact in part if type(fact) is table]):
                new.pop(id, None)
    return list(new.values())
