"""What can be asked of a coach: one place for what is refused."""

from collections.abc import Sequence
from datetime import datetime

from nerve.card import Card
from nerve.rep import within_scale


def check(cards: Sequence[Card], now: datetime, energy: float | None) -> None:
    """Raise ValueError, naming the argument, for a naive `now`, an energy off its scale or two cards of one key."""
    if now.tzinfo is None:
        raise ValueError("now: a moment needs its time zone")
    within_scale("energy", energy)
    if len({card.key for card in cards}) != len(cards):
        raise ValueError("cards: two have the same key")
