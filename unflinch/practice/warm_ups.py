"""Warm-ups: cards that nobody can refuse. Somebody went or didn't, and there is no answer to hear."""

from unflinch.challenges.catalogue import catalogue
from unflinch.practice.vocabulary import Outcome


def is_warm_up(slug: str) -> bool:
    """Whether this card of the library cannot be refused."""
    card = catalogue().get(slug)
    return card is not None and card.warm_up


def as_done(slug: str, outcome: str) -> str:
    """What is saved of this card's outcome: a warm-up's yes, as diaries and earlier releases have it, was going."""
    return str(Outcome.WENT) if outcome == Outcome.YES and is_warm_up(slug) else outcome
