"""What can be asked of a coach: one place for what is refused."""

from collections.abc import Sequence
from datetime import datetime

from nerve.card import Card
from nerve.rep import within_scale


def check(cards: Sequence[Card], now: datetime, energy: float | None, appetite: float | None = None) -> None:
    """Raise ValueError, naming the argument, for a naive `now`, an energy or appetite off its scale, or two
    cards of one key.
    """
    if now.tzinfo is None:
        raise ValueError("now: a moment needs its time zone")
    within_scale("energy", energy)
    if appetite is not None and not 0.0 <= appetite <= 1.0:  # nan is within nothing
        raise ValueError(f"appetite: {appetite!r} is not a share from 0 to 1")
    if len({card.key for card in cards}) != len(cards):
        raise ValueError("cards: two have the same key")
