"""What a sheet is made of: the asks of a range of days, counted and measured."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from unflinch.accounts.models import Person
from unflinch.insights.numbers import Numbers, measure
from unflinch.practice.history import Entry, entries_of, real
from unflinch.practice.models import Ask


@dataclass(frozen=True, slots=True)
class Material:
    """The asks of one person from `first` to `last` (None is open; with both open, those without a day as well)."""

    person: Person
    first: date | None
    last: date | None
    entries: Sequence[Entry]
    numbers: Numbers
    today: date

    @property
    def asks(self) -> int:
        return len(real(self.entries))

    @property
    def activities(self) -> int:
        return len({entry.plan for entry in real(self.entries)})

    @property
    def outcomes(self) -> Mapping[str, int]:
        """How often each came back; what does not count is left out."""
        return Counter(entry.rep.outcome for entry in self.entries if entry.counts)

    def lessons(self, most: int) -> list[str]:
        """The latest lessons in the person's own words, a hard one of today left out."""
        found: list[str] = []
        ids = [entry.id for entry in reversed(self.entries)]
        for start in range(0, len(ids), most * 10):
            part = ids[start : start + most * 10]
            rows = {ask.pk: ask for ask in Ask.objects.of(self.person).with_ids(part).with_all()}
            found += [lesson for id in part if (lesson := lesson_of(rows[id], self.today))]
            if len(set(found)) >= most:
                break
        return list(dict.fromkeys(found))[:most]


def material_of(person: Person, *, first: date | None, last: date | None, today: date) -> Material:
    """The asks of these days; ends included."""
    inside = [entry for entry in entries_of(person) if is_inside(entry.day, first, last)]
    return Material(person, first, last, inside, measure(inside), today)


def is_inside(day: date | None, first: date | None, last: date | None) -> bool:
    if day is None:
        return first is None and last is None
    return (first is None or first <= day) and (last is None or day <= last)


def lesson_of(ask: Ask, today: date) -> str:
    told = ask.debrief
    return "" if told is None or ask.rests(today) else str(told.lesson)
