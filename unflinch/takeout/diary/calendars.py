"""The names of months and weekdays in English, German, Spanish and French, whole and cut short."""

import re
from collections import defaultdict
from typing import Final

from unflinch.takeout.diary.folding import bare

SHORTEST: Final = 3  # letters
NAMES: Final = (
    "january january's januar janner enero janvier",
    "february februar feber febrero fevrier",
    "march marz maerz mrz marzo mars",
    "april abril avril",
    "may mai mayo",
    "june juni junio juin",
    "july juli julio juillet",
    "august agosto aout",
    "september septiembre setiembre septembre",
    "october oktober octubre octobre",
    "november noviembre novembre",
    "december dezember diciembre decembre",
)
WEEKDAYS: Final = frozenset(
    bare(word)
    for words in (
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun",
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
        "lunes martes miércoles jueves viernes sábado domingo lun mie mié jue vie sab sáb dom",
        "lundi mardi mercredi jeudi vendredi samedi dimanche mer jeu ven sam dim",
    )
    for word in words.split()
)
FIRST: Final = re.compile(r"([^\W\d_]+)\.?,? +(?=[\w])")
LAST: Final = re.compile(r",? +\(?([^\W\d_]+)\.?\)?$")


def months() -> dict[str, int]:
    """The number of each month by its names and every cut of three letters or more that no two months share."""
    cuts: dict[str, set[int]] = defaultdict(set)
    for number, names in enumerate(NAMES, 1):
        for name in names.split():
            for end in range(SHORTEST, len(name) + 1):
                cuts[name[:end]].add(number)
    return {cut: min(numbers) for cut, numbers in cuts.items() if len(numbers) == 1}


MONTHS: Final = months()


def is_weekday(cell: str) -> bool:
    return bare(cell).rstrip(".") in WEEKDAYS


def without_weekday(word: str) -> str:
    """A date without the weekday before or behind it."""
    found = FIRST.match(word)
    if found and is_weekday(found[1]):
        return word[found.end() :]
    found = LAST.search(word)
    return word[: found.start()] if found and is_weekday(found[1]) else word
