"""What came in from elsewhere: a file that waits for a word, an import that can be taken back, rows kept aside."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self, cast
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.sealed import DAMAGED, Damaged, SealedTextField


class UploadQuerySet(FactQuerySet["Upload"]):
    def older_than(self, moment: datetime) -> Self:
        return self.filter(arrived__lt=moment)


class Upload(Fact):
    """A diary that was sent and not yet brought in, sealed; it is gone once the person has decided."""

    name = SealedTextField()
    content = SealedTextField()
    weeks = SealedTextField()
    mapping = SealedTextField()

    objects: ClassVar[UploadQuerySet] = UploadQuerySet.as_manager()  # type: ignore[assignment]

    @property
    def is_export(self) -> bool:
        """Whether it is an export of Unflinch, a zip, and no sheet."""
        return self.diary.startswith(b"PK")

    @property
    def diary(self) -> bytes:
        """The file, byte for byte."""
        return str(self.content).encode("latin-1")

    @property
    def titles(self) -> bytes:
        """The file with the weeks, byte for byte; empty where there was none."""
        return str(self.weeks).encode("latin-1")

    @property
    def columns(self) -> dict[str, str]:
        """Which column the person says is which field."""
        return cast(dict[str, str], json.loads(self.mapping or "{}"))

    def map(self, columns: Mapping[str, str]) -> None:
        """Say which column is which field."""
        self.mapping = json.dumps(dict(columns))
        self.save(update_fields=["mapping"])


class ImportKind(models.TextChoices):
    SHEET = "sheet", "a sheet"
    EXPORT = "export", "an export of Unflinch"


class ImportState(models.TextChoices):
    """Whether all of it is here; one that was interrupted is taken away at the next start."""

    COMING = "coming", "coming in"
    HERE = "here", "here"
    GOING = "going", "being taken back"


class ImportQuerySet(FactQuerySet["Import"]):
    def newest_first(self) -> Self:
        return self.order_by("-arrived", "-id")

    def of_sheets(self) -> Self:
        return self.filter(kind=ImportKind.SHEET)

    def whole(self) -> Self:
        return self.filter(state=ImportState.HERE)

    def interrupted(self) -> Self:
        return self.exclude(state=ImportState.HERE)


class Import(Fact):
    """One file that was brought in. The facts that came with a sheet have its id as their batch.

    `counts` says how many rows of each table came in, by the table's name (`practice.ask`).
    """

    kind = models.CharField(max_length=10, choices=ImportKind, default=ImportKind.SHEET)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.HERE)
    name = SealedTextField()
    rows = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)

    objects: ClassVar[ImportQuerySet] = ImportQuerySet.as_manager()  # type: ignore[assignment]

    def clean(self) -> None:
        """Refuse counts that are none, and what is not whole. Raises ValidationError."""
        if self.state != ImportState.HERE:
            raise ValidationError("it isn’t whole.")
        if not (isinstance(self.counts, dict) and all(type(count) is int for count in self.counts.values())):
            raise ValidationError("its counts are no numbers.")


class Arrival(models.Model):
    """Some rows of one table that came with one import, and how they stood then.

    `rows` holds 24 bytes a row: its id, and eight bytes that another content would hardly have.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    batch = models.UUIDField(db_index=True)
    table = models.CharField(max_length=60)
    rows = models.BinaryField()

    def __str__(self) -> str:
        return f"arrival of {self.table}"


class KeptRowQuerySet(FactQuerySet["KeptRow"]):
    def open(self) -> Self:
        return self.filter(done_at=None)

    def in_batch(self, batch: UUID) -> Self:
        return self.filter(batch=batch)

    def by_line(self) -> Self:
        return self.order_by("arrived", "line", "id")


class KeptRow(Fact):
    """A row that was not understood, whole, until the person has mended it or let it go."""

    line = models.PositiveIntegerField()
    nth = models.PositiveIntegerField(default=0, help_text="its place among the rows of its time and activity")
    cells = SealedTextField()
    sentences = SealedTextField()
    fields = models.JSONField(
        default=list, help_text="the field of each column, null for a note, left for one that is not to come in"
    )
    done_at = models.DateTimeField(null=True)

    objects: ClassVar[KeptRowQuerySet] = KeptRowQuerySet.as_manager()  # type: ignore[assignment]

    @property
    def values(self) -> dict[str, str]:
        """Every cell by its column; none where they can't be read any more."""
        return {} if isinstance(self.cells, Damaged) else cast(dict[str, str], json.loads(self.cells))

    @property
    def complaints(self) -> list[str]:
        """What was not understood, a sentence each."""
        if isinstance(self.sentences, Damaged) or isinstance(self.cells, Damaged):
            return [DAMAGED]
        return cast(list[str], json.loads(self.sentences))

    def clean(self) -> None:
        """Refuse what a row of no sheet could be. Raises ValidationError."""
        if not (is_texts(self.fields, also=(type(None),)) and is_texts(read_json(self.sentences)) and self.line > 0):
            raise ValidationError("its sentences or fields are not what a row set aside has.")
        cells = read_json(self.cells)
        if not (isinstance(cells, dict) and is_texts(list(cells.values()))):
            raise ValidationError("its cells are no cells.")
        if self.done_at is None and (not read_json(self.sentences) or not cells):
            raise ValidationError("nothing in it waits to be mended.")

    @transaction.atomic
    def close(self, *, at: datetime) -> None:
        """It was mended or let go: forget its cells, and keep its id so that the same file does not bring it again."""
        if self.done_at is None:
            self.done_at, self.cells, self.sentences = at, "{}", "[]"
            self.save(update_fields=["done_at", "cells", "sentences"])
            self.person.noted()


def read_json(text: str) -> Any:
    """What this text holds as JSON; None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def is_texts(value: Any, *, also: tuple[type, ...] = ()) -> bool:
    """Whether this is a list of texts, or of values of these other types."""
    return isinstance(value, list) and all(isinstance(one, (str, *also)) for one in value)
