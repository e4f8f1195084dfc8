"""What reads texts, made before anybody writes."""

from unflinch.care.respect import asks_of
from unflinch.care.words import level_of

A_TEXT = "I would like to ask the man at the counter whether I may have a glass of water."


def get_ready() -> None:
    """Make the lists that read texts: it takes a second or two, and whoever writes first should not wait for it."""
    level_of(A_TEXT)
    asks_of(A_TEXT)
