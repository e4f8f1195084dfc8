"""What a whole column of answers means: its words, its ticks, and the columns in which a yes means a no."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from unflinch.practice.vocabulary import Outcome
from unflinch.takeout.diary.choices import LEFT
from unflinch.takeout.diary.complaints import shown
from unflinch.takeout.diary.folding import said
from unflinch.takeout.diary.headings import says_no
from unflinch.takeout.diary.outcomes import FALSE, TRUE, Told, outcome, understood

MOST_WORDS: Final = 200  # different ones of a column, shown


class LeftOut(Exception):
    """A row whose answer a person said not to bring in."""


@dataclass(frozen=True, slots=True)
class Word:
    """One of the different words in a column of answers: how often it stands there, and what it's taken for."""

    word: str  # as it's typed; the first way where there are several
    key: str  # as it's compared: the key in `FileChoices.words`
    count: int
    outcome: str | None  # a code, NONE_YET or LEFT; None where it isn't understood
    certain: bool = True  # False: a guess that the person should see
    said: bool = False  # whether a person said it


@dataclass(frozen=True, slots=True)
class Answers:
    """Reads the answers of one column: by what a person said of its words first."""

    said: tuple[tuple[str, str], ...] = ()
    says_no: bool = False

    @classmethod
    def of(cls, name: str, words: Mapping[str, str | None]) -> Self:
        """Of the column with this name, and of what a person said of its words."""
        return cls(tuple((key, word) for key, word in words.items() if word is not None), says_no(name))

    def __call__(self, cell: str) -> Told:
        """What came back. Raises Mend for what can't be told, and LeftOut where the row is not to come in."""
        told = self.told(cell)
        if told is None:
            return outcome(cell)
        if told.outcome == LEFT:
            raise LeftOut
        return told

    def told(self, cell: str) -> Told | None:
        """What this cell is taken for; None where it isn't understood."""
        return taken(self, cell)


@lru_cache(maxsize=4096)
def taken(answers: Answers, cell: str) -> Told | None:
    """What this cell is taken for by its column."""
    key = said(cell)
    for word, meant in answers.said:
        if word == key:
            return Told(meant, more=bool(key))
    if key in TRUE | FALSE:
        came = (key in TRUE) != answers.says_no
        plain = understood(cell)
        return Told(str(Outcome.YES if came else Outcome.NO), certain=plain is not None and not answers.says_no)
    return understood(cell)


def words_of(name: str, cells: Sequence[str], told: Mapping[str, str]) -> tuple[Word, ...]:
    """The different words of this column, the most frequent first; empty cells only where a person spoke of them."""
    keys = {said(key): meant for key, meant in told.items()}
    answers = Answers.of(name, keys)
    typed: dict[str, str] = {}
    counts = Counter(said(cell) for cell in cells)
    for cell in cells:
        typed.setdefault(said(cell), cell.strip())
    shown_keys = [key for key in typed if key or "" in keys]
    words = [word_of(answers, key, typed[key], counts[key], key in keys) for key in shown_keys]
    return tuple(sorted(words, key=lambda word: -word.count)[:MOST_WORDS])


def word_of(answers: Answers, key: str, first: str, count: int, by_person: bool) -> Word:
    meant = answers.told(first)
    return Word(first, key, count, None if meant is None else meant.outcome, meant is None or meant.certain, by_person)


def not_understood(words: Sequence[Word]) -> list[str]:
    """The words that have to be asked about, each as a sentence quotes it, with how often it stands there."""
    return [f"{shown(word.word)} ({word.count})" for word in words if word.outcome is None]
