"""The part of a history that Today and the coach look at. It is as long after forty years as after one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from nerve.parameters import REMEMBERED
from nerve.rep import Rep
from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Kind
from unflinch.practice.history import (
    REVIEWS_HEEDED,
    History,
    LoggedAsk,
    asides_of,
    cached_fold,
    energy_by_day,
    history_of,
    looks_back_of,
    reps_in,
)
from unflinch.practice.history.boosters import PLACES_LATELY, booster_due, programmes_of
from unflinch.practice.history.load import by_ask, load_some
from unflinch.practice.models import Answer, Ask, Debrief, Echo
from unflinch.practice.models.answer import AnswerSpan
from unflinch.practice.models.programme import A_WEEK
from unflinch.practice.vocabulary import AnswerKind, Harm, NotAskedReason, Outcome

# A soft stop looks back 38 days: three hard stings within ten, for four weeks. Everything else looks back less.
_LOOKS_BACK: Final = timedelta(days=40)
# What is read at first: as many as the coach remembers, and some more, as a few may not count.
_LATEST: Final = REMEMBERED + 8
_OF_A_REST: Final = ("ask", "ask__slug", "ask__counts", "kind", "at", "outcome", "reason")
LOOKED_AT: Final = 100  # real asks, the last: what is said of somebody's asks is said of these
_A_PAGE: Final = 8  # asks in one place that are read at a time


def lately(person: Person, day: date) -> History:
    """The latest asks of this person, those of the last weeks, and those that have a bearing on this personal day.

    It is the whole history while that is short. Else it `begins` on some day: from there on every ask is in it, and
    before it only those that felt unfair, that an echo came to since, or whose answer may still come.
    """
    return cached_fold(person, f"lately/{day}", lambda: _read(person, day), seconds=60)


def reps_lately(person: Person, day: date) -> list[Rep]:
    """The reps of `lately`, in order, with those of older asks of cards that may still rest.

    `nerve.choice.choose` chooses after these what it chooses after all.
    """
    older = (rep for rep, counts in _older(person, day) if counts)
    return reps_in([*older, *(ask for ask in lately(person, day).asks if ask.counts)], asides_of(person))


def asked_lately_or_resting(person: Person, day: date) -> list[LoggedAsk | Rep]:
    """The asks of `lately` and the older ones of cards that may still rest, whether or not they count."""
    return [*(rep for rep, _ in _older(person, day)), *lately(person, day).asks]


def real_asks_at(person: Person, day: date, place: str, *, own_no: bool | None = None) -> Iterator[LoggedAsk]:
    """The asks in this place that were made and count, the latest first; noes of one's own or the others, or both."""
    history = lately(person, day)
    recent = [ask for ask in history.asks if history.begins is None or (ask.day and ask.day >= history.begins)]
    yield from (ask for ask in reversed(recent) if ask.real and ask.place == place and _is_of(ask, own_no))
    if history.begins is None:
        return
    known = {ask.id for ask in recent}
    older = Ask.objects.of(person).in_place(place).of_own_noes(own_no).logged().as_diary()
    ids = [id for id in older.values_list("id", flat=True) if id not in known]
    for start in range(0, len(ids), _A_PAGE):
        yield from (ask for ask in reversed(load_some({}, ids[start : start + _A_PAGE])) if ask.real)


def cards_made(person: Person, slugs: frozenset[str]) -> frozenset[str]:
    """Those of these cards of the library that were ever really asked."""
    answers = by_ask(Answer.objects.of(person).to_cards(slugs).as_written(), "ask__slug", "outcome")
    return frozenset(rows[-1].ask__slug for rows in answers.values() if rows[-1].outcome != Outcome.NOT_ASKED)


def _is_of(ask: LoggedAsk, own_no: bool | None) -> bool:
    return own_no is None or own_no == (ask.kind == Kind.SAY_NO)


def _read(person: Person, day: date) -> History:
    many = _LATEST
    while True:
        latest = Answer.objects.of(person).first_ones().latest_ones()[:many].values_list("day", flat=True)
        days = [when for when in latest if when is not None]
        if len(days) < many:
            return history_of(person)
        history = _since(person, day, begins=_begins(person, day, days))
        # What begins before is not all there, and what does not count is remembered by nobody.
        counted = [ask for ask in history.asks if ask.counts and ask.day and ask.day >= min(days)]
        if len(counted) >= REMEMBERED and sum(ask.made for ask in counted) >= LOOKED_AT:
            return history
        many *= 2


def _begins(person: Person, day: date, latest: Sequence[date]) -> date:
    """The day from which on all asks are read; the last week with an ask before this one is among them."""
    programmes, last_week = programmes_of(person), day - A_WEEK
    before = max((when for when in latest if when <= last_week), default=None)
    before = before or Answer.objects.of(person).first_ones().until(last_week).last_day()
    days = [day - _LOOKS_BACK, *latest, *([before - A_WEEK] if before else [])]
    if booster_due(programmes, (), day) is not None:
        days.append(day - PLACES_LATELY)
    return min(days + [one.starts for one in programmes if one.runs and one.asks_in_all and one.starts])


def _since(person: Person, day: date, *, begins: date) -> History:
    energy = energy_by_day(person, since=begins)
    older = _older_that_matter(person, day, begins=begins)
    asks = load_some(energy, _asked_since(person, begins), *([older] if older else []))
    span = answers_span(person)
    return History(tuple(asks), span.asks - span.many, energy, looks_back_of(person, latest=REVIEWS_HEEDED), begins)


def _asked_since(person: Person, begins: date) -> Any:
    """The query for the asks that were answered since then."""
    return Answer.objects.of(person).since(begins).values("ask")


def _older_that_matter(person: Person, day: date, *, begins: date) -> list[UUID]:
    """The asks from before that may still wait for their answer, that an echo came to since, or that felt unfair."""
    waiting = Answer.objects.of(person).since(day - timedelta(person.silence_days)).until(begins).open_ones()
    echoes, unfair = Echo.objects.of(person).since(begins), Debrief.objects.of(person).naming(Harm.UNFAIR)
    asks, *others = (facts.values_list("ask", flat=True) for facts in (waiting, echoes, unfair))
    return list(asks.union(*others))


def answers_span(person: Person) -> AnswerSpan:
    """How many asks there are and how many have an answer, and from when until when these were."""
    answers, asks = Answer.objects.of(person).first_ones(), Ask.objects.of(person)
    return cached_fold(person, "span", lambda: answers.span(asks), seconds=60)


def _older(person: Person, day: date) -> tuple[tuple[Rep, bool], ...]:
    """The same as `_asked_before`, kept in memory: a choice looks at it several times."""
    return cached_fold(person, f"older/{day}", lambda: _asked_before(person, day), seconds=60)


def _asked_before(person: Person, day: date) -> tuple[tuple[Rep, bool], ...]:
    """What `lately` has not read of cards that may still rest: when it was and what came of it, and whether it counts.

    What its one person said no to rests for ever; of that it is enough to know that it was so.
    """
    history, cards = lately(person, day), catalogue()
    if history.begins is None:
        return ()
    mine, reach = Answer.objects.of(person), day - history.begins
    refused = Ask.objects.of(person).to_any_of(cards.one_person).refused().values_list("slug", flat=True).distinct()
    noes = [(Rep(slug, None, "", Outcome.NO), False) for slug in refused]
    resting: defaultdict[date, list[str]] = defaultdict(list)
    for card in cards.by_boldness:
        if timedelta(card.rest_after) >= reach:
            resting[day - timedelta(card.rest_after + 1)].append(card.slug)
    answers = mine.until(history.begins).to_cards_since(resting).as_written() if resting else mine.none()
    known = {ask.id for ask in history.asks}
    begun = (rows for rows in by_ask(answers, *_OF_A_REST).values() if rows[0].kind == AnswerKind.FIRST)
    return (*noes, *_latest_of_each(rows for rows in begun if rows[0].ask not in known))


def _latest_of_each(asks: Iterable[Sequence[Any]]) -> Iterable[tuple[Rep, bool]]:
    """Of these asks, each as its answers, the latest of each card with each way to end: one rest is enough."""
    found: dict[tuple[Any, ...], tuple[Rep, bool]] = {}
    for first, *others in asks:
        last = others[-1] if others else first
        rep = Rep(first.ask__slug, first.at, "", last.outcome, too_much=last.reason == NotAskedReason.TOO_MUCH)
        kind = (rep.key, rep.made, rep.too_much, first.ask__counts)
        before = found.get(kind)
        if before is None or (rep.at is not None and (before[0].at is None or rep.at > before[0].at)):
            found[kind] = rep, first.ask__counts
    return found.values()
