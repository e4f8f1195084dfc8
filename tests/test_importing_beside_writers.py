"""A long import: nobody who writes meanwhile is refused, and a kill leaves all of it or nothing."""

import signal
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from tests.diarist import Diarist
from tests.live import UNFLINCH, like_a_person, running

SECONDS = 600
LONG = 400  # rows, that take several parts


def diary_of(rows: int) -> bytes:
    lines = [
        f"{2000 + n // 300}-{n % 12 + 1:02}-{n % 28 + 1:02},Ask number {n},no,A shrug and a smile,{n % 101}"
        for n in range(rows)
    ]
    return "\n".join(["date,challenge,outcome,what_happened,sting", *lines]).encode()


def rows_in(data: Path, table: str) -> int:
    with closing(sqlite3.connect(data / "unflinch.sqlite3", timeout=60)) as database:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def write_until(live, name: str, done: Event, waits: list[float]) -> list[int]:
    """Log asks until the import is in; the answers' statuses, and how long each took."""
    visitor, answers = Diarist(live), list[int]()
    visitor.see("/import/")
    while not done.is_set():
        began = time.monotonic()
        answers.append(visitor.happened(f"{name} asks {len(answers)}"))
        waits.append(time.monotonic() - began)
    return answers


def import_beside(live, rows: int, writers: int) -> tuple[str, list[int], list[float]]:
    """What the import's page said, the statuses of all that was written meanwhile, and the seconds each took."""
    done, waits = Event(), list[float]()
    with ThreadPoolExecutor(writers + 1) as pool:
        others = [pool.submit(write_until, live, f"Writer {n}", done, waits) for n in range(writers)]
        try:
            said = Diarist(live).brings("long.csv", diary_of(rows))
        finally:
            done.set()
        return said, [status for other in others for status in other.result(SECONDS)], waits


def test_nobody_is_refused_while_a_long_diary_comes_in(live_anew):
    """They are saved in several parts, so that writers come in between."""
    said, statuses, _ = import_beside(live_anew, rows=LONG, writers=8)
    assert f"{LONG} rows came in." in said
    assert set(statuses) == {302}
    assert rows_in(live_anew.data, "practice_ask") == LONG + len(statuses)


@pytest.mark.prove
def test_nobody_waits_two_seconds_for_twenty_thousand_rows(live_anew):
    said, statuses, waits = import_beside(live_anew, rows=20_000, writers=16)
    assert "20000 rows came in." in said
    assert set(statuses) == {302}
    assert rows_in(live_anew.data, "practice_ask") == 20_000 + len(statuses)
    print(f"{len(waits)} written meanwhile, the longest wait {max(waits):.2f} s")
    assert max(waits) < 2


def began(data: Path) -> bool:
    """Whether some of the import's rows are in."""
    if not (data / "unflinch.sqlite3").exists():
        return False
    with closing(sqlite3.connect(data / "unflinch.sqlite3", timeout=60)) as database:
        try:
            return bool(database.execute("SELECT count(*) FROM practice_ask").fetchone()[0])
        except sqlite3.OperationalError:
            return False


def unflinch(data: Path, *arguments: str) -> str:
    command = [str(UNFLINCH), "--data", str(data), *arguments]
    return subprocess.run(
        command, check=True, env=like_a_person(), capture_output=True, text=True, timeout=SECONDS
    ).stdout


def kill_in_the_middle(data: Path, file: Path, *, after: float) -> bool:
    """Kill an import some seconds after its first rows are in; whether it was still under way."""
    command = [str(UNFLINCH), "--data", str(data), "import", str(file)]
    process = subprocess.Popen(command, env=like_a_person(), stdout=subprocess.DEVNULL)
    while process.poll() is None and not began(data):
        time.sleep(0.01)
    time.sleep(after)
    under_way = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    return under_way


@pytest.mark.parametrize("after", [0, pytest.param(0.7, marks=pytest.mark.prove)])
def test_a_kill_in_the_middle_leaves_nothing_after_the_next_start(tmp_path, after):
    data, file = tmp_path / "data", tmp_path / "long.csv"
    file.write_bytes(diary_of(LONG))
    under_way = kill_in_the_middle(data, file, after=after)
    with running(data) as live:
        assert rows_in(data, "practice_ask") == (0 if under_way else LONG)
        assert rows_in(data, "practice_plan") == rows_in(data, "practice_ask")
        assert rows_in(data, "takeout_import") == (0 if under_way else 1)
        assert "Traceback" not in live.log.read_text()
    assert (f"{LONG} rows came in" in unflinch(data, "import", str(file))) == under_way
    assert rows_in(data, "practice_ask") == rows_in(data, "practice_debrief") == LONG
