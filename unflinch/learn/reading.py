"""The articles, read once from their files: what is said, how well it is known, and who found it out."""

import hashlib
import math
import re
from datetime import date
from functools import cache
from importlib.resources import files
from operator import attrgetter
from typing import Annotated, Final

from django.db.models import TextChoices
from markdown_it import MarkdownIt
from msgspec import field

from unflinch.shell.data_files import (
    BrokenFile,
    FileTable,
    HttpsAddress,
    OneOrMore,
    letters,
    parse_toml,
    read_file,
    read_table,
    whole,
)

# How fast an unhurried adult reads, in words a minute; a guess on the slow side, so that nobody feels behind.
_WORDS_A_MINUTE: Final = 200
_NAME: Final = re.compile(r"\d\d-([a-z0-9-]+)\.md")
_HEAD: Final = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", re.DOTALL)
# What Markdown needs and nobody reads: the address of a link, and the signs of a heading, a list or stress.
_MARKS: Final = re.compile(r"\]\([^)]*\)|[\[\]#*_>`]|^\s*-\s", re.MULTILINE)


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


class _Source(FileTable, frozen=True):
    """One study or guideline: who, in which year, where it stands, and what it says in our words."""

    who: Annotated[str, letters(160)]
    year: Annotated[int, whole(1800, 2100)]
    where: Annotated[str, letters(160)]
    link: HttpsAddress
    says: Annotated[str, letters(400)]
    seen: _Seen


class _Article(FileTable, frozen=True):
    """A few minutes of reading. `graded` says what the grade is of; `text` is Markdown, `html` what it becomes."""

    slug: str
    title: Annotated[str, letters(80)]
    promise: Annotated[str, letters(160)]
    grade: Grade
    graded: Annotated[str, letters(240)]
    reviewed: date
    sources: OneOrMore[_Source] = field(name="source")
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


class _Forerunner(FileTable, frozen=True):
    """Somebody without whom this would not be; `group` is a heading of the credits."""

    name: Annotated[str, letters(120)]
    group: Annotated[str, letters(60)]
    did: Annotated[str, letters(400)]
    link: HttpsAddress


class _CreditsFile(FileTable, frozen=True):
    """All of them, in the order in which they are thanked."""

    forerunners: OneOrMore[_Forerunner] = field(name="forerunner")


@cache
def articles() -> tuple[_Article, ...]:
    """Every article, in the order in which to read them. Raises BrokenFile."""
    folder = files("unflinch.learn").joinpath("articles")
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".md")), key=attrgetter("name"))
    return tuple(article_of(file.name, file.read_text("utf-8")) for file in found)


@cache
def forerunners() -> tuple[_Forerunner, ...]:
    """Those who came before, in the order of the credits. Raises BrokenFile."""
    return read_file(files("unflinch.learn").joinpath("credits.toml"), _CreditsFile).forerunners


@cache
def edition() -> str:
    """One short word that changes when anything that can be read here does."""
    return hashlib.sha256(repr((articles(), forerunners())).encode()).hexdigest()[:24]


def article_of(name: str, text: str) -> _Article:
    """The article in a file of this name, `NN-slug.md` with a TOML head between two lines of +++. Raises BrokenFile."""
    named, parts = _NAME.fullmatch(name), _HEAD.fullmatch(text)
    if named is None or parts is None:
        raise BrokenFile(f"{name}: an article is called NN-slug.md and begins with a head between two lines of +++")
    body = parts[2].strip()
    made = {"slug": named[1], "text": body, "html": html_of(body)}
    return read_table(name, {**parse_toml(name, parts[1]), **made}, _Article)


def html_of(text: str) -> str:
    """Markdown as HTML; tags in the text are shown as text, so that a page holds only what Markdown makes."""
    return str(MarkdownIt("commonmark", {"html": False}).render(text))


def plain_text(text: str) -> str:
    """Markdown without its marks: the words as somebody reads them aloud."""
    return _MARKS.sub(" ", text)
