"""Which questions an idea for a challenge raises. A hint for the person who wrote it, never a refusal."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from unflinch.care.respect.lexicon import Lexicon
from unflinch.care.respect.rulebook import Rulebook
from unflinch.care.respect.rules import Sentence, literals_in, rule_of

LONGEST: Final = 2_000  # characters of an idea that are read
NAMES: Final = ("people", "things", "harmless")
SAYINGS: Final = ("acts", "risks")


def asks_of(idea: str) -> tuple[str, ...]:
    """The codes of what should be asked about `idea` (English), in the list's order; empty where nothing should."""
    return rulebook().codes_of([Sentence.of(words) for words in lexicon().sentences(idea[:LONGEST])])


@cache
def rulebook() -> Rulebook:
    base = lexicon().base
    return Rulebook.of({code: [rule_of(line, base) for line in lines] for code, lines in read("rules").items()})


@cache
def lexicon() -> Lexicon:
    literals = literals_in(line for lines in read("rules").values() for line in lines)
    return Lexicon.written(classes_in(NAMES), classes_in(SAYINGS), literals)


def classes_in(parts: tuple[str, ...]) -> dict[str, str]:
    return {name: text for part in parts for name, text in read(part).items()}


def read(part: str) -> dict[str, Any]:
    return tomllib.loads(files("unflinch.care.respect").joinpath(f"{part}.toml").read_text("utf-8"))
