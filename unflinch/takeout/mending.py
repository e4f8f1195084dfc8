"""Deciding on rows that were kept aside: mended, brought in as another one, put in the place of one, or let go."""

import operator
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from itertools import count
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.takeout.amending import write_otherwise
from unflinch.takeout.bringing_in import fresh, says_otherwise
from unflinch.takeout.bundles import Bundle, Maker
from unflinch.takeout.comparing import first_id, held_by_others, held_of, named_here
from unflinch.takeout.diary.complaints import Complaint
from unflinch.takeout.diary.rows import Diary, DiaryRow, read_row
from unflinch.takeout.identity import nth_of
from unflinch.takeout.ledger import Ledger
from unflinch.takeout.models import Import, KeptRow, written
from unflinch.takeout.named_rows import Otherwise, own_id, said_otherwise
from unflinch.takeout.one_at_a_time import one_import_at_a_time
from unflinch.takeout.replacing import replace_asks
from unflinch.takeout.saving import add, in_batches, sealed


@dataclass(slots=True)
class _Mended:
    """How many rows came in; and of those that are still not understood why, row by row."""

    added: int = 0
    still: list[tuple[KeptRow, list[Complaint]]] = field(default_factory=list)


def mend_rows(
    person: Person, rows: Sequence[KeptRow], changes: Mapping[str, str], *, at: datetime, replaces: bool = False
) -> _Mended:
    """Change these cells in all of these rows of one import and bring in those that are understood then.

    Of the others, those that are better for it keep the change; the rest stays as it is. With `replaces`, each takes
    the place of the one that it differs from, or is written into the one that it names.
    """
    with one_import_at_a_time():
        batch = Import.objects.of(person).get(pk__in=[rows[0].batch])
        mended, read = _understood(batch, rows, changes, today=person.day_of(at))
        ready = _named_settled(batch, mended, read, at=at, replaces=replaces)
        coming = list(_with_facts(batch, ready, at=at))
        for part in in_batches(coming):
            facts = [fact for group in sealed(facts for _, _, facts in part) for fact in group]
            with transaction.atomic():
                add(batch, facts)
                if replaces:
                    _put_in_place(person, {row.rival: id for row, id, _ in part if row.rival and row.rival != id})
                for row, _, _ in part:
                    row.close(at=at)
        mended.added = sum(bool(facts) for _, _, facts in coming)
        _better(mended, changes)
        _note_lines(batch, {row.line: id for row, id, _ in coming}, mended.added)
        return mended


def _put_in_place(person: Person, pairs: Mapping[UUID, UUID]) -> None:
    """Each of these takes the place of the other; the import that the other came with holds a row less."""
    held = held_of(person).imported
    for batch, gone in Counter(held[old] for old in pairs if old in held).items():
        Import.objects.of(person).filter(pk=batch, rows__gte=gone).update(rows=F("rows") - gone)
    replace_asks(person, pairs)


def let_go(rows: Iterable[KeptRow], *, at: datetime) -> None:
    """Forget these rows: the same file doesn't bring them again."""
    for part in in_batches(list(rows)):
        with transaction.atomic():
            for row in part:
                row.close(at=at)


def _understood(
    batch: Import, rows: Sequence[KeptRow], changes: Mapping[str, str], *, today: date
) -> tuple[_Mended, list[tuple[KeptRow, Diary]]]:
    """The rows as they read with these changes, by what was said of their file; and what is still in the way."""
    mended, ready = _Mended(), list[tuple[KeptRow, Diary]]()
    for row in rows:
        diary = read_row(batch.said, row.values | dict(changes), row.line, today=today)
        if diary.rows:
            ready.append((row, diary))
        else:
            mended.still.append((row, [one for aside in diary.aside for one in aside.complaints]))
    return mended, ready


def _named_settled(
    batch: Import, mended: _Mended, rows: Sequence[tuple[KeptRow, Diary]], *, at: datetime, replaces: bool
) -> list[tuple[KeptRow, DiaryRow]]:
    """Those of these rows that can come in: the ones that name an ask that's here are settled, or come as another one.

    A row that was mended and says something else than the ask that it names waits for the person's word.
    """
    maker, held = Maker(batch.person, batch.pk, at, batch.said.channel), held_of(batch.person)
    ready = list[tuple[KeptRow, DiaryRow]]()
    for row, diary in rows:
        read = diary.rows[0]
        id = named_here(maker, held, read)
        told = {} if id is None else said_otherwise(batch.person, diary.columns, [(read, id)])
        if not told:
            ready.append((row, read))
        elif row.rival is None:
            mended.still.append((row, [says_otherwise(row.line, told[read.line])]))
            row.amend(rival=id)
        elif not (replaces and _is_written(maker, row, read, told[read.line], at=at)):
            ready.append((row, _without_name(read)))
    return ready


@transaction.atomic
def _is_written(maker: Maker, row: KeptRow, read: DiaryRow, told: Otherwise, *, at: datetime) -> bool:
    """Write what the row says otherwise into what it names, where that can be, and forget the row."""
    written_there = write_otherwise(maker, read, told, id=uuid5(row.pk, "otherwise"))
    if written_there:
        row.close(at=at)
    return written_there


def _without_name(read: DiaryRow) -> DiaryRow:
    """The row as one that names no ask: it comes in as another one."""
    return replace(read, values={name: value for name, value in read.values.items() if name != "ask_id"})


def _better(mended: _Mended, changes: Mapping[str, str]) -> None:
    """Keep the change in the rows where only something else is in the way now."""
    for part in in_batches(mended.still):
        with transaction.atomic():
            for row, complaints in part:
                if not any(one.column in changes for one in complaints):
                    row.amend(**written(row.values | dict(changes), complaints))


def _with_facts(
    batch: Import, ready: Sequence[tuple[KeptRow, DiaryRow]], *, at: datetime
) -> Iterator[tuple[KeptRow, UUID, Sequence[Fact]]]:
    """Each row with its id and its facts; no facts where the mended file has brought it meanwhile."""
    maker, held = Maker(batch.person, batch.pk, at, batch.said.channel), held_of(batch.person)
    here: dict[UUID, UUID | None] = {**held.imported, **dict.fromkeys(held.own)}
    lines = Ledger.of(batch).lines
    # Where it stands among the rows of its file as they happened.
    before = operator.gt if batch.said.newest_first else operator.lt
    plans: set[UUID] = set()
    taken = held_by_others(batch.person, filter(None, (own_id(read) for _, read in ready)))
    for row, read in ready:
        id = first_id(maker, read, taken)
        if own_id(read) is None:
            id = next(one for one in map(partial(nth_of, id), count(1)) if here.get(one) != batch.pk)
        bundle = maker.bundle(read, id, 1 + sum(before(other, row.line) for other in lines))
        facts = () if id in here else _with_plan(bundle, plans)
        here[id] = batch.pk
        yield row, id, facts


def _with_plan(bundle: Bundle, made: set[UUID]) -> Sequence[Fact]:
    """The facts of a row, its plan first where that is not here yet."""
    new = [] if bundle.plan is None or bundle.plan.pk in made else fresh([bundle.plan])
    made |= {plan.pk for plan in new}
    return (*new, *bundle.facts)


def _note_lines(batch: Import, lines: Mapping[int, UUID], added: int) -> None:
    """Write down which line became what, and how many rows are in now."""
    with transaction.atomic():
        batch.ledger = Ledger(lines=dict(Ledger.of(batch).lines) | dict(lines)).to_json()
        batch.refresh_from_db(fields=["rows"])
        batch.rows += added
        batch.save(update_fields=["ledger", "rows"])
