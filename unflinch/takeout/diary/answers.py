"""What a whole column of answers means: its words, its ticks, and the columns in which a yes means a no."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Self

from unflinch.practice.vocabulary import Outcome
from unflinch.takeout.diary.choices import LEFT_OUT, NO_ANSWER_YET
from unflinch.takeout.diary.complaints import shown_cell
from unflinch.takeout.diary.folding import tidy_cell
from unflinch.takeout.diary.headings import says_no
from unflinch.takeout.diary.outcomes import (
    CLAUSES,
    FALSE,
    OUTCOME_WORDS,
    SIGNS,
    TRUE,
    OutcomeWords,
    is_unknown,
    outcome,
    understood,
)
from unflinch.takeout.diary.plausible import likely, slips

_AFFIRMED: Final = TRUE | {"yep", "yeah", "yup", "ya", "yes indeed", "jep", "jo", "sip", "ouais"}
_DENIED: Final = FALSE | {"nope", "nah", "nö", "nee"}
_SPOKEN: Final = frozenset(map(str, Outcome.values))
_LONG_ENOUGH: Final = 4  # letters of a word in which a slip is forgiven
_MOST_WORDS: Final = 200  # different ones of a column, shown


class LeftOut(Exception):
    """A row whose answer a person said not to bring in."""


@dataclass(frozen=True, slots=True)
class WordMeaning:
    """One of the different words in a column of answers: how often it stands there, and what it's taken for."""

    word: str  # as it's typed; the first way where there are several
    key: str  # as it's compared: the key in `FileChoices.words`
    count: int
    outcome: str | None  # a code, NONE_YET or LEFT; None where it isn't understood
    certain: bool = True  # False: a guess that the person should see
    said: bool = False  # whether a person said it
    near: bool = False  # whether it's a slip of another word of its column


@dataclass(frozen=True, slots=True)
class Answers:
    """Reads the answers of one column: by what a person said of its words first."""

    said: tuple[tuple[str, str], ...] = ()
    says_no: bool = False
    near: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, name: str, words: Mapping[str, str | None], near: Mapping[str, str | None] | None = None) -> Self:
        """Of the column with this name, of what a person said of its words, and of slips in its other words."""
        told = (tuple((key, word) for key, word in one.items() if word is not None) for one in (words, near or {}))
        return cls(next(told), says_no(name), next(told))

    def __call__(self, cell: str) -> OutcomeWords:
        """What came back. Raises Mend for what can't be told, and LeftOut where the row is not to come in."""
        told = self.told(cell)
        if told is None:
            return outcome(cell)
        if told.outcome == LEFT_OUT:
            raise LeftOut
        return told

    def told(self, cell: str) -> OutcomeWords | None:
        """What this cell is taken for; None where it isn't understood."""
        return _taken(self, cell)


@lru_cache(maxsize=4096)
def _taken(answers: Answers, cell: str) -> OutcomeWords | None:
    """What this cell is taken for by its column."""
    key = tidy_cell(cell)
    for word, meant in answers.said:
        if word == key:
            return OutcomeWords(meant, more=bool(key))
    if answers.says_no and (turned := _of_a_no(cell)):
        return turned
    if key in TRUE | FALSE:
        return OutcomeWords(str(Outcome.YES if key in TRUE else Outcome.NO), certain=understood(cell) is not None)
    plain = understood(cell)
    if plain is not None and (plain.outcome != Outcome.NOT_ASKED or likely(cell) != (NO_ANSWER_YET, "")):
        return plain
    slip = dict(answers.near).get(key)
    return _guessed(cell) or plain or (None if slip is None else OutcomeWords(slip, more=True, certain=False))


def _of_a_no(cell: str) -> OutcomeWords | None:
    """What a cell under “Rejected?” says that begins with a yes or a no: the other of the two came back."""
    first, *rest = [word for part in CLAUSES.split(cell.casefold()) if (word := tidy_cell(part))] or [""]
    if first not in _AFFIRMED | _DENIED:
        return None
    came = str(Outcome.NO if first in _AFFIRMED else Outcome.YES)
    return OutcomeWords(came, more=bool(rest), certain=False)


def _guessed(cell: str) -> OutcomeWords | None:
    """What a cell says in a person's own words; None where even that is unclear."""
    found = None if is_unknown(cell) else likely(cell)
    if {OUTCOME_WORDS[sign].outcome for letter in cell if (sign := tidy_cell(letter)) in SIGNS} == {
        Outcome.YES,
        Outcome.NO,
    }:
        found = found or (str(Outcome.MAYBE), "")
    return None if found is None else OutcomeWords(found[0], "", found[1], more=True, certain=False)


def word_meanings(name: str, cells: Sequence[str], told: Mapping[str, str]) -> tuple[WordMeaning, ...]:
    """The different words of this column, the most frequent first; empty cells only where a person spoke of them."""
    keys = {tidy_cell(key): meant for key, meant in told.items()}
    answers = Answers.of(name, keys)
    typed: dict[str, str] = {}
    counts = Counter(tidy_cell(cell) for cell in cells)
    for cell in cells:
        typed.setdefault(tidy_cell(cell), cell.strip())
    shown_keys = [key for key in typed if key or "" in keys]
    words = [_word_of(answers, key, typed[key], counts[key], key in keys) for key in shown_keys]
    return tuple(sorted(_with_slips(words), key=lambda word: -word.count)[:_MOST_WORDS])


def _with_slips(words: Sequence[WordMeaning]) -> list[WordMeaning]:
    """The same words; one that is a letter away from a word of the column that is understood means the same."""
    known: dict[str, set[str]] = {}
    for word in words:
        if word.outcome in _SPOKEN and len(word.key) >= _LONG_ENOUGH:
            for slip in slips(word.key):
                known.setdefault(slip, set()).add(str(word.outcome))
    return [_as_slip(word, known) if word.outcome is None and not is_unknown(word.word) else word for word in words]


def _as_slip(word: WordMeaning, known: Mapping[str, set[str]]) -> WordMeaning:
    """This word as the one that it's a letter away from, where it can be one outcome alone."""
    meant = {outcome for slip in slips(word.key) for outcome in known.get(slip, ())}
    if len(meant) != 1 or len(word.key) < _LONG_ENOUGH:
        return word
    return replace(word, outcome=meant.pop(), certain=False, near=True)


def _word_of(answers: Answers, key: str, first: str, count: int, by_person: bool) -> WordMeaning:
    meant = answers.told(first)
    return WordMeaning(
        first, key, count, None if meant is None else meant.outcome, meant is None or meant.certain, by_person
    )


def _not_understood(words: Sequence[WordMeaning]) -> list[str]:
    """The words that have to be asked about, each as a sentence quotes it, with how often it stands there."""
    return [f"{shown_cell(word.word)} ({word.count})" for word in words if word.outcome is None]
