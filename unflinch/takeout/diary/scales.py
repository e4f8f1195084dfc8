"""Ratings: numbers on whatever scale a column runs to, brought to 0 to 100."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from unflinch.takeout.diary.complaints import Mend, shown
from unflinch.takeout.diary.folding import SHORT, folded, said

HIGHEST: Final = 100  # of our scales
STARS: Final = 5
NUMBER: Final = r"\d{1,3}(?:[.,]\d{1,9})?"
RATING: Final = re.compile(
    rf"(?:~|≈|ca\.?|circa|about|around|etwa|unos)? ?({NUMBER})(?: ?- ?({NUMBER}))?"
    rf" ?(?:(%)|(?:/|out of|von|sur|de) ?(\d{{1,3}}))?(?P<more>(?: ?[(,;]| - | ).*)?",
    re.ASCII | re.IGNORECASE,
)
WORDS: Final = {
    said(word): value
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
class Rating:
    """A rating as it stands in a cell: the number, the end of its scale where it's told, and whether it says more."""

    number: float
    top: int | None = None
    more: bool = False


def rating_in(cell: str) -> Rating | None:
    """The rating that this cell holds; None for what is none."""
    return remembered(cell) if len(cell) <= SHORT else read(cell)


@lru_cache(maxsize=4096)
def remembered(cell: str) -> Rating | None:
    return read(cell)


def read(cell: str) -> Rating | None:
    word = folded(cell)
    if word and set(word) <= {"⭐", "★", "☆"}:
        return Rating(len(word) - word.count("☆"), STARS)
    if said(word) in WORDS:
        return Rating(WORDS[said(word)], HIGHEST, more=True)
    found = RATING.fullmatch(word)
    if found is None or (found[2] is not None and number(found[2]) < number(found[1])):
        return None
    top = HIGHEST if found[3] else int(found[4]) if found[4] else None
    middle = (number(found[1]) + number(found[2] or found[1])) / 2
    return Rating(middle, top, more=bool(found["more"] or found[2]) or not word[0].isdigit())


def number(digits: str) -> float:
    return float(digits.replace(",", "."))


def value_of(rating: Rating, top: int, cell: str) -> int:
    """The rating on our scale. Raises Mend for what is beyond its end."""
    end = rating.top or top
    if rating.number > end:
        raise Mend(f"{shown(cell)} is not between 0 and {end}", "rating")
    return round(rating.number * HIGHEST / end)


def rating(cell: str, top: int = HIGHEST) -> int | None:
    """A whole number from 0 to 100, from a scale that ends at `top`; empty is None. 7/10, ~7 and 7,5 are fine."""
    if not folded(cell):
        return None
    told = rating_in(cell)
    if told is None:
        raise Mend(f"{shown(cell)} is not a number from 0 to {top}", "rating")
    return value_of(told, top, cell)


def says_more(cell: str) -> bool:
    """Whether a rating's cell says more than its number."""
    told = rating_in(cell)
    return told is not None and told.more
