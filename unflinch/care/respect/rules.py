"""The small language of the rules, over words that carry their classes.

touch      this word, in any of its forms          TOUCH        any word of this class
a|B        either; a_b is a phrase                 ?x           may be missing
x y        y after x, small words in between       !x           here comes no x
x .. y     up to five words in between             x ... y      up to twelve
x & y      both, in any order                      x unless y   x, and y is nowhere in the sentence
^ x        the sentence begins with x
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

_GAPS: Final = {"..": 5, "...": 12}  # words that may stand in between
_SMALL: Final = "SMALL"  # the class of words that may stand anywhere
_BEGIN: Final = "^"

WordForm = frozenset[str]  # a word's base form and its classes


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence, and all that they carry together."""

    words: Sequence[WordForm]
    carried: WordForm

    @classmethod
    def of(cls, words: Sequence[WordForm]) -> Self:
        return cls((frozenset({_BEGIN}), *words), frozenset({_BEGIN}).union(*words))


@dataclass(frozen=True, slots=True)
class _Step:
    """One place of a sequence: a word that carries one of `names`, after at most `gap` words that are not small."""

    names: WordForm
    gap: int
    optional: bool
    refused: bool


@dataclass(frozen=True, slots=True)
class RespectRule:
    """Holds in a sentence where each of `parts` is found and none of `exceptions` is."""

    parts: Sequence[Sequence[_Step]]
    exceptions: Sequence[Sequence[_Step]]
    needed: Sequence[WordForm]

    def holds(self, sentence: Sentence) -> bool:
        if any(sentence.carried.isdisjoint(names) for names in self.needed):
            return False
        found = all(_is_in(part, sentence.words) for part in self.parts)
        return found and not any(_is_in(part, sentence.words) for part in self.exceptions)


def rule_of(line: str, base: Callable[[str], str]) -> RespectRule:
    """The rule that `line` writes, its words in their `base` form."""
    positive, _, negative = line.partition(" unless ")
    parts = [_steps_of(part, base) for part in positive.split(" & ")]
    exceptions = [_steps_of(part, base) for part in negative.split(" or ") if part]
    needed = [step.names for part in parts for step in part if not step.optional and not step.refused]
    return RespectRule(parts, exceptions, needed)


def _steps_of(part: str, base: Callable[[str], str]) -> list[_Step]:
    steps = []
    gap = 0
    for sign in part.split():
        if sign in _GAPS:
            gap = _GAPS[sign]
        else:
            names = frozenset(_based(name, base) for name in sign.lstrip("?!").split("|"))
            steps.append(_Step(names, gap, optional=sign[0] == "?", refused=sign[0] == "!"))
            gap = 0
    return steps


def _based(name: str, base: Callable[[str], str]) -> str:
    """A word in its base form; classes and signs as they are."""
    return base(name.replace("_", " ")) if name.islower() else name


def literals_in(lines: Iterable[str]) -> Iterator[str]:
    """The words that the rules name themselves, without the classes."""
    for line in lines:
        for sign in line.replace("|", " ").split():
            if sign.lstrip("?!").islower():
                yield sign.lstrip("?!").replace("_", " ")


def _is_in(steps: Sequence[_Step], words: Sequence[WordForm]) -> bool:
    return any(_follow(steps, words, start) for start in range(len(words)))


def _follow(steps: Sequence[_Step], words: Sequence[WordForm], start: int) -> bool:
    """Whether `steps` can be walked through `words` from `start` on."""
    if not steps:
        return True
    step, rest = steps[0], steps[1:]
    reached = _within_reach(words, start, step.gap)
    if step.refused:
        return all(step.names.isdisjoint(words[at]) for at in reached) and _follow(rest, words, start)
    taken = any(not step.names.isdisjoint(words[at]) and _follow(rest, words, at + 1) for at in reached)
    return taken or (step.optional and _follow(rest, words, start))


def _within_reach(words: Sequence[WordForm], start: int, gap: int) -> Iterator[int]:
    """The places from `start` that lie behind at most `gap` words that are not small."""
    for at in range(start, len(words)):
        yield at
        if _SMALL not in words[at]:
            gap -= 1
            if gap < 0:
                return
