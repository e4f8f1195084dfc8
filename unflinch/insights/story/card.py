"""One sentence of the story with its small picture: rows of hearts, ducks or squares, or a bar for many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.translation import gettext as _

from unflinch.practice.vocabulary import Outcome

_ROOM: Final = 12  # what fits beside each other on a narrow phone
_APART: Final = 24  # from one to the next, in the picture's own units


@dataclass(frozen=True, slots=True)
class CountRow:
    """So many of so many. `units` are the little pictures by name, from the left, "free" for what wasn't counted.

    Where there are more than fit in a row, `units` is empty and a bar `length` per cent long stands for them. `kind`
    names the colour of the bar in the style sheet. `alt` says the picture in words where no other words do.
    """

    said: str
    kind: str
    units: Sequence[str]
    length: float
    label: str = ""
    alt: str = ""

    @property
    def width(self) -> int:
        """How wide the row of little pictures is, in its own units."""
        return _APART * len(self.units)

    @property
    def placed(self) -> list[tuple[int, str]]:
        """Each little picture with how far to the right it stands."""
        return [(at * _APART, unit) for at, unit in enumerate(self.units)]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """A sentence, its picture, and a note in small letters; `above` stands over the sentence."""

    title: str
    rows: Sequence[CountRow] = ()
    note: str = ""
    above: str = ""


def row_of(kind: str, count: int, whole: int, *, label: str = "", free: str = "free", said: str = "") -> CountRow:
    """`count` of `whole`, drawn as `kind`; what is left of the whole is drawn as `free`."""
    fits = whole <= _ROOM
    units = [kind] * count + [free] * (whole - count) if fits else []
    words = said or _("%(count)d of %(whole)d") % {"count": count, "whole": whole}
    return CountRow(words, kind, units, round(100 * count / (whole or 1), 1), label)


def row_of_ducks(outcomes: Sequence[str]) -> CountRow:
    """The latest answers, a duck each."""
    latest = outcomes[-_ROOM:]
    return CountRow("", "", latest, 0, alt=", ".join(str(Outcome(outcome).label) for outcome in latest))


def row_of_scale(value: float, *, label: str, said: str = "") -> CountRow:
    """A value from 0 to 100 as a bar, with a word for it in place of the number."""
    return CountRow(said, "accent", (), round(value, 1), label)


def in_words(count: int) -> str:
    """A number up to nine as a word, from ten on in digits; zero is "none"."""
    return str(apnumber(count)) if count else _("none")


def opening(sentence: str) -> str:
    """The sentence with a capital letter, whatever number it begins with."""
    return sentence[:1].upper() + sentence[1:]
