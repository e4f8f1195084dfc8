"""Text as it's compared: without the marks that browsers, phones and spreadsheets put in unseen."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Soft hyphens, direction marks, joiners, variation selectors, skin tones: nobody types them, and nobody sees them.
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff"
    "\U000e0000-\U000e007f]"
)
_LONGEST: Final = 20_000  # letters that are compared; no page takes more
SHORT_TEXT: Final = 100  # letters of a text that is likely to come again
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")


def fold_cell(text: str) -> str:
    """One kind of space, hyphen and digit, and nothing unseen; letters stay as they are."""
    text = text[:_LONGEST]
    if not text.isascii():
        text = _DASHES.sub("-", unicodedata.normalize("NFKC", _UNSEEN.sub("", text)))
    return " ".join(text.split())


def bare(text: str) -> str:
    """Folded, in small letters, without accents: März is marz."""
    return _remembered(text) if len(text) <= SHORT_TEXT else _made_bare(text)


@lru_cache(maxsize=8192)
def _remembered(text: str) -> str:
    return _made_bare(text)


def _made_bare(text: str) -> str:
    small = fold_cell(text).casefold().replace("’", "'")
    if small.isascii():
        return small
    parts = unicodedata.normalize("NFKD", small)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))


def tidy_cell(cell: str) -> str:
    """The words of a cell as they are compared: bare, without hyphens, underscores and closing marks."""
    return " ".join(re.sub(r"[_-]", " ", bare(cell)).split()).strip(" .!")
