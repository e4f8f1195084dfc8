"""The Chromium of this machine: found, or installed where that is possible. `python -m tests.chromium` does both.

Debian also has it as a shell without windows: the same engine, for half the processor time a page.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.rights import apt_install

SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# Where `playwright install chromium` puts its own.
PLAYWRIGHTS = (".cache/ms-playwright", "Library/Caches/ms-playwright")
HOW_TO_GET_IT = """The browser tests need Chromium, and none was found.
    Debian, Ubuntu    apt-get install chromium
    Fedora            dnf install chromium
    macOS             brew install --cask chromium
    anywhere          .venv/bin/playwright install --with-deps chromium
Then try again, or name one you have: UNFLINCH_CHROMIUM=/where/it/is make test"""


def find() -> str | None:
    """What opens pages: the shell, or else the whole browser. What UNFLINCH_CHROMIUM names is taken as it is."""
    return os.environ.get("UNFLINCH_CHROMIUM") or shutil.which(SHELL) or find_whole()


def find_whole() -> str | None:
    """The browser as a person has it, with a history, notifications and a profile on the disk."""
    return os.environ.get("UNFLINCH_CHROMIUM") or next(candidates(), None)


def candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield from (path for path in MAC if Path(path).exists())
    for cache in PLAYWRIGHTS:
        for name in ("chrome", "Chromium", "Google Chrome for Testing"):
            yield from map(str, (Path.home() / cache).glob(f"chromium-*/**/{name}"))


def main() -> None:
    """Say which Chromium the tests use; stop with what to do where there is none."""
    if "UNFLINCH_CHROMIUM" not in os.environ and (find_whole() is None or shutil.which(SHELL) is None):
        apt_install("chromium", SHELL)
    whole, path = find_whole(), find()
    if whole is None or path is None or not Path(whole).exists():
        raise SystemExit(HOW_TO_GET_IT)
    print(f"Browser tests use {path}" + (f", and {whole} where the whole browser matters" if whole != path else ""))


if __name__ == "__main__":
    main()
