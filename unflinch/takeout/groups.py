"""Rows kept aside that share the same trouble, so that one word settles all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from unflinch.accounts.models import Person
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.complaints import ALL, DIFFERS, OTHERWISE, Complaint
from unflinch.takeout.forms import CellForm
from unflinch.takeout.identity import keyed
from unflinch.takeout.models import KeptRow

_KEY: Final = 16  # hexadecimal digits
_OUTCOMES: Final = frozenset({"outcome", "reply_later"})


@dataclass(slots=True)
class Alike:
    """Rows with the same cell in the same column, not understood for the same reason."""

    key: str
    complaint: Complaint
    cell: str
    is_outcome: bool
    rows: list[KeptRow] = field(default_factory=list)
    _form: CellForm | None = None

    @property
    def differs(self) -> bool:
        """Whether they were understood, and differ from what is here."""
        return self.complaint.code in (DIFFERS, OTHERWISE)

    @property
    def names_ask(self) -> bool:
        """Whether they name the asks that they differ from."""
        return self.complaint.code == OTHERWISE

    @property
    def has_cell(self) -> bool:
        """Whether one cell is what is in the way."""
        return self.complaint.column != ALL

    @property
    def form(self) -> CellForm:
        """The question about the cell, as it was answered or as it is asked first."""
        return self._form or self.ask(None)

    def ask(self, data: Mapping[str, Any] | None) -> CellForm:
        """Ask about the cell, with these answers."""
        self._form = CellForm(self.cell, data, prefix=self.key, outcome=self.is_outcome, asked=self.has_cell)
        return self._form

    def __str__(self) -> str:
        where = f"“{self.complaint.column}”: " if self.has_cell else ""
        return f"{where}{self.complaint.sentence}."


def in_groups(person: Person, rows: Iterable[KeptRow], said: FileChoices) -> list[Alike]:
    """The rows by what is first in their way, the most frequent first."""
    found: dict[str, Alike] = {}
    for row in rows:
        complaint = row.complaints[0]
        has_cell = complaint.column != ALL
        cell = row.values.get(complaint.column, "") if has_cell else ""
        said_of_it = "" if has_cell or complaint.code in (DIFFERS, OTHERWISE) else complaint.sentence
        trouble = f"{complaint.column}\n{complaint.code}\n{cell}\n{said_of_it}"
        key = keyed(person, f"trouble {trouble}").hex()[:_KEY]
        if key not in found:
            found[key] = Alike(key, complaint, cell, said.columns.get(complaint.column) in _OUTCOMES)
        found[key].rows.append(row)
    return sorted(found.values(), key=lambda one: (-len(one.rows), one.rows[0].line))
