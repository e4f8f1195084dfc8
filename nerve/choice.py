"""The next ask, with its reasons. The same arguments give the same choice."""

from collections.abc import Sequence
from datetime import datetime
from random import Random

from nerve.card import Card
from nerve.graded import graded
from nerve.rep import Rep, within_scale
from nerve.suggestion import Choice

__all__ = ["Choice", "choose"]


def choose(
    cards: Sequence[Card],
    reps: Sequence[Rep],
    *,
    now: datetime,
    energy: float | None = None,
    resting: frozenset[str] = frozenset(),
    rng: Random,
) -> Choice:
    """The card to offer now (aware), a gentler and a bolder one, or a rest day; energy is 0 to 100.

    `resting` are keys that must not be offered. Raises ValueError, naming the argument, for a naive `now`, an
    energy off its scale or two cards of one key.
    """
    if now.tzinfo is None:
        raise ValueError("now: a moment needs its time zone")
    within_scale("energy", energy)
    if len({card.key for card in cards}) != len(cards):
        raise ValueError("cards: two have the same key")
    return graded(cards, reps, now=now, energy=energy, resting=resting, rng=rng)
