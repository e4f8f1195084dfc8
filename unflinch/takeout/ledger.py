"""The ledger of an import: which line became what, and, while it is being saved, what is still to do."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import UUID

from unflinch.takeout.models import Import


@dataclass(frozen=True, slots=True)
class Ledger:
    """`lines` says which line of the file became which ask or total. The others are empty once all is done.

    `adding` are the asks and totals that are being added, `beside` what comes with them and hangs on none of them, by
    table. `leaving` are the asks and totals of an earlier try that go, each with the one that takes its place;
    `dropping` its rows kept aside that go. `is_new` says that the import was not here before.
    """

    lines: Mapping[int, UUID] = field(default_factory=dict)
    adding: Sequence[UUID] = ()
    beside: Mapping[str, Sequence[UUID]] = field(default_factory=dict)
    leaving: Mapping[UUID, UUID | None] = field(default_factory=dict)
    dropping: Sequence[UUID] = ()
    is_new: bool = False

    @classmethod
    def of(cls, batch: Import | None) -> Self:
        """The ledger of this import; an empty one where there is no import."""
        told: dict[str, Any] = json.loads(str(batch.ledger or "{}") if batch else "{}")
        return cls(
            lines={int(line): UUID(id) for line, id in told.get("lines", {}).items()},
            adding=[UUID(id) for id in told.get("adding", ())],
            beside={table: [UUID(id) for id in ids] for table, ids in told.get("beside", {}).items()},
            leaving={UUID(old): UUID(new) if new else None for old, new in told.get("leaving", {}).items()},
            dropping=[UUID(id) for id in told.get("dropping", ())],
            is_new=told.get("is_new", False),
        )

    def to_json(self) -> str:
        """As text; `of` reads it back."""
        told = {
            "lines": {str(line): id.hex for line, id in self.lines.items()},
            "adding": [id.hex for id in self.adding],
            "beside": {table: [id.hex for id in ids] for table, ids in self.beside.items()},
            "leaving": {old.hex: new.hex if new else None for old, new in self.leaving.items()},
            "dropping": [id.hex for id in self.dropping],
            "is_new": self.is_new,
        }
        return json.dumps(told, separators=(",", ":"))
