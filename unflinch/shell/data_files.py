"""Data files: TOML read as frozen values of a stated shape, and a plain sentence for whatever is wrong in one.

msgspec reads and checks a whole file at once, in C. It stops at the first fault and speaks to programmers. So a file
that it refuses is looked through again, part by part, and each part that is wrong gets the sentence of its own kind.
"""

import enum
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources.abc import Traversable
from itertools import islice
from types import NoneType
from typing import Annotated, Any, Final, TypeVar, get_args, get_origin

import msgspec
import tomli
from msgspec import Meta

_Shape = TypeVar("_Shape")
_Part = TypeVar("_Part")

# What a kind is to somebody who writes a file, where its annotation has no sentence for it; all others are tables.
_SENTENCES: Final[Mapping[Any, str]] = {
    str: "must be text",
    int: "must be a whole number",
    float: "must be a number",
    bool: "must be true or false",
    date: "must be a date, such as 2026-11-23",
    tuple: "must be a list of tables, each under its [[name]]",
}
# No space at either end, and none alone.
_TRIMMED: Final = r"(?s)^(?!\s)(.*\S)?\Z"

HttpsAddress = Annotated[str, Meta(pattern=r"^https://\S{4,280}\Z", description="must be an https:// address")]
WebAddress = Annotated[
    str, Meta(pattern=r"^https?://\S{4,280}\Z", description="must be an https:// or http:// address")
]

# Tables under [[name]], and tables or values that the file names itself.
OneOrMore = Annotated[
    tuple[_Part, ...], Meta(min_length=1, description="must be a list of 1 or more tables, each under its [[name]]")
]
ByName = Annotated[Mapping[str, _Part], Meta(min_length=1, description="must be a table of one or more")]


class BrokenFile(Exception):
    """A file that may not be used; the message names file, place and field of each fault, one a line."""


class FileTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a file: each field has its kind, one without a default has to be there, and there are no others."""


def letters(longest: int, *, shortest: int = 1) -> Meta:
    """Text of so many characters, with no space around it."""
    said = f"must be text of {shortest} to {longest} signs, with no space around it"
    return Meta(min_length=shortest, max_length=longest, pattern=_TRIMMED, description=said)


def numeric(least: float, most: float) -> Meta:
    """A number from `least` to `most`, both included."""
    return Meta(ge=least, le=most, description=f"must be a number from {least} to {most}")


def whole(least: int, most: int) -> Meta:
    """A whole number from `least` to `most`, both included."""
    return Meta(ge=least, le=most, description=f"must be a whole number from {least} to {most}")


def word_of(*words: str) -> Meta:
    """One of these words."""
    return Meta(pattern=rf"^(?:{'|'.join(words)})\Z", description=f"must be one of {', '.join(words)}")


def several(least: int, most: int) -> Meta:
    """So many of a kind."""
    return Meta(min_length=least, max_length=most, description=f"must be a list of {least} to {most}")


def parse_toml(name: str, text: str) -> dict[str, Any]:
    """The tables in a file of this name. Raises BrokenFile."""
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise BrokenFile(f"{name}: {error}") from error


def read_file(file: Traversable, kind: type[_Shape]) -> _Shape:
    """A file as a value of this kind. Raises BrokenFile."""
    return read_table(file.name, parse_toml(file.name, file.read_text("utf-8")), kind)


def read_table(name: str, table: Any, kind: type[_Shape]) -> _Shape:
    """What was parsed from the file of this name, as a value of this kind. Raises BrokenFile."""
    try:
        return as_shape(table, kind)
    except msgspec.ValidationError as error:
        wrong = [f"{name}: {place} {sentence}" for place, sentence in faults(table, kind)]
        raise BrokenFile("\n".join(wrong)) from error


def as_shape(value: Any, kind: type[_Shape]) -> _Shape:
    """The same without a file's name. Raises msgspec.ValidationError, which tells of the first fault alone."""
    return msgspec.convert(value, kind, builtin_types=(date,))


def faults(value: Any, kind: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Each place in a parsed value that isn't of its kind, such as `item 2.name`, and the sentence that says so."""
    try:
        as_shape(value, kind)
    except msgspec.ValidationError as error:
        # Where every field of a table is right, the table itself said that they don't go together.
        own = str(error) if isinstance(value, dict) and _is_table(kind) else _sentence_of(kind)
        yield from [*_faults_within(value, _bare(kind), place)] or [(place, own)]


def _faults_within(value: Any, kind: Any, place: str) -> Iterator[tuple[str, str]]:
    match value, get_origin(kind) or kind:
        case dict(), type() as table if issubclass(table, FileTable):
            yield from _faults_of_fields(value, table, place)
        case dict(), origin if origin is Mapping:
            for name, part in value.items():
                yield from faults(part, get_args(kind)[1], _joined(place, name))
        case list(), origin if origin is tuple and get_args(kind)[-1] is Ellipsis:
            yield from _faults_in_list(value, get_args(kind)[0], place)


def _faults_of_fields(value: Mapping[str, Any], table: type[FileTable], place: str) -> Iterator[tuple[str, str]]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(table)}
    for name, field in fields.items():
        if field.required and name not in value:
            yield _joined(place, name), "is missing"
    for name, part in value.items():
        known = fields.get(name)
        own = _joined(place, name)
        yield from [(own, "is not known here")] if known is None else faults(part, known.type, own)


def _faults_in_list(values: list[Any], kind: Any, place: str) -> Iterator[tuple[str, str]]:
    """Tables are counted from 1; of words it is enough to know that there is one."""
    if _is_table(kind):
        for number, value in enumerate(values, start=1):
            yield from faults(value, kind, f"{place} {number}")
    else:
        wrong = (sentence for value in values for _, sentence in faults(value, kind))
        yield from ((place, f"holds one that {sentence}") for sentence in islice(wrong, 1))


def _sentence_of(kind: Any) -> str:
    said = [meta.description for meta in getattr(kind, "__metadata__", ()) if meta.description]
    bare = _bare(kind)
    if said:
        return str(said[-1])
    if isinstance(bare, enum.EnumMeta):
        return f"must be one of {', '.join(bare)}"
    return _SENTENCES.get(get_origin(bare) or bare, "must be a table")


def _bare(kind: Any) -> Any:
    """The kind without its limits, and without None, which no file can say."""
    if hasattr(kind, "__metadata__"):
        return _bare(kind.__origin__)
    others = [part for part in get_args(kind) if part is not NoneType]
    return _bare(others[0]) if NoneType in get_args(kind) else kind


def _is_table(kind: Any) -> bool:
    bare = _bare(kind)
    return isinstance(bare, type) and issubclass(bare, FileTable)


def _joined(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
