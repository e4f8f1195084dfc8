"""What was recorded, as values: the one place where rows become what pages, the coach and `nerve` look at."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.cache import cache

from nerve.rep import Rep
from unflinch.accounts.models import Person
from unflinch.practice.history.asks import EchoRow, LoggedAsk, SkippedCard, WeekRow, activities_in
from unflinch.practice.history.load import load
from unflinch.practice.models import Aside, Ask, Energy, Following, WeekReview, Whereabouts
from unflinch.practice.models.energy import SHARE_OF_A_DOT
from unflinch.practice.vocabulary import AsideReason, Outcome

__all__ = [
    "REVIEWS_HEEDED",
    "EchoRow",
    "History",
    "LoggedAsk",
    "SkippedCard",
    "WeekRow",
    "activities_in",
    "asides_of",
    "asides_on",
    "away_for_good",
    "cached_fold",
    "energy_by_day",
    "followed_deck",
    "history_of",
    "left_on",
    "looks_back_of",
    "place_on",
    "put_aside",
    "read_history",
    "reps_in",
    "reps_of",
]

_Folded = TypeVar("_Folded")
_A_MINUTE: Final = 60
_NO_MOMENT: Final = datetime.min.replace(tzinfo=UTC)
REVIEWS_HEEDED: Final = 60  # the latest looks back, those of more than a year: what goes before says nothing of today


@dataclass(frozen=True, slots=True)
class History:
    """All that was recorded of one person, as values: the asks with an answer, in the order of life.

    `planned` counts the asks that have no answer yet; `energy` is what was last in the tank on a day, 0 to 100;
    `weeks` are the looks back. One that holds a part of it (see `lately`) has every ask from the day `begins` on. It
    holds no words of the person.
    """

    asks: tuple[LoggedAsk, ...]
    planned: int
    energy: Mapping[date | None, float]
    weeks: tuple[WeekRow, ...] = ()
    begins: date | None = None


def history_of(person: Person) -> History:
    """This person's history, kept for a minute so that the folds of one page read it once."""
    return cached_fold(person, "history", lambda: read_history(person), seconds=_A_MINUTE)


def reps_of(person: Person) -> list[Rep]:
    """Every logged ask of this person as `nerve` sees it, in order; those declared as not counting left out.

    A card that was too much when it was offered is a rep as well: not asked, and too much.
    """
    return reps_in((ask for ask in history_of(person).asks if ask.counts), asides_of(person))


def reps_in(counted: Iterable[Rep], asides: Iterable[SkippedCard]) -> list[Rep]:
    """These asks and the cards that were too much, ordered by their moments; those without one come first."""
    much = [aside for aside in asides if aside.reason == AsideReason.TOO_MUCH]
    reps = [*counted, *(Rep(aside.key, aside.at, "", Outcome.NOT_ASKED, too_much=True) for aside in much)]
    return sorted(reps, key=lambda rep: (rep.at is not None, rep.at or _NO_MOMENT))


def put_aside(person: Person, day: date) -> frozenset[str]:
    """The keys of the cards put aside on this day, which may come again on the next, and of those put away for good."""
    return away_for_good(person) | {aside.key for aside in asides_on(person, day)}


def away_for_good(person: Person) -> frozenset[str]:
    """The keys of the cards that are not for this person; they stay away until they are brought back."""
    return frozenset(aside.key for aside in asides_of(person) if aside.reason == AsideReason.NOT_FOR_ME)


def place_on(person: Person, day: date) -> str:
    """Where this person said they are on this day, last; empty where they didn't, or took it back."""

    def place() -> str:
        said = Whereabouts.objects.of(person).filter(day=day).order_by("nth", "arrived", "id")
        return said.values_list("place", flat=True).last() or ""

    return cached_fold(person, f"place/{day}", place, seconds=_A_MINUTE)


def followed_deck(person: Person) -> str:
    """The slug of the deck with an arc that this person follows; empty for none."""

    def arc() -> str:
        said = Following.objects.of(person).order_by("nth", "arrived", "id")
        return said.values_list("arc", flat=True).last() or ""

    return cached_fold(person, "following", arc, seconds=_A_MINUTE)


def asides_on(person: Person, day: date) -> tuple[SkippedCard, ...]:
    """The cards put aside on this day, oldest first."""
    return tuple(aside for aside in asides_of(person) if aside.day == day)


def cached_fold(person: Person, name: str, fold: Callable[[], _Folded], *, seconds: int | None = None) -> _Folded:
    """What `fold` makes of this person's facts, kept in memory until a fact is added. Holds no sealed words."""
    key = f"{person.pk}/{name}"
    value: _Folded = cache.get_or_set(key, fold, seconds, version=person.facts)  # type: ignore[assignment]  # typed as optional; fold never gives None
    return value


def read_history(person: Person) -> History:
    """What the rows say as they stand now."""
    energy = energy_by_day(person)
    asks, planned = load(person, energy)
    return History(tuple(asks), planned, energy, looks_back_of(person))


def asides_of(person: Person) -> tuple[SkippedCard, ...]:
    """The cards this person put aside and did not take back, each with its moment, day and reason, oldest first."""

    def rows() -> tuple[SkippedCard, ...]:
        found = Aside.objects.of(person).standing().order_by("arrived", "id")
        return tuple(SkippedCard(*row) for row in found.values_list(*SkippedCard._fields))

    return cached_fold(person, "asides", rows, seconds=_A_MINUTE)


def left_on(person: Person, *, since: datetime | None = None) -> tuple[date, ...]:
    """The days on which the asks were chosen that have no answer yet, of all or of those that came in since."""

    def rows() -> tuple[date, ...]:
        asks = Ask.objects.of(person) if since is None else Ask.objects.of(person).arrived_since(since)
        return tuple(map(person.day_of, asks.planned().values_list("arrived", flat=True)))

    return cached_fold(person, f"left/{since}", rows, seconds=_A_MINUTE)


def energy_by_day(person: Person, *, since: date | None = None) -> dict[date | None, float]:
    """What was last in the tank on each day, 0 to 100; of all days, or from one on."""
    rows = Energy.objects.of(person) if since is None else Energy.objects.of(person).since(since)
    told = rows.order_by("nth", "arrived", "id").values_list("day", "dots")
    return {day: float(dots * SHARE_OF_A_DOT) for day, dots in told}


def looks_back_of(person: Person, *, latest: int | None = None) -> tuple[WeekRow, ...]:
    """The looks back of this person, oldest first: all, or so many of the latest."""
    names = ("id", "day", "week", "arrived", "batch", "worse", "avoids_more", "all_or_nothing", "at", "zone")
    reviews = WeekReview.objects.of(person).oldest_first().values_list(*names)
    rows = list(reviews) if latest is None else list(reviews.reverse()[:latest])[::-1]
    return tuple(
        WeekRow(id, day, week, _here_on(person, arrived, batch), worse, avoids, felt, at and _in_zone(at, zone))
        for id, day, week, arrived, batch, worse, avoids, felt, at, zone in rows
    )


def _here_on(person: Person, arrived: datetime, batch: UUID | None) -> date | None:
    """The day on which something was written here; None for what came with an import."""
    return None if batch else person.day_of(arrived)


def _in_zone(at: datetime, zone: str) -> datetime:
    """The same moment as clocks read it there."""
    return at.astimezone(ZoneInfo(zone))
