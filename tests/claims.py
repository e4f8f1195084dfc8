"""What may not be said, by phrase: `data/claims.toml` is the list, and here is how a text is searched for it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tests.shown import Passage

LIST: Final = Path(__file__).parent / "data/claims.toml"
# What ends a thought: a "not" before it denies nothing behind it.
THOUGHT_ENDS: Final = re.compile(
    r"[.!?;:|]|\n\s*\n|\s[–—]\s|\bbut\b|\bbecause\b|,\s+(?:just|simply|only)\b"
    r"|(?:,|,? and)\s+(?:it|this|that|you|we|they|i|unflinch|practice|practising)\b"
)
DENIALS: Final = re.compile(
    r"\b(?:not(?! (?:only|just|merely|simply))|never|nothing(?! like)|nobody|none|neither|nor|without|cannot|instead of"
    r"|rather than|far from|wrong to)\b|n't\b"
    # Here a no is mostly a thing: "a no heals", "each friendly no is a cure".
    r"|(?<!\ba )(?<!\bthe )(?<!\bone )(?<!\beach )(?<!\bevery )(?<!ly )(?<!\bkind )(?<!\bhear )(?<!\bhearing )"
    r"\bno\b(?! (?:better|doubt|wonder|other|question|is|was|can|may|will|hurts|does|means)\b)"
)
DENIED_AFTER: Final = re.compile(r"\s+(?:nothing(?! (?:less|but))|nobody|no one)\b|\?\s+no\b")
# How many words may stand between a denial and what it denies; the short items of a list do not count.
REACH: Final = 8
ITEM: Final = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that may not be said; `to_people` where those who build may say it among themselves."""

    name: str
    instead: str
    pattern: re.Pattern[str]
    to_people: bool


@dataclass(frozen=True, slots=True)
class Right:
    """Words that are right as they stand, though a claim is among them; no `places` means anywhere."""

    phrase: re.Pattern[str]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim in a file: its line and its words."""

    file: str
    line: int
    phrase: str
    claim: Claim

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: “{self.phrase}” ({self.claim.name}). Better: {self.claim.instead}."


def hits(passage: Passage) -> Iterator[Hit]:
    """The claims in this passage that nothing denies and nothing makes right, in their order."""
    text = passage.text.casefold().replace("’", "'")
    fine = [(found.start(), found.end()) for right in rights_in(passage.file) for found in right.phrase.finditer(text)]
    for claim in claims():
        if claim.to_people and not passage.to_people:
            continue
        for found in claim.pattern.finditer(text):
            if (
                denied(text[: found.start()])
                or DENIED_AFTER.match(text, found.end())
                or any(start <= found.start() < end for start, end in fine)
            ):
                continue
            line = passage.line + text.count("\n", 0, found.start())
            yield Hit(passage.file, line, " ".join(found.group().split()), claim)


def denied(before: str) -> bool:
    """Whether what follows these words is denied by them."""
    thought = THOUGHT_ENDS.split(before)[-1]
    denials = list(DENIALS.finditer(thought))
    if not denials:
        return False
    first, *others = (part.split() for part in re.split("[,/]", thought[denials[-1].end() :]))
    return len(first) + sum(len(part) for part in others if len(part) > ITEM) <= REACH


def rights_in(file: str) -> list[Right]:
    return [right for right in rights() if not right.places or file.startswith(right.places)]


@cache
def claims() -> tuple[Claim, ...]:
    rows = tomllib.loads(LIST.read_text("utf-8"))["claim"]
    return tuple(
        Claim(row["name"], row["instead"], whole_words(row["pattern"]), row.get("to_people", False)) for row in rows
    )


@cache
def rights() -> tuple[Right, ...]:
    rows = tomllib.loads(LIST.read_text("utf-8"))["right"]
    return tuple(Right(whole_words(row["phrase"].replace("’", "'")), tuple(row.get("in", ()))) for row in rows)


def whole_words(pattern: str) -> re.Pattern[str]:
    """The pattern of the list as a regular expression: a blank is any white space or a hyphen, its lines are one."""
    one_line = re.sub(r"\n\s*", "", pattern).replace(" ", r"[\s-]+")
    return re.compile(rf"(?<!\w)(?:{one_line})(?!\w)")
