"""Rows to values: the one place where what was recorded becomes what `nerve` can reckon with."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final, TypeAlias, TypeVar
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db.models import ExpressionWrapper, F, TextField

from nerve.rep import Rep
from unflinch.accounts.models import Person
from unflinch.practice.models import Answer, Aside, Ask, Debrief, Echo, Energy, WeekReview
from unflinch.practice.models.answer import PLACE
from unflinch.practice.models.energy import SHARE_OF_A_DOT
from unflinch.practice.rows import AnswerRow, AsideRow, AskRow, EchoRow, WeekRow
from unflinch.practice.vocabulary import AnswerKind, AsideReason, Harm, NotAskedReason, Outcome

Folded = TypeVar("Folded")
Key: TypeAlias = Hashable  # an ask's id, as the database hands it over
A_MINUTE: Final = 60
NO_MOMENT: Final = datetime.min.replace(tzinfo=UTC)

BEFORE: Final = ("no_before", "feared_before", "cost_before", "tension_before")
AFTER: Final = ("feared_happened", "feared_after", "cost_after", "sting", "surprise")
TOLD: Final = (*AFTER, "flinched", "back_after", "funny", "no_kind", "harms", "safe_habits", "rehearsed", "wants_echo")


@dataclass(frozen=True, slots=True)
class Entry:
    """One ask that has an answer, with its rep and what only the pages need."""

    id: UUID
    plan: UUID
    programme: UUID | None
    rep: Rep
    first: str
    day: date | None
    week: int | None
    sequence: int
    channel: str
    counts: bool
    unfair: bool
    unwelcome: bool
    kind: str
    answered_on: date | None
    pull: int | None
    flinched: str
    back_after: str
    funny: bool
    no_kind: str
    rehearsed: str
    safe_habits: tuple[str, ...]
    wants_echo: bool = False
    echoes: tuple[EchoRow, ...] = ()

    @property
    def real(self) -> bool:
        """Whether somebody was asked and it counts."""
        return self.counts and self.rep.outcome != Outcome.NOT_ASKED


@dataclass(frozen=True, slots=True)
class History:
    """All that was recorded of one person, as values in the order of life: undated weeks first, then days.

    `planned` counts the asks that have no answer yet; `energy` is what was last in the tank on a day, 0 to 100;
    `asides` are the cards put aside, each with its moment, day and reason; `weeks` are the looks
    back. It holds no words of the person.
    """

    entries: tuple[Entry, ...]
    planned: int
    energy: Mapping[date | None, float]
    asides: tuple[AsideRow, ...]
    weeks: tuple[WeekRow, ...] = ()

    @property
    def reps(self) -> list[Rep]:
        """Every logged ask as `nerve` sees it; those declared as not counting left out.

        A card that was too much when it was offered is a rep as well: not asked, and too much.
        """
        reps = [entry.rep for entry in self.entries if entry.counts]
        much = [aside for aside in self.asides if aside.reason == AsideReason.TOO_MUCH]
        reps += [Rep(aside.key, aside.at, "", Outcome.NOT_ASKED, too_much=True) for aside in much]
        return sorted(reps, key=lambda rep: (rep.at is not None, rep.at or NO_MOMENT))

    def resting(self, day: date) -> frozenset[str]:
        """The keys of the cards put aside on this day; on the next they may come again."""
        return frozenset(aside.key for aside in self.asides if aside.day == day)


def history_of(person: Person) -> History:
    """This person's history, kept for a minute so that the folds of one page read it once."""
    return folded(person, "history", lambda: read(person), seconds=A_MINUTE)


def reps_of(person: Person) -> list[Rep]:
    """Every logged ask of this person as `nerve` sees it, in order."""
    return history_of(person).reps


def entries_of(person: Person) -> Sequence[Entry]:
    """Every ask of this person that has an answer, in the order of life."""
    return history_of(person).entries


def folded(person: Person, name: str, fold: Callable[[], Folded], *, seconds: int | None = None) -> Folded:
    """What `fold` makes of this person's facts, kept in memory until a fact is added. Holds no sealed words."""
    key = f"{name}/{person.pk}/{person.facts}/{settings.RELEASE}"
    value: Folded = cache.get_or_set(key, fold, seconds)  # type: ignore[assignment]  # typed as optional; fold never gives None
    return value


def read(person: Person) -> History:
    """The rows as they stand now."""
    answers, told, echoes, energy = answers_of(person), told_of(person), echoes_of(person), energy_of(person)
    rows = [(key, AskRow(*row)) for key, *row in Ask.objects.of(person).values_list(as_stored("id"), *ASK_FIELDS)]
    logged = [(key, row) for key, row in rows if key in answers]
    entries = [entry_of(row, answers[key], told.get(key, {}), echoes[key], energy) for key, row in logged]
    asides = Aside.objects.of(person).values_list(*AsideRow._fields)
    return History(
        entries=tuple(sorted(entries, key=place_in_life)),
        planned=len(rows) - len(entries),
        energy=energy,
        asides=tuple(AsideRow(*row) for row in asides),
        weeks=weeks_of(person),
    )


def place_in_life(entry: Entry) -> tuple[bool, int, int, str]:
    """The order (day, sequence, id); of what has no day only the week is known, and it comes first."""
    if entry.day is None:
        return (False, entry.week or 0, entry.sequence, str(entry.id))
    return (True, entry.day.toordinal(), entry.sequence, str(entry.id))


ASK_FIELDS: Final = (
    *("id", "plan_id", "plan__programme_id", "slug", "own_id", "setting", "channel", "kind", "counts", "pull"),
    *(f"forecast__{name}" for name in BEFORE),
)


def as_stored(name: str) -> "ExpressionWrapper[F]":
    """A column as the database hands it over: what is only looked up by need not be made into an object."""
    return ExpressionWrapper(F(name), output_field=TextField())


def answers_of(person: Person) -> dict[Key, list[AnswerRow]]:
    """The answers of each ask, in the order they were written."""
    trails: defaultdict[Key, list[AnswerRow]] = defaultdict(list)
    for ask, *row in Answer.objects.of(person).values_list(as_stored("ask_id"), *AnswerRow._fields):
        trails[ask].append(AnswerRow(*row))
    for trail in trails.values():
        if len(trail) > 1:
            trail.sort(key=lambda row: (row.arrived, PLACE[AnswerKind(row.kind)]))
    return dict(trails)


def told_of(person: Person) -> dict[Key, dict[str, Any]]:
    """What the debriefs of each ask say together: of each field the latest that was given."""
    told: defaultdict[Key, dict[str, Any]] = defaultdict(dict)
    for ask, *values in Debrief.objects.of(person).order_by("arrived").values_list(as_stored("ask_id"), *TOLD):
        told[ask].update((name, value) for name, value in zip(TOLD, values, strict=True) if value not in (None, "", []))
    return told


def echoes_of(person: Person) -> defaultdict[Key, list[EchoRow]]:
    """The echoes of each ask, in the order they came."""
    echoes: defaultdict[Key, list[EchoRow]] = defaultdict(list)
    for ask, *row in Echo.objects.of(person).in_life().values_list(as_stored("ask_id"), *EchoRow._fields):
        echoes[ask].append(EchoRow(*row))
    return echoes


def energy_of(person: Person) -> dict[date | None, float]:
    """What was last in the tank on each day, 0 to 100."""
    rows = Energy.objects.of(person).order_by("arrived").values_list("day", "dots")
    return {day: float(dots * SHARE_OF_A_DOT) for day, dots in rows}


def weeks_of(person: Person) -> tuple[WeekRow, ...]:
    """The looks back of this person, oldest first."""
    names = ("day", "week", "arrived", "batch", "worse", "avoids_more", "all_or_nothing", "at")
    return tuple(
        WeekRow(day, week, None if batch else person.day_of(arrived), *told)
        for day, week, arrived, batch, *told in WeekReview.objects.of(person).oldest_first().values_list(*names)
    )


def first_and_last(trail: Sequence[AnswerRow]) -> tuple[AnswerRow, AnswerRow]:
    """What came first, with a mis-tap mended, and what counts."""
    first = trail[0]
    for row in trail[1:]:
        if row.kind != AnswerKind.SLIP:
            break
        first = row
    return first, trail[-1]


def entry_of(
    row: AskRow,
    trail: Sequence[AnswerRow],
    told: dict[str, Any],
    echoes: Sequence[EchoRow],
    energy: dict[date | None, float],
) -> Entry:
    first, last = first_and_last(trail)
    made = trail[0]
    return Entry(
        id=row.id,
        plan=row.plan,
        programme=row.programme,
        rep=Rep(
            key=row.slug or str(row.own or row.id),
            at=made.at,
            place=row.setting,
            outcome=last.outcome,
            **{name: getattr(row, name) for name in BEFORE},
            **{name: told.get(name) for name in AFTER},
            energy=energy.get(made.day) if made.day is not None else None,
            too_much=last.reason == NotAskedReason.TOO_MUCH,
        ),
        first=first.outcome,
        day=made.day,
        week=made.week,
        sequence=made.sequence,
        channel=row.channel,
        counts=row.counts,
        unfair=Harm.UNFAIR in told.get("harms", ()),
        unwelcome=Harm.UNCOMFORTABLE in told.get("harms", ()),
        kind=row.kind,
        answered_on=last.day,
        pull=row.pull,
        flinched=told.get("flinched", ""),
        back_after=told.get("back_after", ""),
        funny=told.get("funny", False),
        no_kind=told.get("no_kind", ""),
        rehearsed=told.get("rehearsed", ""),
        safe_habits=tuple(told.get("safe_habits", ())),
        wants_echo=told.get("wants_echo", False),
        echoes=tuple(echoes),
    )


def real(entries: Iterable[Entry]) -> list[Entry]:
    """Those where somebody was asked and it counts."""
    return [entry for entry in entries if entry.real]
