"""Rows to values: the one place where what was recorded becomes what `nerve` can reckon with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from django.core.cache import cache

from nerve.rep import Rep
from unflinch.accounts.models import Person
from unflinch.practice.columns import Columns
from unflinch.practice.entries import Entry, entries_from
from unflinch.practice.models import Aside, Ask, Energy, WeekReview
from unflinch.practice.models.energy import SHARE_OF_A_DOT
from unflinch.practice.reading import logged
from unflinch.practice.rows import AsideRow, EchoRow, WeekRow
from unflinch.practice.vocabulary import AsideReason, Outcome

_Folded = TypeVar("_Folded")
_A_MINUTE: Final = 60
_NO_MOMENT: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class History:
    """All that was recorded of one person, as values: the asks with an answer, and the echoes of each by its id.

    `planned` counts the asks that have no answer yet; `energy` is what was last in the tank on a day, 0 to 100;
    `weeks` are the looks back. It holds no words of the person.
    """

    asks: Columns
    echoes: Mapping[str, tuple[EchoRow, ...]]
    planned: int
    energy: Mapping[date | None, float]
    weeks: tuple[WeekRow, ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The asks one by one, in the order of life; made when a page first walks through them."""
        return entries_from(self.asks, self.echoes, self.energy)


def history_of(person: Person) -> History:
    """This person's history, kept for a minute so that the folds of one page read it once."""
    return cached_fold(person, "history", lambda: read_history(person), seconds=_A_MINUTE)


def reps_of(person: Person) -> list[Rep]:
    """Every logged ask of this person as `nerve` sees it, in order; those declared as not counting left out.

    A card that was too much when it was offered is a rep as well: not asked, and too much.
    """
    reps = [entry.rep for entry in history_of(person).entries if entry.counts]
    much = [aside for aside in asides_of(person) if aside.reason == AsideReason.TOO_MUCH]
    reps += [Rep(aside.key, aside.at, "", Outcome.NOT_ASKED, too_much=True) for aside in much]
    return sorted(reps, key=lambda rep: (rep.at is not None, rep.at or _NO_MOMENT))


def put_aside(person: Person, day: date) -> frozenset[str]:
    """The keys of the cards put aside on this day; on the next they may come again."""
    return frozenset(aside.key for aside in asides_on(person, day))


def asides_on(person: Person, day: date) -> tuple[AsideRow, ...]:
    """The cards put aside on this day, oldest first."""
    return tuple(aside for aside in asides_of(person) if aside.day == day)


def cached_fold(person: Person, name: str, fold: Callable[[], _Folded], *, seconds: int | None = None) -> _Folded:
    """What `fold` makes of this person's facts, kept in memory until a fact is added. Holds no sealed words."""
    key = f"{person.pk}/{name}"
    value: _Folded = cache.get_or_set(key, fold, seconds, version=person.facts)  # type: ignore[assignment]  # typed as optional; fold never gives None
    return value


def read_history(person: Person) -> History:
    """What the rows say as they stand now."""
    found = logged(person)
    return History(
        asks=found.asks,
        echoes=found.echoes,
        planned=found.planned,
        energy=_energy_of(person),
        weeks=_weeks_of(person),
    )


def asides_of(person: Person) -> tuple[AsideRow, ...]:
    """The cards this person put aside and did not take back, each with its moment, day and reason, oldest first."""

    def rows() -> tuple[AsideRow, ...]:
        found = Aside.objects.of(person).standing().order_by("arrived", "id")
        return tuple(AsideRow(*row) for row in found.values_list(*AsideRow._fields))

    return cached_fold(person, "asides", rows, seconds=_A_MINUTE)


def left_on(person: Person) -> tuple[date, ...]:
    """The days on which the asks were chosen that have no answer yet."""

    def rows() -> tuple[date, ...]:
        return tuple(map(person.day_of, Ask.objects.of(person).planned().values_list("arrived", flat=True)))

    return cached_fold(person, "left", rows, seconds=_A_MINUTE)


def _energy_of(person: Person) -> dict[date | None, float]:
    """What was last in the tank on each day, 0 to 100."""
    rows = Energy.objects.of(person).order_by("nth", "arrived", "id").values_list("day", "dots")
    return {day: float(dots * SHARE_OF_A_DOT) for day, dots in rows}


def _weeks_of(person: Person) -> tuple[WeekRow, ...]:
    """The looks back of this person, oldest first."""
    names = ("day", "week", "arrived", "batch", "worse", "avoids_more", "all_or_nothing", "at", "zone")
    rows = WeekReview.objects.of(person).oldest_first().values_list(*names)
    return tuple(
        WeekRow(day, week, None if batch else person.day_of(arrived), worse, avoids, felt, at and _in_zone(at, zone))
        for day, week, arrived, batch, worse, avoids, felt, at, zone in rows
    )


def _in_zone(at: datetime, zone: str) -> datetime:
    """The same moment as clocks read it there."""
    return at.astimezone(ZoneInfo(zone))
