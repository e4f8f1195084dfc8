"""Which column is which field: by our names, by everyday names, or by the person's word."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from unflinch.challenges.vocabulary import Channel, Kind
from unflinch.practice.vocabulary import (
    Audience,
    BackAfter,
    Company,
    Degree,
    Feared,
    Feeling,
    Harm,
    Manner,
    NoKind,
    NotAskedReason,
    Rehearsed,
    SafeHabit,
)
from unflinch.takeout.diary import cells
from unflinch.takeout.diary.decoding import UnreadableFile

Reader = Callable[[str], Any]


def words(choices: Any) -> dict[str, str]:
    return {str(code): str(label) for code, label in choices.choices}


FIELDS: Final[Mapping[str, Reader]] = {
    "week": cells.count(cells.MOST_WEEKS, "week"),
    "day": cells.count(cells.MOST_DAYS, "day"),
    "date": cells.day,
    "activity": cells.text,
    "challenge": cells.text,
    "asked_whom": cells.text,
    "setting": cells.text,
    "channel": cells.one_of(words(Channel)),
    "outcome": cells.outcome,
    "reply_later": cells.outcome,
    "manner": cells.one_of(words(Manner)),
    "reason": cells.one_of(words(NotAskedReason)),
    "emotion": cells.text,
    "what_happened": cells.text,
    "kind": cells.one_of(words(Kind)),
    "audience": cells.one_of(words(Audience)),
    "company": cells.one_of(words(Company)),
    "counts": cells.boolean,
    **dict.fromkeys(("no_before", "feared_before", "cost_before", "tension_before", "pull"), cells.rating),
    **dict.fromkeys(("feared_happened", "feared_after", "cost_after", "sting", "surprise", "energy"), cells.rating),
    "feared": cells.text,
    "no_kind": cells.one_of(words(NoKind)),
    "flinched": cells.one_of(words(Degree)),
    "funny": cells.boolean,
    "back_after": cells.one_of(words(BackAfter)),
    "rehearsed": cells.one_of(words(Rehearsed)),
    "safe_habits": cells.SomeOf(words(SafeHabit)),
    "harms": cells.SomeOf(words(Harm)),
    **dict.fromkeys(("fact_line", "kind_line", "lesson", "gained"), cells.text),
    **dict.fromkeys(("yeses", "noes", "maybes", "silences", "not_asked"), cells.number),
}
MOST_COLUMNS: Final = 100
TOTALS: Final = ("yeses", "noes", "maybes", "silences", "not_asked")
FEELINGS: Final = {label: code for code, label in words(Feeling).items()}
FEARS: Final = {label: code for code, label in words(Feared).items() if code != Feared.OWN}

# Everyday names of columns, in small letters with single spaces.
ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "week": ("wk", "week number", "woche", "semana", "semaine"),
    "date": ("when", "on", "datum", "fecha", "asked on", "day date"),
    "day": ("day number", "tag", "attempt day"),
    "activity": ("activity number", "nr", "number", "no.", "#"),
    "challenge": (
        "request",
        "ask",
        "asked",
        "what",
        "title",
        "what i asked",
        "idea",
        "rejection",
        "attempt",
        "question",
        "bitte",
    ),
    "asked_whom": ("who", "whom", "person", "asked who", "asked", "to whom", "wen"),
    "setting": ("where", "place", "location", "wo", "lugar", "ort"),
    "channel": ("how", "medium", "means", "via"),
    "outcome": ("result", "answer", "response", "reply", "accepted or rejected", "ergebnis", "antwort", "resultado"),
    "reply_later": ("later", "later reply", "final answer", "final outcome", "settled"),
    "emotion": ("emotions", "feeling", "feelings", "felt", "mood", "gefühl"),
    "what_happened": ("notes", "story", "what happened?", "description", "details", "comment", "comments", "notiz"),
    "no_before": ("expected no", "likely no", "chance of no", "forecast"),
    "feared": ("fear", "feared thing", "what i feared", "prediction"),
    "feared_before": ("feared likelihood", "fear likelihood"),
    "tension_before": ("tension", "suds", "anxiety", "anxiety before", "nervousness"),
    "lesson": ("lessons", "learned", "lesson learned", "what i learned", "takeaway"),
    "sting": ("hurt", "how much it hurt"),
    "yeses": ("yes count", "number of yeses"),
    "noes": ("no count", "number of noes", "nos", "rejections"),
    "silences": ("no replies", "silent"),
}
NAMED: Final = {
    **{also: field for field, names in ALSO.items() for also in names},
    **{field.replace("_", " "): field for field in FIELDS},
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a file in order: each with its field, or None where it becomes a note."""

    names: tuple[str, ...]
    fields: tuple[str | None, ...]

    def at(self, field: str) -> int | None:
        """Where this field stands, or None."""
        return self.fields.index(field) if field in self.fields else None


class UnknownColumns(UnreadableFile):
    """The first line names no column that we know; a person can say which is which."""

    def __init__(self, names: Sequence[str], sentence: str) -> None:
        super().__init__(sentence)
        self.columns = Columns(tuple(names), (None,) * len(names))


def columns_of(header: Sequence[str], mapping: Mapping[str, str]) -> Columns:
    """The columns of this header. Raises UnreadableFile where they cannot be a diary's, or the mapping not be meant."""
    names = tuple(name.strip("\ufeff \t\r\n") for name in header)
    if len(names) > MOST_COLUMNS:
        raise UnreadableFile(f"Line 1 names {len(names):,} columns, and a diary has at most {MOST_COLUMNS}.")
    told = {plain(column): field for column, field in mapping.items()}
    if unknown := [column for column in mapping if plain(column) not in map(plain, names)]:
        raise UnreadableFile(
            f"There is no column {cells.shown(unknown[0])} in the first line: {', '.join(names)[:200]}"
        )
    if wrong := [field for field in mapping.values() if field not in FIELDS]:
        raise UnreadableFile(f"{cells.shown(wrong[0])} is no field I know. There are: {', '.join(FIELDS)}")
    fields: list[str | None] = []
    for name in names:
        usual = NAMED.get(plain(name))
        field = told.get(plain(name)) or (None if usual in told.values() else usual)
        if field in fields and plain(name) in told:
            raise UnreadableFile(f"Two columns were said to be {field}: only one can be.")
        fields.append(None if field in fields else field)
    refuse_other_files(names, fields)
    return Columns(names, tuple(fields))


def refuse_other_files(names: Sequence[str], fields: Sequence[str | None]) -> None:
    """A diary says what was asked or what came back; a first line that names neither is a row, or another file."""
    if not {"challenge", "outcome", *TOTALS} & set(fields):
        raise UnknownColumns(
            names,
            f"Line 1 names no column I know ({', '.join(names)[:120]}). The first line has to name the columns, such "
            "as week, activity, challenge, outcome; or say which is which with a mapping.",
        )


def plain(name: str) -> str:
    """A column's name as it is compared: small letters, one space, no underscores."""
    return re.sub(r"[\s_]+", " ", name.strip("\ufeff \t\r\n").casefold()).strip()
