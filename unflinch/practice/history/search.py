"""Finding one's own asks again: by what came back, by place, by deck, and by words, which are opened and scanned."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.history import LoggedAsk, cached_fold, history_of
from unflinch.practice.history.boosters import programmes_of
from unflinch.practice.models import Ask, Plan
from unflinch.practice.models.debrief import LINES
from unflinch.practice.vocabulary import ProgrammeKind

_OF_ASK: Final = ("title", "role", "setting_words")
_AT_ONCE: Final = 200
WAITING: Final = "waiting"
# What phones and programs write in place of ' " and -; soft hyphens are not seen at all.
_ALIKE: Final = {
    **dict.fromkeys(map(ord, "‘’‚‛ʼ´`′"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    ord("\u00ad"): "",
}


def search_asks(person: Person, *, q: str, outcome: str, place: str, deck: str, day: date) -> list[UUID]:
    """The ids of the logged asks that fit all of it, newest first; an empty string leaves that open.

    A hard one of this personal day is found by what it was, not by what was written of it: it rests until tomorrow.
    """
    asks = _fitting(history_of(person).asks, "" if outcome == WAITING else outcome, place, _slugs_of(deck))
    if outcome == WAITING:
        asks = [ask for ask in asks if _waits(ask, day, person.silence_days)]
    ids = [ask.id for ask in reversed(asks)]
    wanted = _plain(q).split()
    return list(_with_words(person, ids, wanted, day)) if wanted else ids


def planned_too(person: Person, *, q: str, outcome: str, place: str, deck: str, day: date) -> list[Ask]:
    """The planned asks that fit, in their order; none where something is looked for that only came back."""
    wanted, slugs = _plain(q).split(), _slugs_of(deck)
    if outcome or not (wanted or place or deck):
        return []
    asks = Ask.objects.of(person).planned().as_planned().with_all()
    return [
        ask
        for ask in asks
        if place in ("", ask.setting)
        and (slugs is None or ask.slug in slugs)
        and all(word in _plain(_told_in(ask, day)) for word in wanted)
    ]


def _waits(ask: LoggedAsk, day: date, patience: int) -> bool:
    """Whether it still waits for an answer on this personal day."""
    return ask.is_open and ask.answered_on is not None and (day - ask.answered_on).days < patience


def _fitting(asks: Iterable[LoggedAsk], outcome: str, place: str, slugs: frozenset[str] | None) -> Sequence[LoggedAsk]:
    """Those of these asks that fit all of it; an empty string and None leave that open."""
    return [
        ask
        for ask in asks
        if outcome in ("", ask.outcome) and place in ("", ask.place) and (slugs is None or ask.key in slugs)
    ]


def _slugs_of(deck: str) -> frozenset[str] | None:
    """The slugs of this deck's challenges; none for a deck that there is not, None where no deck was named."""
    if not deck:
        return None
    return frozenset(one.slug for held in catalogue().decks if held.slug == deck for one in held.challenges)


def _with_words(person: Person, ids: Sequence[UUID], wanted: Sequence[str], day: date) -> Iterator[UUID]:
    """Those of these asks whose own words hold every one of the wanted, in the order of the ids."""
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        told = {ask.pk: _plain(_told_in(ask, day)) for ask in Ask.objects.of(person).listed(part)}
        yield from (id for id, words in told.items() if all(word in words for word in wanted))


def _told_in(ask: Ask, day: date) -> str:
    """Everything that was typed about an ask, but for a hard one that rests."""
    own = [getattr(ask, name) for name in _OF_ASK]
    if ask.rests(day):
        return "\n".join(own)
    before = [ask.line_to_say, ask.plan.when_where, ask.foretold.feared_thing if ask.foretold else ""]
    after = [getattr(debrief, name) for debrief in ask.debriefs.all() for name in LINES]
    later = [*(echo.said_back for echo in ask.echoes.all()), *(answer.words for answer in ask.answers.all())]
    return "\n".join([*own, *before, *after, *later])


def _plain(text: str) -> str:
    """Small letters without their marks, so that cafe finds café, with plain apostrophes and hyphens."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_ALIKE))
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


def numbers_in_hundred(person: Person) -> Mapping[UUID, int]:
    """Which ask of a hundred each one is; what does not count, or belongs to no such programme, has no number."""
    hundreds = [programme.pk for programme in programmes_of(person) if programme.kind == ProgrammeKind.HUNDRED]
    if not hundreds:
        return {}

    def fold() -> dict[UUID, int]:
        plans = dict(Plan.objects.of(person).in_programmes(hundreds).values_list("id", "programme_id"))
        return _numbered(history_of(person).asks, plans)

    return cached_fold(person, "hundred", fold)


def _numbered(asks: Iterable[LoggedAsk], programme_of: Mapping[UUID, UUID | None]) -> dict[UUID, int]:
    """The number of each real ask within the programme that its plan belongs to, from 1 on."""
    made: Counter[UUID] = Counter()
    numbers = {}
    for ask in asks:
        programme = programme_of.get(ask.plan)
        if ask.real and programme is not None:
            made[programme] += 1
            numbers[ask.id] = made[programme]
    return numbers
