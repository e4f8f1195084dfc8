"""The easy way out that ends many a line to say: kind early on, and later a habit that may be left off."""

import re
from collections.abc import Iterable
from typing import Final

from unflinch.practice.history import LoggedAsk

_AFTER_ASKS: Final = 10  # made; until then the way out stays as it is
_SHRUG: Final = re.compile(
    r"(?<=[.?!”,–—-])\s+(?:no worries(?: if\b[^.?!]*)?|a no is fine[^.?!]*|no is fine[^.?!]*|fine either way)[.!]\s*$",
    re.IGNORECASE,
)
# A last sentence that lets the other off: “Or are you busy?”, “Only if it’s quiet.”, “You’re allowed to laugh.”
_LAST_SENTENCE: Final = re.compile(
    r"(?<=[.?!”])\s+(?:(?:or|only if|not if|fine|say|please say no|tell me if|leave it|feel free|don[’']t|outvote me"
    r"|no (?:rush|hurry|need|pressure|hard feelings)|you[’']re allowed|you can|you needn[’']t|i know|i[’']d understand"
    r"|i[’']d say no)\b[^.?!]*[.?!]|if\b[^.?!]*[.!]|[^.?!]+ is (?:fine|a fine answer)[.!])\s*$",
    re.IGNORECASE,
)


def way_out_of(line: str) -> str:
    """The way out at the end of a line, such as "No worries if not."; empty where there is none, or nothing else."""
    found = _found(line)
    return found[0].strip() if found else ""


def without_way_out(line: str) -> str:
    """The same line without it."""
    found = _found(line)
    return line[: found.start()] if found else line


def may_leave_off(line: str, asks: Iterable[LoggedAsk]) -> str:
    """The way out that may be left off this time; empty for who has made few asks yet."""
    return way_out_of(line) if sum(ask.real for ask in asks) >= _AFTER_ASKS else ""


def _found(line: str) -> re.Match[str] | None:
    """A shrug ends any line; another last sentence is a way out only after the question has been asked."""
    last = _LAST_SENTENCE.search(line)
    return _SHRUG.search(line) or (last if last and "?" in line[: last.start()] else None)
