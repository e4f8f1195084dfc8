"""What the cells of one row mean together: nothing that a row says may fall between two fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any, Final

from unflinch.challenges.catalogue import slug_titled
from unflinch.practice.vocabulary import Manner, Outcome
from unflinch.practice.warm_ups import as_done
from unflinch.takeout.diary.columns import SheetColumns
from unflinch.takeout.diary.complaints import Complaint, Mend, shown_cell
from unflinch.takeout.diary.days import When, midnight_is_a_day
from unflinch.takeout.diary.fields import REASONS, TOTALS
from unflinch.takeout.diary.folding import tidy_cell
from unflinch.takeout.diary.outcomes import OutcomeWords

_PLACE: Final = frozenset({"ask_id", "week", "day", "activity", *TOTALS})  # what a total keeps as it is
_ENOUGH: Final = ("ask_id", "challenge", "outcome", "what_happened", *TOTALS)  # one of these makes a row
_FORMULA: Final = "="
_LONGEST_TITLE: Final = 120  # letters, as the pages take them


@dataclass(slots=True)
class Meaning:
    """One row being understood: its fields, its notes, what it dates, and what has to be said of it."""

    line: int
    columns: SheetColumns
    cells: Mapping[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    when: When = field(default_factory=When)
    complaints: list[Complaint] = field(default_factory=list)
    guesses: list[Complaint] = field(default_factory=list)

    def complain(self, field_name: str, mend: Mend) -> None:
        """Say that this field, or the row by `ALL`, was not understood."""
        self.complaints.append(self.about(field_name, str(mend), mend.code))

    def not_understood(self, name: str, mend: Mend) -> None:
        """Say that the cell of the column with this name was not understood."""
        self.complaints.append(Complaint(self.line, name, str(mend), mend.code, shown_cell(self.cells[name])))

    def guess(self, field_name: str, sentence: str, code: str) -> None:
        """Say what was taken for what."""
        self.guesses.append(self.about(field_name, sentence, code))

    def about(self, field_name: str, sentence: str, code: str) -> Complaint:
        """A sentence about the column of this field, by the field's own name where the file has no such column."""
        at = self.columns.at(field_name)
        name = field_name if at is None else self.columns.names[at]
        return Complaint(self.line, name, sentence, code, shown_cell(self.cells.get(name, "")))

    def cell(self, field_name: str) -> str:
        """The cell of this field as it was typed; empty where the file has no such column."""
        at = self.columns.at(field_name)
        return "" if at is None else self.cells.get(self.columns.names[at], "")

    def move_to_notes(self, field_name: str) -> None:
        """Keep this cell as a note: it has no place as a field in this row."""
        at = self.columns.at(field_name)
        if self.values.pop(field_name, None) not in (None, "") and at is not None:
            self.notes[self.columns.names[at]] = self.cell(field_name).strip()


def settle(meaning: Meaning) -> None:
    """Bring the fields of a row into line with each other."""
    _place_title(meaning)
    _place_time(meaning)
    _place_answers(meaning)
    _place_reason(meaning)
    if meaning.when.day is None:
        meaning.move_to_notes("energy")  # a tank is that of a day
    if not meaning.values.get("outcome"):
        _place_total(meaning)
    elif any(meaning.values.get(name) for name in TOTALS):
        for name in TOTALS:
            meaning.move_to_notes(name)
    _look_for_formulas(meaning)
    if not meaning.complaints and not any(meaning.values.get(name) for name in _ENOUGH):
        meaning.complain("challenge", Mend("the row says neither what was asked nor what came back", "incomplete"))


def _place_title(meaning: Meaning) -> None:
    """A title is one line of a length that the pages hold; a longer one is whole in what happened."""
    title = meaning.values.get("challenge") or ""
    first, *rest = title.splitlines() or [""]
    if not rest and len(title) <= _LONGEST_TITLE:
        return
    short = (
        first.strip() if len(first.strip()) <= _LONGEST_TITLE else f"{first[: _LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…"
    )
    happened = meaning.values.get("what_happened") or ""
    meaning.values |= {"challenge": short, "what_happened": "\n".join(filter(None, (title, happened)))}


def _place_time(meaning: Meaning) -> None:
    """A time belongs to the day beside it; without a day, or beside a moment, it is a note."""
    told: time | None = meaning.values.get("time")
    day = meaning.when.day
    if told is None or day is None or meaning.when.moment is not None:
        meaning.move_to_notes("time")
        return
    del meaning.values["time"]
    meaning.when = When(day, midnight_is_a_day(datetime.combine(day, told)))


def _place_answers(meaning: Meaning) -> None:
    """The first answer, the one that came later, and how the last of them was more than its word."""
    told = meaning.values.pop("outcome", OutcomeWords()), meaning.values.pop("reply_later", OutcomeWords())
    first, later = _in_order(meaning, *told)
    own = meaning.values.get("manner") or meaning.values.get("later_manner")
    for column, answer in zip(("outcome", "reply_later"), told, strict=True):
        if answer.manner and not own:
            came = f"{first.outcome}, later {later.outcome}" if later.outcome else first.outcome
            words = shown_cell(meaning.cell(column))
            meaning.guess(column, f"{words} is taken as {came} ({Manner(answer.manner).label})", "manner")
    meaning.values |= {"outcome": first.outcome, "reply_later": later.outcome}
    if not first.outcome:
        meaning.move_to_notes("manner")
    if not later.outcome:
        meaning.move_to_notes("later_manner")
    _place_manners(meaning, first, later)
    values = meaning.values
    if not (values["reply_later"] or values["manner"]):
        values["outcome"] = as_done(slug_titled(values.get("challenge") or ""), values["outcome"])


def _place_manners(meaning: Meaning, first: OutcomeWords, later: OutcomeWords) -> None:
    """Each answer's own; one column for both is the last answer's, save that a counter-offer is never the last."""
    own, last = meaning.values.get("manner") or "", meaning.values.get("later_manner") or ""
    both = meaning.columns.of("later_manner") is None
    if both and later.outcome and own != Manner.COUNTER_OFFER:
        own, last = "", own
    meaning.values |= {"manner": own or first.manner, "later_manner": last or later.manner}


def _in_order(meaning: Meaning, first: OutcomeWords, later: OutcomeWords) -> tuple[OutcomeWords, OutcomeWords]:
    """The first answer and the later one, where a cell of one column means the other, too."""
    if later.outcome == Outcome.NO_REPLY:
        # The end of a silence is reckoned from its length, so nobody has to write it.
        words = shown_cell(meaning.cell("reply_later"))
        meaning.guess("reply_later", f"{words} is taken as no later reply", "no_later_reply")
        later = OutcomeWords()
    if first.later and not later.outcome:
        return first, OutcomeWords(first.later)
    if later.outcome and Outcome.NOT_ASKED in (first.outcome, later.outcome):
        meaning.complain("reply_later", Mend("a reply came later, and yet nothing was asked", "not_asked"))
    if later.outcome and not first.outcome:
        meaning.guess("reply_later", "there is no first outcome, so this one is taken for it", "only_later")
        return later, OutcomeWords()
    if first.manner == Manner.TAKEN_BACK and not later.outcome:
        return OutcomeWords(Outcome.YES), first
    return first, later


def _place_reason(meaning: Meaning) -> None:
    """Why it was not asked, where it was not and the words are of our list; any other reason is a note."""
    code = REASONS.get(tidy_cell(meaning.values.get("reason") or ""))
    if code is not None and meaning.values["outcome"] == Outcome.NOT_ASKED:
        meaning.values["reason"] = code
    else:
        meaning.move_to_notes("reason")


def _place_total(meaning: Meaning) -> None:
    """Counts without an outcome are a total, and everything else that the row says are its words; or it is a plan."""
    values = meaning.values
    if any(values.get(name) for name in TOTALS):
        words = list(_words_of_total(meaning))
        meaning.values = {name: value for name, value in values.items() if name in _PLACE} | {
            "what_happened": "\n".join(words)
        }
        meaning.notes = {}
        if values.get("challenge"):
            meaning.guess("challenge", "counts and no outcome: the row is taken as a total", "total")
    elif values.get("challenge") and meaning.columns.of("outcome") is not None:
        meaning.guess("outcome", "no outcome yet: it is kept as planned", "planned")


def _words_of_total(meaning: Meaning) -> Iterator[str]:
    """What a total says beside its numbers: what was asked and what happened as they are, the rest with its column."""
    yield from (meaning.values[name] for name in ("challenge", "what_happened") if meaning.values.get(name))
    known = {*_PLACE, "challenge", "what_happened", "date", "time"}
    for name, field_name in zip(meaning.columns.names, meaning.columns.fields, strict=True):
        if meaning.values.get(field_name or "") not in (None, "", []) and field_name not in known:
            yield f"{name}: {meaning.cells[name].strip()}"
    yield from (f"{name}: {words}" for name, words in meaning.notes.items())


def _look_for_formulas(meaning: Meaning) -> None:
    for name, cell in meaning.cells.items():
        if cell.lstrip().startswith(_FORMULA):
            sentence = "it starts as a formula does; it is kept as words, and nothing runs it"
            meaning.guesses.append(Complaint(meaning.line, name, sentence, "formula", shown_cell(cell)))
