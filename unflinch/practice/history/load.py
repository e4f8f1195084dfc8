"""Rows to values: the asks of a person, or some of them, with all that came of them, in four queries."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeAlias
from uuid import UUID

from django.db.models import F

from nerve.rep import AFTER, BEFORE, LATER, WORDS
from unflinch.accounts.models import Person
from unflinch.practice.history.asks import EchoRow, LoggedAsk
from unflinch.practice.models import Answer, Ask, Debrief, Echo
from unflinch.practice.models.debrief import latest_said
from unflinch.practice.models.rating import AS_WRITTEN
from unflinch.practice.models.trail import Trail
from unflinch.practice.vocabulary import Harm, NotAskedReason

_FORETOLD: Final = {name: F(f"forecast__{name}") for name in BEFORE}
_OF_AN_ASK: Final = ("id", "plan", "channel", "kind", "counts", "pull", "slug", "own")
_OF_AN_ANSWER: Final = ("kind", "outcome", "reason", "at", "day", "week", "sequence")
_SAID: Final = (*AFTER, *WORDS, "safe_habits", "no_kind", "harms", "funny", "wants_echo")
# What needs a look at the ask: where one of these was rated, a habit that is not ticked was not there.
_LOOKED_AT: Final = ("feared_happened", "sting", "surprise")
_AT_ONCE: Final = 10_000  # ids that either database takes in one query
_GROWING: Final[tuple[Any, ...]] = (Answer, Debrief, Echo)
_Energy: TypeAlias = Mapping[date | None, float]
# Each look at a member of an enumeration costs as much as reading a column.
_TOO_MUCH, _UNFAIR, _UNCOMFORTABLE = NotAskedReason.TOO_MUCH, Harm.UNFAIR, Harm.UNCOMFORTABLE


def load(person: Person, energy: _Energy) -> tuple[list[LoggedAsk], int]:
    """The asks that have an answer, in the order of life, and how many have none yet; `energy` is by the day.

    What has no day comes first, by its week. The asks are read first: whatever comes in meanwhile waits for the next
    reading.
    """
    asks = list(_asks_in(Ask.objects.of(person)))
    logged = _joined(asks, [table.objects.of(person) for table in _GROWING], energy)
    return sorted(logged, key=_in_life), len(asks) - len(logged)


def load_some(person: Person, ids: Collection[UUID], energy: _Energy) -> list[LoggedAsk]:
    """Those of these asks that have an answer, in the order of life."""
    logged: list[LoggedAsk] = []
    for part in _in_parts(ids):
        facts = [table.objects.of(person).filter(ask__in=part) for table in _GROWING]
        logged += _joined(list(_asks_in(Ask.objects.of(person).with_ids(part))), facts, energy)
    return sorted(logged, key=_in_life)


def _in_parts(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    """These ids, as many at a time as a query may name."""
    listed = list(ids)
    return (listed[start : start + _AT_ONCE] for start in range(0, len(listed), _AT_ONCE))


def _asks_in(asks: Any) -> Any:
    return asks.values(*_OF_AN_ASK, place=F("setting"), **_FORETOLD)


def _joined(asks: Sequence[dict[str, Any]], facts: Sequence[Any], energy: _Energy) -> list[LoggedAsk]:
    """Those of these asks that have an answer, each with its facts of each table in `_GROWING`."""
    answers, debriefs, echoes = facts
    answered = by_ask(answers.as_written(), *_OF_AN_ANSWER)
    told = by_ask(debriefs.order_by(*AS_WRITTEN), "cleared", *_SAID)
    echoed = by_ask(echoes.order_by(*AS_WRITTEN), "day", *LATER)
    ids = [ask["id"] for ask in asks]
    return [
        _logged(ask, Trail(answered[id]), told.get(id, ()), echoed.get(id, ()), energy)
        for id, ask in zip(ids, asks, strict=True)
        if id in answered
    ]


def by_ask(facts: Any, *names: str) -> dict[UUID, list[Any]]:
    """These columns of each fact, by the ask that it belongs to."""
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in facts.values_list("ask", *names, named=True):
        found[row.ask].append(row)
    return found


def key_of(slug: str, own: UUID | None, id: UUID) -> str:
    """What the same challenge is known by across asks, as `Ask.key` says it."""
    return slug or str(own or id)


def _logged(
    ask: dict[str, Any], trail: Trail[Any], debriefs: Sequence[Any], echoes: Sequence[Any], energy: _Energy
) -> LoggedAsk:
    """`ask` is by the names of a `LoggedAsk`, but for what makes its key."""
    slug, own, counts = ask.pop("slug"), ask.pop("own"), ask.pop("counts")
    begun, last = trail[0], trail[-1]
    first = trail.first or begun
    told = latest_said(debriefs, _SAID)
    harms, habits = told.pop("harms", ()), tuple(told.pop("safe_habits", ()))
    looked_at = habits or any(told.get(name) is not None for name in _LOOKED_AT)
    words = {name: word for name in WORDS if (word := told.pop(name, ""))}
    return LoggedAsk(
        **ask,
        key=key_of(slug, own, ask["id"]),
        # What felt unfair says nothing about how somebody asks: it counts nowhere, and this is where that is said.
        counts=counts and _UNFAIR not in harms,
        at=begun.at,
        day=begun.day,
        week=begun.week or 0,
        sequence=begun.sequence,
        first=first.outcome,
        outcome=last.outcome,
        answered_on=last.day,
        too_much=last.reason == _TOO_MUCH,
        energy=None if begun.day is None else energy.get(begun.day),
        no_kind=told.pop("no_kind", ""),
        funny=bool(told.pop("funny", False)),
        wants_echo=bool(told.pop("wants_echo", False)),
        unfair=_UNFAIR in harms,
        unwelcome=_UNCOMFORTABLE in harms,
        safe_habits=habits if looked_at else None,
        **told,
        **words,
        echoes=tuple([EchoRow(echo.day, **{name: getattr(echo, name) for name in LATER}) for echo in echoes]),
        **_first_said(echoes),
    )


def _first_said(echoes: Sequence[Any]) -> dict[str, Any]:
    """Of each rating what the first echo that has it says."""
    return {name: value for echo in reversed(echoes) for name in LATER if (value := getattr(echo, name)) is not None}


def _in_life(ask: LoggedAsk) -> tuple[bool, int, int, UUID]:
    """The order of life: what has no day comes first, by its week."""
    return ask.day is not None, ask.week if ask.day is None else ask.day.toordinal(), ask.sequence, ask.id
