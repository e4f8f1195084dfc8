"""Whether the library keeps its rules: shape first, then what its words say and who stands beside whom."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from unflinch.challenges.shape import (
    RETIRED,
    WORD_LISTS,
    Challenge,
    DeckFile,
    LibraryFiles,
    RetiredFile,
    Spoken,
    deck_tables,
    library_from,
)
from unflinch.challenges.vocabulary import Kind
from unflinch.shell.data_files import FileTable, as_shape, faults

FIRST_VISIT: Final = "first-visit"
_LONGEST_FIRST_VISIT = 10
# What costs the other person more than this is not asked in this library.
_DEAREST = 1
# From this distance on somebody is no friend: their money, their car and their home are then out of the question.
_STRANGE = 0.5

# Rates are guesses: what lies closer together than this is about as likely.
_ABOUT_AS_LIKELY: Final = 0.101

# What may stand in a file, but never as false.
_NEVER_FALSE: Final = {
    "can_refuse_freely": "must be true: what cannot be refused freely is not asked",
    "warm_up": "must be true, or left out",
}
_COUNTED: Final = re.compile(r"(\w+) (\d+)\.(.+)")

# A challenge, and the name of its file.
_Row = tuple[str, Challenge]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where; `slug` is empty where the deck or the whole file is meant."""

    file: str
    slug: str
    field: str
    sentence: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.slug, f"{self.field} {self.sentence}".strip()) if part)


def library_problems(parsed: Mapping[str, Any]) -> list[Problem]:
    """What is wrong with a parsed library, `{file name: table}`, its retired slugs and its word lists among the files.

    What the words say and who stands beside whom is asked only once every field has its shape.
    """
    return [*_shape_problems(parsed)] or [*_rule_problems(library_from(parsed))]


def _shape_problems(parsed: Mapping[str, Any]) -> Iterator[Problem]:
    for name in (RETIRED, WORD_LISTS):
        if name not in parsed:
            yield Problem(name, "", "", "is missing")
    for file, table in deck_tables(parsed).items():
        yield from [*file_problems(file, table, DeckFile)] or _more_than_shape(file, table)
    yield from file_problems(RETIRED, parsed.get(RETIRED, {}), RetiredFile)
    yield from file_problems(WORD_LISTS, parsed.get(WORD_LISTS, {}), Mapping[str, Spoken])


def file_problems(file: str, table: Any, kind: Any) -> Iterator[Problem]:
    """What is out of shape in one parsed file. A row that has a slug is named by it, any other by its number."""
    for place, sentence in faults(table, kind):
        counted = _COUNTED.fullmatch(place)
        slug = counted and table[counted[1]][int(counted[2]) - 1].get("slug")
        if counted and isinstance(slug, str):
            yield Problem(file, slug, counted[3], sentence)
        else:
            yield Problem(file, "", place, sentence)


def _more_than_shape(file: str, table: Mapping[str, Any]) -> Iterator[Problem]:
    """What msgspec has no word for, once every field has its kind."""
    for row, challenge in zip(table["challenge"], as_shape(table, DeckFile).challenges, strict=True):
        false = [(field, sentence) for field, sentence in _NEVER_FALSE.items() if row.get(field) is False]
        yield from (Problem(file, challenge.slug, *wrong) for wrong in (*false, *repeats_in(challenge)))


def _rule_problems(library: LibraryFiles) -> Iterator[Problem]:
    """The rules that need the words of a language, or more than one challenge; each language stands for itself."""
    gone = {row.slug for row in library.retired.retired}
    for file, deck in library.decks.items():
        if deck.deck.slug != file.partition(".")[0]:
            yield Problem(file, "", "deck.slug", "must be the name of its file")
    for language, words in library.words.items():
        yield from (Problem(f"{WORD_LISTS} [{language}]", "", *wrong) for wrong in repeats_in(words))
    for language in sorted({deck.deck.language for deck in library.decks.values()}):
        decks = library.in_language(language)
        rows = [(file, challenge) for file, deck in decks.items() for challenge in deck.challenges]
        if language in library.words:
            yield from _language_problems(rows, library.words[language], gone)
        else:
            yield Problem(WORD_LISTS, "", language, "is missing")


def repeats_in(row: FileTable) -> Iterator[tuple[str, str]]:
    """Each field whose list says the same twice, and the sentence that says so."""
    for field in row.__struct_fields__:
        value = getattr(row, field)
        for several in value.values() if isinstance(value, dict) else [value]:
            if isinstance(several, tuple) and len({word.casefold() for word in several}) < len(several):
                yield field, "says the same twice"


def _language_problems(rows: Sequence[_Row], words: Spoken, gone: Collection[str]) -> Iterator[Problem]:
    yield from _repeated(rows, "slug")
    yield from _repeated(rows, "title")
    by_slug = {challenge.slug: challenge for _, challenge in rows}
    ends = [challenge.difficulty for challenge in by_slug.values()]
    for file, challenge in rows:
        of_words = (*_ways_out(challenge, words), *_forbidden(challenge, words))
        own = (*_costs(challenge), *_wishes(challenge), *_missing_parts(challenge))
        beside = (*_neighbours(challenge, by_slug, (min(ends), max(ends))), *_turned_round(challenge, by_slug))
        for field, sentence in (*_retired_again(challenge, gone), *of_words, *own, *beside):
            yield Problem(file, challenge.slug, field, sentence)


def _repeated(rows: Iterable[_Row], field: str) -> Iterator[Problem]:
    seen = Counter[str]()
    for file, challenge in rows:
        said = getattr(challenge, field).casefold()
        seen[said] += 1
        if seen[said] > 1:
            yield Problem(file, challenge.slug, field, "is there twice")


def _retired_again(challenge: Challenge, gone: Collection[str]) -> Iterator[tuple[str, str]]:
    if challenge.slug in gone:
        yield "slug", "is retired: old diaries know it as something else"


def _ways_out(challenge: Challenge, words: Spoken) -> Iterator[tuple[str, str]]:
    """An ask or an offer lets the other off; a no of one's own is friendly."""
    wanted = words.kind_no if challenge.kind == Kind.SAY_NO else words.way_out
    if _any_of(wanted).search(_plain(challenge.line)) is None:
        yield "line", f"has no way out, such as “{wanted[0]}”"


def _forbidden(challenge: Challenge, words: Spoken) -> Iterator[tuple[str, str]]:
    """The subjects that this library leaves alone, in the title, the line or the everyday phrasings."""
    subjects = dict(words.forbidden)
    if challenge.facets["distance"] >= _STRANGE:
        subjects |= words.forbidden_with_strangers
    for field in ("title", "line", "said"):
        said = _plain(getattr(challenge, field))
        for subject, phrases in subjects.items():
            found = _any_of(phrases).search(said)
            if found is not None:
                yield field, f"says “{found.group()}”, which sounds like {subject}"


def _plain(said: str | Sequence[str]) -> str:
    return (said if isinstance(said, str) else "\n".join(said)).casefold().replace("’", "'")


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Finds each of these phrases as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


def _costs(challenge: Challenge) -> Iterator[tuple[str, str]]:
    if challenge.cost_to_other > _DEAREST:
        yield "cost_to_other", f"is {challenge.cost_to_other}: more than {_DEAREST} asks too much of the other person"


def _wishes(challenge: Challenge) -> Iterator[tuple[str, str]]:
    if bool(challenge.wish) != (FIRST_VISIT in challenge.tags):
        yield "wish", f"belongs to the tag {FIRST_VISIT}, and the tag to it"
    if challenge.wish and challenge.minutes > _LONGEST_FIRST_VISIT:
        yield "minutes", f"must be at most {_LONGEST_FIRST_VISIT} for a first visit"


def _missing_parts(challenge: Challenge) -> Iterator[tuple[str, str]]:
    for part in challenge.yours:
        if part not in challenge.line:
            yield "yours", f"holds “{part}”, which is not in the line"


def _neighbours(
    challenge: Challenge, by_slug: Mapping[str, Challenge], ends: tuple[float, float]
) -> Iterator[tuple[str, str]]:
    """Gentler is easier and bolder harder, by difficulty; only the two ends of a language have a side without one."""
    own = challenge.difficulty
    for field, slug, end, sign in (
        ("gentler", challenge.gentler, ends[0], 1),
        ("bolder", challenge.bolder, ends[1], -1),
    ):
        if slug == "":
            if own != end:
                yield field, "is empty, which is only right at the end of the library"
        elif slug not in by_slug:
            yield field, f"is {slug}, which is not in the library"
        elif sign * by_slug[slug].difficulty >= sign * own:
            yield field, f"is {slug}, which is not {field}"


def _turned_round(challenge: Challenge, by_slug: Mapping[str, Challenge]) -> Iterator[tuple[str, str]]:
    """Gentler is not refused much more often, and bolder not granted much more often."""
    for field, sign, sentence in (("gentler", 1, "is refused more often"), ("bolder", -1, "is granted more often")):
        slug = getattr(challenge, field)
        beside = by_slug.get(slug, challenge)
        if sign * (challenge.yes_rate - beside.yes_rate) > _ABOUT_AS_LIKELY:
            yield field, f"is {slug}, which {sentence}"
