"""What a sheet is made of: the asks of a range of days, counted and measured."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy as np

from unflinch.accounts.models import Person
from unflinch.insights.numbers import Numbers, measure
from unflinch.practice.columns import Columns
from unflinch.practice.history import history_of
from unflinch.practice.models import Ask


@dataclass(frozen=True, slots=True)
class Material:
    """The asks of one person from `first` to `last` (None is open; with both open, those without a day as well).

    `dayless` is how many were made on no known day and are therefore left out.
    """

    person: Person
    first: date | None
    last: date | None
    asks: Columns
    numbers: Numbers
    today: date
    dayless: int

    @property
    def made(self) -> int:
        """How many asks were made."""
        return int(self.asks.real.sum())

    @property
    def outcomes(self) -> Counter[str]:
        """How often each came back; what does not count is left out."""
        return Counter(self.asks.outcome[self.asks.counts].tolist())

    def lessons(self, most: int) -> list[str]:
        """The latest lessons in the person's own words, a hard one of today left out."""
        found: list[str] = []
        ids = [UUID(id) for id in reversed(self.asks.id.tolist())]
        for start in range(0, len(ids), most * 10):
            part = ids[start : start + most * 10]
            asks = Ask.objects.of(self.person).listed(part)
            found += [lesson for ask in asks if (lesson := lesson_of(ask, self.today))]
            if len(set(found)) >= most:
                break
        return list(dict.fromkeys(found))[:most]


def material_of(person: Person, *, first: date | None, last: date | None, today: date) -> Material:
    """The asks of these days; ends included."""
    asks = history_of(person).asks
    inside = asks.on_days(lambda day: is_inside(day, first, last))
    dayless = 0 if first is None and last is None else int((asks.real & np.isnat(asks.day)).sum())
    return Material(person, first, last, inside, measure(inside), today, dayless)


def is_inside(day: date | None, first: date | None, last: date | None) -> bool:
    if day is None:
        return first is None and last is None
    return (first is None or first <= day) and (last is None or day <= last)


def lesson_of(ask: Ask, today: date) -> str:
    told = ask.debrief
    return "" if told is None or ask.rests(today) else str(told.lesson)
