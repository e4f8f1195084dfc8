from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django import forms
from django.forms import BoundField

from unflinch.challenges.vocabulary import Channel
from unflinch.practice.vocabulary import Outcome
from unflinch.shell.forms import FactForm, Form, speak_plainly
from unflinch.takeout.diary.cells import LONGEST_CELL
from unflinch.takeout.diary.choices import DAY_FIRST, LEFT_OUT, MONTH_FIRST, NO_ANSWER_YET, NOTE, FileChoices
from unflinch.takeout.diary.columns import Column, SheetColumns, WordMeaning
from unflinch.takeout.diary.complaints import Complaint, shown_cell
from unflinch.takeout.diary.days import FIRST_YEAR, LAST_YEAR
from unflinch.takeout.diary.decoding import LARGEST
from unflinch.takeout.diary.fields import RATING_FIELDS
from unflinch.takeout.wording import FIELD_GROUPS

_MEGABYTE = 1024 * 1024
_MOST_WORDS: Final = 40  # of one column that are asked about; the rest is kept aside, to be mended
_TOP: Final = 100
_FILLED: Final = frozenset({"date", "week", "day", "activity"})  # what spreadsheets merge
_PLANNED, _ASIDE = "planned", "aside"
_WORDS: Final = (
    (_ASIDE, "I’ll decide row by row"),
    *Outcome.choices,
    (_PLANNED, "no answer yet: planned"),
    (LEFT_OUT, "leave these rows out"),
)


class UploadForm(FactForm):
    """A diary, and the file with the weeks' titles where there is one."""

    diary = forms.FileField(
        label="Your diary",
        help_text="A CSV file from a spreadsheet, or an export of Unflinch.",
        error_messages={
            "required": f"Pick a file, please; at most {LARGEST // _MEGABYTE} MB.",
            "empty": "The file is empty.",
        },
    )
    weeks = forms.FileField(
        label="The weeks’ titles", required=False, allow_empty_file=True, help_text="Columns: week, title, takeaway."
    )


@dataclass(frozen=True, slots=True)
class ColumnPart:
    """What the page asks about one column: what it is; of some, how far they run, what is empty, what words mean."""

    column: Column
    field: BoundField
    more: Sequence[BoundField]


class ChoicesForm(Form):
    """What a person can say about a whole file. All of it is filled in with what was guessed."""

    def __init__(
        self,
        columns: SheetColumns,
        guessed: FileChoices,
        channel: str,
        lines: Mapping[int, str],
        *args: Any,
        yearless: bool,
        **options: Any,
    ) -> None:
        self.columns = columns.each or tuple(
            Column(name, field) for name, field in zip(columns.names, columns.fields, strict=True)
        )
        super().__init__(*args, **options)
        self.fields |= _whole_file(guessed, channel, lines, fields={column.field for column in self.columns})
        if yearless:
            self.fields["year"] = forms.IntegerField(
                label="Which year, if a day has none?", min_value=FIRST_YEAR, max_value=LAST_YEAR,
                initial=guessed.year,
            )  # fmt: skip
        for at, column in enumerate(self.columns):
            self.fields |= {f"{name}_{at}": field for name, field in _about_column(column, guessed)}
        for field in self.fields.values():
            field.required = False  # what is not answered stays as it was
            speak_plainly(field)

    def parts(self) -> Iterator[ColumnPart]:
        """The questions, column by column."""
        for at, column in enumerate(self.columns):
            field, *more = [self[name] for name in self.fields if name.endswith(f"_{at}") and name.count("_") == 1]
            yield ColumnPart(column, field, [*more, *(self[name] for name, _ in _words_of(column, at))])

    def whole(self) -> Iterator[BoundField]:
        """The questions about the file as a whole."""
        return (self[name] for name in ("headings", "order", "year", "runs", "channel") if name in self.fields)

    def said(self, before: FileChoices) -> FileChoices:
        """What was said before, with what is changed now. Another line of headings makes other columns of it."""
        changed = {
            name: self.cleaned_data[name] for name in self.changed_data if self.cleaned_data[name] not in ("", None)
        }
        if "headings" in changed:
            return FileChoices(header_line=int(changed["headings"]), channel=changed.get("channel", before.channel))
        said = replace(
            before,
            date_order=changed.get("order", before.date_order),
            newest_first=changed["runs"] == "newest" if "runs" in changed else before.newest_first,
            channel=changed.get("channel", before.channel),
            year=changed.get("year", before.year),
        )
        for at, column in enumerate(self.columns):
            said = self._of_column(said, column, at, changed)
        return said

    def _of_column(self, said: FileChoices, column: Column, at: int, changed: Mapping[str, Any]) -> FileChoices:
        if f"column_{at}" in changed:
            said = replace(said, columns={**said.columns, column.key: changed[f"column_{at}"]})
        if changed.get(f"top_{at}"):
            said = replace(said, scales={**said.scales, column.key: changed[f"top_{at}"]})
        if f"filled_{at}" in changed:
            others = (said.fill_down or frozenset()) - {column.key}
            said = replace(said, fill_down=others | {column.key} if changed[f"filled_{at}"] else others)
        words = {word.key: changed[name] for name, word in _words_of(column, at) if name in changed}
        if not words:
            return said
        meant = {key: NO_ANSWER_YET if word == _PLANNED else word for key, word in words.items() if word != _ASIDE}
        return replace(said, words={**said.words, column.key: {**said.words.get(column.key, {}), **meant}})


def _whole_file(
    guessed: FileChoices, channel: str, lines: Mapping[int, str], *, fields: set[str | None]
) -> dict[str, forms.Field]:
    """The questions about a file as a whole, as far as it has what they are about."""
    headings = [(str(line), f"Line {line}: {cells}") for line, cells in lines.items()]
    told: dict[str, forms.Field] = {
        "headings": forms.ChoiceField(
            label="Which line holds the headings?", choices=[*headings, ("0", "None: it starts with a row")],
            initial=str(guessed.header_line if guessed.header_line is not None else min(lines, default=1)),
        )
    }  # fmt: skip
    if "date" in fields:
        told["order"] = forms.ChoiceField(
            label="What is 3/4/2026?", initial=guessed.date_order,
            choices=[("", "no date here needs it"), (DAY_FIRST, "the 3rd of April"), (MONTH_FIRST, "the 4th of March")],
        )  # fmt: skip
    told["runs"] = forms.ChoiceField(
        label="Which row is the oldest?", choices=[("oldest", "the top one"), ("newest", "the bottom one")],
        initial="newest" if guessed.newest_first else "oldest",
    )  # fmt: skip
    if "channel" not in fields:
        told["channel"] = forms.ChoiceField(
            label="How did you ask, mostly?", choices=Channel.choices, initial=channel or Channel.IN_PERSON,
            help_text="No column says.",
        )  # fmt: skip
    return told


def _about_column(column: Column, guessed: FileChoices) -> Iterator[tuple[str, forms.Field]]:
    """The questions about one column."""
    yield "column", forms.ChoiceField(label="This is", choices=FIELD_GROUPS, initial=column.field or NOTE)
    if column.field in RATING_FIELDS:
        yield (
            "top",
            forms.IntegerField(
                label="It runs from 0 to", min_value=1, max_value=_TOP, initial=column.top or _TOP, required=False
            ),
        )
    if column.field in _FILLED:
        filled = column.key in (guessed.fill_down or ())
        yield "filled", forms.BooleanField(label="Empty cells belong to the one above", initial=filled)
    for nth, word in enumerate(column.words[:_MOST_WORDS]):
        meant = _ASIDE if word.outcome is None else _PLANNED if word.outcome == NO_ANSWER_YET else word.outcome
        rows = "1 row" if word.count == 1 else f"{word.count} rows"
        label = f"“{word.word}” ({rows}) means" if word.word else f"An empty cell ({rows}) means"
        yield f"word_{nth}", forms.ChoiceField(label=label, choices=_WORDS, initial=meant)


def _words_of(column: Column, at: int) -> Iterator[tuple[str, WordMeaning]]:
    return ((f"word_{nth}_{at}", word) for nth, word in enumerate(column.words[:_MOST_WORDS]))


class ErasureForm(Form):
    """One box, so that no slip of a thumb erases a diary."""

    sure = forms.BooleanField(label="Yes, all of it", error_messages={"required": "Tick the box if you mean it."})


class CellForm(Form):
    """What a cell should say in all rows in which it says this."""

    def __init__(self, cell: str, *args: Any, outcome: bool, asked: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        label = f"{shown_cell(cell)} should say" if cell else "The empty cell should say"
        if asked and outcome:
            choices = [("", "pick one"), *Outcome.choices]
            self.fields["cell"] = forms.ChoiceField(label=label, choices=choices)
        elif asked:
            self.fields["cell"] = forms.CharField(
                label=label, required=False, max_length=LONGEST_CELL, initial=cell[:LONGEST_CELL]
            )
        for field in self.fields.values():
            speak_plainly(field)


class RowForm(Form):
    """The cells of a row that was kept aside, to mend; those that were not understood say why."""

    def __init__(self, values: Mapping[str, str], complaints: Sequence[Complaint], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.names = list(values)
        for at, (name, value) in enumerate(values.items()):
            area = forms.Textarea(attrs={"rows": 1})
            cut = f"The first {LONGEST_CELL:,} of {len(value):,} letters; what’s here comes in."
            self.fields[f"cell_{at}"] = forms.CharField(
                label=name or "(no name)", required=False, max_length=LONGEST_CELL, initial=value[:LONGEST_CELL],
                widget=area, help_text=cut if len(value) > LONGEST_CELL else "",
            )  # fmt: skip
        self.show(complaints)

    def show(self, complaints: Sequence[Complaint]) -> None:
        """Mark the fields that were not understood; the first of them has the focus."""
        told = {one.column: f"{one.sentence}." for one in complaints if one.column in self.names}
        for nth, (name, sentence) in enumerate(told.items()):
            field = self.fields[f"cell_{self.names.index(name)}"]
            field.help_text = f"{sentence} {field.help_text}".strip()
            field.widget.attrs |= {"aria-invalid": "true"} | ({"autofocus": True} if nth == 0 else {})

    def cells(self) -> dict[str, str]:
        """Every cell as it stands now."""
        return {name: self.cleaned_data[f"cell_{at}"] for at, name in enumerate(self.names)}
