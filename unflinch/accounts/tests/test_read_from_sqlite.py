"""Ids and moments are read from SQLite as Django reads them, however they were written."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection

from unflinch.accounts.models import Person

ID = UUID("00c0ffee-0000-4000-8000-00000000beef")
WRITTEN = {
    "2026-11-02 18:00:00": datetime(2026, 11, 2, 18, tzinfo=UTC),
    "2026-11-02 18:00:00.250000": datetime(2026, 11, 2, 18, 0, 0, 250_000, tzinfo=UTC),
    "2026-11-02T18:00:00+01:00": datetime(2026, 11, 2, 17, tzinfo=UTC),
    "some day": None,
}


@pytest.mark.sqlite
@pytest.mark.parametrize("text", WRITTEN)
def test_a_moment_is_in_utc(mira, text):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_person SET welcomed_at = %s WHERE id = %s", [text, mira.pk.hex])
    assert Person.objects.get(pk=mira.pk).welcomed_at == WRITTEN[text]


@pytest.mark.sqlite
@pytest.mark.parametrize("text", [ID.hex, str(ID)])
def test_an_id_is_one_with_or_without_dashes(mira, text):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_person SET id = %s", [text])
    assert list(Person.objects.values_list("id", flat=True)) == [ID]
