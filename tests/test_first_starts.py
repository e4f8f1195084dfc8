"""Starts at the same moment: on one new folder one makes it ready, and on one port each finds its own."""

import json
import re
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.live import UNFLINCH, end, free_port, like_a_person, running, wait_for_an_answer


def begin(data: Path, log: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [str(UNFLINCH), "--data", str(data), *words]
    with log.open("wb") as output:
        return subprocess.Popen(command, env=like_a_person(), stdout=output, stderr=subprocess.STDOUT)


@pytest.mark.parametrize("rounds", [2, pytest.param(40, marks=pytest.mark.prove)])
def test_three_first_starts_at_once_make_one_life(tmp_path, rounds):
    for number in range(rounds):
        data = tmp_path / str(number)
        logs = [tmp_path / f"{number}-{name}.log" for name in "abc"]
        starts = [begin(data, log, "summary") for log in logs]
        assert [start.wait(120) for start in starts] == [0, 0, 0], [log.read_text() for log in logs]
        assert len(json.loads((data / "keys.json").read_text())["persons"]) == 1
        doctor = begin(data, logs[0], "doctor")
        assert doctor.wait(120) == 0, logs[0].read_text()


def test_of_three_first_runs_one_serves_and_the_others_say_where(tmp_path):
    data, port = tmp_path / "data", str(free_port())
    logs = [tmp_path / f"{name}.log" for name in "abc"]
    starts = [begin(data, log, "run", "--no-browser", "--port", port) for log in logs]
    try:
        ended = two_that_end(starts)
        said = what_is_said(logs)
        assert len(ended) == 2, said
        assert sum("Unflinch is at" in text for text in said) == 1
        assert sum("already runs on this data" in text for text in said) == 2
        assert "Traceback" not in "".join(said)
    finally:
        for start in starts:
            end(start)


def what_is_said(logs: list[Path]) -> list[str]:
    """All that they say, as soon as one says where it is; it may still be starting when the others have ended."""
    for _ in range(1200):
        said = [log.read_text() for log in logs]
        if any("Unflinch is at" in text for text in said):
            break
        time.sleep(0.1)
    return said


def two_that_end(starts: list[subprocess.Popen[bytes]]) -> list[subprocess.Popen[bytes]]:
    """Those that have ended as soon as two have; a busy machine takes its time."""
    for _ in range(1200):
        ended = [start for start in starts if start.poll() is not None]
        if len(ended) > 1:
            break
        time.sleep(0.1)
    return ended


def test_two_folders_started_at_once_on_one_port_have_a_port_each(tmp_path):
    port = str(free_port())
    logs = [tmp_path / f"{name}.log" for name in "ab"]
    starts = [begin(tmp_path / log.stem, log, "run", "--no-browser", "--port", port) for log in logs]
    try:
        addresses = [wait_for_an_answer(start, log) for start, log in zip(starts, logs, strict=True)]
        assert len(set(addresses)) == 2
        assert port in {str(urlsplit(address).port) for address in addresses}
        assert sum(bool(re.search(rf"Port {port} is taken", log.read_text())) for log in logs) == 1
    finally:
        for start in starts:
            end(start)


def test_every_file_is_its_owners_alone_in_a_folder_that_was_open_to_all(tmp_path):
    data = tmp_path / "data"
    data.mkdir(mode=0o755)
    with ExitStack() as stack:
        stack.enter_context(running(data))
        assert open_files(data) == []
        assert {"unflinch.sqlite3", "unflinch.sqlite3-wal", "keys.json", "running"} <= {
            file.name for file in data.iterdir()
        }


def test_what_an_earlier_release_left_open_is_closed_at_the_next_start(tmp_path):
    data = tmp_path / "data"
    log = tmp_path / "log"
    assert begin(data, log, "summary").wait(120) == 0
    for file in data.iterdir():
        file.chmod(0o644)
    assert begin(data, log, "doctor").wait(120) != 0
    assert "Others can read instance.key and keys.json" in log.read_text()
    assert begin(data, log, "summary").wait(120) == 0
    assert open_files(data) == []


def open_files(data: Path) -> list[str]:
    return [file.name for file in data.iterdir() if file.is_file() and file.stat().st_mode & 0o077]
