"""The easy way out that ends many a line to say: kind early on, and later a habit that may be left off."""

import re
from typing import Final

from unflinch.practice.columns import Columns

_AFTER_ASKS: Final = 10  # made; until then the way out stays as it is
_SENTENCE: Final = re.compile(
    r"\s*\b(?:no worries(?: if\b[^.?!]*)?|a no is fine[^.?!]*|no is fine[^.?!]*|fine either way)[.!]\s*$", re.IGNORECASE
)


def way_out_of(line: str) -> str:
    """The way out at the end of a line, such as "No worries if not."; empty where there is none, or nothing else."""
    found = _SENTENCE.search(line)
    return found[0].strip() if found and found.start() > 0 else ""


def without_way_out(line: str) -> str:
    """The same line without it."""
    return _SENTENCE.sub("", line) if way_out_of(line) else line


def may_leave_off(line: str, asks: Columns) -> str:
    """The way out that may be left off this time; empty for who has made few asks yet."""
    return way_out_of(line) if int(asks.real.sum()) >= _AFTER_ASKS else ""
