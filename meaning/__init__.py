"""What a few sentences mean, read by a small network that ships with the code: NumPy alone, no Django, no web."""

from meaning.network import LARGEST, MEANINGS, log_odds

__all__ = ["LARGEST", "MEANINGS", "log_odds"]
