"""From one cell to one value. What is not understood raises Mend with the sentence for the person."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Final, TypeVar

from unflinch.takeout.diary.complaints import Mend, shown_cell
from unflinch.takeout.diary.folding import bare, tidy_cell
from unflinch.takeout.guarding import unguarded

LONGEST_CELL: Final = 20_000  # letters; the longest text that a page takes
MOST_WEEKS_READ: Final = 5000  # a life has fewer
MOST_DAYS: Final = 100_000
INVISIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_TRUE: Final = frozenset({"yes", "y", "true", "1", "x", "ja", "sí", "si", "oui", "✓", "✔"})
_FALSE: Final = frozenset({"no", "n", "false", "0", "nein", "non", "does not count", "doesn't count"})

_NUMERALS: Final = {
    word: number
    for number, words in enumerate(
        (
            "one first eins erste uno primera primero un premiere", "two second zwei zweite dos segunda deux deuxieme",
            "three third drei dritte tres tercera trois", "four fourth vier vierte cuatro cuarta quatre",
            "five fifth funf funfte cinco quinta cinq", "six sixth sechs sechste seis sexta",
            "seven seventh sieben siebte siete septima sept", "eight eighth acht achte ocho octava huit",
            "nine ninth neun neunte nueve novena neuf", "ten tenth zehn zehnte diez decima dix",
            "eleven elf once onze", "twelve zwolf doce douze",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_UNIT: Final = r"(?:week|wk|w|day|d|kw|kalenderwoche|woche|tag|semana|sem|dia|semaine|jour)"
_COUNTED: Final = re.compile(
    rf"(?:(?:19|20)\d\d-?(?=w))?{_UNIT}?\.? ?(?:no|nr|number|nummer)?\.? ?#?"
    rf"(?:(?P<number>\d{{1,9}})(?:\.0)?|(?P<word>[a-z]+))(?:st|nd|rd|th|er|º|ª|\.)? ?{_UNIT}?"
    r"(?: ?(?:of|/|von|de|sur) ?\d{1,4}| (?:19|20)\d\d)?(?: ?(?:[(:,]|- ).*| -.*)?",
    re.ASCII,
)

_Value = TypeVar("_Value")


def read_cell(cell: str, reader: Callable[[str], _Value]) -> _Value:
    """What this reader makes of the cell; one that is longer than any page takes is not read at all."""
    if len(cell) > LONGEST_CELL:
        raise Mend(f"holds {len(cell):,} letters, and {LONGEST_CELL:,} fit", "too_long")
    return reader(cell)


def text(cell: str) -> str:
    """Any words, as typed, in NFC. Formulas stay text."""
    if INVISIBLE.search(cell):
        raise Mend(f"{shown_cell(cell)} holds an invisible character that cannot be kept", "invisible")
    return unicodedata.normalize("NFC", unguarded(cell.strip()))


def counted(name: str, most: int) -> Callable[[str], int | None]:
    """Reads a whole number from 1 on: 3, Week 3 of 12, W3, Semana 3, KW 3, 3/30, 3rd week, Week Three."""

    def counter(cell: str) -> int | None:
        word = bare(cell)
        if word == "":
            return None
        found = _COUNTED.fullmatch(word)
        value = 0 if found is None else int(found["number"] or _NUMERALS.get(found["word"] or "", 0))
        if not 1 <= value <= most:
            raise Mend(f"{shown_cell(cell)} isn’t a {name} we can place: they are whole numbers, from 1 on", name)
        return value

    return counter


def number(cell: str) -> int | None:
    """How many; empty is None."""
    word = cell.strip()
    if not re.fullmatch(r"(\d{1,4}(\.0)?)?", word, re.ASCII):
        raise Mend(f"{shown_cell(cell)} is not a number of asks", "number")
    return int(float(word)) if word else None


def boolean(cell: str) -> bool | None:
    """Yes or no; empty is None."""
    word = tidy_cell(cell)
    if word and word not in _TRUE | _FALSE:
        raise Mend(f"{shown_cell(cell)} is neither yes nor no", "boolean")
    return word in _TRUE if word else None


def amount(cell: str) -> Decimal | None:
    """A sum of money or of anything, with at most two places behind the point; empty is None."""
    word = cell.strip()
    if not re.fullmatch(r"(-?\d{1,10}(\.\d{1,2})?)?", word, re.ASCII):
        raise Mend(f"{shown_cell(cell)} is not an amount such as 2.50", "amount")
    return Decimal(word) if word else None


def iso_day(cell: str) -> date | None:
    """A day as our own sheet writes it, 2026-11-30; empty is None."""
    return _in_iso(cell, date.fromisoformat, "a day such as 2026-11-30", "date")


def iso_clock(cell: str) -> time | None:
    """A time of day as our own sheet writes it, 18:30; empty is None."""
    return _in_iso(cell, time.fromisoformat, "a time such as 18:30", "time")


def _in_iso(cell: str, reader: Callable[[str], _Value], like: str, kind: str) -> _Value | None:
    try:
        return reader(cell.strip()) if cell.strip() else None
    except ValueError as error:
        raise Mend(f"{shown_cell(cell)} is not {like}", kind) from error


def one_of(words: Mapping[str, str]) -> Callable[[str], str]:
    """Reads one of these words, each told with the code it stands for; empty stays empty."""

    def chooser(cell: str) -> str:
        word = tidy_cell(cell)
        if word and word not in words:
            raise Mend(f"{shown_cell(cell)} is none of {', '.join(dict.fromkeys(words.values()))}", "choice")
        return words[word] if word else ""

    return chooser


def some_of(words: Mapping[str, str]) -> Callable[[str], list[str]]:
    """Reads several of these words, parted by semicolons or commas; each is taken once."""
    choose = one_of(words)
    return lambda cell: list(dict.fromkeys(code for part in re.split(r"[;,]", cell) if (code := choose(part))))
