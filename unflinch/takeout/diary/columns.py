"""Which column is which field: by our names, by everyday names, or by the person's word."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from unflinch.takeout.diary import cells
from unflinch.takeout.diary.choices import LEFT, NOTE
from unflinch.takeout.diary.complaints import shown
from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.fields import FEARS, FEELINGS, FIELDS, RATINGS, TOTALS
from unflinch.takeout.diary.headings import AS_SCALE, EVERYDAY, parted, plain
from unflinch.takeout.diary.outcomes import OUTCOMES

__all__ = ["FEARS", "FEELINGS", "FIELDS", "LEFT", "NOTE", "Column", "Columns", "UnknownColumns", "Word", "columns_of"]

MOST_COLUMNS: Final = 100
LONGEST_NAME: Final = 80  # letters
A_FEW: Final = 120  # letters of the first line, in a sentence
SIGNS_OF_A_ROW: Final = 2
SIGN_OF_A_ROW: Final = re.compile(r"\d+(?:[.,]\d+)?|\d{4}-\d\d?-\d\d?.*|\d\d?[./-]\d\d?[./-]\d{4}.*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Word:
    """One of the different words in a column of outcomes: how often it stands there, and what it's taken for."""

    word: str  # as it's typed; the first way where there are several
    key: str  # as it's compared: the key in `FileChoices.words`
    count: int
    outcome: str | None  # a code, NONE_YET or LEFT; None where it isn't understood
    certain: bool = True  # False: shown to the person as a guess


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file, as it's shown to a person before anything is taken."""

    key: str  # its name, once in the file
    field: str | None = None  # a name of FIELDS; None where it goes to the notes; LEFT where it doesn't come in
    samples: tuple[str, ...] = ()  # up to three different cells, as they're typed
    why: str = ""  # a sentence, where it's worth one
    certain: bool = True  # False: guessed from the heading or the cells
    top: int | None = None  # of a rating: the end of its scale; None: 100
    words: tuple[Word, ...] = ()  # of an outcome: its different words, the most frequent first

    @property
    def used(self) -> bool:
        """Whether it's a field, and not a note or left out."""
        return self.field is not None and self.field != LEFT


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a file in order: each with its field, None where it becomes a note, or `left`.

    No name comes twice. `each` tells more of every column.
    """

    names: tuple[str, ...]
    fields: tuple[str | None, ...]
    each: tuple[Column, ...] = ()

    def at(self, field: str) -> int | None:
        """Where this field stands, or None."""
        return self.fields.index(field) if field in self.fields else None

    def top(self, at: int) -> int | None:
        """The end of the scale that the name of this column tells; None where it is no scale, or tells none."""
        return parted(self.names[at])[1] if self.fields[at] in RATINGS else None

    def readers(self) -> list[Callable[[str], Any]]:
        """What reads the cells of each column, in order."""
        return [self.reader(at, field) for at, field in enumerate(self.fields)]

    def reader(self, at: int, field: str | None) -> Callable[[str], Any]:
        top = self.top(at)
        if field is None or field == LEFT:
            return cells.text
        return FIELDS[field] if top is None else partial(cells.rating, top=top)

    def rivals(self) -> list[tuple[str, str]]:
        """Each column that would be a field, had not another column been it: its name, and the other's."""
        usual = [(name, field_of(name)) for name, field in zip(self.names, self.fields, strict=True) if field is None]
        others = [(name, None if field is None else self.at(field)) for name, field in usual]
        return [(name, self.names[at]) for name, at in others if at is not None]


class UnknownColumns(UnreadableFile):
    """The first line names no column that we know; a person can say which is which."""

    def __init__(self, names: Sequence[str], sentence: str) -> None:
        super().__init__(sentence)
        self.columns = Columns(tuple(names), (None,) * len(names))


def columns_of(header: Sequence[str], mapping: Mapping[str, str], *, line: int = 1) -> Columns:
    """The columns of this header. Raises UnreadableFile where they cannot be a diary's, or the mapping not be meant."""
    names = names_of(header, line)
    told = {plain(tidy(column)): field for column, field in mapping.items()}
    refuse_mapping(names, mapping, told)
    places = placed(names, told)
    fields = {at: field for field, at in places.items()}
    fields |= {at: LEFT for at, name in enumerate(names) if told.get(plain(name)) == LEFT}
    columns = Columns(names, tuple(fields.get(at) for at in range(len(names))))
    if not {"challenge", "outcome", *TOTALS} & set(places):
        refuse_other_files(columns.names, line)
    return columns


def names_of(header: Sequence[str], line: int) -> tuple[str, ...]:
    """The names as a person may see them, each of them once. Raises UnreadableFile for what is no header."""
    if len(header) > MOST_COLUMNS:
        raise UnreadableFile(f"Line {line} names {len(header):,} columns, and a diary has at most {MOST_COLUMNS}.")
    if wrong := next((name for name in header if cells.INVISIBLE.search(name)), ""):
        raise UnreadableFile(f"Line {line} holds what no text holds ({shown(wrong)}). Is this really a CSV file?")
    names: dict[str, str] = {}
    for at, cell in enumerate(header, 1):
        name = first = tidy(cell) or f"column {at}"
        nth = 1
        while plain(name) in names:
            nth += 1
            name = f"{first} ({nth})"
        names[plain(name)] = name
    return tuple(names.values())


def tidy(name: str) -> str:
    words = " ".join(name.strip("\ufeff").split())
    return f"{words[:LONGEST_NAME]}…" if len(words) > LONGEST_NAME else words


def refuse_mapping(names: Sequence[str], mapping: Mapping[str, str], told: Mapping[str, str]) -> None:
    if unknown := [column for column in mapping if plain(tidy(column)) not in map(plain, names)]:
        raise UnreadableFile(
            f"There is no column {shown(unknown[0])} in the first line. There are: {', '.join(names)[:A_FEW]}."
        )
    fields = [field for field in told.values() if field not in ("", NOTE, LEFT)]
    if wrong := [field for field in fields if field not in FIELDS]:
        raise UnreadableFile(f"{shown(wrong[0])} is no field I know. There are: {NOTE}, {LEFT}, {', '.join(FIELDS)}.")
    if twice := [field for field in fields if fields.count(field) > 1]:
        raise UnreadableFile(f"Two columns were said to be {twice[0]}: only one can be.")


def placed(names: Sequence[str], told: Mapping[str, str]) -> dict[str, int]:
    """Where each field stands: what the person said comes before our own names, and those before everyday names."""
    places = {told[plain(name)]: at for at, name in enumerate(names) if told.get(plain(name)) in FIELDS}
    free = {at: name for at, name in enumerate(names) if plain(name) not in told}
    for field_by in (own_field, field_of):
        for at, name in free.items():
            field = field_by(name)
            if field is not None and field not in places and at not in places.values():
                places[field] = at
    return places


def own_field(name: str) -> str | None:
    """The field whose own name this is, a scale behind it or not."""
    words, top = parted(name)
    exact, short = (word.replace(" ", "_").replace("-", "_") for word in (plain(name), words))
    if exact in FIELDS:
        return exact
    return short if top is not None and short in RATINGS else None


def field_of(name: str) -> str | None:
    """The field that this name means, by our own names or everyday ones."""
    if own := own_field(name):
        return own
    words, top = parted(name)
    if top is None or plain(name) in EVERYDAY:
        return EVERYDAY.get(plain(name))
    rated = AS_SCALE.get(words) or EVERYDAY.get(words)
    return rated if rated in RATINGS else None


def refuse_other_files(names: Sequence[str], line: int) -> None:
    """A diary says what was asked or what came back; a first line that names neither is a row, or another file."""
    told = f"({', '.join(names)[:A_FEW]})"
    needed = "The first line has to name the columns, such as week, activity, challenge, outcome"
    signs = sum(SIGN_OF_A_ROW.fullmatch(name) is not None for name in names)
    signs += any(cells.said(name) in OUTCOMES for name in names)
    # Nobody is asked which column is which here: the answer would make the first ask a heading, and lose it.
    if signs >= SIGNS_OF_A_ROW:
        raise UnreadableFile(f"Line {line} looks like a row of the diary {told}. {needed}; put such a line on top.")
    raise UnknownColumns(
        names, f"Line {line} names no column I know {told}. {needed}; or say which is which with a mapping."
    )
