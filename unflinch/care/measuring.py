"""How well the reader does on the published sentences and ideas: recall and false alarms, by part."""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from unflinch.care.respect import questions_raised_by
from unflinch.care.words import level_of

_HARMLESS: Final = "none"

# What each kind of sentence must give. Heavy words may be answered by either level, but not by nothing.
RIGHT_ANSWERS: Final[dict[str, Callable[[str], bool]]] = {
    "crisis": lambda text: level_of(text).level == "explicit",
    "heavy": lambda text: level_of(text).level != "none",
    "look-alike": lambda text: level_of(text).level == "none",
    "shaming": lambda text: level_of(text).self_shaming,
    "not shaming": lambda text: not level_of(text).self_shaming,
    "asked about": lambda idea: questions_raised_by(idea) != (),
    "left alone": lambda idea: questions_raised_by(idea) == (),
}


@dataclass(frozen=True, slots=True)
class Example:
    """A published text, what kind it is, and the part it belongs to ("held out" was never looked at while tuning).

    `problem` names what an idea is asked about, with a plus between two codes; empty where it is left alone.
    """

    kind: str
    part: str
    text: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """Of `of` texts of one kind in one part, `right` were read as they are meant."""

    kind: str
    part: str
    right: int
    of: int

    @property
    def share(self) -> float:
        return self.right / self.of


def examples(folder: Path) -> list[Example]:
    """Every published text in `folder` (docs/care), sentences first. Raises OSError or KeyError for a broken folder."""
    with (folder / "sentences.csv").open(encoding="utf-8", newline="") as file:
        found = [Example(row["kind"], row["part"], row["text"]) for row in csv.DictReader(file)]
    with (folder / "ideas.csv").open(encoding="utf-8", newline="") as file:
        found += [_idea(row) for row in csv.DictReader(file)]
    return found


def _idea(row: Mapping[str, str]) -> Example:
    harmless = row["problem"] == _HARMLESS
    return Example(
        "left alone" if harmless else "asked about", row["part"], row["idea"], "" if harmless else row["problem"]
    )


def figures(texts: Iterable[Example]) -> list[Figure]:
    """One figure for each kind and part, in that order."""
    ordered = sorted(texts, key=lambda example: (list(RIGHT_ANSWERS).index(example.kind), example.part))
    return [
        _counted(kind, part, list(group))
        for (kind, part), group in groupby(ordered, key=lambda example: (example.kind, example.part))
    ]


def _counted(kind: str, part: str, group: list[Example]) -> Figure:
    return Figure(kind, part, sum(RIGHT_ANSWERS[kind](example.text) for example in group), len(group))


def misread(texts: Iterable[Example]) -> list[Example]:
    """The texts that are not read as they are meant."""
    return [example for example in texts if not RIGHT_ANSWERS[example.kind](example.text)]
