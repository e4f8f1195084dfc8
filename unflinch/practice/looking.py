"""Finding one's own asks again: by what came back, by place, by deck, and by words, which are opened and scanned."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

import numpy as np

from nerve.arrays import Bools
from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.boosters import programmes_of
from unflinch.practice.columns import Columns
from unflinch.practice.history import cached_fold, history_of
from unflinch.practice.models import Ask, Plan
from unflinch.practice.models.debrief import LINES
from unflinch.practice.stored import column_table
from unflinch.practice.vocabulary import Outcome, ProgrammeKind

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
    asks = history_of(person).asks
    fits = _fitting(asks, "" if outcome == WAITING else outcome, place, _slugs_of(deck))
    if outcome == WAITING:
        fits &= _waiting(asks, day, person.silence_days)
    ids = list(map(UUID, asks.id[fits][::-1]))
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


def _waiting(asks: Columns, day: date, patience: int) -> Bools:
    """Which of these asks still wait for an answer on this personal day."""
    is_open = (asks.outcome == Outcome.MAYBE) | (asks.outcome == Outcome.NO_REPLY)
    recent = asks.answered_on > np.datetime64(day, "D") - np.timedelta64(patience, "D")
    return np.asarray(asks.real & is_open & recent, dtype=np.bool_)


def _fitting(asks: Columns, outcome: str, place: str, slugs: frozenset[str] | None) -> Bools:
    """Which of these asks fit all of it; an empty string and None leave that open."""
    fits = np.ones(len(asks), dtype=np.bool_)
    if outcome:
        fits &= asks.outcome == outcome
    if place:
        fits &= asks.place == place
    if slugs is not None:
        fits &= np.array([key in slugs for key in asks.key], dtype=np.bool_)
    return fits


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
    before = [ask.plan.line, ask.plan.when_where, ask.foretold.feared_thing if ask.foretold else ""]
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
        plans = column_table(Plan.objects.of(person).in_programmes(hundreds), "id", "programme_id")
        return _numbered(history_of(person).asks, dict(zip(plans["id"], plans["programme_id"], strict=True)))

    return cached_fold(person, "hundred", fold)


def _numbered(asks: Columns, programme_of: Mapping[str, str]) -> dict[UUID, int]:
    """The number of each real ask within the programme that its plan belongs to, from 1 on."""
    made: Counter[str] = Counter()
    numbers = {}
    for ask, plan in zip(asks.id[asks.real], asks.plan[asks.real], strict=True):
        programme = programme_of.get(plan)
        if programme is not None:
            made[programme] += 1
            numbers[UUID(ask)] = made[programme]
    return numbers
