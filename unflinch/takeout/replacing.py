"""An ask that came in goes, and another takes its place: what the person wrote on it since goes over to that one."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.practice.models import Answer, Ask, Debrief, Echo, Energy, Forecast, Plan, Tally
from unflinch.practice.vocabulary import AnswerKind
from unflinch.takeout.identity import all_of, all_said, content_of, energy_of

_ON_AN_ASK: tuple[type[Any], ...] = (Answer, Debrief, Echo, Forecast)


def written_on(person: Person, ids: Collection[UUID]) -> set[UUID]:
    """Those of these asks on which the person wrote something here, or out of which they made another ask."""
    found: set[UUID] = set()
    for table in _ON_AN_ASK:
        found.update(table.objects.of(person).filter(ask__in=ids, batch=None).values_list("ask", flat=True))
    followed = Ask.objects.of(person).filter(follows__in=ids).values_list("follows", flat=True)
    return found | {id for id in followed if id is not None}


def amended(person: Person, ids: Collection[UUID]) -> set[UUID]:
    """Those of these asks and totals that no longer say what they said when they came in."""
    told = contents_of(person, ids)
    return {fact.pk for fact, content in told if all_of(person, content) != all_said(fact.pk)}


def contents_of(person: Person, ids: Collection[UUID]) -> Iterator[tuple[Fact, str]]:
    """Each of these asks and totals with all that came in with it, as a text: what its row would have to say now."""
    for ask in Ask.objects.of(person).filter(pk__in=ids).with_all():
        yield ask, content_of(str(ask.plan.label), _facts_of(ask))
    for tally in Tally.objects.of(person).filter(pk__in=ids):
        yield tally, content_of("", [tally])


def _facts_of(ask: Ask) -> Iterable[Fact]:
    """The ask and all that came in with it, as it is now."""
    yield ask
    if ask.foretold is not None and ask.foretold.batch is not None:
        yield ask.foretold
    for table in (ask.answers, ask.debriefs):
        yield from (fact for fact in table.all() if fact.batch is not None)
    yield from Energy.objects.of(ask.person).filter(pk=energy_of(ask.pk))


def replace_asks(person: Person, pairs: Mapping[UUID, UUID | None]) -> None:
    """Remove these asks and totals; what was written on an ask here goes over to the one that takes its place."""
    touched = written_on(person, pairs)
    for old, new in pairs.items():
        if old in touched and new is not None:
            _hand_over(person, old, new)
    remove_asks(person, pairs)


def _hand_over(person: Person, old: UUID, new: UUID) -> None:
    """What the person wrote here on one ask stands on another from now on."""
    answers = Answer.objects.of(person)
    own = answers.filter(ask=old, batch=None)
    if own.filter(kind=AnswerKind.FIRST).exists():
        answers.filter(ask=new).exclude(batch=None).delete()
    elif own.exists() and not answers.filter(ask=new).exists():
        own = answers.filter(ask=old)
    own.update(ask=new)
    if Forecast.objects.of(person).filter(ask=old, batch=None).exists():
        Forecast.objects.of(person).filter(ask=new).delete()
    for table in (Debrief, Echo, Forecast):
        table.objects.of(person).filter(ask=old, batch=None).update(ask=new)
    Ask.objects.of(person).filter(follows=old).update(follows=new)


def remove_asks(person: Person, ids: Iterable[UUID]) -> None:
    """Remove asks and totals with all that hangs on them, and the plans that are empty then."""
    gone = list(ids)
    plans = list(Ask.objects.of(person).filter(pk__in=gone).values_list("plan", flat=True))
    Energy.objects.of(person).filter(pk__in=[energy_of(id) for id in gone]).delete()
    Ask.objects.of(person).filter(pk__in=gone).delete()
    Tally.objects.of(person).filter(pk__in=gone).delete()
    Plan.objects.of(person).filter(pk__in=plans, asks=None, batch__isnull=False).delete()
