"""Titles for a week and who was in it, picked from what the person wrote themselves."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from unflinch.accounts.sealed import Damaged
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import Harm, NoKind, Outcome

_MOST: Final = 3
_LETTERS: Final = range(5, 49)
_A_PIECE: Final = re.compile(r"[^.!?;:…]+")
_KIND: Final = frozenset({NoKind.FRIENDLY, NoKind.EXPLAINED, NoKind.NOT_NOW})


def titles_for(asks: Sequence[Ask], day: date) -> list[str]:
    """A few titles in the person's own words: what they learned and the short sentences they wrote, funny ones first.

    Nothing of an ask that wasn't made, that felt unfair, or that rests until tomorrow.
    """
    made = [ask for ask in made_asks(asks) if not ask.rests(day)]
    made.sort(key=lambda ask: not (ask.debrief is not None and ask.debrief.funny))
    told = [ask.debrief for ask in made if ask.debrief is not None]
    lessons = [piece for debrief in told for piece in _pieces(debrief.lesson)]
    lines = sorted((piece for debrief in told for piece in _pieces(debrief.what_happened)), key=len)
    # One of each kind first, so that three titles aren't three lessons.
    mixed = [*lessons[:1], *lines[:1], *lessons[1:], *lines[1:]]
    return list(dict.fromkeys(mixed))[:_MOST]


def made_asks(asks: Sequence[Ask]) -> list[Ask]:
    """Those that were made and didn't feel unfair: a week isn't called after what was done to somebody."""
    return [ask for ask in asks if _was_made(ask) and not _felt_unfair(ask)]


def met_kindly(asks: Sequence[Ask]) -> list[Ask]:
    """Those that somebody answered with a yes or with a kind no, and the warm-ups: they met somebody, too."""
    return [ask for ask in made_asks(asks) if _is_kind(ask)]


def _was_made(ask: Ask) -> bool:
    return ask.answer is not None and ask.answer.outcome != Outcome.NOT_ASKED


def _felt_unfair(ask: Ask) -> bool:
    return ask.debrief is not None and Harm.UNFAIR in ask.debrief.harms


def _is_kind(ask: Ask) -> bool:
    outcome = None if ask.answer is None else ask.answer.outcome
    kind = "" if ask.debrief is None else ask.debrief.no_kind
    return outcome in (Outcome.YES, Outcome.WENT) or (outcome == Outcome.NO and kind in _KIND)


def _pieces(text: str) -> Iterator[str]:
    """The short sentences of a text, without their full stops and quotation marks."""
    if isinstance(text, Damaged):
        return
    for piece in _A_PIECE.findall(text):
        plain = piece.strip(" ,–—-“”\"'’‘\n")
        if len(plain) in _LETTERS and " " in plain:
            yield plain[:1].upper() + plain[1:]
