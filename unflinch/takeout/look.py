"""A file as its page shows it before anything is saved: what is taken for what, and what would come of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from unflinch.challenges.vocabulary import Channel
from unflinch.takeout.bringing_in import batch_of
from unflinch.takeout.channels import channel_of
from unflinch.takeout.comparing import Comparison, compare
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.columns import Column, SheetColumns, UnknownColumns
from unflinch.takeout.diary.complaints import Complaint
from unflinch.takeout.diary.days import Order
from unflinch.takeout.diary.decoding import decode
from unflinch.takeout.diary.lines import sheet_lines
from unflinch.takeout.diary.profiles import date_told
from unflinch.takeout.diary.rows import Diary, DiaryRow, read_diary
from unflinch.takeout.diary.weeks import Weeks, read_weeks
from unflinch.takeout.forms import ChoicesForm
from unflinch.takeout.models import Upload
from unflinch.takeout.wording import MEANINGS, words_for

_SHOWN: Final = 20
_LINES_SHOWN: Final = 8  # headings stand near the top
_ON_TOP: Final = frozenset({"year_above", "year_slip", "words_beside"})  # guesses that a person sees first
_A_FEW: Final = 8  # words that are named in one sentence
_LONGEST_LINE: Final = 60  # letters


@dataclass(frozen=True, slots=True)
class _Look:
    """What the page says of a file. Without a diary `puzzle` says which columns are missing."""

    diary: Diary | None
    columns: SheetColumns
    puzzle: str
    weeks: Weeks | None
    compared: Comparison | None
    lines: Mapping[int, str]
    channel: str

    def form(self, data: Any = None) -> ChoicesForm:
        """The questions about the file, filled in with what was guessed."""
        guessed = self.diary.choices if self.diary else FileChoices()
        return ChoicesForm(self.columns, guessed, self.channel, self.lines, data, yearless=self.yearless)

    @property
    def yearless(self) -> bool:
        """Whether any day is written without its year."""
        column = self.columns.of("date")
        if column is None or self.diary is None:
            return False
        cells = [row.cells.get(column.key, "") for row in self.diary.rows]
        cells += [row.cells.get(column.key, "") for row in self.diary.aside]
        return any(date_told(cell, Order()) == "some" for cell in cells)

    @property
    def ready(self) -> int:
        """How many rows would come in."""
        return len(self.compared.fresh) if self.compared else 0

    @property
    def is_unclear(self) -> bool:
        """Whether no row of it is understood, so that the columns had better be looked at first."""
        return self.compared is None or not (self.ready or self.compared.known or self.compared.differing)

    @property
    def channel_words(self) -> str:
        """How it was asked, where no column says so."""
        asked = any(not row.is_total for row in self.rows) and self.columns.at("channel") is None
        return str(Channel(self.channel or Channel.IN_PERSON).label) if asked else ""

    @property
    def planned(self) -> int:
        """How many rows have no answer yet."""
        return sum(not row.values.get("outcome") and not row.is_total for row in self.rows)

    @property
    def rows(self) -> Sequence[DiaryRow]:
        return self.diary.rows if self.diary else ()

    @property
    def used(self) -> list[tuple[Column, str]]:
        """The columns that are fields, each with what the page calls it."""
        return [(column, words_for(column.field)) for column in self.columns.each if column.used]

    @property
    def unused(self) -> list[str]:
        """The headings of the columns that are none."""
        return [column.key for column in self.columns.each if not column.used]

    @property
    def doubts(self) -> list[str]:
        """What was guessed about whole columns and their words, and is worth a look before anything is taken."""
        unsure = [column for column in self.columns.each if column.used and not column.certain]
        told = [f"“{one.key}” is taken for {words_for(one.field)}{f': {one.why}' if one.why else ''}" for one in unsure]
        every = [word for column in self.columns.each for word in column.words]
        words = [word for word in every if word.outcome is not None and not word.certain and not word.said]
        meant = ", ".join(f"“{word.word}” for {MEANINGS.get(str(word.outcome), '')}" for word in words[:_A_FEW])
        read = [str(guess) for guess in self.said if guess.code in _ON_TOP][:_A_FEW]
        others = f", and {len(words) - _A_FEW} more, below" if len(words) > _A_FEW else ""
        return [*told, *([f"We take {meant}{others}"] if meant else []), *read]

    @property
    def said(self) -> list[Complaint]:
        """Every other guess, and what was not taken of the weeks."""
        guesses = self.diary.guesses if self.diary else ()
        return [*guesses, *(self.weeks.complaints if self.weeks else ())]


def look_at(upload: Upload, *, at: datetime) -> _Look:
    """Read the file by what was said of it, and lay it beside what is here. Saves nothing."""
    weeks = read_weeks(upload.titles) if upload.titles else None
    lines = _first_lines(upload.diary)
    try:
        diary = read_diary(upload.diary, upload.said, today=upload.person.day_of(at))
    except UnknownColumns as unknown:
        return _Look(None, unknown.columns, str(unknown), weeks, None, lines, "")
    compared = compare(upload.person, diary, batch=batch_of(upload.person, upload.diary), at=at)
    return _Look(diary, diary.columns, "", weeks, compared, lines, channel_of(diary))


def diary_of(upload: Upload, *, at: datetime) -> Diary | None:
    """The diary as it reads now; None where it is not known yet which column is which."""
    try:
        return read_diary(upload.diary, upload.said, today=upload.person.day_of(at))
    except UnknownColumns:
        return None


def agreed(data: bytes, choices: FileChoices) -> FileChoices:
    """These choices, where the file can be read by them. Raises UnreadableFile otherwise."""
    try:
        read_diary(data, choices)
    except UnknownColumns:
        if choices.columns:
            raise
    return choices


def _first_lines(data: bytes) -> dict[int, str]:
    """The first lines of a file, in short, by the number that an editor shows."""
    told: dict[int, str] = {}
    for line in sheet_lines(decode(data).text):
        words = ", ".join(cell.strip() for cell in line.cells if cell.strip())
        told[line.number] = f"{words[:_LONGEST_LINE]}…" if len(words) > _LONGEST_LINE else words
        if len(told) == _LINES_SHOWN:
            break
    return told
