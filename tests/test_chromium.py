"""The browser of the tests: the one that is named, or a sentence that says how to get one."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import chromium
from tests.rights import apt_install

ROOT = Path(__file__).resolve().parent.parent


def look_for_it(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.chromium"]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_named_one_is_taken(tmp_path: Path) -> None:
    (tmp_path / "my-chromium").touch()
    done = look_for_it(UNFLINCH_CHROMIUM=str(tmp_path / "my-chromium"), PATH="")
    assert done.returncode == 0
    assert str(tmp_path / "my-chromium") in done.stdout


def test_where_there_is_none_it_says_how_to_get_one(tmp_path: Path) -> None:
    done = look_for_it(UNFLINCH_CHROMIUM=str(tmp_path / "nothing"), PATH="")
    assert done.returncode == 1
    assert "apt-get install chromium" in done.stderr


def test_the_shell_opens_pages_where_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UNFLINCH_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("chromium", chromium.SHELL):
        (tmp_path / name).touch(mode=0o755)
        assert (chromium.find(), chromium.find_whole()) == (str(tmp_path / name), str(tmp_path / "chromium"))


def test_playwrights_own_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / ".cache/ms-playwright/chromium-1/chrome-linux/chrome"
    own.parent.mkdir(parents=True)
    own.touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    assert str(own) in chromium.candidates()


def test_where_apt_may_be_asked_it_installs_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installs = f'[ "$2" = update ] || for it in chromium {chromium.SHELL}; do : > {tmp_path}/$it; done'
    skips_its_options = 'while case "$1" in -*) :;; *) false;; esac; do shift; done; "$@"'
    for name, script in (("apt-get", installs), ("sudo", skips_its_options)):
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    apt_install("chromium", chromium.SHELL)
    assert {path.name for path in tmp_path.iterdir()} >= {"chromium", chromium.SHELL}
