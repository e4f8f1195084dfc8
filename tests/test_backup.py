"""A backup, taken while somebody writes, comes back as it was; what can't be used changes nothing."""

import re
import shutil
import sqlite3
import subprocess
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.live import UNFLINCH, like_a_person, running

pytestmark = pytest.mark.sqlite
PASSPHRASE = "custard creams or bourbons\n"


def unflinch(data: Path, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    said = subprocess.run(
        [str(UNFLINCH), "--data", str(data), *map(str, words)],
        env=like_a_person() | environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert "Traceback" not in said.stderr, said.stderr
    return said


@dataclass(frozen=True)
class Kept:
    """A data folder with two asks in it, a backup of it, and the passphrase of that."""

    data: Path
    backup: Path
    secret: Path


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("kept")
    kept = Kept(folder / "data", folder / "diary.backup", folder / "passphrase")
    kept.secret.write_text(PASSPHRASE, encoding="utf-8")
    diary = folder / "diary.csv"
    diary.write_text(
        "date,challenge,outcome\n2026-11-02,Ask for a plaster,no\n2026-11-03,Ask for a seat,yes\n", encoding="utf-8"
    )
    assert unflinch(kept.data, "import", diary).returncode == 0
    made = unflinch(kept.data, "backup", kept.backup, "--passphrase-file", kept.secret)
    assert made.returncode == 0, made.stderr
    assert "it opened in a test" in made.stdout
    return kept


@pytest.fixture
def kept(made_once: Kept, tmp_path: Path) -> Kept:
    """The same in a folder of this test's own."""
    shutil.copytree(made_once.data.parent, tmp_path / "kept")
    return Kept(*(tmp_path / "kept" / path.name for path in (made_once.data, made_once.backup, made_once.secret)))


def restored(kept: Kept, to: Path | None = None) -> subprocess.CompletedProcess[str]:
    return unflinch(to or kept.data, "restore", kept.backup, "--passphrase-file", kept.secret)


def rows_in(data: Path) -> list[str]:
    """Every row of every table that a person fills."""
    with closing(sqlite3.connect(data / "unflinch.sqlite3")) as database:
        return [line for line in database.iterdump() if "django_" not in line]


def asks_in(data: Path) -> int:
    with closing(sqlite3.connect(data / "unflinch.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        number: int = database.execute("SELECT count(*) FROM practice_ask").fetchone()[0]
        return number


def test_it_comes_back_in_an_empty_folder(kept, tmp_path):
    assert oct(kept.backup.stat().st_mode)[-3:] == "600"
    back = restored(kept, tmp_path / "new")
    assert back.returncode == 0, back.stderr
    assert rows_in(tmp_path / "new") == rows_in(kept.data)
    assert unflinch(tmp_path / "new", "doctor").returncode == 0


@pytest.mark.prove
def test_what_was_here_is_set_aside_and_goes_with_an_erasure(kept):
    with closing(sqlite3.connect(kept.data / "unflinch.sqlite3")) as database:
        database.execute("DELETE FROM practice_answer")
        database.commit()
    before, whole = rows_in(kept.data), restored(kept)
    assert whole.returncode == 0, whole.stderr
    assert rows_in(kept.data) != before
    assert rows_in(kept.data / "before-restore") == before
    assert unflinch(kept.data, "erase", "--yes").returncode == 0
    assert not (kept.data / "before-restore").exists()


def test_erased_stays_erased(kept):
    assert unflinch(kept.data, "erase", "--yes").returncode == 0
    assert restored(kept).returncode == 0
    assert unflinch(kept.data, "next").returncode == 0
    assert asks_in(kept.data) == 0
    assert unflinch(kept.data, "doctor").returncode == 0


@pytest.mark.parametrize("spoil", ["a bit", "cut off", "another file", "passphrase"])
def test_what_cannot_be_used_changes_nothing(kept, spoil):
    content = bytearray(kept.backup.read_bytes())
    if spoil == "a bit":
        content[len(content) // 2] ^= 1
    if spoil == "cut off":
        del content[-20:]
    if spoil == "another file":
        content[:] = b"date,outcome\n"
    if spoil == "passphrase":
        kept.secret.write_text("something else entirely\n", encoding="utf-8")
    kept.backup.write_bytes(content)
    before, keys = rows_in(kept.data), (kept.data / "keys.json").read_bytes()
    refused = restored(kept)
    assert refused.returncode == 1
    assert refused.stderr.strip().endswith("Your data is as it was.")
    assert (rows_in(kept.data), (kept.data / "keys.json").read_bytes()) == (before, keys)
    assert not (kept.data / "before-restore").exists()


@pytest.mark.prove
def test_a_damaged_folder_is_restored_over(kept):
    (kept.data / "instance.key").unlink()
    (kept.data / "unflinch.sqlite3").write_bytes(b"not a database")
    assert unflinch(kept.data, "summary").returncode == 1
    assert restored(kept).returncode == 0
    assert asks_in(kept.data) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--passphrase-file", "nowhere"], "nowhere can't be read"),
        ([], "Nobody is at a terminal to type the passphrase"),
    ],
)
def test_without_a_passphrase_nothing_is_written(kept, tmp_path, words, said):
    refused = unflinch(kept.data, "backup", tmp_path / "diary.backup", *words)
    assert refused.returncode == 1
    assert said in refused.stderr
    assert not (tmp_path / "diary.backup").exists()


def test_a_short_passphrase_is_refused(kept, tmp_path):
    kept.secret.write_text("short\n", encoding="utf-8")
    refused = unflinch(kept.data, "backup", tmp_path / "diary.backup", "--passphrase-file", kept.secret)
    assert "at least 12 letters" in refused.stderr


def test_a_backup_taken_while_somebody_writes_is_of_one_moment(kept, tmp_path):
    written = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(kept.data / "unflinch.sqlite3", timeout=60, isolation_level=None)) as database:
            while not written.is_set():
                database.execute("BEGIN IMMEDIATE")
                # Both or neither: a copy of two moments would hold one of them.
                database.execute("UPDATE accounts_person SET facts = facts + 1, silence_days = 1 + (facts + 1) % 365")
                database.execute("COMMIT")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = unflinch(kept.data, "backup", kept.backup, "--passphrase-file", kept.secret)
    finally:
        written.set()
        writer.join()
    assert made.returncode == 0, made.stderr
    assert restored(kept, tmp_path / "new").returncode == 0
    with closing(sqlite3.connect(tmp_path / "new" / "unflinch.sqlite3")) as database:
        facts, days = database.execute("SELECT facts, silence_days FROM accounts_person").fetchone()
    assert days == 1 + facts % 365


@pytest.mark.prove
def test_a_running_unflinch_is_not_restored_over_and_backs_itself_up_every_day(kept, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    (folder / "unflinch-2001-01-01.backup").write_bytes(b"very old, and the latest of its month")
    (folder / "mine.txt").write_text("not touched", encoding="utf-8")
    daily = {"UNFLINCH_BACKUPS": str(folder), "UNFLINCH_BACKUP_PASSPHRASE_FILE": str(kept.secret)}
    with running(kept.data, environment=daily):
        refused = restored(kept)
        assert refused.returncode == 1
        assert "Unflinch is running on this data. Stop it first." in refused.stderr
        made = wait_for_todays(folder)
    assert re.fullmatch(r"unflinch-\d{4}-\d\d-\d\d\.backup", made.name)
    assert (folder / "mine.txt").exists()
    made.replace(kept.backup)
    assert restored(kept, tmp_path / "new").returncode == 0
    assert asks_in(tmp_path / "new") == 2


def wait_for_todays(folder: Path) -> Path:
    """The backup of today, as soon as it is there; a busy machine may take its time."""
    until = time.monotonic() + 180
    while time.monotonic() < until:
        made = [file for file in folder.glob("unflinch-*.backup") if "2001" not in file.name]
        if made:
            return made[0]
        time.sleep(0.1)
    raise AssertionError("no backup was made")


def test_backups_that_are_half_set_are_named_at_the_start(kept, tmp_path):
    refused = unflinch(kept.data, "run", "--no-browser", UNFLINCH_BACKUPS=str(tmp_path))
    assert refused.returncode == 1
    assert "UNFLINCH_BACKUPS needs UNFLINCH_BACKUP_PASSPHRASE_FILE" in refused.stderr


def test_a_migration_that_fails_leaves_the_tables_as_they_were(kept):
    with closing(sqlite3.connect(kept.data / "unflinch.sqlite3")) as database:
        # One step that can be made, and after it one that can't: its columns are there already.
        database.execute("DELETE FROM django_migrations WHERE app = 'devices'")
        database.execute("DROP TABLE devices_device")
        database.execute("DROP TABLE devices_pairing")
        database.execute("DELETE FROM django_migrations WHERE app = 'practice' AND name >= '0005'")
        database.commit()
        before = list(database.iterdump())
    failed = subprocess.run(
        [str(UNFLINCH), "--data", str(kept.data), "summary"],
        env=like_a_person(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert failed.returncode != 0
    with closing(sqlite3.connect(kept.data / "unflinch.sqlite3")) as database:
        assert list(database.iterdump()) == before
    assert not list(kept.data.glob("before-migration*"))
