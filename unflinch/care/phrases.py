"""The small pattern language of the word lists: named pieces, `~` for a few words, `%` for small ones."""

import re
from collections.abc import Mapping, Sequence

FEW_WORDS = r"(?:(?!(?:{bar})(?:\s|$))\S+ ){0,4}"
SMALL_WORDS = r"(?:(?:{adverb}) ){0,4}"
PIECE = re.compile(r"\{([a-z_]+)\}")


def compiled(patterns: Sequence[str], pieces: Mapping[str, str]) -> list[re.Pattern[str]]:
    """Each pattern as a regular expression over whole words. Raises KeyError for a piece nobody wrote."""
    return [whole_words(filled(pattern, pieces)) for pattern in patterns]


def written_out(raw: Mapping[str, str]) -> dict[str, str]:
    """The pieces with one another's text in place; each may use those before it."""
    pieces: dict[str, str] = {}
    for name, text in raw.items():
        pieces[name] = filled(text, pieces)
    return pieces


def filled(pattern: str, pieces: Mapping[str, str]) -> str:
    spelled = pattern.replace("~", FEW_WORDS).replace("%", SMALL_WORDS)
    return PIECE.sub(lambda piece: f"(?:{pieces[piece[1]]})", spelled)


def whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\w)")
