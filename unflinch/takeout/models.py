"""What came in from elsewhere: a file that waits for a word, an import that can be taken back, rows kept aside."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Self, cast
from uuid import UUID

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


class ImportQuerySet(FactQuerySet["Import"]):
    def newest_first(self) -> Self:
        return self.order_by("-arrived", "-id")


class Import(Fact):
    """One file that was brought in; its id is also the batch of every fact that came with it."""

    name = SealedTextField()
    rows = models.PositiveIntegerField(default=0)

    objects: ClassVar[ImportQuerySet] = ImportQuerySet.as_manager()  # type: ignore[assignment]


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

    @transaction.atomic
    def close(self, *, at: datetime) -> None:
        """It was mended or let go: forget its cells, and keep its id so that the same file does not bring it again."""
        if self.done_at is None:
            self.done_at, self.cells, self.sentences = at, "{}", "[]"
            self.save(update_fields=["done_at", "cells", "sentences"])
            self.person.noted()
