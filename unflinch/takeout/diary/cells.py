"""From one cell to one value. What is not understood raises Mend with the sentence for the person."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from unflinch.takeout.diary.complaints import Mend, shown

LONGEST_CELL: Final = 20_000  # letters; the longest text that a page takes
HIGHEST: Final = 100  # of our scales
MOST_WEEKS: Final = 5000  # a life has fewer
MOST_DAYS: Final = 100_000
INVISIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
RATING: Final = re.compile(r"(\d{1,3}(?:[.,]\d{1,9})?) ?(?:(%)|/ ?(4|5|10|100))?")
TRUE: Final = frozenset({"yes", "y", "true", "1", "x", "ja", "sí", "si", "oui", "✓", "✔"})
FALSE: Final = frozenset({"no", "n", "false", "0", "nein", "non", "does not count", "doesn't count"})

Value = TypeVar("Value")


def read(cell: str, reader: Callable[[str], Value]) -> Value:
    """What this reader makes of the cell; one that is longer than any page takes is not read at all."""
    if len(cell) > LONGEST_CELL:
        raise Mend(f"holds {len(cell):,} letters, and {LONGEST_CELL:,} fit", "too_long")
    return reader(cell)


def text(cell: str) -> str:
    """Any words, as typed, in NFC. Formulas stay text."""
    if INVISIBLE.search(cell):
        raise Mend(f"{shown(cell)} holds an invisible character that cannot be kept", "invisible")
    return unicodedata.normalize("NFC", cell.strip())


def rating(cell: str, top: int = HIGHEST) -> int | None:
    """A whole number from 0 to 100, from a scale that ends at `top`; empty is None. 70 %, 7/10 and 7,5 are fine."""
    word = cell.strip()
    if word == "":
        return None
    found = RATING.fullmatch(word)
    if found is None:
        raise Mend(f"{shown(cell)} is not a number from 0 to {top}", "rating")
    top = HIGHEST if found[2] else int(found[3] or top)
    number = float(found[1].replace(",", "."))
    if number > top:
        raise Mend(f"{shown(cell)} is not between 0 and {top}", "rating")
    return round(number * HIGHEST / top)


def counted(name: str, most: int) -> Callable[[str], int | None]:
    """Reads a whole number from 1 on, with or without the name before it; empty is None."""

    def counter(cell: str) -> int | None:
        word = re.sub(rf"^{name}\s*", "", cell.strip().casefold())
        if word == "":
            return None
        if not re.fullmatch(r"\d{1,9}(\.0)?", word, re.ASCII) or not 1 <= int(float(word)) <= most:
            raise Mend(f"{shown(cell)} is not a {name} I can place: they are whole numbers, from 1 on", name)
        return int(float(word))

    return counter


def number(cell: str) -> int | None:
    """How many; empty is None."""
    word = cell.strip()
    if not re.fullmatch(r"(\d{1,4}(\.0)?)?", word, re.ASCII):
        raise Mend(f"{shown(cell)} is not a number of asks", "number")
    return int(float(word)) if word else None


def boolean(cell: str) -> bool | None:
    """Yes or no; empty is None."""
    word = said(cell)
    if word and word not in TRUE | FALSE:
        raise Mend(f"{shown(cell)} is neither yes nor no", "boolean")
    return word in TRUE if word else None


def one_of(words: Mapping[str, str]) -> Callable[[str], str]:
    """Reads one of these words, each told with the code it stands for; empty stays empty."""

    def chooser(cell: str) -> str:
        word = said(cell)
        if word and word not in words:
            raise Mend(f"{shown(cell)} is none of {', '.join(dict.fromkeys(words.values()))}", "choice")
        return words[word] if word else ""

    return chooser


def some_of(words: Mapping[str, str]) -> Callable[[str], list[str]]:
    """Reads several of these words, parted by semicolons or commas; each is taken once."""
    choose = one_of(words)
    return lambda cell: list(dict.fromkeys(code for part in re.split(r"[;,]", cell) if (code := choose(part))))


def said(cell: str) -> str:
    """The words of a cell as they are compared: small letters, single spaces, plain apostrophes, no underscores."""
    return re.sub(r"[\s_]+", " ", cell.casefold().replace("’", "'").replace("-", " ")).strip(" .!")
