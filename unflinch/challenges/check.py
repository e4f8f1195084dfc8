"""Whether the library keeps its rules: shape first, then what its words say and who stands beside whom."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from unflinch.challenges.boldness import difficulty
from unflinch.challenges.shape import (
    CHALLENGE,
    DECK,
    DECK_FILE,
    GONE,
    MAY_HAVE,
    NO_RULES,
    RETIRED_FILE,
    SPOKEN,
    Rules,
    tables,
    wrong_fields,
)
from unflinch.challenges.vocabulary import Kind

RETIRED: Final = "retired.toml"
_WORDS: Final = "words.toml"
OWN_RULES: Final = "own-rules.toml"
FIRST_VISIT: Final = "first-visit"
_LONGEST_FIRST_VISIT = 10
# From this distance on somebody is no friend: their money, their car and their home are then out of the question.
_STRANGE = 0.5

# Rates are guesses: what lies closer together than this is about as likely.
_ABOUT_AS_LIKELY: Final = 0.101

TomlTable = Mapping[str, Any]
# A challenge as its file has it, and the name of that file.
_Row = tuple[str, TomlTable]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where; `slug` is empty where the deck or the whole file is meant."""

    file: str
    slug: str
    field: str
    sentence: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.slug, f"{self.field} {self.sentence}".strip()) if part)


def library_problems(library: Mapping[str, TomlTable]) -> list[Problem]:
    """What is wrong with a parsed library, `{file name: table}`, its retired slugs and its word lists among the files.

    What the words say and who stands beside whom is asked only once every field has its shape.
    """
    return [*_shape_problems(library)] or [*_rule_problems(library)]


def _shape_problems(library: Mapping[str, TomlTable]) -> Iterator[Problem]:
    for name in (RETIRED, _WORDS):
        if name not in library:
            yield Problem(name, "", "", "is missing")
    for file, table in decks_of(library):
        yield from row_problems(file, table, DECK_FILE)
        yield from _deck_problems(file, table.get("deck"))
        yield from rows_problems(file, table.get("challenge"), CHALLENGE, MAY_HAVE)
    gone = library.get(RETIRED, {})
    yield from row_problems(RETIRED, gone, RETIRED_FILE)
    yield from rows_problems(RETIRED, gone.get("retired"), GONE)
    for language, words in library.get(_WORDS, {}).items():
        yield from row_problems(f"{_WORDS} [{language}]", words, SPOKEN)


def _deck_problems(file: str, deck: Any) -> Iterator[Problem]:
    if isinstance(deck, dict):
        yield from row_problems(file, deck, DECK)
        if deck.get("slug") != file.partition(".")[0]:
            yield Problem(file, "", "slug", "must be the name of its file")


def rows_problems(file: str, rows: Any, rules: Rules, optional: Rules = NO_RULES) -> Iterator[Problem]:
    """Nothing for what is no list of tables: the rule for the file has said so."""
    for row in [] if tables(rows) else rows:
        yield from row_problems(file, row, rules, optional, slug=str(row.get("slug", "")))


def row_problems(
    file: str, row: TomlTable, rules: Rules, optional: Rules = NO_RULES, *, slug: str = ""
) -> Iterator[Problem]:
    for field, sentence in wrong_fields(row, rules, optional):
        yield Problem(file, slug, field, sentence)


def _rule_problems(library: Mapping[str, TomlTable]) -> Iterator[Problem]:
    """The rules that need the words of a language, or more than one challenge; each language stands for itself."""
    gone = {row["slug"] for row in library[RETIRED]["retired"]}
    for language in sorted({table["deck"]["language"] for _, table in decks_of(library)}):
        decks = [(file, table) for file, table in decks_of(library) if table["deck"]["language"] == language]
        rows = [(file, row) for file, table in decks for row in table["challenge"]]
        if language in library[_WORDS]:
            yield from _language_problems(rows, library[_WORDS][language], gone)
        else:
            yield Problem(_WORDS, "", language, "is missing")


def _language_problems(rows: Sequence[_Row], words: TomlTable, gone: Collection[str]) -> Iterator[Problem]:
    yield from _repeated(rows, "slug")
    yield from _repeated(rows, "title")
    hardness = {row["slug"]: difficulty(row["facets"]) for _, row in rows}
    rates = {row["slug"]: row["yes_rate"] for _, row in rows}
    for file, row in rows:
        of_words = (*_ways_out(row, words), *_forbidden(row, words))
        own = (*_wishes(row), *_missing_parts(row))
        beside = (*_neighbours(row, hardness), *_turned_round(row, rates))
        for field, sentence in (*_retired_again(row, gone), *of_words, *own, *beside):
            yield Problem(file, row["slug"], field, sentence)


def decks_of(library: Mapping[str, TomlTable]) -> list[tuple[str, TomlTable]]:
    return [(file, table) for file, table in library.items() if file not in (RETIRED, _WORDS, OWN_RULES)]


def _repeated(rows: Iterable[_Row], field: str) -> Iterator[Problem]:
    seen = Counter[str]()
    for file, row in rows:
        seen[row[field].casefold()] += 1
        if seen[row[field].casefold()] > 1:
            yield Problem(file, row["slug"], field, "is there twice")


def _retired_again(row: TomlTable, gone: Collection[str]) -> Iterator[tuple[str, str]]:
    if row["slug"] in gone:
        yield "slug", "is retired: old diaries know it as something else"


def _ways_out(row: TomlTable, words: TomlTable) -> Iterator[tuple[str, str]]:
    """An ask or an offer lets the other off; a no of one's own is friendly."""
    wanted = words["kind_no" if row["kind"] == Kind.SAY_NO else "way_out"]
    if _any_of(tuple(wanted)).search(_plain(row["line"])) is None:
        yield "line", f"has no way out, such as “{wanted[0]}”"


def _forbidden(row: TomlTable, words: TomlTable) -> Iterator[tuple[str, str]]:
    """The subjects that this library leaves alone, in the title, the line or the everyday phrasings."""
    subjects = dict(words["forbidden"])
    if row["facets"]["distance"] >= _STRANGE:
        subjects |= words["forbidden_with_strangers"]
    for field in ("title", "line", "said"):
        said = _plain(row[field])
        for subject, phrases in subjects.items():
            found = _any_of(tuple(phrases)).search(said)
            if found is not None:
                yield field, f"says “{found.group()}”, which sounds like {subject}"


def _plain(said: str | Sequence[str]) -> str:
    return (said if isinstance(said, str) else "\n".join(said)).casefold().replace("’", "'")


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Finds each of these phrases as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


def _wishes(row: TomlTable) -> Iterator[tuple[str, str]]:
    if ("wish" in row) != (FIRST_VISIT in row["tags"]):
        yield "wish", f"belongs to the tag {FIRST_VISIT}, and the tag to it"
    if "wish" in row and row["minutes"] > _LONGEST_FIRST_VISIT:
        yield "minutes", f"must be at most {_LONGEST_FIRST_VISIT} for a first visit"


def _missing_parts(row: TomlTable) -> Iterator[tuple[str, str]]:
    for part in row.get("yours", []):
        if part not in row["line"]:
            yield "yours", f"holds “{part}”, which is not in the line"


def _neighbours(row: TomlTable, hardness: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """Gentler is easier and bolder harder, by difficulty; only the two ends of a language have a side without one."""
    own = hardness[row["slug"]]
    for field, end, sign in (("gentler", min(hardness.values()), 1), ("bolder", max(hardness.values()), -1)):
        slug = row[field]
        if slug == "":
            if own != end:
                yield field, "is empty, which is only right at the end of the library"
        elif slug not in hardness:
            yield field, f"is {slug}, which is not in the library"
        elif sign * hardness[slug] >= sign * own:
            yield field, f"is {slug}, which is not {field}"


def _turned_round(row: TomlTable, rates: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """Gentler is not refused much more often, and bolder not granted much more often."""
    for field, sign, sentence in (("gentler", 1, "is refused more often"), ("bolder", -1, "is granted more often")):
        beside = rates.get(row[field], row["yes_rate"])
        if sign * (row["yes_rate"] - beside) > _ABOUT_AS_LIKELY:
            yield field, f"is {row[field]}, which {sentence}"
