"""What is in an export, and whether it would fit: every value of it is looked at before any of it is taken."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, BinaryIO, Final
from uuid import UUID

from django.db import models
from django.utils.dateparse import parse_datetime

from unflinch.accounts.models import Person
from unflinch.practice.models import Answer, Ask, Echo, Forecast, Tally
from unflinch.takeout.archive import NAMES, Archive, open_archive
from unflinch.takeout.checking import Malformed, row_from, settings_from
from unflinch.takeout.completing import Retold
from unflinch.takeout.everything import AT_ONCE, EXPORTED, ids_held, name_of, same
from unflinch.takeout.taking_back import relations_of
from unflinch.takeout.warm_ups import warm_ups_in

_Key = tuple[type[models.Model], tuple[Any, ...]]
# What the sheet of an export names by its id, and the columns that say enough of it to know it again.
_SHEET_TELLS: Final[Mapping[type[models.Model], Sequence[str]]] = {
    Ask: ("title",),
    Tally: ("yes", "no", "maybe", "no_reply", "not_asked", "words"),
}


@dataclass(slots=True)
class Looked:
    """What an export holds: how many rows would come in, are here already, or are here with something else in them.

    `first` and `last` are the days of its first and last answer. `elsewhere` says whether another Unflinch made it, and
    `settings` are the person's own then.
    """

    made: datetime | None
    elsewhere: bool
    settings: Mapping[str, Any]
    welcomed: bool
    damaged: int = 0
    fresh: Counter[str] = field(default_factory=Counter)
    known: int = 0
    differing: list[str] = field(default_factory=list)
    asks: int = 0
    first: date | None = None
    last: date | None = None

    @property
    def added(self) -> int:
        """How many rows would come in."""
        return self.fresh.total()


@dataclass(slots=True)
class _Ids:
    """The ids of an export, what its rows hang on, and what only one row may be, to see whether all of it fits.

    `retold` is what is here by the sheet of an export.
    """

    here: dict[type[models.Model], set[UUID]] = field(default_factory=lambda: {table: set() for table in EXPORTED})
    needed: dict[type[models.Model], set[UUID]] = field(default_factory=lambda: {table: set() for table in EXPORTED})
    only_once: set[_Key] = field(default_factory=set)
    retold: Retold = field(default_factory=Retold)


def look(person: Person, file: BinaryIO) -> Looked:
    """Look at every value of this export. Raises Malformed for the first that cannot be; nothing is changed."""
    with open_archive(file) as archive:
        looked, ids = _begun(person, archive), _Ids()
        for table, rows in in_chunks(person, archive):
            _remember(ids, table, rows)
            _compare(person, looked, table, rows, ids.retold)
    _refuse_loose_ends(person, ids)
    return looked


def _begun(person: Person, archive: Archive) -> Looked:
    """What the export says of itself."""
    about = archive.about
    origin = archive.origin
    damaged = about.get("damaged", [])
    return Looked(
        made=parse_datetime(str(about.get("made", ""))),
        elsewhere=origin is not None and origin != person.pk,
        settings=settings_from(about.get("person")),
        welcomed=about["person"].get("welcomed", True) is True,
        damaged=len(damaged) if isinstance(damaged, list) else 0,
    )


def in_chunks(person: Person, archive: Archive, size: int = AT_ONCE) -> Iterator[tuple[type[Any], list[Any]]]:
    """The rows of the export, checked, at most `size` of one table at a time. Raises Malformed."""
    warm_ups = warm_ups_in(archive)
    for name, rows in groupby(archive.rows(), key=itemgetter(0)):
        table = NAMES[name]
        checked = (row_from(person, table, warm_ups.as_done(table, values)) for _, values in rows)
        while chunk := list(islice(checked, size)):
            yield table, chunk


def _remember(ids: _Ids, table: type[models.Model], rows: Sequence[Any]) -> None:
    """Take note of these rows. Raises Malformed where two of them are one."""
    relations = relations_of(table)
    for row in rows:
        keys = [(table, (row.pk,)), *_only_one(row)]
        if row.pk in ids.here[table] or not ids.only_once.isdisjoint(keys):
            raise Malformed(f"{name_of(table)} {row.pk} is there twice, or another row is what only one can be.")
        ids.here[table].add(row.pk)
        ids.only_once.update(keys[1:])
        for relation in relations:
            if (owner := getattr(row, relation.attname)) is not None:
                ids.needed[relation.related_model].add(owner)


def _compare(person: Person, looked: Looked, table: type[models.Model], rows: Sequence[Any], retold: Retold) -> None:
    """Count which of these rows would come in. Raises Malformed where one is somebody else's."""
    fresh, known, differing = known_and_new(person, table, rows, retold)
    looked.fresh[name_of(table)] += len(fresh)
    looked.known += known
    looked.differing += [f"{name_of(table)} {row.pk}" for row in differing]
    looked.asks += len(rows) if table is Ask else 0
    days = [row.day for row in rows if row.day is not None] if table is Answer else []
    looked.first = min([*days, looked.first or date.max]) if days else looked.first
    looked.last = max([*days, looked.last or date.min]) if days else looked.last


def known_and_new(
    person: Person, table: type[models.Model], rows: Sequence[Any], retold: Retold
) -> tuple[list[Any], int, list[Any]]:
    """The rows that are new, how many are here already, and those that are here with something else in them.

    The asks and totals that are here by the sheet of an export are added to `retold`: what the sheet said of their
    answers is not said again. Raises Malformed where an id is another person's.
    """
    held, taken = ids_held(table, [row.pk for row in rows]), _keys_held(person, table, rows)
    if any(row.person_id != person.pk for row in held.values()):
        raise Malformed(f"{name_of(table)}: a row of the export is somebody else's here.")
    if table in _SHEET_TELLS:
        retold.ids.update(row.pk for row in rows if row.pk in held and _is_by_sheet(held[row.pk], row))
    again = retold.said_again(person, table, rows) if table in (Answer, Forecast, Echo) else set()
    fresh = [row for row in rows if row.pk not in held and row.pk not in again and taken.isdisjoint(_only_one(row))]
    known = [row for row in rows if row.pk in again or (row.pk in held and _is_told(held[row.pk], row, retold))]
    left = {row.pk for row in (*fresh, *known)}
    return fresh, len(known), [row for row in rows if row.pk not in left]


def _is_by_sheet(held: Any, row: Any) -> bool:
    """Whether this ask or total of an export is here by the sheet of one, whose rows name what they are."""
    return held.batch is not None and held.batch != row.batch


def _is_told(held: Any, row: Any, retold: Retold) -> bool:
    """Whether a row is here as it is, or as far as a sheet tells it."""
    told = _SHEET_TELLS.get(type(row), ()) if row.pk in retold.ids else ()
    return same(held, row) or (bool(told) and all(getattr(held, name) == getattr(row, name) for name in told))


def _keys_held(person: Person, table: type[models.Model], rows: Iterable[Any]) -> set[_Key]:
    """What only one row can be, and rows of the person are already, as far as these rows ask for it."""
    found: set[_Key] = set()
    for names, _ in _rules_of(table):
        wanted = {getattr(row, names[-1]) for row in rows}
        held = table._default_manager.filter(person=person, **{f"{names[-1]}__in": wanted})
        found.update(key for row in held for key in _only_one(row))
    return found


def _only_one(row: Any) -> list[_Key]:
    """What this row is that no other row may be: the first answer of its ask, the draft of its form."""
    table = type(row)
    return [
        (table, (at, *(getattr(row, name) for name in names)))
        for at, (names, only) in enumerate(_rules_of(table))
        if all(getattr(row, name) == value for name, value in only)
    ]


def _rules_of(table: type[models.Model]) -> list[tuple[tuple[str, ...], tuple[tuple[str, Any], ...]]]:
    """The fields that no two rows share, and the values that they must have for that, from the model itself."""
    attnames = {one.name: one.attname for one in table._meta.concrete_fields}
    single = [((one.attname,), ()) for one in table._meta.concrete_fields if one.unique and not one.primary_key]
    together: list[Any] = [
        (tuple(attnames[name] for name in rule.fields), tuple(rule.condition.children if rule.condition else ()))
        for rule in table._meta.constraints
        if isinstance(rule, models.UniqueConstraint)
    ]
    return [*single, *together]


def _refuse_loose_ends(person: Person, ids: _Ids) -> None:
    """Raise Malformed where a row hangs on one that is neither in the export nor the person's here."""
    for table, needed in ids.needed.items():
        missing = list(needed - ids.here[table])
        for start in range(0, len(missing), AT_ONCE):
            part = missing[start : start + AT_ONCE]
            own = table._default_manager.filter(person=person, pk__in=part).values_list("pk", flat=True)
            if lost := set(part) - set(own):
                raise Malformed(f"A row hangs on {name_of(table)} {min(lost)}, which is not in the export.")
