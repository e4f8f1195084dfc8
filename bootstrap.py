"""Make `.venv`: the locked packages and `unflinch` itself. Does nothing if nothing has changed.

`python3 bootstrap.py` installs what running Unflinch needs; with `--dev` also what building and testing it needs.
Standard library only, and no syntax newer than Python 3.6, so that an old Python can say what is wrong.
"""

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List, Optional

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "made-from"
LOCK = ROOT / "requirements.txt"
DEV_LOCK = ROOT / "requirements-dev.txt"

OURS = ["unflinch", "nerve", "meaning", "lab"]

OLDEST = (3, 11)
NEW_ENOUGH = ["python3.14", "python3.13", "python3.12", "python3.11"]


def main() -> None:
    """Bring `.venv` up to date, with uv if it is installed and pip otherwise; stop with a sentence if that fails."""
    if sys.version_info < OLDEST:
        start_again_with_a_newer_python()
    lock = DEV_LOCK if "--dev" in sys.argv[1:] else LOCK
    # The packages to run with are among those to build with, so the larger set will do for both.
    enough = [fingerprint(DEV_LOCK)] + [fingerprint(LOCK)] * (lock == LOCK)
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") in enough:
        return
    STAMP.unlink(missing_ok=True)
    uv = shutil.which("uv")
    if not (uv and prepare(uv, lock)) and not prepare(None, lock):
        raise SystemExit("The packages could not be installed; the lines above say why. Is the network there?")
    STAMP.write_text(fingerprint(lock), encoding="ascii")
    say(".venv is ready. To start Unflinch: make run")


def start_again_with_a_newer_python() -> None:
    """Hand over to a newer Python of this machine, or say that there is none."""
    for name in NEW_ENOUGH:
        newer = shutil.which(name)
        # A version manager's stand-in can be on the path without a Python behind it.
        if newer and subprocess.call([newer, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            raise SystemExit(subprocess.call([newer, __file__, *sys.argv[1:]]))
    raise SystemExit(
        "Unflinch needs Python 3.11 or newer; {} is {}. Install a newer one, then try again.".format(
            sys.executable, platform.python_version()
        )
    )


def fingerprint(lock: Path) -> str:
    """What `.venv` is made from: the lock, the project's description, this file, the place and the Python."""
    digest = hashlib.sha256()
    for file in (lock, ROOT / "pyproject.toml", Path(__file__)):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    digest.update("{} {} {}.{}".format(lock.name, VENV, *sys.version_info).encode())
    return digest.hexdigest()


def prepare(uv: Optional[str], lock: Path) -> bool:
    """Make `.venv` if it is missing or broken, and fill it; False if a step failed."""
    return (is_usable(uv) or make_environment(uv)) and install(uv, lock) and compile_ours()


def is_usable(uv: Optional[str]) -> bool:
    """Whether `.venv` is there, in one piece, made for this version of Python, and holds pip where that is needed."""
    check = "import sys; sys.exit(sys.version_info[:2] != {!r})".format(tuple(sys.version_info[:2]))
    return PYTHON.exists() and run([str(PYTHON), "-c", check if uv else "import pip; " + check], quiet=True)


def make_environment(uv: Optional[str]) -> bool:
    """An empty `.venv`, in place of a broken one."""
    if not uv and not importlib.util.find_spec("ensurepip"):
        raise SystemExit(
            "This Python cannot make environments: its venv module is not complete.\n"
            "On Debian and Ubuntu: apt-get install python{}.{}-venv\n"
            "Then try again.".format(*sys.version_info)
        )
    say("Making .venv for Python {}.".format(platform.python_version()))
    if VENV.exists():
        shutil.rmtree(str(VENV))
    base = getattr(sys, "_base_executable", None) or sys.executable
    make = [uv, "venv", "--quiet", "--python", base] if uv else [base, "-m", "venv"]
    return run([*make, str(VENV)])


def install(uv: Optional[str], lock: Path) -> bool:
    """The locked packages, each checked against its hash; then `unflinch`, which stays where it is."""
    if uv:
        say("Installing the locked packages with uv.")
        pip = [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(PYTHON)]
    else:
        say("Installing the locked packages with pip; the first time this takes about a minute.")
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    locked = run([*pip, "--require-hashes", "--no-deps", "-r", str(lock)])
    return locked and run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])


def compile_ours() -> bool:
    """Compile our own modules as the packages are, so that a start need not: it takes a quarter of a start."""
    return run([str(PYTHON), "-m", "compileall", "-q", *OURS])


def run(command: List[str], quiet: bool = False) -> bool:
    """Run a program to its end and say whether it succeeded."""
    return subprocess.call(command, cwd=str(ROOT), stderr=subprocess.DEVNULL if quiet else None) == 0


def say(sentence: str) -> None:
    """Tell the person now, not when the buffer is full."""
    print(sentence, flush=True)


if __name__ == "__main__":
    main()
