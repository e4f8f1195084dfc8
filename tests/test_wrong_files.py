"""Files that are missing, damaged or somebody else's: every command and `doctor` say so in a sentence."""

import ctypes
import os
import re
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.live import UNFLINCH, like_a_person, running

DIARY = "date,challenge,outcome,lesson\n" + "".join(
    f"2026-11-{day:02},Ask for a chair number {day},no,It was only a no the {day}th time\n" for day in range(1, 29)
)
PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE = 1


def unflinch(data: Path, *words: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    command = [str(UNFLINCH), "--data", str(data), *words]
    # What holds the program back must not hold back the measuring of the tests, which writes files of its own.
    env = {name: value for name, value in like_a_person().items() if not (before and name.startswith("COVERAGE_"))}
    return subprocess.run(command, check=False, env=env, capture_output=True, text=True, timeout=120, preexec_fn=before)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a month in it, and nothing running on it."""
    place = tmp_path_factory.mktemp("whole")
    file = place / "diary.csv"
    file.write_text(DIARY, encoding="utf-8")
    assert unflinch(place / "data", "import", str(file)).returncode == 0
    return place / "data"


@pytest.fixture(scope="module")
def another(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody else's folder."""
    data = tmp_path_factory.mktemp("another") / "data"
    assert unflinch(data, "summary").returncode == 0
    return data


@pytest.fixture
def data(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "data"))


def write(name: str, content: bytes) -> Callable[[Path, Path], object]:
    return lambda data, _: (data / name).write_bytes(content)


def lose(name: str) -> Callable[[Path, Path], object]:
    return lambda data, _: (data / name).unlink()


def swap(name: str) -> Callable[[Path, Path], object]:
    return lambda data, another: shutil.copy(another / name, data / name)


def into_a_folder(name: str) -> Callable[[Path, Path], object]:
    def change(data: Path, _: Path) -> None:
        (data / name).unlink()
        (data / name).mkdir()

    return change


def garble(data: Path, _: Path) -> None:
    """Every page of the database but the first is noise."""
    file = data / "unflinch.sqlite3"
    content = bytearray(file.read_bytes())
    content[100:] = bytes(number * 7 % 251 for number in range(len(content) - 100))
    file.write_bytes(content)


def cut(data: Path, _: Path) -> None:
    file = data / "unflinch.sqlite3"
    os.truncate(file, file.stat().st_size // 3)


def in_the_database(*statements: str) -> Callable[[Path, Path], object]:
    def change(data: Path, _: Path) -> None:
        with sqlite3.connect(data / "unflinch.sqlite3") as base:
            for statement in statements:
                base.execute(statement)
        base.close()

    return change


DATABASE, KEYS, SECRET = "unflinch.sqlite3", "keys.json", "instance.key"
# What was done to the files, a word that the answer must hold, and whether a start is refused.
STOPS = [
    pytest.param(lose(KEYS), "keys.json is missing", id="keys missing"),
    pytest.param(write(KEYS, b""), "keys.json is damaged", id="keys empty"),
    pytest.param(write(KEYS, b'{"persons": {"'), "keys.json is damaged", id="keys garbled"),
    pytest.param(write(KEYS, b"\xff\xfe\x00"), "keys.json is damaged", id="keys not text"),
    pytest.param(write(KEYS, b"[]"), "keys.json is damaged", id="keys a list"),
    pytest.param(write(KEYS, b'{"persons": [], "erased": {}}'), "keys.json is damaged", id="keys of another shape"),
    pytest.param(into_a_folder(KEYS), "keys.json is damaged", id="keys a folder"),
    pytest.param(swap(KEYS), "the same backup", id="keys of somebody else"),
    pytest.param(lose(SECRET), "instance.key is missing", id="secret missing"),
    pytest.param(write(SECRET, b""), "instance.key is empty or damaged", id="secret empty"),
    pytest.param(write(SECRET, b"\xff\xfe"), "instance.key is empty or damaged", id="secret not text"),
    pytest.param(into_a_folder(SECRET), "can't be used", id="secret a folder"),
    pytest.param(swap(SECRET), "don't belong together", id="secret of somebody else"),
    pytest.param(lose(DATABASE), "unflinch.sqlite3 is missing", id="database missing"),
    pytest.param(write(DATABASE, b""), "unflinch.sqlite3 is missing or empty", id="database empty"),
    pytest.param(write(DATABASE, b"Dear diary, " * 900), "unflinch.sqlite3 can't be opened", id="database a text"),
    pytest.param(into_a_folder(DATABASE), "unflinch.sqlite3 isn't a file", id="database a folder"),
    pytest.param(garble, "database", id="database garbled"),
    pytest.param(cut, "database", id="database cut"),
    pytest.param(
        in_the_database(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('practice', '9000_later', '2030-01-01')"
        ),
        "newer Unflinch",
        id="data of a newer release",
    ),
]
COMMANDS = (("summary",), ("run", "--no-browser"), ("export", "out.zip"))


def is_a_sentence(done: subprocess.CompletedProcess[str], word: str) -> None:
    said = done.stdout + done.stderr
    assert done.returncode != 0, said
    assert word in " ".join(said.split()), said
    assert "Traceback" not in said


# One of each file in every run: each start of the program takes a second. `make prove` tries them all.
FEW = ("keys missing", "keys garbled", "secret missing", "database garbled", "data of a newer release")
FEWER_STOPS = [
    stop if stop.id in FEW else pytest.param(*stop.values, id=stop.id, marks=pytest.mark.prove) for stop in STOPS
]


@pytest.mark.parametrize(("change", "word"), FEWER_STOPS)
def test_a_wrong_file_is_said_in_a_sentence_and_nothing_begins_anew(data, another, change, word, monkeypatch, tmp_path):  # noqa: PLR0917
    monkeypatch.chdir(tmp_path)
    change(data, another)
    before = {file.name: file.read_bytes() for file in (data / KEYS, data / SECRET) if file.is_file()}
    # Every row meets `doctor`, and one of the others in turn.
    for command in (("doctor",), COMMANDS[len(word) % len(COMMANDS)]):
        is_a_sentence(unflinch(data, *command), word)
    assert {file.name: file.read_bytes() for file in (data / KEYS, data / SECRET) if file.is_file()} == before
    assert not (tmp_path / "out.zip").exists()


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("UPDATE practice_debrief SET lesson = substr(lesson, 1, 20) WHERE rowid = 3", "1 text can't be read any more"),
        ("UPDATE practice_answer SET day = 'yesterday' WHERE rowid = 3", "practice.answer"),
        ("UPDATE practice_ask SET arrived = x'0102' WHERE rowid = 3", "practice.ask"),
    ],
)
def test_doctor_finds_what_is_damaged_within(data, statement, word):
    in_the_database(statement)(data, data)
    is_a_sentence(unflinch(data, "doctor"), word)
    for command in (("summary",), ("next",)):
        assert "Traceback" not in unflinch(data, *command).stderr


def test_a_good_folder_is_well(data):
    done = unflinch(data, "doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert "All is well." in done.stdout


def test_tables_that_an_update_has_not_come_to_are_no_fault(data):
    last = "(SELECT max(id) FROM django_migrations)"
    in_the_database(f"DELETE FROM django_migrations WHERE id = {last}")(data, data)
    assert unflinch(data, "doctor").returncode == 0


def without_the_powers_of_root() -> None:
    """Root may write everywhere; without this capability it's a user as any other."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(data):
    data.chmod(0o500)
    for command in (("doctor",), ("summary",)):
        is_a_sentence(unflinch(data, *command, before=without_the_powers_of_root), "can't be written")
    data.chmod(0o700)


@pytest.mark.parametrize("kilobytes", [0, 64, *(pytest.param(size, marks=pytest.mark.prove) for size in (4, 300))])
def test_a_disk_without_room_at_the_very_first_start_is_said_in_a_sentence(tmp_path, kilobytes):
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    is_a_sentence(unflinch(tmp_path / "data", "summary", before=full), "can't be")
    assert unflinch(tmp_path / "data", "summary").returncode == 0, "with room again it begins"


def see(url: str) -> tuple[int, str]:
    try:
        with urlopen(url, timeout=30) as page:
            return page.status, page.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).replace("&#x27;", "'").split())


@pytest.mark.parametrize(
    ("change", "word"),
    [
        pytest.param(lose(KEYS), "keys.json is missing", id="keys missing"),
        pytest.param(write(KEYS, b"[]"), "keys.json is damaged", id="keys a list"),
        pytest.param(swap(KEYS), "no key for this person", id="keys of somebody else"),
        pytest.param(lambda data, _: shutil.rmtree(data), "is gone", id="folder deleted"),
        pytest.param(lose(DATABASE), "database", id="database deleted"),
    ],
)
def test_pages_say_calmly_which_file_it_is(data, another, change, word):
    with running(data) as live:
        assert see(f"{live.url}/diary/")[0] == 200
        change(data, another)
        status, page = see(f"{live.url}/diary/")
        assert status == 503
        assert word in words_of(page)
        assert "That was us" not in page
        assert see(f"{live.url}/help/")[0] in (200, 503)
