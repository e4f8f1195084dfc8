"""What a command takes is declared once, by the command; the command line reads what was typed by that."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from tests.live import UNFLINCH, like_a_person
from unflinch.cli import DJANGOS_OWN, DOORS

DECLARED = {name: load_command_class(f"unflinch.{door.app}", door.command) for name, door in DOORS.items()}
MANY = ("run", "import", "words")


def typed(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [str(UNFLINCH), "--data", str(data), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=like_a_person())


@pytest.mark.parametrize("name", DOORS)
def test_every_option_says_what_it_does(name):
    command = DECLARED[name]
    command.suppressed_base_arguments, command.requires_system_checks = DJANGOS_OWN, ()
    declared = command.create_parser("unflinch", name)._actions
    assert [action.dest for action in declared if not action.help] == []


@pytest.mark.parametrize("name", DOORS)
def test_a_sentence_of_the_help_stands_in_one_place(name):
    assert type(DECLARED[name]).help == ""
    assert DOORS[name].command in get_commands()


@pytest.mark.parametrize("name", MANY)
def test_the_help_of_a_command_shows_what_it_takes_and_nothing_of_django(tmp_path, name):
    said = typed(tmp_path / "data", name, "--help")
    assert said.returncode == 0
    text = re.sub(r"\s+", " ", said.stdout)
    assert DOORS[name].help in text
    assert "--settings" not in text
    own = DECLARED[name].create_parser("unflinch", name)._actions
    offered = [action.option_strings for action in own if action.option_strings]
    options = {option for names in offered for option in names} - DJANGOS_OWN - {"-v", "--skip-checks"}
    assert {option for option in options if option not in text} == set()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("summary", "--jsn"), "unrecognized arguments: --jsn"),
        (("demo", "--rem"), "unrecognized arguments: --rem"),
        (("run", "--port", "0"), "a port is a number from 1 to 65535"),
        (("import", "x.csv", "--header-line", "-1"), "lines are counted from 1"),
        (("import", "x.csv", "--date-order", "year"), "--date-order"),
        (("nxt",), "there is no 'nxt'"),
        (("--dat", "x"), "unrecognized arguments: --dat"),
        (("next", "--data", "x"), "--data goes before the command"),
        (("--config", "."), ". is a folder"),
        (("--data", ""), "this one is empty"),
        (("--data", "~nobody-of-this-name/x"), "can't be a place for files"),
        (("--config", "x" * 300), "can't be a place for files"),
    ],
)
def test_a_slip_of_the_keyboard_is_said_with_the_usage(tmp_path, words, sentence):
    said = typed(tmp_path / "data", *words)
    assert (said.returncode, said.stdout) == (2, "")
    assert "usage: unflinch" in said.stderr
    assert sentence in said.stderr


def test_an_option_may_stand_among_the_words(tmp_path):
    said = typed(tmp_path / "data", "find", "ask", "for", "--json", "a", "discount")
    assert (said.returncode, said.stdout[:1]) == (0, "{")


def test_the_help_of_all_names_every_command(tmp_path):
    said = typed(tmp_path / "data", "--help")
    assert said.returncode == 0
    assert [name for name in (*DOORS, "lab") if f"\n  {name} " not in said.stdout] == []


def test_data_that_is_a_file_is_said(tmp_path):
    (tmp_path / "data").write_text("a diary")
    said = typed(tmp_path / "data", "summary")
    assert said.returncode == 2
    assert "your data live in a folder" in said.stderr


@pytest.mark.parametrize(("answer", "status"), [("", 1), ("n\n", 1), ("yes\n", 0)])
def test_an_erasure_goes_on_after_a_yes_alone(tmp_path, answer, status):
    command = [str(UNFLINCH), "--data", str(tmp_path / "data")]
    subprocess.run([*command, "demo"], check=True, capture_output=True, env=like_a_person())
    said = subprocess.run([*command, "erase"], input=answer, text=True, capture_output=True, check=False)
    assert said.returncode == status
    assert "All of it, for ever?" in said.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_lacks_a_letter_is_shown_the_rest(tmp_path, encoding):
    command = [str(UNFLINCH), "--data", str(tmp_path / "data"), "find", "stocking", "decaf"]
    said = subprocess.run(
        command, capture_output=True, check=False, env=like_a_person() | {"PYTHONIOENCODING": encoding}
    )
    assert (said.returncode, said.stderr) == (0, b"")
    assert b"to start stocking decaf" in said.stdout


def test_where_nobody_listens_it_works_all_the_same(tmp_path):
    data = tmp_path / "data"
    closed = ["sh", "-c", 'exec "$0" "$@" >&-', str(UNFLINCH), "--data", str(data), "next"]
    said = subprocess.run(closed, capture_output=True, check=False, env=like_a_person())
    assert (said.returncode, said.stderr) == (0, b"")


def test_a_command_leaves_the_database_in_one_file(tmp_path):
    assert typed(tmp_path / "data", "demo").returncode == 0
    assert [file.name for file in (tmp_path / "data").glob("unflinch.sqlite3*")] == ["unflinch.sqlite3"]
