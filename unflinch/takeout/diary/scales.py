"""Ratings: numbers on whatever scale a column runs to, brought to 0 to 100."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from unflinch.takeout.diary.complaints import Mend, shown_cell
from unflinch.takeout.diary.folding import SHORT_TEXT, fold_cell, tidy_cell

HIGHEST_RATING: Final = 100  # of our scales
_STARS: Final = 5
_NUMBER: Final = r"\d{1,3}(?:[.,]\d{1,9})?"
_RATING: Final = re.compile(
    rf"(?:~|≈|ca\.?|circa|about|around|etwa|unos)? ?({_NUMBER})(?: ?- ?({_NUMBER}))?"
    rf" ?(?:(%)|(?:/|out of|von|sur|de) ?(\d{{1,3}}))?(?P<more>(?: ?[(,;]| - | ).*)?",
    re.ASCII | re.IGNORECASE,
)
_WORDS: Final = {
    tidy_cell(word): value
    for value, words in {
        0: "none, no, not at all, zero, calm, nothing, keine, gar nicht, nada, ninguno, aucun, aucune, pas du tout",
        10: "very low, hardly, barely, sehr niedrig, sehr wenig, kaum, muy bajo, muy poco, très faible",
        25: "low, little, a little, mild, slight, slightly, a bit, niedrig, gering, wenig, bajo, baja, poco, faible, "
        "un peu",
        50: "medium, med, mid, middle, moderate, average, some, so so, mittel, mäßig, medio, media, regular, moyen, "
        "moyenne",
        75: "high, a lot, strong, much, hoch, viel, stark, alto, alta, mucho, élevé, élevée, fort, forte, beaucoup",
        100: "very high, extreme, extremely, max, maximum, very strong, sehr hoch, sehr viel, sehr stark, extrem, "
        "muy alto, muy alta, muchísimo, très élevé, très fort",
    }.items()
    for word in words.split(", ")
}


@dataclass(frozen=True, slots=True)
class _Rating:
    """A rating as it stands in a cell: the number, the end of its scale where it's told, and whether it says more."""

    number: float
    top: int | None = None
    more: bool = False


def rating_in(cell: str) -> _Rating | None:
    """The rating that this cell holds; None for what is none."""
    return _remembered(cell) if len(cell) <= SHORT_TEXT else _read(cell)


@lru_cache(maxsize=4096)
def _remembered(cell: str) -> _Rating | None:
    return _read(cell)


def _read(cell: str) -> _Rating | None:
    word = fold_cell(cell)
    if word and set(word) <= {"⭐", "★", "☆"}:
        return _Rating(len(word) - word.count("☆"), _STARS)
    if tidy_cell(word) in _WORDS:
        return _Rating(_WORDS[tidy_cell(word)], HIGHEST_RATING, more=True)
    found = _RATING.fullmatch(word)
    if found is None or (found[2] is not None and _number(found[2]) < _number(found[1])):
        return None
    top = HIGHEST_RATING if found[3] else int(found[4]) if found[4] else None
    middle = (_number(found[1]) + _number(found[2] or found[1])) / 2
    return _Rating(middle, top, more=bool(found["more"] or found[2]) or not word[0].isdigit())


def _number(digits: str) -> float:
    return float(digits.replace(",", "."))


def _value_of(rating: _Rating, top: int, cell: str) -> int:
    """The rating on our scale. Raises Mend for what is beyond its end."""
    end = rating.top or top
    if rating.number > end:
        raise Mend(f"{shown_cell(cell)} is not between 0 and {end}", "rating")
    return round(rating.number * HIGHEST_RATING / end)


def rating(cell: str, top: int = HIGHEST_RATING) -> int | None:
    """A whole number from 0 to 100, from a scale that ends at `top`; empty is None. 7/10, ~7 and 7,5 are fine."""
    if not fold_cell(cell):
        return None
    told = rating_in(cell)
    if told is None:
        raise Mend(f"{shown_cell(cell)} is not a number from 0 to {top}", "rating")
    return _value_of(told, top, cell)


def says_more(cell: str) -> bool:
    """Whether a rating's cell says more than its number."""
    told = rating_in(cell)
    return told is not None and told.more
