"""What came in from elsewhere: a file that waits for a word, an import that can be taken back, rows kept aside."""

import json
import re
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self, cast
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.sealed import DAMAGED, Damaged, SealedTextField
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.complaints import ALL, OTHERWISE, Complaint


class UploadQuerySet(FactQuerySet["Upload"]):
    def older_than(self, moment: datetime) -> Self:
        return self.filter(arrived__lt=moment)


class Upload(Fact):
    """A diary that was sent and not yet brought in, sealed; it forgets the file once the file is in.

    `batch` is the import that it became, so that a page gone back to can say so.
    """

    name = SealedTextField()
    content = SealedTextField()
    weeks = SealedTextField()
    choices = SealedTextField()

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
    def said(self) -> FileChoices:
        """What the person has said about the whole file."""
        return FileChoices.from_json(self.choices)

    def say(self, choices: FileChoices) -> None:
        """Say something about the whole file."""
        self.choices = choices.to_json()
        self.save(update_fields=["choices"])

    def close(self, batch: UUID) -> None:
        """It was brought in as this import: forget the file."""
        self.content = self.weeks = ""
        self.batch = batch
        self.save(update_fields=["content", "weeks", "batch"])


_TROUBLE: Final = frozenset({"column", "sentence", "code", "excerpt"})
# A line of a file and the id of what it became.
_LINE: Final = re.compile(r"[0-9]{1,9} [0-9a-f]{32}")


class ImportKind(models.TextChoices):
    SHEET = "sheet", "a sheet"
    EXPORT = "export", "an export of Unflinch"


class ImportState(models.TextChoices):
    """Whether all of it is here; what was interrupted is undone or finished at the next start."""

    COMING = "coming", "coming in"
    REPLACING = "replacing", "all here, and what it replaces is going"
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

    def half_saved(self) -> Self:
        """The sheets that were interrupted while they came in."""
        return self.of_sheets().filter(state__in=(ImportState.COMING, ImportState.REPLACING))

    def in_short(self) -> Self:
        """Without their ledgers, which are long."""
        return self.defer("ledger", "choices")


class Import(Fact):
    """One file that was brought in. The facts that came with a sheet have its id as their batch.

    `counts` says how many rows of each table came in with an export, by the table's name (`practice.ask`). Of a sheet,
    `rows` are all that came with it; `added`, `known`, `replaced` and `aside` say what came of it the last time that it
    was brought in. `choices` are what was said of the file. The ledger says which line became which ask, and, while the
    file is being saved, what is still to do.
    """

    kind = models.CharField(max_length=10, choices=ImportKind, default=ImportKind.SHEET)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.HERE)
    name = SealedTextField()
    rows = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    added = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    replaced = models.PositiveIntegerField(default=0)
    aside = models.PositiveIntegerField(default=0)
    choices = SealedTextField()
    ledger = SealedTextField()

    objects: ClassVar[ImportQuerySet] = ImportQuerySet.as_manager()  # type: ignore[assignment]

    @property
    def said(self) -> FileChoices:
        """What was said of the file, and guessed."""
        return FileChoices.from_json(self.choices)

    def clean(self) -> None:
        """Refuse counts that are none, what is not whole, and what no file says. Raises ValidationError."""
        if self.state != ImportState.HERE:
            raise ValidationError("it isn’t whole.")
        if not (isinstance(self.counts, dict) and all(type(count) is int for count in self.counts.values())):
            raise ValidationError("its counts are no numbers.")
        lines = (_read_json(self.ledger) or {}).get("lines", {}) if self.ledger else {}
        if not (isinstance(lines, dict) and all(_LINE.fullmatch(f"{line} {id}") for line, id in lines.items())):
            raise ValidationError("its ledger is none.")
        try:
            FileChoices.from_json(self.choices)
        except (ValueError, TypeError, AttributeError) as error:
            raise ValidationError("what was said of the file is nothing that a file has.") from error


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

    def done(self) -> Self:
        return self.exclude(done_at=None)

    def in_batch(self, batch: UUID) -> Self:
        return self.filter(batch=batch)

    def with_ids(self, ids: Collection[UUID]) -> Self:
        return self.filter(pk__in=ids)

    def by_line(self) -> Self:
        return self.order_by("arrived", "line", "id")


class KeptRow(Fact):
    """A row that was not understood, or that differs from one that is here; whole, until the person has decided.

    `rival` is the ask or total that it differs from.
    """

    line = models.PositiveIntegerField()
    cells = SealedTextField()
    troubles = SealedTextField()
    rival = models.UUIDField(null=True)
    done_at = models.DateTimeField(null=True)

    objects: ClassVar[KeptRowQuerySet] = KeptRowQuerySet.as_manager()  # type: ignore[assignment]

    @property
    def values(self) -> dict[str, str]:
        """Every cell by its column; none where they can't be read any more."""
        return {} if isinstance(self.cells, Damaged) else cast(dict[str, str], json.loads(self.cells or "{}"))

    @property
    def words(self) -> str:
        """The row in one line."""
        return ", ".join(cell.strip() for cell in self.values.values() if cell.strip())

    @property
    def complaints(self) -> list[Complaint]:
        """What is in the way; at least one."""
        if isinstance(self.troubles, Damaged) or isinstance(self.cells, Damaged):
            return [Complaint(self.line, ALL, DAMAGED.rstrip("."))]
        told = [Complaint(self.line, **told) for told in json.loads(self.troubles or "[]")]
        return told or [Complaint(self.line, ALL, "It waits for a look from you")]

    @property
    def names_ask(self) -> bool:
        """Whether it names the ask that it differs from."""
        return self.complaints[0].code == OTHERWISE

    def clean(self) -> None:
        """Refuse what a row of no sheet could be. Raises ValidationError."""
        told, cells = _read_json(self.troubles or "[]"), _read_json(self.cells or "{}")
        if not (isinstance(told, list) and all(_is_trouble(one) for one in told) and self.line > 0):
            raise ValidationError("its troubles are not what a row kept aside has.")
        if not (isinstance(cells, dict) and all(isinstance(cell, str) for cell in cells.values())):
            raise ValidationError("its cells are no cells.")
        if self.done_at is None and not cells:
            raise ValidationError("nothing in it waits to be mended.")

    @transaction.atomic
    def close(self, *, at: datetime) -> None:
        """It was mended or let go: forget its cells, and keep its id so that the same file does not bring it again."""
        if self.done_at is None:
            self.done_at, self.cells, self.troubles = at, "", ""
            self.save(update_fields=["done_at", "cells", "troubles"])


def _read_json(text: str) -> Any:
    """What this text holds as JSON; None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _is_trouble(value: Any) -> bool:
    """Whether this is a complaint as a row kept aside holds it."""
    return isinstance(value, dict) and value.keys() == _TROUBLE and all(isinstance(one, str) for one in value.values())


def written(values: Mapping[str, str], complaints: Collection[Complaint]) -> dict[str, Any]:
    """The cells and complaints of a row as a `KeptRow` holds them."""
    told = [{name: getattr(one, name) for name in sorted(_TROUBLE)} for one in complaints]
    cells = json.dumps(dict(values), ensure_ascii=False)
    return {"cells": cells, "troubles": json.dumps(told, ensure_ascii=False)}
