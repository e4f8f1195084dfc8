"""The library's files, parsed, and what is said where they are not sound."""

from collections.abc import Mapping
from importlib.resources import files
from operator import attrgetter
from typing import Any, Final

import tomli

from unflinch.challenges.check import library_problems

FOLDER: Final = files("unflinch.challenges").joinpath("library")


class BrokenLibrary(Exception):
    """The library does not pass its check; the message names file, slug and field of each problem."""


def library_files() -> dict[str, Any]:
    """Every file of the shipped library, parsed, by name. Raises BrokenLibrary where one is not TOML."""
    found = sorted((file for file in FOLDER.iterdir() if file.name.endswith(".toml")), key=attrgetter("name"))
    return {file.name: parse_deck(file.name, file.read_text("utf-8")) for file in found}


def refuse_problems(library: Mapping[str, Any]) -> None:
    """Nothing for a sound library. Raises BrokenLibrary."""
    problems = library_problems(library)
    if problems:
        raise BrokenLibrary("\n".join(map(str, problems)))


def parse_deck(name: str, text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise BrokenLibrary(f"{name}: {error}") from error
