"""Decks with an arc, and rules to bend: challenges in the order in which they are best met. Read when first wanted."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from unflinch.challenges.catalogue import Challenges, catalogue
from unflinch.challenges.check import Problem, file_problems, repeats_in
from unflinch.challenges.loading import FOLDER, files_in, refuse
from unflinch.challenges.shape import OWN_RULES, ArcFile, OwnRulesFile
from unflinch.shell.data_files import as_shape, parse_toml

_ARCS: Final = FOLDER.joinpath("arcs")


@dataclass(frozen=True, slots=True)
class _Stage:
    """A part of an arc: challenges in their order, and in one sentence what is different now."""

    title: str
    about: str
    challenges: Challenges


@dataclass(frozen=True, slots=True)
class Arc:
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
class BendableRule:
    """A rule that many people made for themselves, how they word it, and the challenges that bend it."""

    rule: str
    said: tuple[str, ...]
    bent_by: Challenges


@cache
def arcs() -> tuple[Arc, ...]:
    """Every arc, by slug. Raises BrokenFile."""
    found = arc_files()
    refuse(arc_problems(found, catalogue().challenges))
    return tuple(_arc_of(name.partition(".")[0], as_shape(table, ArcFile)) for name, table in found.items())


def arc_named(slug: str) -> Arc | None:
    """The arc with this slug, or None. Raises BrokenFile."""
    return next((arc for arc in arcs() if arc.slug == slug), None)


@cache
def bendable_rules() -> tuple[BendableRule, ...]:
    """Every rule that challenges are known to bend, as the file has them. Raises BrokenFile."""
    table = own_rules_file()
    refuse(own_rule_problems(table, catalogue().challenges))
    rules = as_shape(table, OwnRulesFile).rules
    return tuple(BendableRule(row.rule, row.said, _challenges_of(row.bent_by)) for row in rules)


def arc_files() -> dict[str, Any]:
    """The files of the arcs, parsed, by name. Raises BrokenFile where one is not TOML."""
    return files_in(_ARCS)


def own_rules_file() -> dict[str, Any]:
    return parse_toml(OWN_RULES, FOLDER.joinpath(OWN_RULES).read_text("utf-8"))


def arc_problems(found: Mapping[str, Any], known: Collection[str]) -> Iterator[Problem]:
    """What is wrong with parsed arcs: their shape, and challenges that are not there or are met twice."""
    for file, table in found.items():
        yield from [*file_problems(file, table, ArcFile)] or _wrong_slugs(file, as_shape(table, ArcFile), known)


def _wrong_slugs(file: str, arc: ArcFile, known: Collection[str]) -> Iterator[Problem]:
    met = Counter(slug for stage in arc.stages for slug in stage.challenges)
    yield from (Problem(file, slug, "challenges", "is there twice") for slug in met if met[slug] > 1)
    yield from _unknown(file, "challenges", met, known)


def own_rule_problems(table: Any, known: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the parsed rules to bend."""
    wrong = [*file_problems(OWN_RULES, table, OwnRulesFile)]
    yield from wrong
    for row in () if wrong else as_shape(table, OwnRulesFile).rules:
        yield from (Problem(OWN_RULES, row.rule, *repeated) for repeated in repeats_in(row))
        yield from _unknown(OWN_RULES, "bent_by", row.bent_by, known)


def _unknown(file: str, field: str, slugs: Collection[str], known: Collection[str]) -> Iterator[Problem]:
    return (Problem(file, slug, field, "is not in the library") for slug in slugs if slug not in known)


def _arc_of(slug: str, arc: ArcFile) -> Arc:
    stages = [_Stage(stage.title, stage.about, _challenges_of(stage.challenges)) for stage in arc.stages]
    return Arc(slug, arc.title, arc.about, tuple(stages))


def _challenges_of(slugs: Collection[str]) -> Challenges:
    return Challenges(catalogue().challenges[slug] for slug in slugs)
