"""Decks with an arc, and rules to bend: challenges in the order in which they are best met. Read when first wanted."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Final

from unflinch.challenges.catalogue import Challenges, catalogue
from unflinch.challenges.check import OWN_RULES, Problem, TomlTable, row_problems, rows_problems
from unflinch.challenges.loading import FOLDER, BrokenLibrary, parse_deck
from unflinch.challenges.shape import ARC_FILE, OWN_RULE, OWN_RULES_FILE, STAGE

_ARCS: Final = FOLDER.joinpath("arcs")
_BENT_BY: Final = "bent_by"


@dataclass(frozen=True, slots=True)
class _Stage:
    """A part of an arc: challenges in their order, and in one sentence what is different now."""

    title: str
    about: str
    challenges: Challenges


@dataclass(frozen=True, slots=True)
class _Arc:
    """A deck that goes somewhere: easy at first, then bolder, with a rest where one is due."""

    slug: str
    title: str
    about: str
    stages: tuple[_Stage, ...]

    @property
    def challenges(self) -> Challenges:
        """All of them, first to last."""
        return Challenges(challenge for stage in self.stages for challenge in stage.challenges)


@dataclass(frozen=True, slots=True)
class _BendableRule:
    """A rule that many people made for themselves, how they word it, and the challenges that bend it."""

    rule: str
    said: tuple[str, ...]
    bent_by: Challenges


@cache
def arcs() -> tuple[_Arc, ...]:
    """Every arc, by slug. Raises BrokenLibrary."""
    found = arc_files()
    _refuse(arc_problems(found, catalogue().challenges))
    return tuple(
        _Arc(name.partition(".")[0], table["title"], table["about"], tuple(map(_stage, table["stage"])))
        for name, table in found.items()
    )


@cache
def bendable_rules() -> tuple[_BendableRule, ...]:
    """Every rule that challenges are known to bend, as the file has them. Raises BrokenLibrary."""
    table = own_rules_file()
    _refuse(own_rule_problems(table, catalogue().challenges))
    return tuple(_BendableRule(row["rule"], tuple(row["said"]), _challenges_of(row[_BENT_BY])) for row in table["rule"])


def arc_files() -> dict[str, Any]:
    """The files of the arcs, parsed, by name. Raises BrokenLibrary where one is not TOML."""
    found = sorted((file for file in _ARCS.iterdir() if file.name.endswith(".toml")), key=attrgetter("name"))
    return {file.name: parse_deck(file.name, file.read_text("utf-8")) for file in found}


def own_rules_file() -> dict[str, Any]:
    return parse_deck(OWN_RULES, FOLDER.joinpath(OWN_RULES).read_text("utf-8"))


def arc_problems(found: Mapping[str, TomlTable], known: Collection[str]) -> Iterator[Problem]:
    """What is wrong with parsed arcs: their shape, and challenges that are not there or are met twice."""
    for file, table in found.items():
        wrong = [*row_problems(file, table, ARC_FILE), *rows_problems(file, table.get("stage"), STAGE)]
        yield from wrong
        met = Counter(slug for stage in ([] if wrong else table["stage"]) for slug in stage["challenges"])
        yield from (Problem(file, slug, "challenges", "is there twice") for slug in met if met[slug] > 1)
        yield from _unknown(file, "challenges", met, known)


def own_rule_problems(table: TomlTable, known: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the parsed rules to bend."""
    wrong = [*row_problems(OWN_RULES, table, OWN_RULES_FILE), *rows_problems(OWN_RULES, table.get("rule"), OWN_RULE)]
    yield from wrong
    for row in [] if wrong else table["rule"]:
        yield from _unknown(OWN_RULES, _BENT_BY, row[_BENT_BY], known)


def _unknown(file: str, field: str, slugs: Collection[str], known: Collection[str]) -> Iterator[Problem]:
    return (Problem(file, slug, field, "is not in the library") for slug in slugs if slug not in known)


def _refuse(problems: Iterator[Problem]) -> None:
    sentences = "\n".join(map(str, problems))
    if sentences:
        raise BrokenLibrary(sentences)


def _stage(table: TomlTable) -> _Stage:
    return _Stage(table["title"], table["about"], _challenges_of(table["challenges"]))


def _challenges_of(slugs: Collection[str]) -> Challenges:
    return Challenges(catalogue().challenges[slug] for slug in slugs)
