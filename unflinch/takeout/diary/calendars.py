"""The names of months and weekdays in English, German, Spanish and French, whole and cut short."""

import re
from collections import defaultdict
from typing import Final

from unflinch.takeout.diary.folding import bare

_SHORTEST: Final = 3  # letters
_NAMES: Final = (
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
_WEEKDAYS: Final = {
    bare(word): number
    for number, words in enumerate(
        (
            "monday mon montag mo lunes lun lundi",
            "tuesday tue tues dienstag di martes mardi",
            "wednesday wed weds mittwoch mi miércoles mie mié mercredi mer",
            "thursday thu thur thurs donnerstag do jueves jue jeudi jeu",
            "friday fri freitag fr viernes vie vendredi ven",
            "saturday sat samstag sonnabend sa sábado sab sáb samedi sam",
            "sunday sun sonntag so domingo dom dimanche dim",
        )
    )
    for word in words.split()
}
_FIRST: Final = re.compile(r"([^\W\d_]+)\.?,? +(?=[\w])")
_LAST: Final = re.compile(r",? +\(?([^\W\d_]+)\.?\)?$")


def _months() -> dict[str, int]:
    """The number of each month by its names and every cut of three letters or more that no two months share."""
    cuts: dict[str, set[int]] = defaultdict(set)
    for number, names in enumerate(_NAMES, 1):
        for name in names.split():
            for end in range(_SHORTEST, len(name) + 1):
                cuts[name[:end]].add(number)
    return {cut: min(numbers) for cut, numbers in cuts.items() if len(numbers) == 1}


MONTHS: Final = _months()


def is_weekday(cell: str) -> bool:
    return bare(cell).rstrip(".") in _WEEKDAYS


def weekday_number(cell: str) -> int | None:
    """Which day of the week this names, Monday being 0; None for anything else."""
    return _WEEKDAYS.get(bare(cell).rstrip("."))


def without_weekday(word: str) -> str:
    """A date without the weekday before or behind it."""
    found = _FIRST.match(word)
    if found and is_weekday(found[1]):
        return word[found.end() :]
    found = _LAST.search(word)
    return word[: found.start()] if found and is_weekday(found[1]) else word
