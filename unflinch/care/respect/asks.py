"""Which questions an idea for a challenge raises. A hint for the person who wrote it, never a refusal."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from unflinch.care.phrases import compiled, whole_words, written_out

LONGEST = 2_000  # characters of an idea that are read
APART = re.compile(r"[-–—/.,;:!?()\"“”\s]+")


def asks_of(idea: str) -> tuple[str, ...]:
    """The codes of what should be asked about `idea` (English), in the list's order; empty where nothing should."""
    plain = " ".join(APART.split(idea[:LONGEST].lower().replace("’", "'"))).strip()
    plain = " ".join(harmless().sub("_", plain).split())
    return tuple(code for code, patterns in raised().items() if any(pattern.search(plain) for pattern in patterns))


@cache
def raised() -> Mapping[str, Sequence[re.Pattern[str]]]:
    """What raises each question."""
    data = lists()
    pieces = written_out(data["pieces"])
    return {code: compiled(patterns, pieces) for code, patterns in data["asks"].items()}


@cache
def harmless() -> re.Pattern[str]:
    return whole_words("|".join(lists()["harmless"]))


@cache
def lists() -> dict[str, Any]:
    return tomllib.loads(files("unflinch.care.respect").joinpath("respect.toml").read_text("utf-8"))
