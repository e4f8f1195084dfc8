"""What a person says about a whole file; everything left unsaid is guessed from the cells."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Self

NOTE: Final = "note"  # said of a column that is no field and goes to the notes
LEFT_OUT: Final = "left"  # said of a column that doesn't come in, or of a word whose rows don't
DAY_FIRST: Final = "day first"
MONTH_FIRST: Final = "month first"
NO_ANSWER_YET: Final = ""  # said of a word: nothing came back yet, the ask is planned


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChoices:
    """What a person said about a whole file.

    A column's key is its name as `Diary.columns` gives it; `words` compares cells as `folding.said` folds them.
    `Diary.choices` holds these with everything that was guessed filled in: reading the file by them gives the same
    rows, and `read_row` reads one mended row by them as if it stood in the file.
    """

    columns: Mapping[str, str] = field(default_factory=dict)  # column key -> a name of FIELDS, NOTE or LEFT
    header_line: int | None = None  # the line with the headings, as an editor counts; 0: the file has none
    date_order: str = ""  # DAY_FIRST, MONTH_FIRST, or empty
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    # column key -> {a cell's words -> an outcome's code, NONE_YET or LEFT}
    scales: Mapping[str, int] = field(default_factory=dict)  # column key -> the top of its scale, 1 to 100
    fill_down: frozenset[str] | None = None  # keys of columns whose empty cells belong to the filled one above
    newest_first: bool | None = None  # which way the file runs
    year: int | None = None  # the year of days that are written without one
    channel: str = ""  # how it was asked, where no column says so: a code of `Channel`

    def to_json(self) -> str:
        """As text; `from_json` reads it back. The order of the columns is kept."""
        content = asdict(self) | {"fill_down": None if self.fill_down is None else sorted(self.fill_down)}
        return json.dumps(content, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """What `to_json` wrote; nothing said for an empty text."""
        content: dict[str, Any] = json.loads(text or "{}")
        filled = content.get("fill_down")
        return cls(**content | {"fill_down": None if filled is None else frozenset(filled)})
