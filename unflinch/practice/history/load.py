"""Rows to values: the asks of a person, or some of them, with all that came of them, in four queries."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Final, TypeAlias
from uuid import UUID

from django.db.models import CharField, ExpressionWrapper, F, Q

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


def load_some(energy: _Energy, *parts: Any) -> list[LoggedAsk]:
    """Those asks that have an answer, in the order of life; each of `parts` is some ids of one person, or their query.

    Whose they are is not asked again: a database would go through all rows of that person to find a few.
    """
    asks, facts = (reduce(or_, [Q(**{f"{name}__in": ids}) for ids in parts]) for name in ("pk", "ask"))
    logged = _joined(
        list(_asks_in(Ask.objects.filter(asks))), [table.objects.filter(facts) for table in _GROWING], energy
    )
    return sorted(logged, key=_in_life)


def _asks_in(asks: Any) -> Any:
    return asks.values(*_OF_AN_ASK, bare=_bare("id"), place=F("setting"), **_FORETOLD)


def _joined(asks: Sequence[dict[str, Any]], facts: Sequence[Any], energy: _Energy) -> list[LoggedAsk]:
    """Those of these asks that have an answer, each with its facts of each table in `_GROWING`."""
    answers, debriefs, echoes = facts
    answered = by_ask(answers.as_written(), *_OF_AN_ANSWER)
    told = by_ask(debriefs.order_by(*AS_WRITTEN), "cleared", *_SAID)
    echoed = by_ask(echoes.order_by(*AS_WRITTEN), "day", *LATER)
    keys = [ask.pop("bare") for ask in asks]
    return [
        _logged(ask, answered[key], told.get(key, ()), echoed.get(key, ()), energy)
        for key, ask in zip(keys, asks, strict=True)
        if key in answered
    ]


def by_ask(facts: Any, *names: str) -> dict[Hashable, list[Any]]:
    """These columns of each fact, by the ask that it belongs to: its id as the database has it (see `_bare`)."""
    found: defaultdict[Hashable, list[Any]] = defaultdict(list)
    for row in facts.annotate(of=_bare("ask")).values_list("of", *names, named=True):
        found[row.of].append(row)
    return found


def _bare(name: str) -> Any:
    """An id as the database has it, text or not: to join rows by it costs a tenth of making a UUID of each."""
    return ExpressionWrapper(F(name), output_field=CharField())


def _key_of(slug: str, own: UUID | None, id: UUID) -> str:
    """What the same challenge is known by across asks, as `Ask.key` says it."""
    return slug or str(own or id)


def _logged(
    ask: dict[str, Any], answers: Sequence[Any], debriefs: Sequence[Any], echoes: Sequence[Any], energy: _Energy
) -> LoggedAsk:
    """`ask` is by the names of a `LoggedAsk`, but for what makes its key."""
    slug, own, counts = ask.pop("slug"), ask.pop("own"), ask.pop("counts")
    begun, last = answers[0], answers[-1]
    told = _told_in(debriefs)
    harms, habits = told.pop("harms") or (), tuple(told.pop("safe_habits") or ())
    words: dict[str, Any] = {name: told.pop(name) or None for name in WORDS}
    looked_at = habits or any(told[name] is not None for name in _LOOKED_AT)
    return LoggedAsk(
        **ask,
        key=_key_of(slug, own, ask["id"]),
        # What felt unfair says nothing about how somebody asks: it counts nowhere, and this is where that is said.
        counts=counts and _UNFAIR not in harms,
        at=begun.at,
        day=begun.day,
        week=begun.week or 0,
        sequence=begun.sequence,
        first=_first_of(answers).outcome,
        outcome=last.outcome,
        answered_on=last.day,
        too_much=last.reason == _TOO_MUCH,
        energy=None if begun.day is None else energy.get(begun.day),
        no_kind=told.pop("no_kind") or "",
        funny=bool(told.pop("funny")),
        wants_echo=bool(told.pop("wants_echo")),
        unfair=_UNFAIR in harms,
        unwelcome=_UNCOMFORTABLE in harms,
        safe_habits=habits if looked_at else None,
        **words,
        **told,
        echoes=tuple([EchoRow(echo.day, **{name: getattr(echo, name) for name in LATER}) for echo in echoes]),
        **_first_said(echoes),
    )


def _told_in(debriefs: Sequence[Any]) -> dict[str, Any]:
    """What the debriefs of an ask say together, by name; most asks have one, and many have none."""
    if not debriefs[1:]:
        return dict(zip(_SAID, debriefs[0][-len(_SAID) :], strict=True)) if debriefs else dict.fromkeys(_SAID)
    return {**dict.fromkeys(_SAID), **latest_said(debriefs, _SAID)}


def _first_of(answers: Sequence[Any]) -> Any:
    """What came first, with a mis-tap mended."""
    return Trail(answers).first if answers[1:] else answers[0]


def _first_said(echoes: Sequence[Any]) -> dict[str, Any]:
    """Of each rating what the first echo that has it says."""
    return {name: value for echo in reversed(echoes) for name in LATER if (value := getattr(echo, name)) is not None}


def _in_life(ask: LoggedAsk) -> tuple[bool, int, int, UUID]:
    """The order of life: what has no day comes first, by its week."""
    return ask.day is not None, ask.week if ask.day is None else ask.day.toordinal(), ask.sequence, ask.id
