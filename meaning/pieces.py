"""Words cut into the pieces that the network knows: the longest that fits first, as WordPiece does (Wu et al. 2016)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

PIECES_FILE: Final = "pieces.txt"
INSIDE: Final = "##"  # how a piece begins that is not the beginning of a word
UNKNOWN_PIECE, BEGIN, END, HIDDEN = "[UNK]", "[CLS]", "[SEP]", "[MASK]"
FULL_STOP: Final = "."
_LONGEST_WORD: Final = 100  # letters; a longer word is unknown
_WORD: Final = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")  # each sign stands alone


@cache
def pieces() -> Mapping[str, int]:
    """The number of each piece: its line in the file, from 0."""
    return {
        piece: number
        for number, piece in enumerate(files(__package__).joinpath(PIECES_FILE).read_text("utf-8").split())
    }


def numbers(sentences: Sequence[str], known: Mapping[str, int]) -> list[int]:
    """The pieces of lower-case sentences in plain letters, a full stop between two of them."""
    words = _WORD.findall(f" {FULL_STOP} ".join(sentences))
    return [number for word in words for number in cut(word, known)]


def cut(word: str, known: Mapping[str, int]) -> list[int]:
    """The pieces of one word; a word that cannot be cut into known ones is a single unknown piece."""
    if len(word) > _LONGEST_WORD:
        return [known[UNKNOWN_PIECE]]
    found = list(_longest_first(word, known))
    return [known[UNKNOWN_PIECE]] if None in found else [number for number in found if number is not None]


def _longest_first(word: str, known: Mapping[str, int]) -> Iterator[int | None]:
    """The numbers of the pieces from left to right; None, and nothing more, where no piece fits."""
    start = 0
    while start < len(word):
        before = INSIDE if start else ""
        end = next((end for end in range(len(word), start, -1) if f"{before}{word[start:end]}" in known), None)
        if end is None:
            yield None
            return
        yield known[f"{before}{word[start:end]}"]
        start = end
