"""The Chromium of this machine: found, or installed where that is possible. `python -m tests.chromium` does both."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

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
    """Where Chromium is. What UNFLINCH_CHROMIUM names is taken as it is, even if nothing is there."""
    return os.environ.get("UNFLINCH_CHROMIUM") or next(candidates(), None)


def candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield from (path for path in MAC if Path(path).exists())
    for cache in PLAYWRIGHTS:
        for name in ("chrome", "Chromium", "Google Chrome for Testing"):
            yield from map(str, (Path.home() / cache).glob(f"chromium-*/**/{name}"))


def install() -> None:
    """Ask Debian's or Ubuntu's own installer, where it may be asked without a password; elsewhere do nothing."""
    apt = shutil.which("apt-get")
    right = the_right_to_install()
    if apt is None or right is None:
        return
    print("Installing Chromium for the browser tests.", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        # What went wrong stands above; whether there is a Chromium now is asked afterwards.
        subprocess.run([*right, apt, "--quiet=2", *arguments], env=quiet, check=False, stdin=subprocess.DEVNULL)


def the_right_to_install() -> list[str] | None:
    """What to put before a command so that root runs it; None where that would need a password."""
    if os.name == "nt":
        return None
    if os.geteuid() == 0:
        return []
    sudo = [shutil.which("sudo") or "sudo", "--non-interactive", "--preserve-env=DEBIAN_FRONTEND"]
    return sudo if shutil.which("sudo") and subprocess.call([*sudo, "true"], stderr=subprocess.DEVNULL) == 0 else None


def main() -> None:
    """Say which Chromium the tests use; stop with what to do where there is none."""
    if find() is None:
        install()
    path = find()
    if path is None or not Path(path).exists():
        raise SystemExit(HOW_TO_GET_IT)
    print(f"Browser tests use {path}")


if __name__ == "__main__":
    main()
