"""The articles, read once from their files: what is said, how well it is known, and who found it out."""

import hashlib
import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from importlib.resources import files
from operator import attrgetter
from typing import Any, Final, TypeVar

from django.db.models import TextChoices
from markdown_it import MarkdownIt

# How fast an unhurried adult reads, in words a minute; a guess on the slow side, so that nobody feels behind.
_WORDS_A_MINUTE: Final = 200
_NAME: Final = re.compile(r"\d\d-([a-z0-9-]+)\.md")
_HEAD: Final = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", re.DOTALL)
# What Markdown needs and nobody reads: the address of a link, and the signs of a heading, a list or stress.
_MARKS: Final = re.compile(r"\]\([^)]*\)|[\[\]#*_>`]|^\s*-\s", re.MULTILINE)

_Choice = TypeVar("_Choice", bound=TextChoices)


class BrokenPage(Exception):
    """A file that may not ship; the message names it and says what is wrong."""


class Grade(TextChoices):
    """How well the main claim of an article is known."""

    WELL_STUDIED = "H", "well studied"
    SOME_GOOD = "Mo", "some good studies"
    SMALL = "L", "small studies"
    OPINION = "VL", "opinion"


class _Seen(TextChoices):
    """How much of a source was read by whoever wrote the article."""

    SUMMARY = "summary", "we read its summary or first pages"
    SECOND_HAND = "second_hand", "we read about it elsewhere"
    NOT_CHECKED = "not_checked", "not checked by us"


@dataclass(frozen=True, slots=True)
class _Source:
    """One study or guideline: who, in which year, where it stands, and what it says in our words."""

    who: str
    year: int
    where: str
    link: str
    says: str
    seen: _Seen


@dataclass(frozen=True, slots=True)
class _Article:
    """A few minutes of reading. `graded` says what the grade is of; `text` is Markdown, `html` what it becomes."""

    slug: str
    title: str
    promise: str
    grade: Grade
    graded: str
    reviewed: date
    sources: tuple[_Source, ...]
    text: str
    html: str

    @property
    def words(self) -> int:
        return len(plain_text(self.text).split())

    @property
    def minutes(self) -> int:
        """Whole minutes to read it, at least one."""
        return max(1, math.ceil(self.words / _WORDS_A_MINUTE))

    @property
    def grade_words(self) -> str:
        return str(self.grade.label)


@dataclass(frozen=True, slots=True)
class _Forerunner:
    """Somebody without whom this would not be; `group` is a heading of the credits."""

    name: str
    group: str
    did: str
    link: str


@cache
def articles() -> tuple[_Article, ...]:
    """Every article, in the order in which to read them. Raises BrokenPage."""
    folder = files("unflinch.learn").joinpath("articles")
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".md")), key=attrgetter("name"))
    return tuple(article_of(file.name, file.read_text("utf-8")) for file in found)


@cache
def forerunners() -> tuple[_Forerunner, ...]:
    """Those who came before, in the order of the credits. Raises BrokenPage."""
    file = files("unflinch.learn").joinpath("credits.toml")
    rows = _table_of(file.name, file.read_text("utf-8"))["forerunner"]
    return tuple(_Forerunner(**_known(file.name, row, _Forerunner)) for row in rows)


@cache
def edition() -> str:
    """One short word that changes when anything that can be read here does."""
    return hashlib.sha256(repr((articles(), forerunners())).encode()).hexdigest()[:24]


def article_of(name: str, text: str) -> _Article:
    """The article in a file of this name, `NN-slug.md` with a TOML head between two lines of +++. Raises BrokenPage."""
    named, parts = _NAME.fullmatch(name), _HEAD.fullmatch(text)
    if named is None or parts is None:
        raise BrokenPage(f"{name}: an article is called NN-slug.md and begins with a head between two lines of +++")
    head, body = _table_of(name, parts[1]), parts[2].strip()
    rows = head.pop("source", [])
    if not rows:
        raise BrokenPage(f"{name}: names no source")
    made = {"slug": named[1], "text": body, "html": html_of(body), "sources": tuple(_sources_of(name, rows))}
    row = _known(name, {**head, **made}, _Article)
    return _Article(**{**row, "grade": _one_of(name, Grade, row["grade"])})


def _sources_of(name: str, rows: Iterable[Mapping[str, Any]]) -> Iterable[_Source]:
    for row in rows:
        found = _known(name, row, _Source)
        yield _Source(**{**found, "seen": _one_of(name, _Seen, found["seen"])})


def _known(name: str, row: Mapping[str, Any], kind: type) -> Mapping[str, Any]:
    """The row, if it has exactly the fields of this dataclass, none of them empty, and a safe link."""
    wanted = {field.name for field in fields(kind)}
    if row.keys() != wanted:
        raise BrokenPage(f"{name}: missing or unknown: {', '.join(sorted(wanted ^ row.keys()))}")
    empty = [field for field, value in row.items() if not value]
    if empty:
        raise BrokenPage(f"{name}: empty: {', '.join(empty)}")
    if not str(row.get("link", "https://")).startswith("https://"):
        raise BrokenPage(f"{name}: {row['link']} is no https link")
    return row


def _one_of(name: str, kind: type[_Choice], value: str) -> _Choice:
    try:
        return kind(value)
    except ValueError as error:
        raise BrokenPage(f"{name}: {value} is not one of {', '.join(kind.values)}") from error


def _table_of(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenPage(f"{name}: {error}") from error


def html_of(text: str) -> str:
    """Markdown as HTML; tags in the text are shown as text, so that a page holds only what Markdown makes."""
    return str(MarkdownIt("commonmark", {"html": False}).render(text))


def plain_text(text: str) -> str:
    """Markdown without its marks: the words as somebody reads them aloud."""
    return _MARKS.sub(" ", text)
