"""The library's files, parsed, and what is said where they are not sound."""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import attrgetter
from typing import Any, Final

from msgspec import ValidationError

from unflinch.challenges.check import Problem, library_problems
from unflinch.challenges.shape import LibraryFiles, library_from
from unflinch.shell.data_files import BrokenFile, parse_toml

FOLDER: Final = files("unflinch.challenges").joinpath("library")


def library_files() -> dict[str, Any]:
    """Every file of the shipped library, parsed, by name. Raises BrokenFile where one is not TOML."""
    return files_in(FOLDER)


def files_in(folder: Traversable) -> dict[str, Any]:
    """Every TOML file of a folder, parsed, by name. Raises BrokenFile where one is not TOML."""
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=attrgetter("name"))
    return {file.name: parse_toml(file.name, file.read_text("utf-8")) for file in found}


def read_library(parsed: Mapping[str, Any]) -> LibraryFiles:
    """A parsed library, each field of which has its shape; its other rules are not checked. Raises BrokenFile."""
    try:
        return library_from(parsed)
    except (KeyError, ValidationError):
        refuse(library_problems(parsed))
        raise


def refuse(problems: Iterable[Problem]) -> None:
    """Nothing where there are none. Raises BrokenFile."""
    sentences = "\n".join(map(str, problems))
    if sentences:
        raise BrokenFile(sentences)
