"""A likely answer in a person's own words: by the cues in its clauses. Everything here is a guess, and said as one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from unflinch.practice.vocabulary import Outcome
from unflinch.takeout.diary.cues import AFTERWARDS, CUES, NOT, OWN_KINDS, PLANNED, WEAK
from unflinch.takeout.diary.folding import bare
from unflinch.takeout.diary.words import MEANT_WORDS

_LONGEST: Final = 200  # letters; more is a story, and no answer
_REACH: Final = 3  # words over which a negation turns a yes
_PAIR: Final = 2
_A_WORD_OR_SO: Final = 4  # words of a first clause that decides by itself
_Patterns = Mapping[str, Sequence[tuple[str, re.Pattern[str]]]]  # by the first two letters of their cues
_ANY_LETTERS: Final = "* "
_ANY: Final = r"\w*"
_WILD: Final = {"~": r"(?:\w+ ){0,2}", "*": r"\w+ "}  # words of a cue that stand for others
_NEITHER: Final = "neither"
_LONG_WORD: Final = 6  # letters from which a slip of one is forgiven
_CLAUSES: Final = re.compile(
    r"[.,;:!?()\[\]/|\n\r\t…\"“”«»]+|\s[-–—]+\s?|\s?--+\s?|\b(?:but|though|although|aber|pero|mais|sondern|sino)\b"
)
_STRETCHED: Final = re.compile(r"([^\W\d])\1{2,}")
_THEN: Final = re.compile(rf"(?<!\w)(?:{AFTERWARDS})(?!\w)")


@dataclass(frozen=True, slots=True)
class _Cue:
    """Where a clause holds a cue, and which outcome that makes likely."""

    start: int
    end: int
    outcome: str


@lru_cache(maxsize=4096)
def likely(cell: str) -> tuple[str, str] | None:
    """The outcome that these words make likely, and the one that followed it or nothing; None where none is clear."""
    if len(cell) > _LONGEST:
        return None
    clauses = [words for part in _CLAUSES.split(_plain_words(cell)) if (words := part.strip())]
    for patterns in (_strong_cues(), _weak_cues()):
        found = [outcomes for words in clauses if (outcomes := _outcomes_in(words, patterns))]
        if found:
            return _one_of(found, first=len(clauses[0].split()), ordered=_THEN.search(_plain_words(cell)) is not None)
    return None


def _plain_words(cell: str) -> str:
    """Bare words without apostrophes and stretched letters: nooo is no, didn't is didnt."""
    return _STRETCHED.sub(r"\1", bare(cell).replace("'", "").replace("_", " "))


def _one_of(found: list[list[str]], *, first: int, ordered: bool) -> tuple[str, str] | None:
    """What the clauses say together: the same thing, what a short first clause says, or one thing after another.

    `first` counts the words of the first clause.
    """
    told = [outcome for outcomes in found for outcome in outcomes]
    several = list(dict.fromkeys(told))
    if _NEITHER in several:
        return None
    if len(several) == 1:
        return str(several[0]), ""
    if set(several) == {Outcome.YES, Outcome.MAYBE} and not ordered:
        return str(Outcome.MAYBE), ""  # sort of a yes
    if not ordered and len(set(found[0])) == 1 and first <= _A_WORD_OR_SO:
        return str(found[0][0]), ""
    if ordered and len(several) == _PAIR and not {Outcome.NOT_ASKED, PLANNED} & {*several}:
        return str(told[0]), "" if told[0] == told[-1] else str(told[-1])
    return None


def _outcomes_in(words: str, patterns: _Patterns) -> list[str]:
    """The outcomes that the cues of a clause make likely, in their order; the longest cue counts where two overlap."""
    words = " ".join(re.findall(r"[^\W_]+", _corrected(words)))
    taken: list[_Cue] = []
    for cue in sorted(_cues_in(words, patterns), key=lambda one: one.start - one.end):
        if all(cue.end <= other.start or cue.start >= other.end for other in taken):
            taken.append(cue)
    taken.sort(key=lambda one: one.start)
    return [_turned(words, cue, taken) for cue in taken]


def _cues_in(words: str, patterns: _Patterns) -> Iterator[_Cue]:
    """Every cue of these words, beginning at any of them."""
    starts = [0, *(found.end() for found in re.finditer(" ", words))]
    anywhere = patterns.get(_ANY_LETTERS, ())
    for start in starts:
        for outcome, pattern in (*patterns.get(words[start : start + _PAIR], ()), *anywhere):
            if found := pattern.match(words, start):
                yield _Cue(start, found.end(), outcome)


def _turned(words: str, cue: _Cue, taken: list[_Cue]) -> str:
    """A yes with a negation beside it, which no cue has used, is a no; and a no with one is neither."""
    floor = max((other.end for other in taken if other.end <= cue.start), default=0)
    before = words[floor : cue.start].split()[-_REACH:]
    if cue.outcome != Outcome.YES:
        return _NEITHER if cue.outcome == Outcome.NO and NOT & {*before[-1:]} else cue.outcome
    behind = words[cue.end :].split()[:1]
    return Outcome.NO if NOT & {*before} or {"nicht", "nichts", "pas"} & {*behind} else Outcome.YES


def _corrected(words: str) -> str:
    """With the slips of a finger in long words mended, where only one known word is so near."""
    return " ".join(_mended(word) for word in words.split())


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """The known word that this one misses by a letter; the word itself where it's short, known, or near to several."""
    if len(word) < _LONG_WORD or word in _KNOWN:
        return word
    near = {known for slip in slips(word) for known in _slipped().get(slip, ()) if known[0] == word[0]}
    return near.pop() if len(near) == 1 else word


def slips(word: str) -> set[str]:
    """The word itself, and every way in which one of its letters is left out."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@cache
def _strong_cues() -> _Patterns:
    """Made when the first cell needs them: no start waits for them."""
    return _patterns_of({**CUES, _NEITHER: OWN_KINDS})


@cache
def _weak_cues() -> _Patterns:
    return _patterns_of(WEAK)


def _patterns_of(table: Mapping[str, str]) -> _Patterns:
    """For each outcome one pattern of the cues that begin with the same two letters, the longest first."""
    several: dict[tuple[str, str], set[str]] = {}
    for outcome, cues in table.items():
        for cue in (" ".join(cue.split()) for cue in cues.split(",")):
            several.setdefault((cue.removeprefix("=")[:_PAIR], outcome), set()).add(cue)
    patterns: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for (letters, outcome), found in several.items():
        written = map(_written_as, sorted(found, key=lambda cue: (-len(cue), cue)))
        patterns.setdefault(letters, []).append((outcome, re.compile("|".join(written))))
    return patterns


def _written_as(cue: str) -> str:
    """This cue as a pattern that ends where a word ends."""
    words = cue.removeprefix("=").split()
    told = "".join(_WILD.get(word) or f"{word.replace('*', _ANY)} " for word in words).removesuffix(" ")
    return rf"\A{told}\Z" if cue.startswith("=") else rf"{told}(?!\w)"


@cache
def _slipped() -> dict[str, list[str]]:
    """Every long word of the answers, by each way in which one of its letters is left out."""
    told: dict[str, list[str]] = {}
    for word in sorted(_KNOWN):
        for slip in slips(word) if len(word) > _LONG_WORD else ():
            told.setdefault(slip, []).append(word)
    return told


_KNOWN: Final = frozenset(
    word for cues in (*CUES.values(), *MEANT_WORDS.values()) for word in re.findall(r"[^\W\d_*]+", bare(cues))
)
