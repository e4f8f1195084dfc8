"""What of a file is new, what is here already, what differs from what is here, and what a second try replaces."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from unflinch.accounts.models import Person
from unflinch.practice.models import Ask, Tally
from unflinch.practice.vocabulary import Precision
from unflinch.takeout.bundles import Maker
from unflinch.takeout.channels import channel_of
from unflinch.takeout.diary.rows import Diary, DiaryRow
from unflinch.takeout.identity import all_but_subject, content_id, content_of, named_row, nth_of, when_of
from unflinch.takeout.ledger import Ledger
from unflinch.takeout.models import Import, KeptRow
from unflinch.takeout.named_rows import Otherwise, otherwise_than, own_id, said_otherwise
from unflinch.takeout.recognising import ids_by_content
from unflinch.takeout.replacing import amended, written_on

_NOWHERE: Final = UUID(int=0)
_AT_ONCE: Final = 500
_MOSTLY: Final = 0.5  # the share of a file's rows that make another file a later version of it


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A row that is not here yet, the id it gets, and its place among the rows as they happened, from 1 on."""

    row: DiaryRow
    id: UUID
    place: int


@dataclass(frozen=True, slots=True)
class Differing:
    """A row that differs from an ask or a total that is here; where it names that one, with what it says otherwise."""

    row: DiaryRow
    rival: UUID
    otherwise: Otherwise | None = None


@dataclass(slots=True)
class Comparison:
    """A file beside what is here.

    `lines` says which line is which ask or total; `leaving` are those of an earlier try of the same file that are not
    in it any more, each with the one that takes its place, or None. `activities` are those that are here already, by
    their outing, each with one of its asks.
    """

    maker: Maker
    fresh: list[_Fresh] = field(default_factory=list)
    known: int = 0
    differing: list[Differing] = field(default_factory=list)
    leaving: dict[UUID, UUID | None] = field(default_factory=dict)
    lines: dict[int, UUID] = field(default_factory=dict)
    activities: dict[str, UUID] = field(default_factory=dict)

    def take(self, row: DiaryRow, id: UUID, *, is_here: bool) -> None:
        """Take note of a row that is this ask or total, here already or new."""
        self.lines[row.line] = id
        if is_here:
            self.known += 1
            self.activities |= {row.outing: id} if row.activity else {}
        else:
            self.fresh.append(_Fresh(row, id, row.order))


@dataclass(frozen=True, slots=True)
class _Held:
    """The ids of all asks and totals of a person that came in with a file, each with its import; all others beside."""

    imported: Mapping[UUID, UUID]
    own: frozenset[UUID]

    def __contains__(self, id: UUID) -> bool:
        return id in self.imported or id in self.own


def held_of(person: Person) -> _Held:
    """What is here of this person."""
    imported: dict[UUID, UUID] = {}
    own: set[UUID] = set()
    for table in (Ask, Tally):
        for id, batch in table.objects.of(person).values_list("pk", "batch"):
            if batch is None:
                own.add(id)
            else:
                imported[id] = batch
    return _Held(imported, frozenset(own))


def compare(person: Person, diary: Diary, *, batch: UUID, at: datetime) -> Comparison:
    """Look at every row of a file beside what is here. Changes nothing."""
    held, maker = held_of(person), Maker(person, batch, at, channel_of(diary))
    before = Ledger.of(Import.objects.of(person).filter(pk=batch).first()).lines
    decided = set(KeptRow.objects.of(person).in_batch(batch).done().values_list("line", flat=True))
    taken = held_by_others(person, filter(None, map(own_id, diary.rows)))
    elsewhere = ids_by_content(person, held.imported)
    recognised = _recognised(elsewhere, with_ids(maker, diary.rows, taken))
    named = [(row, id) for row, id in recognised if row.line not in decided]
    result = Comparison(maker=maker, known=len(diary.rows) - len(named), lines=dict(before))
    rivals = _rivals_of(held, [id for _, id in named], before, elsewhere)
    otherwise = _said_otherwise(maker, diary, held, [(row, id) for row, id in named if before.get(row.line) != id])
    seen: dict[UUID, DiaryRow] = {}
    for row, id in named:
        earlier = first_try if (first_try := before.get(row.line)) is not None and first_try in held else None
        told = otherwise.get(row.line) or _unlike(diary, row, id, None if id in held else seen.get(id))
        is_here = told is None and (id in seen or _is_here(maker, held, row, id))
        rival = told.id if told else None if is_here or earlier is not None else rivals.take(id, row)
        if rival is not None:
            result.differing.append(Differing(row, rival, told))
            continue
        result.take(row, id, is_here=is_here)
        seen.setdefault(id, row)
        if earlier not in (None, id):
            result.leaving[earlier] = id
    _leave_out(result, before, held, {row.line for row, _ in named} | decided)
    _keep_touched(person, result)
    return result


def _recognised(
    elsewhere: Mapping[UUID, UUID], rows: Iterable[tuple[DiaryRow, UUID]]
) -> Iterator[tuple[DiaryRow, UUID]]:
    """Each row with the id that it has here, where an export brought it under an id of another place."""
    known = {all_but_subject(here): id for id, here in elsewhere.items()}
    for row, id in rows:
        yield row, id if own_id(row) else known.get(all_but_subject(id), id)


def _unlike(diary: Diary, row: DiaryRow, id: UUID, first: DiaryRow | None) -> Otherwise | None:
    """What a row says otherwise than the first of its file that names the same ask."""
    return otherwise_than(diary.columns, row, first, id) if first is not None and own_id(row) else None


def _leave_out(result: Comparison, before: Mapping[int, UUID], held: _Held, lines: set[int]) -> None:
    """The lines of the earlier try that are no row in this one leave, with nothing in their place."""
    for line, id in before.items():
        if line not in lines:
            del result.lines[line]
            if id in held:
                result.leaving[id] = None
    for id in result.lines.values():
        result.leaving.pop(id, None)


def _keep_touched(person: Person, result: Comparison) -> None:
    """An ask that was mended here stays as it is, and so does one that was written on and that nothing replaces."""
    leaving, stays = list(result.leaving), set[UUID]()
    for start in range(0, len(leaving), _AT_ONCE):
        ids = leaving[start : start + _AT_ONCE]
        stays |= amended(person, ids) | {id for id in written_on(person, ids) if result.leaving[id] is None}
    instead = {result.leaving.pop(old): old for old in stays}
    result.fresh = [one for one in result.fresh if one.id not in instead]
    result.known += sum(new is not None for new in instead)
    result.lines = {line: instead.get(id, id) for line, id in result.lines.items()}


def with_ids(maker: Maker, rows: Iterable[DiaryRow], taken: Collection[UUID] = ()) -> Iterator[tuple[DiaryRow, UUID]]:
    """Each row with the id that its content gives it, equal rows counted in their order; `taken` ids are left alone."""
    seen: Counter[UUID] = Counter()
    for row in rows:
        first = first_id(maker, row, taken)
        seen[first] += 1
        yield row, first if seen[first] == 1 or own_id(row) else nth_of(first, seen[first])


def first_id(maker: Maker, row: DiaryRow, taken: Collection[UUID] = ()) -> UUID:
    """The id of the first row with this content. A row that names its ask is known by that name alone, and is that ask
    in an empty place, too: so the export that it comes from adds to it there, and doubles nothing.
    """
    own = own_id(row)
    if own is not None:
        return _named_elsewhere(maker, own) if own in taken else own
    bundle = maker.bundle(row, _NOWHERE, 0)
    title = "total" if row.is_total else str(row.values.get("challenge") or "")
    return content_id(maker.person, row.when, title, content_of(row.activity, bundle.facts))


def _named_elsewhere(maker: Maker, own: UUID) -> UUID:
    """The id here of an ask whose own id is somebody else's here."""
    return uuid5(maker.space, f"ask {own}")


def held_by_others(person: Person, ids: Iterable[UUID]) -> set[UUID]:
    """Those of these ids that are asks or totals of somebody else here."""
    wanted = list(ids)
    parts = [wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE)]
    return {
        id
        for table in (Ask, Tally)
        for part in parts
        for id in table.objects.filter(pk__in=part).exclude(person=person).values_list("pk", flat=True)
    }


def _is_here(maker: Maker, held: _Held, row: DiaryRow, id: UUID) -> bool:
    """Whether this row is here already: as what it holds, or as the ask that it names."""
    return id in held or named_here(maker, held, row) is not None


def named_here(maker: Maker, held: _Held, row: DiaryRow) -> UUID | None:
    """The id here of the ask or total that a row names; None where it names none, or one that isn't here."""
    own = own_id(row)
    ids = () if own is None else (own, _named_elsewhere(maker, own))
    return next((id for id in ids if id in held), None)


def _said_otherwise(
    maker: Maker, diary: Diary, held: _Held, rows: Sequence[tuple[DiaryRow, UUID]]
) -> Mapping[int, Otherwise]:
    """What rows say otherwise than the asks here that they name, by their lines."""
    found = [(row, named_here(maker, held, row)) for row, _ in rows]
    return said_otherwise(maker.person, diary.columns, [(row, id) for row, id in found if id is not None])


@dataclass(slots=True)
class _Rivals:
    """What is here and in no row of the file as it is: a row that is about the same may correct it."""

    by_subject: Mapping[str, Sequence[UUID]]
    by_day: Mapping[str, Sequence[UUID]]
    taken: set[UUID] = field(default_factory=set)

    def take(self, id: UUID, row: DiaryRow) -> UUID | None:
        """One that this row may correct, each of them once."""
        is_dated = row.precision != Precision.NONE
        near = self.by_day.get(when_of(id), []) if is_dated else []
        for found in (*self.by_subject.get(named_row(id), ()), *near):
            if found not in self.taken:
                self.taken.add(found)
                return found
        return None


def _rivals_of(held: _Held, ids: Sequence[UUID], before: Mapping[int, UUID], elsewhere: Mapping[UUID, UUID]) -> _Rivals:
    """Of the same time and title in any file; of the same time alone where this file is a later version of theirs."""
    same = set(ids) | set(before.values())
    left = {id: batch for id, batch in held.imported.items() if id not in same}
    sizes = Counter(held.imported.values())
    found = Counter(held.imported[id] for id in ids if id in held.imported)
    earlier = {batch for batch, count in found.items() if count >= _MOSTLY * sizes[batch]}
    by_subject: dict[str, list[UUID]] = defaultdict(list)
    by_day: dict[str, list[UUID]] = defaultdict(list)
    for id, batch in left.items():
        by_subject[named_row(elsewhere.get(id, id))].append(id)
        if batch in earlier:
            by_day[when_of(elsewhere.get(id, id))].append(id)
    return _Rivals(by_subject, by_day)
