"""Which asks came with which feeling, and a feeling's word as the diary shows it."""

from itertools import groupby
from typing import Final
from uuid import UUID

from unflinch.accounts.models import Person
from unflinch.accounts.sealed import Damaged
from unflinch.practice.models import Debrief
from unflinch.practice.vocabulary import Feeling

_MOST_TAGS: Final = 4


def asks_felt(person: Person, feeling: str) -> frozenset[UUID]:
    """The asks after which this feeling was named, as their debriefs say it now."""
    rows = Debrief.objects.of(person).feelings_as_written()
    found = set()
    for ask, written in groupby(rows, key=lambda row: row[0]):
        now: list[str] = []
        for _, feelings, cleared in written:
            now = feelings or ([] if "feelings" in cleared else now)
        if feeling in now:
            found.add(ask)
    return frozenset(found)


def tags_of(debrief: Debrief | None) -> list[str]:
    """What was felt after an ask, a few words at most: those that were picked, then those that were typed."""
    if debrief is None:
        return []
    picked = [str(Feeling(one).label) for one in debrief.feelings if one in Feeling.values]
    typed = "" if isinstance(debrief.feeling_words, Damaged) else str(debrief.feeling_words)
    words = [word.strip() for word in typed.replace(",", ";").split(";")]
    return list(dict.fromkeys([*picked, *filter(None, words)]))[:_MOST_TAGS]
