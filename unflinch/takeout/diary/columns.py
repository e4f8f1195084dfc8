"""Which column is which field: by the person's word, by our names, by everyday names, by the cells."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from unflinch.takeout.diary.answers import Answers, WordMeaning, word_meanings
from unflinch.takeout.diary.choices import LEFT_OUT, NOTE, FileChoices
from unflinch.takeout.diary.complaints import shown_cell
from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.fields import FEARS, FEELINGS, FIELDS, RATING_FIELDS, TOTALS
from unflinch.takeout.diary.headings import HIGHEST_SCALE, plain_heading
from unflinch.takeout.diary.placing import NO_OTHER, Placing, usual_names
from unflinch.takeout.diary.profiles import (
    profile_of,
    scale_of,
)
from unflinch.takeout.diary.table import SheetTable, compared, tidy

__all__ = [
    "FEARS",
    "FEELINGS",
    "FIELDS",
    "LEFT_OUT",
    "NOTE",
    "Column",
    "SheetColumns",
    "UnknownColumns",
    "WordMeaning",
    "columns_of",
]

_A_FEW: Final = 120  # letters of the first line, in a sentence
_SAMPLES: Final = 3
_A_SENTENCE: Final = 5  # words
_LONGEST_SAMPLE: Final = 200  # letters
_WEAK: Final = frozenset({"name", "title", "titel", "titre", "titulo", "task", "position"})  # any table has them
_DATING: Final = frozenset({"date", "week", "day"})
ANSWERS: Final = ("outcome", "reply_later")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file, as it's shown to a person before anything is taken."""

    key: str  # its name, once in the file
    field: str | None = None  # a name of FIELDS; None where it goes to the notes; LEFT where it doesn't come in
    samples: tuple[str, ...] = ()  # up to three different cells, as they're typed
    why: str = ""  # a sentence without its end, where it's worth one
    certain: bool = True  # False: guessed from the heading or the cells
    top: int | None = None  # of a rating: the end of its scale; 0: numbers without their scale go to the notes
    words: tuple[WordMeaning, ...] = ()  # of an outcome: its different words, the most frequent first

    @property
    def used(self) -> bool:
        """Whether it's a field, and not a note or left out."""
        return self.field is not None and self.field != LEFT_OUT

    @property
    def answers(self) -> Answers:
        """What reads this column's answers."""
        by_person = {word.key: word.outcome for word in self.words if word.said}
        return Answers.of(self.key, by_person, {word.key: word.outcome for word in self.words if word.near})


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The columns of a file in order, each with its field; no key comes twice."""

    each: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The key of every column."""
        return tuple(column.key for column in self.each)

    @property
    def fields(self) -> tuple[str | None, ...]:
        """The field of every column: None where it becomes a note, or `left`."""
        return tuple(column.field for column in self.each)

    def of(self, field_name: str) -> Column | None:
        """The column that is this field, or None."""
        return next((column for column in self.each if column.field == field_name), None)

    def at(self, field_name: str) -> int | None:
        """Where this field stands, or None."""
        return next((at for at, column in enumerate(self.each) if column.field == field_name), None)

    def unused(self) -> list[Column]:
        """Those that go to the notes."""
        return [column for column in self.each if column.field is None]


class UnknownColumns(UnreadableFile):
    """No column says what was asked or what came back; a person can say which is which."""

    def __init__(self, columns: SheetColumns, sentence: str) -> None:
        super().__init__(sentence)
        self.columns = columns


def columns_of(table: SheetTable, choices: FileChoices) -> SheetColumns:
    """The columns of this table. Raises UnreadableFile where they cannot be a diary's, or the choices not be meant."""
    told = _told_by(table.names, choices.columns)
    profiles = [profile_of(table.column(at)) for at in range(len(table.names))]
    placing = Placing(table.names, profiles, told, left=table.joined)
    placing.place(table.joined_as)
    each = [_shown_to_a_person(table, placing, choices, at) for at in range(len(table.names))]
    columns = SheetColumns(tuple(each))
    placed = set(placing.places)
    title = placing.places.get("challenge", -1)
    weak = title >= 0 and (plain_heading(table.names[title]) in _WEAK or placing.why.get(title) == NO_OTHER)
    if not {"outcome", *TOTALS} & placed and ("challenge" not in placed or (weak and not _DATING & placed)):
        _refuse(columns, table)
    return columns


def _told_by(names: Sequence[str], mapping: Mapping[str, str]) -> dict[int, str]:
    """What a person said of each column, by its place. Raises UnreadableFile for what can't be meant."""
    keys = {compared(name): at for at, name in enumerate(names)}
    if unknown := [column for column in mapping if compared(tidy(column)) not in keys]:
        raise UnreadableFile(
            f"There is no column {shown_cell(unknown[0])} in the file. There are: {', '.join(names)[:_A_FEW]}."
        )
    told = {keys[compared(tidy(column))]: field_name for column, field_name in mapping.items() if field_name}
    fields = [field_name for field_name in told.values() if field_name not in (NOTE, LEFT_OUT)]
    if wrong := [field_name for field_name in fields if field_name not in FIELDS]:
        raise UnreadableFile(
            f"{shown_cell(wrong[0])} isn’t a field we know. There are: {NOTE}, {LEFT_OUT}, {', '.join(FIELDS)}."
        )
    if twice := [field_name for field_name, count in Counter(fields).items() if count > 1]:
        raise UnreadableFile(f"Two columns were said to be {twice[0]}: only one can be.")
    return told


def _shown_to_a_person(table: SheetTable, placing: Placing, choices: FileChoices, at: int) -> Column:
    """This column with all that a person should see of it."""
    name, cells = table.names[at], table.column(at)
    fields = {place: field_name for field_name, place in placing.places.items()}
    column = Column(name, fields.get(at, LEFT_OUT if placing.told.get(at) == LEFT_OUT else None), _samples_of(cells))
    if name in table.joined and at not in placing.told:
        return replace(column, field=LEFT_OUT, why="its ticks are in the column that joins them", certain=False)
    guessed = placing.why.get(at, "")
    column = replace(column, why=guessed, certain=not guessed)
    if column.field in RATING_FIELDS:
        return _with_scale(column, cells, choices)
    if column.field in ANSWERS:
        told = _choice_for(choices.words, name) or {}
        return replace(column, words=word_meanings(name, cells, told))
    return (
        column if column.used or column.field == LEFT_OUT else replace(column, why=_rival(placing, table.names, name))
    )


def _with_scale(column: Column, cells: Sequence[str], choices: FileChoices) -> Column:
    said_top = _choice_for(choices.scales, column.key)
    if said_top is not None:
        return replace(column, top=min(HIGHEST_SCALE, max(0, said_top)))
    scale = scale_of(column.key, cells)
    why = "; ".join(filter(None, (column.why, scale.why)))
    return replace(column, top=scale.top, why=why, certain=column.certain and scale.certain)


def _choice_for(told: Mapping[str, _Value], name: str) -> _Value | None:
    """What a person said of the column with this key."""
    return next((value for key, value in told.items() if compared(tidy(key)) == compared(name)), None)


def _rival(placing: Placing, names: Sequence[str], name: str) -> str:
    """Which column is what this one could have been."""
    other = next((placing.places[one] for one in usual_names(name) if one in placing.places), None)
    return "" if other is None else f"it means the same as {shown_cell(names[other])}, which is taken"


def _samples_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Three different cells, as they're typed."""
    found: dict[str, None] = {}
    for cell in cells:
        if cell.strip():
            found[cell[:_LONGEST_SAMPLE].strip()] = None
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def _refuse(columns: SheetColumns, table: SheetTable) -> None:
    """A diary says what was asked or what came back."""
    told = f"({', '.join(columns.names)[:_A_FEW]})"
    line = table.header_line or 1
    needed = "The headings have to name the columns, such as week, activity, challenge, outcome"
    if _is_prose(columns, table):
        raise UnreadableFile("This looks like plain text, and not like a table. Save your diary as CSV, please.")
    if _sideways(table):
        raise UnreadableFile(f"This table runs sideways {told}: turn its rows into columns, and bring that in.")
    raise UnknownColumns(
        columns, f"Line {line} names no column we know {told}. {needed}; or say which is which with a mapping."
    )


def _is_prose(columns: SheetColumns, table: SheetTable) -> bool:
    """Whether every line is one cell of many words."""
    first = columns.names[0] if len(columns.names) == 1 else ""
    lines = [first, *(cell for line in table.rows for cell in line.cells)]
    return bool(first) and sum(len(line.split()) for line in lines) > _A_SENTENCE * len(lines)


def _sideways(table: SheetTable) -> bool:
    """Whether the headings stand in the first column."""
    first = [line.cells[0] for line in table.rows if line.cells and line.cells[0].strip()]
    fields = {name for cell in first for name in usual_names(cell)}
    return {"outcome", "challenge"} <= fields and len(first) <= _SAMPLES * _SAMPLES
