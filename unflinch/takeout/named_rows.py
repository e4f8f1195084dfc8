"""Rows of a sheet that name their ask or total by its id: what they say otherwise than what is here."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from unflinch.accounts.models import Person
from unflinch.challenges.vocabulary import Channel, Kind
from unflinch.practice.vocabulary import Audience, Company
from unflinch.takeout.arrivals import id_batches
from unflinch.takeout.as_sheet import COLUMNS, sheet_rows
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.columns import SheetColumns
from unflinch.takeout.diary.complaints import shown_cell
from unflinch.takeout.diary.fields import RATING_FIELDS, TOTALS
from unflinch.takeout.diary.rows import DiaryRow, read_row
from unflinch.takeout.diary.scales import HIGHEST_RATING
from unflinch.takeout.wording import words_for

NOTES: Final = "other_notes"
_NAME: Final = "ask_id"
# The id says which ask it is, and an activity is a number that each sheet counts anew.
_NOT_COMPARED: Final = frozenset({_NAME, "activity", NOTES, "date", "time"})
# What an ask is where a row leaves its cell empty.
_USUAL: Final[Mapping[str, Any]] = {
    "channel": Channel.IN_PERSON, "kind": Kind.ASK, "audience": Audience.ONE, "company": Company.ALONE, "counts": True
}  # fmt: skip
_NOTHING: Final[tuple[Any, ...]] = (None, "", [])
_SHOWN: Final = 3  # differences that one sentence names in full
_AS_WRITTEN: Final = FileChoices(
    columns={name: name for name in COLUMNS},
    scales=dict.fromkeys(RATING_FIELDS, HIGHEST_RATING),
    newest_first=False,
    fill_down=frozenset(),
)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What a row says otherwise than the ask or total of this id: the fields, each with its cell here and there."""

    id: UUID
    fields: Mapping[str, tuple[str, str]]

    def __str__(self) -> str:
        """As a sentence without its end."""
        told = [_in_words(name, *cells) for name, cells in list(self.fields.items())[:_SHOWN]]
        more = len(self.fields) - len(told)
        rest = f"; and {more} more" if more else ""
        return f"It’s here already and says something else: {'; '.join(told)}{rest}"


def own_id(row: DiaryRow) -> UUID | None:
    """The id of the ask or total that a row of an export names."""
    with suppress(ValueError):
        return UUID(row.values.get(_NAME) or "none")
    return None


def said_otherwise(
    person: Person, columns: SheetColumns, named: Sequence[tuple[DiaryRow, UUID]]
) -> dict[int, Otherwise]:
    """By their lines, the rows that say something else than the asks and totals here that they name.

    A field that the file has no column for is none that differs.
    """
    found: dict[int, Otherwise] = {}
    by_id: dict[UUID, list[DiaryRow]] = {}
    for row, id in named:
        by_id.setdefault(id, []).append(row)
    for ids in id_batches(list(by_id)):
        for cells in sheet_rows(person, ids):
            id = UUID(cells[_NAME])
            told = ((row.line, _differences(columns, row, cells)) for row in by_id[id])
            found |= {line: Otherwise(id, fields) for line, fields in told if fields}
    return found


def otherwise_than(columns: SheetColumns, row: DiaryRow, other: DiaryRow, id: UUID) -> Otherwise | None:
    """What a row says otherwise than another of its file that names the same ask; None where both say the same."""
    fields = [column for column in columns.each if column.used]
    cells = {str(column.field): other.cells.get(column.key, "") for column in fields}
    differing = _compared(columns, row, _told_by(other), cells)
    return Otherwise(id, differing) if differing else None


def _differences(columns: SheetColumns, row: DiaryRow, here: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The fields in which this row differs from the row that the sheet has of the same ask now."""
    known = {column.field: column.key for column in columns.each if column.used and column.field in here}
    compared = [(row.cells.get(key, ""), here[str(name)]) for name, key in known.items() if name != "activity"]
    if not row.notes and not row.given and all(there.strip() == cell.strip() for there, cell in compared):
        return {}
    cells = {str(name): here[str(name)] for name in known} | {NOTES: here[NOTES]}
    return _compared(columns, row, _told_here(cells), cells)


def _told_here(cells: Mapping[str, str]) -> dict[str, Any]:
    """What these cells of our own sheet say, read by the reader that reads the file."""
    read = read_row(_AS_WRITTEN, cells, 1)
    return _told_by(read.rows[0]) if read.rows else dict(cells)


def _compared(
    columns: SheetColumns, row: DiaryRow, here: Mapping[str, Any], cells: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    there = _told_by(row)
    found = {}
    for column in columns.each:
        name = column.field
        if name is not None and column.used and name not in (_NAME, "activity", NOTES):
            one, other = (told.get(name, _USUAL.get(name)) for told in (here, there))
            # What was in the tank belongs to a day and stands in all of its rows: an emptied cell takes it from none.
            if one != other and not (name == "energy" and other is None):
                found[name] = cells.get(name, ""), row.cells.get(column.key, "")
    notes = [note for note in there[NOTES] if note not in here.get(NOTES, ())]
    return found | ({NOTES: ("", "; ".join(notes))} if notes else {})


def _told_by(row: DiaryRow) -> dict[str, Any]:
    """What a row says, field by field, however its cells are written; its notes are a list of lines."""
    told = {name: _plain(value) for name, value in row.values.items() if name not in _NOT_COMPARED}
    told = {name: value for name, value in told.items() if value not in _NOTHING and (value or name not in TOTALS)}
    told |= {"date": row.day or row.coarse} if row.day or row.coarse else {}
    told |= {"time": row.moment.strftime("%H:%M")} if row.moment else {}
    notes = [row.values.get(NOTES) or "", *(f"{name}: {words}" for name, words in row.notes.items())]
    return told | {NOTES: [line for note in notes for line in note.splitlines()]}


def _plain(value: Any) -> Any:
    """A text with line ends of one kind, whichever program wrote them."""
    return "\n".join(value.splitlines()) if isinstance(value, str) else value


def _in_words(name: str, here: str, there: str) -> str:
    """A difference: what you learned, “Smile” here, “Ask first” in the file."""
    said = [f"{shown_cell(cell)} {where}" for cell, where in ((here, "here"), (there, "in the file")) if cell.strip()]
    empty = "" if here.strip() and there.strip() else f", {'nothing in the file' if here.strip() else 'nothing here'}"
    return f"{words_for(name)}: {', '.join(said)}{empty}"
