"""A kill at any moment: an erasure is complete after the next start, and no import and no export is half there."""

import json
import sqlite3
import subprocess
import time
from pathlib import Path
from random import Random

import pytest

from tests.live import UNFLINCH, like_a_person

ASKS = 300
# Each kill is three or four starts of the real command, some seconds in all; sixty of each are left to `make prove`.
FEW = 2
SECONDS = 300
HEAD = "date,challenge,outcome,what_happened\n"


def unflinch(data: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the real command to its end. Nothing it does may end in a trace."""
    command = [str(UNFLINCH), "--data", str(data), *map(str, arguments)]
    done = subprocess.run(
        command, env=like_a_person(), capture_output=True, text=True, timeout=SECONDS, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done


def killed(data: Path, after: float, *arguments: object) -> bool:
    """Run the real command and kill it `after` some seconds; whether it was still running then."""
    command = [str(UNFLINCH), "--data", str(data), *map(str, arguments)]
    process = subprocess.Popen(command, env=like_a_person(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    was_running = process.poll() is None
    process.kill()
    process.wait()
    return was_running


def took(data: Path, *arguments: object) -> float:
    """How many seconds the command takes to its end."""
    start = time.monotonic()
    unflinch(data, *arguments)
    return time.monotonic() - start


def count(data: Path, table: str) -> int:
    database = sqlite3.connect(data / "unflinch.sqlite3")
    try:
        number: int = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return number
    finally:
        database.close()


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a diary brought into `full`, and the export of it in `all.zip`."""
    folder = tmp_path_factory.mktemp("made-once")
    file = folder / "diary.csv"
    rows = "".join(f"2026-{1 + at % 9:02}-{1 + at % 28:02},Ask number {at},no,A shrug {at}\n" for at in range(ASKS))
    file.write_text(HEAD + rows, encoding="utf-8")
    assert unflinch(folder / "full", "import", file).returncode == 0
    assert unflinch(folder / "full", "export", folder / "all.zip").returncode == 0
    return folder


@pytest.fixture
def full(made_once: Path, tmp_path: Path) -> Path:
    """A folder with a diary in it, of this test's own."""
    return copied(made_once / "full", tmp_path / "full")


@pytest.fixture
def theirs(made_once: Path) -> Path:
    """The export of that diary."""
    return made_once / "all.zip"


def moments(length: float, times: int) -> list[float]:
    """Moments in the last two thirds of a run: before that, Python itself is still starting."""
    rng = Random()
    return [length * rng.uniform(0.3, 1.0) for _ in range(times)]


def copied(data: Path, to: Path) -> Path:
    """The same folder once more."""
    subprocess.run(["cp", "-a", str(data), str(to)], check=True)
    return to


def erasures(full: Path, tmp_path: Path, times: int) -> None:
    """Kill the real erasure; after the next start of anything it is complete, or had not begun."""
    length = took(copied(full, tmp_path / "whole"), "erase", "--yes")
    for number, moment in enumerate(moments(length, times)):
        data = copied(full, tmp_path / f"erased {number}")
        (person,) = json.loads((data / "keys.json").read_text())["persons"]
        killed(data, moment, "erase", "--yes")
        assert unflinch(data, "summary").returncode == 0
        keys = json.loads((data / "keys.json").read_text())
        if person not in keys["erased"]:
            assert (person in keys["persons"], count(data, "practice_ask")) == (True, ASKS)
            continue
        assert count(data, "practice_ask") == count(data, "takeout_import") == 0
        assert not (data / "erasing").exists()
        mark = person.replace("-", "").encode()
        assert [file.name for file in data.glob("unflinch.sqlite3*") if mark in file.read_bytes()] == []


def test_an_erasure_that_is_killed_is_complete_after_the_next_start(full, tmp_path):
    erasures(full, tmp_path, FEW)


@pytest.mark.prove
def test_sixty_erasures_that_are_killed(full, tmp_path):
    erasures(full, tmp_path, 60)


def imports(theirs: Path, tmp_path: Path, times: int) -> None:
    """Kill the import of an export; after the next start none or all of it is there, and it can be brought in again."""
    length = took(tmp_path / "whole", "import", theirs)
    for number, moment in enumerate(moments(length, times)):
        data = tmp_path / f"imported {number}"
        unflinch(data, "summary")
        killed(data, moment, "import", theirs)
        assert unflinch(data, "summary").returncode == 0
        here = {table: count(data, f"practice_{table}") for table in ("ask", "answer", "debrief")}
        assert set(here.values()) in ({0}, {ASKS}), here
        unflinch(data, "import", theirs)
        assert (count(data, "practice_ask"), count(data, "practice_debrief")) == (ASKS, ASKS)


def test_an_import_that_is_killed_is_not_half_there(theirs, tmp_path):
    imports(theirs, tmp_path, FEW)


@pytest.mark.prove
def test_sixty_imports_that_are_killed(theirs, tmp_path):
    imports(theirs, tmp_path, 60)


def exports(full: Path, tmp_path: Path, times: int) -> None:
    """Kill the export; the old file stands or a whole new one, and nothing beside it."""
    folder = tmp_path / "documents"
    folder.mkdir()
    length = took(full, "export", folder / "all.zip")
    for moment in moments(length, times):
        (folder / "all.zip").write_bytes(b"old")
        killed(full, moment, "export", folder / "all.zip")
        assert [file.name for file in folder.iterdir()] == ["all.zip"]
        if (folder / "all.zip").read_bytes() != b"old":
            assert "Nothing in it is new here." in unflinch(full, "import", folder / "all.zip", "--dry-run").stdout


def test_an_export_that_is_killed_leaves_nothing_beside_it(full, tmp_path):
    exports(full, tmp_path, FEW)


@pytest.mark.prove
def test_sixty_exports_that_are_killed(full, tmp_path):
    exports(full, tmp_path, 60)


def test_an_erasure_while_another_program_writes_is_said_and_finished_later(full):
    """Another program holds the write lock for longer than anybody waits."""
    writer = sqlite3.connect(full / "unflinch.sqlite3", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        said = unflinch(full, "erase", "--yes")
    finally:
        writer.close()
    assert said.returncode == 1
    assert "nobody can read your words any more" in said.stderr
    assert unflinch(full, "summary").returncode == 0
    assert count(full, "practice_ask") == 0


def test_an_erasure_while_another_program_reads_is_said_and_finished_later(full):
    """What a reader still sees can't be overwritten until it has gone."""
    reader = sqlite3.connect(full / "unflinch.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM practice_ask").fetchone()
    try:
        said = unflinch(full, "erase", "--yes")
    finally:
        reader.close()
    assert said.returncode == 1
    assert "the rest goes when Unflinch next starts" in said.stderr
    assert (full / "erasing").exists()
    assert unflinch(full, "summary").returncode == 0
    assert not (full / "erasing").exists()


def test_a_year_of_asks_in_an_import_keeps_no_writer_waiting_for_long(full, theirs, tmp_path):
    """Somebody who writes all the while is let in between, and the import ends well."""
    data = tmp_path / "busy"
    unflinch(data, "summary")
    command = [str(UNFLINCH), "--data", str(data), "import", str(theirs)]
    writer = sqlite3.connect(data / "unflinch.sqlite3", timeout=20, isolation_level=None)
    writes = 0
    said = tmp_path / "said"
    with said.open("wb") as stderr:
        process = subprocess.Popen(command, env=like_a_person(), stdout=subprocess.DEVNULL, stderr=stderr)
        while process.poll() is None:
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("COMMIT")
            writes += 1
            time.sleep(0.01)
    writer.close()
    assert (process.returncode, said.read_bytes()) == (0, b"")
    assert writes > 10
    assert count(data, "practice_ask") == ASKS
