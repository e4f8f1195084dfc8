"""The diary.csv of an export, brought in where it came from, adds nothing and sets nothing aside."""

import io
import zipfile
from datetime import UTC, datetime

from django.core.management import call_command

from tests.exports import live_fully, packed
from unflinch.accounts.facts import Fact
from unflinch.takeout.everything import TABLES
from unflinch.takeout.models import KeptRow

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)


def test_the_sheet_of_an_export_read_back_adds_no_row(mira, tmp_path):
    live_fully(mira, until=NOW)
    file = tmp_path / "diary.csv"
    with zipfile.ZipFile(io.BytesIO(packed(mira, NOW))) as archive:
        file.write_bytes(archive.read("diary.csv"))
    tables: tuple[type[Fact], ...] = (*TABLES, KeptRow)
    before = {table: table.objects.count() for table in tables}
    call_command("import_diary", file=file)
    assert {table: table.objects.count() for table in tables} == before
