"""What a few sentences mean, read by a small network that ships with the code: NumPy alone, no Django, no web."""

from meaning.network import LARGEST_ODDS, READ_MEANINGS, log_odds
from meaning.pieces import numbers, pieces
from meaning.vectors import directions

__all__ = ["LARGEST_ODDS", "READ_MEANINGS", "directions", "log_odds", "numbers", "pieces"]
