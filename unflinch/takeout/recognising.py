"""Rows that came with an export of another place have ids by its key; here they are known by what they hold."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.practice.models import Ask, Tally
from unflinch.takeout.arrivals import came_with, id_batches
from unflinch.takeout.identity import content_id, nth_of
from unflinch.takeout.models import Import, ImportKind
from unflinch.takeout.replacing import contents_of

_BY_CONTENT = 8  # the version of the ids that stand for what a row holds


def ids_by_content(person: Person, imported: Collection[UUID]) -> Mapping[UUID, UUID]:
    """The id here of each of these asks and totals that a sheet brought elsewhere, and the id that its row has here.

    One that was mended since has the id of a row that says what it says now.
    """
    found: dict[UUID, UUID] = {}
    seen: Counter[UUID] = Counter()
    for ids in id_batches([id for id in _moved_in(person) if id in imported and id.version == _BY_CONTENT]):
        for fact, content in contents_of(person, ids):
            first = content_id(person, _when(fact), fact.title if isinstance(fact, Ask) else "total", content)
            seen[first] += 1
            found[fact.pk] = nth_of(first, seen[first])
    return found


def _moved_in(person: Person) -> Iterator[UUID]:
    """The asks and totals that came with an export."""
    for batch in Import.objects.of(person).filter(kind=ImportKind.EXPORT).values_list("pk", flat=True):
        came = came_with(person, batch)
        yield from (*came[Ask], *came[Tally])


def _when(fact: Fact) -> str:
    """When it was, or is planned for, as a row says it (`DiaryRow.when`)."""
    dated = fact.first_answer if isinstance(fact, Ask) else fact
    if isinstance(fact, Ask) and dated is None:
        day, week = fact.planned_day, fact.planned_week
    else:
        day, week = getattr(dated, "day", None), getattr(dated, "week", None)
    if day is not None:
        return str(day.isoformat())
    return "some time" if week is None else f"week {week}"
