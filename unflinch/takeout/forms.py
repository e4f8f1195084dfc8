from typing import Any

from django import forms

from unflinch.shell.forms import FactForm, Form
from unflinch.takeout.diary.cells import LONGEST_CELL
from unflinch.takeout.diary.columns import FIELDS, LEFT, NOTE, Columns
from unflinch.takeout.diary.decoding import LARGEST

MEGABYTE = 1024 * 1024
NO_FIELD = ((NOTE, "keep it as a note"), (LEFT, "leave it out"))


class UploadForm(FactForm):
    """A diary, and the file with the weeks' titles where there is one."""

    diary = forms.FileField(
        label="Your diary",
        help_text="A CSV file from a spreadsheet, or an export of Unflinch.",
        error_messages={
            "required": f"Pick a file, please; at most {LARGEST // MEGABYTE} MB.",
            "empty": "The file is empty.",
        },
    )
    weeks = forms.FileField(
        label="The weeks’ titles", required=False, allow_empty_file=True, help_text="Columns: week, title, takeaway."
    )


class ColumnsForm(Form):
    """Which column is which field."""

    def __init__(self, columns: Columns, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [*NO_FIELD, *((field, field.replace("_", " ")) for field in FIELDS)]
        for at, (name, field) in enumerate(zip(columns.names, columns.fields, strict=True)):
            self.fields[f"column_{at}"] = forms.ChoiceField(
                label=name or f"Column {at + 1}", choices=choices, initial=field or NOTE
            )
        self.columns = columns

    def mapping(self) -> dict[str, str]:
        """What the person said of every column."""
        return {name: self.cleaned_data[f"column_{at}"] for at, name in enumerate(self.columns.names)}


class ErasureForm(Form):
    """One box, so that no slip of a thumb erases a diary."""

    sure = forms.BooleanField(label="Yes, all of it", error_messages={"required": "Tick the box if you mean it."})


class RowForm(Form):
    """The cells of a row that was kept aside, to mend."""

    def __init__(self, values: dict[str, str], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for at, (name, value) in enumerate(values.items()):
            area = forms.Textarea(attrs={"rows": 1})
            cut = f"The first {LONGEST_CELL:,} of {len(value):,} letters; what stands here comes in."
            self.fields[f"cell_{at}"] = forms.CharField(
                label=name or "(no name)", required=False, max_length=LONGEST_CELL, initial=value[:LONGEST_CELL],
                widget=area, help_text=cut if len(value) > LONGEST_CELL else "",
            )  # fmt: skip
        self.names = list(values)

    def cells(self) -> dict[str, str]:
        """Every cell as it stands now."""
        return {name: self.cleaned_data[f"cell_{at}"] for at, name in enumerate(self.names)}
