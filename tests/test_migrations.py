"""The tables are those that the models describe."""

import io
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.live import UNFLINCH, like_a_person


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    said = io.StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=said)
    except SystemExit:
        pytest.fail(said.getvalue())


def tables_in(file: Path) -> dict[str, object]:
    """What each table has, in no order: columns, keys, indexes and checks; and which migrations are done."""
    with closing(sqlite3.connect(file)) as base:
        made = base.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {name: what(base, name, sql) for name, sql in made.fetchall()}


def what(base: sqlite3.Connection, table: str, sql: str) -> object:
    def rows(question: str) -> list[tuple[object, ...]]:
        return base.execute(question).fetchall()

    columns = {row[1:] for row in rows(f"PRAGMA table_info({table})")}
    keys = {row[2:] for row in rows(f"PRAGMA foreign_key_list({table})")}
    indexes = {
        (row[2], row[4], tuple(one[2] for one in rows(f"PRAGMA index_info('{row[1]}')")))
        for row in rows(f"PRAGMA index_list({table})")
    }
    checks = set(re.findall(r'CONSTRAINT "(\w+)" CHECK', sql))
    done = (
        {row[:2] for row in rows("SELECT app, name FROM django_migrations")} if table == "django_migrations" else None
    )
    return columns, keys, indexes, checks, done


@pytest.mark.sqlite
def test_a_first_start_makes_the_tables_that_the_migrations_make(tmp_path: Path) -> None:
    first, walked = tmp_path / "first", tmp_path / "walked"
    subprocess.run([UNFLINCH, "--data", first, "summary"], check=True, env=like_a_person(), capture_output=True)
    walked.mkdir(mode=0o700)
    manage = [sys.executable, str(Path(__file__).parent.parent / "manage.py"), "migrate", "--verbosity=0"]
    subprocess.run(manage, check=True, env=os.environ | {"UNFLINCH_DATA": str(walked)})
    made = tables_in(first / "unflinch.sqlite3")
    assert len(made) > 20
    assert made == tables_in(walked / "unflinch.sqlite3")
