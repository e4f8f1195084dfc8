"""Finds for each pattern of the word lists what a sentence with it must hold. `python -m tests.marks`.

A pattern is read as Python's own parser of regular expressions reads it. Of its sets of marks, one of which must be
there, the few that the published texts hold least often are taken.
"""

import re._parser as parser  # type: ignore[import-not-found]  # no public door to what a pattern must hold
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from tests.checklist import ROOT
from unflinch.care.measuring import examples
from unflinch.care.phrases import Patterns, marks_in, pattern_key
from unflinch.care.words import lexicon
from unflinch.care.words.text import sentences

FILE: Final = ROOT / "unflinch" / "care" / "words" / lexicon.MARKS
AT_MOST: Final = 400  # more marks than this tell too little
SETS: Final = 4  # of a pattern; more rule out hardly anything else

Needed = frozenset[str]
Cost = Callable[[Needed], int]


def main() -> None:
    often = how_often()
    rows = {pattern_key(text): marks_of(text, often) for text in texts()}
    lines = (",".join((key, *("|".join(sorted(of)) for of in sets))) for key, sets in sorted(rows.items()) if sets)
    FILE.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def texts() -> Iterator[str]:
    """Every pattern of the word lists."""
    crisis, shaming = lexicon.crisis(), lexicon.shaming()
    lists: list[Patterns] = [crisis.explicit, crisis.ambiguous, shaming.patterns, lexicon.saying_patterns()]
    lists += [group.patterns for group in crisis.past] + [group.patterns for group in lexicon.crisis_signs()]
    for patterns in lists:
        yield from patterns.texts


def how_often() -> Counter[str]:
    """In how many sentences of the published texts each mark stands."""
    spelling = lexicon.spelling()
    return Counter(
        mark
        for example in examples(ROOT / "docs" / "care")
        for sentence in sentences(example.text, spelling)
        for mark in marks_in(sentence)
    )


def marks_of(pattern: str, often: Counter[str]) -> list[Needed]:
    """The sets of marks that tell most, the rarest first; none where nothing must be there."""
    return needed(parser.parse(pattern), lambda marks: sum(often[mark] + 1 for mark in marks))[:SETS]


def needed(parsed: Sequence[Any], cost: Cost) -> list[Needed]:
    """The sets of marks of a sequence, the rarest first."""
    found = {*of_letters(parsed), *(of for op, inner in parsed for of in of_one(op, inner, cost) if len(of) <= AT_MOST)}
    return sorted(found, key=lambda of: (cost(of), sorted(of)))


def of_letters(parsed: Sequence[Any]) -> Iterator[Needed]:
    """All that stands in plain letters must be there."""
    run = ""
    for op, letter in (*parsed, (None, None)):
        if op is parser.LITERAL:
            run += chr(letter)
        else:
            yield from (frozenset({mark}) for mark in marks_in(run))
            run = ""


def of_one(op: Any, inner: Any, cost: Cost) -> list[Needed]:
    if op is parser.SUBPATTERN or (op is parser.MAX_REPEAT and inner[0] > 0):
        return needed(inner[-1], cost)
    if op is parser.BRANCH:
        ways = [needed(way, cost) for way in inner[1]]
        return [frozenset().union(*(way[0] for way in ways))] if all(ways) else []
    return []


if __name__ == "__main__":
    main()
