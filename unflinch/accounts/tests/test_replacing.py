"""A file is replaced as a whole: the old one or the new one, its owner's alone, and nothing is left beside it."""

import os
import stat
from pathlib import Path

import pytest

from unflinch.accounts import keyring
from unflinch.accounts.keyring import replacing_file, write_atomically


@pytest.fixture(params=["without a name", "with a name"], autouse=True)
def both_ways(request, monkeypatch):
    """As on Linux, and as where a file has its name from the start."""
    if request.param == "with a name":
        monkeypatch.setattr(keyring, "_NAMELESS", 0)


def test_the_new_one_stands_and_is_its_owners_alone(tmp_path):
    file = tmp_path / "keys.json"
    file.write_bytes(b"old")
    file.chmod(0o644)
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_while_it_is_written_nobody_else_can_read_it(tmp_path):
    with replacing_file(tmp_path / "all.zip") as file:
        file.write(b"words")
        assert stat.S_IMODE(os.fstat(file.fileno()).st_mode) == 0o600


def test_an_error_leaves_the_old_one_and_nothing_beside_it(tmp_path):
    file = tmp_path / "all.zip"
    file.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), replacing_file(file) as new:
        new.writelines(b"half" for part in (2, 1, 0) if 1 / part)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("place", ["a folder", "a pipe", "/dev/null"])
def test_what_is_no_ordinary_file_is_never_replaced(tmp_path, place):
    path = tmp_path / place
    if place == "a folder":
        path.mkdir()
    elif place == "a pipe":
        os.mkfifo(path)
    before = path.stat().st_mode
    with pytest.raises(OSError, match="ordinary file"):
        write_atomically(path, b"words")
    assert path.stat().st_mode == before
    assert [one.name for one in tmp_path.iterdir()] == [] if place == "/dev/null" else [place]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "no" / "all.zip", b"words")
