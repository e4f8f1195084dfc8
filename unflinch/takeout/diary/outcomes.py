"""The many words for what came back: a word, a word with a remark behind it, an answer and the one that came later."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from unflinch.practice.vocabulary import TALLIED, Manner, Outcome
from unflinch.takeout.diary.complaints import Mend, shown_cell
from unflinch.takeout.diary.folding import bare, tidy_cell
from unflinch.takeout.diary.words import (
    BEFORE_WORDS,
    BEHIND,
    GUESSED,
    HARMLESS,
    MEANT_WORDS,
    NONE_YET_WORDS,
    ORDERED,
    UNKNOWN_WORDS,
)
from unflinch.takeout.diary.words import folded_words as folded

_LONGEST: Final = 200  # letters; more is a story, and no answer
TRUE: Final = frozenset(folded("yes, y, true, 1, x, ja, wahr, sí, verdadero, oui, vrai, ✓, ✔, ✅, ☑, checked, 🗹"))
FALSE: Final = frozenset(folded("no, n, false, 0, nein, falsch, falso, non, faux, ✗, ✘, ❌, ☐, unchecked"))
_FACES: Final = re.compile(r"(?<!\w)(?:[:;=8xX]['’]?-?[)(\]\[dDpPoO/\\|*3]+|[)(]-?[:;]|<3|\^_?\^|[xX][dD]+)(?!\w)")
_PICTURES: Final = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]+")
CLAUSES: Final = re.compile(r"[.,;:!?()\[\]/\n\r\t…\"“”]+|\s-+\s?|\s?--+\s?| - |\b(?:but|aber|pero|mais)\b")
SIGNS: Final = frozenset(map(tidy_cell, "✓✔✅☑👍✗✘✕✖❌❎👎"))  # plain enough to gainsay a word
_LATER: Final = re.compile("|".join(rf"(?<!\w){re.escape(tidy_cell(word) or word)}(?!\w)" for word in ORDERED))


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """What a cell says came back: an outcome, empty where there is none yet; and how it was more than its word.

    `later` is the outcome that followed it; `more` whether the cell says more than the outcome does; `certain` is
    false where it was guessed.
    """

    outcome: str = ""
    manner: str = ""
    later: str = ""
    more: bool = False
    certain: bool = True


def outcome(cell: str) -> OutcomeWords:
    """The outcome that a person means. Raises Mend for what can't be told, a plain unknown among it."""
    told = understood(cell)
    if told is None:
        if is_unknown(cell):
            raise Mend(f"{shown_cell(cell)} doesn't say what came back, and that's not the same as no reply", "unknown")
        raise Mend(f"{shown_cell(cell)} isn’t an outcome we know ({', '.join(Outcome.values)})", "outcome")
    return told


@lru_cache(maxsize=4096)
def understood(cell: str) -> OutcomeWords | None:
    """What this cell says came back; None where it can't be told."""
    word = tidy_cell(cell.replace(",", " "))
    if word in NONE_YET_WORDS or word in _NONE:
        return OutcomeWords()
    if word == Outcome.WENT:
        return OutcomeWords(word)  # by itself alone: "went for it" and "went well" say something else
    if word in OUTCOME_WORDS:
        return OUTCOME_WORDS[word]
    if len(cell) > _LONGEST or is_unknown(cell):
        return None
    return _in_order(cell) or _by_clauses(cell)


def is_unknown(cell: str) -> bool:
    return tidy_cell(cell) in _UNKNOWN_WORDS


def _in_order(cell: str) -> OutcomeWords | None:
    """Yes, later no: the first answer and the last."""
    parts = _LATER.split(_without_faces(bare(cell)))
    if len(parts) != len(("first", "later")):
        return None
    first, later = (_phrase(tidy_cell(CLAUSES.sub(" ", part))) for part in parts)
    if first is None or later is None or first.outcome == later.outcome:
        return None
    return OutcomeWords(first.outcome, "", later.outcome, more=True)


def _by_clauses(cell: str) -> OutcomeWords | None:
    """The outcome of the first clause, where no other clause says another; or of a later one, as a guess."""
    small = _without_faces(bare(cell))
    for harmless in map(tidy_cell, HARMLESS):
        small = re.sub(rf"(?<!\w){re.escape(harmless)}(?!\w)", " ", small) if small != harmless else small
    clauses = [words for part in CLAUSES.split(small) if (words := tidy_cell(part))]
    told = [_phrase(words) for words in clauses]
    known = {one.outcome for one in told if one is not None}
    if not clauses:
        return _by_picture(cell)
    if len(known) != 1 or any(one is None and _says_more(words) for one, words in zip(told, clauses, strict=True)):
        return None
    first = next(one for one in told if one is not None)
    if known != known | {OUTCOME_WORDS[letter].outcome for letter in bare(cell) if letter in SIGNS}:
        return None
    return replace(first, more=True, certain=first.certain and told[0] is not None and "?" not in cell)


def _by_picture(cell: str) -> OutcomeWords | None:
    """What a picture by itself says."""
    told = {OUTCOME_WORDS[one] for letter in bare(cell) if (one := tidy_cell(letter)) in OUTCOME_WORDS}
    return told.pop() if len(told) == 1 else None


def _says_more(words: str) -> bool:
    """Whether a clause that isn't understood holds a word that is an outcome by itself: then nothing is certain."""
    return any(word in OUTCOME_WORDS for word in words.split())


def _phrase(words: str) -> OutcomeWords | None:
    """What a clause says: a known phrase, whatever harmless words stand before it and whatever reason behind."""
    parts = words.split()
    for start in range(len(parts)):
        for end in range(len(parts), start, -1):
            found = OUTCOME_WORDS.get(" ".join(parts[start:end]))
            if found is not None and (end == len(parts) or _closes(parts[end:]) or _agrees(found, parts[end:])):
                return found if end == len(parts) and start == 0 else replace(found, more=True)
        if parts[start] not in BEFORE_WORDS:
            return None
    return None


def _closes(rest: list[str]) -> bool:
    """Whether these words behind an outcome are a remark that changes nothing of it."""
    return rest[0] in BEHIND and not _says_more(" ".join(rest))


def _agrees(found: OutcomeWords, rest: list[str]) -> bool:
    """Whether the words behind an outcome say the same once more: ja klar, yes sure."""
    again = _phrase(" ".join(rest))
    return again is not None and (again.outcome, again.manner) == (found.outcome, found.manner)


def _without_faces(words: str) -> str:
    return _PICTURES.sub(" ", _FACES.sub(" ", words))


def _outcomes() -> dict[str, OutcomeWords]:
    """Every word that means an outcome: the table, and what the screen says of each manner."""
    known = {
        word: OutcomeWords(str(meant), str(manner))
        for (meant, manner), words in MEANT_WORDS.items()
        for word in folded(words)
    }
    known |= {
        word: OutcomeWords(str(meant), certain=False) for meant, words in GUESSED.items() for word in folded(words)
    }
    usual = {manner: meant for meant, manner in MEANT_WORDS if manner}
    return (
        {tidy_cell(manner.label): OutcomeWords(str(usual[manner]), str(manner)) for manner in Manner} | known | _codes()
    )


def _codes() -> dict[str, OutcomeWords]:
    """The codes themselves, as an export writes them."""
    return {tidy_cell(code): OutcomeWords(code) for code in TALLIED}


OUTCOME_WORDS: Final = _outcomes()
_NONE: Final = frozenset(map(tidy_cell, NONE_YET_WORDS))
_UNKNOWN_WORDS: Final = frozenset(map(tidy_cell, UNKNOWN_WORDS))
