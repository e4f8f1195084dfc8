"""The set-up of a fresh machine: it says what is wrong in a sentence, and does nothing where nothing changed."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PIPS_OWN = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "UV_"))}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A repository that asks for a package which no index has, so that nothing is ever fetched."""
    for name in ("bootstrap.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text("not-a-package @ nowhere\n", encoding="ascii")
    return tmp_path


def set_up(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it as make does, with no uv in reach."""
    surroundings = PIPS_OWN | {"PATH": str(place / "nothing"), "HOME": str(place)}
    command = [sys.executable, str(place / "bootstrap.py"), *arguments]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, cwd=place)


def test_a_lock_that_cannot_be_installed_is_a_sentence(place: Path) -> None:
    done = set_up(place)
    assert done.returncode == 1
    assert done.stderr.endswith("The packages could not be installed; the lines above say why. Is the network there?\n")
    assert "Traceback" not in done.stderr
    assert not (place / ".venv" / "made-from").exists()


def test_a_python_without_its_venv_module_is_told_which_package_to_install(place: Path) -> None:
    (place / "bare.py").write_text(
        "import importlib.util, runpy\n"
        "importlib.util.find_spec = lambda name: None\n"
        f"runpy.run_path({str(place / 'bootstrap.py')!r}, run_name='__main__')\n",
        encoding="utf-8",
    )
    command = [sys.executable, str(place / "bare.py")]
    done = subprocess.run(command, env={"PATH": ""}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"apt-get install python3.{sys.version_info.minor}-venv" in done.stderr


@pytest.mark.parametrize(("made_from", "arguments"), [("LOCK", []), ("DEV_LOCK", ["--dev"]), ("DEV_LOCK", [])])
def test_nothing_is_done_if_nothing_has_changed(place: Path, made_from: str, arguments: list[str]) -> None:
    pretend_made_from(place, made_from)
    done = set_up(place, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_runs_is_not_enough_to_build_with(place: Path) -> None:
    pretend_made_from(place, "LOCK")
    assert set_up(place, "--dev").returncode == 1


@pytest.mark.parametrize(("name", "arguments"), [("requirements.txt", []), ("requirements-dev.txt", ["--dev"])])
def test_a_change_of_the_lock_is_noticed(place: Path, name: str, arguments: list[str]) -> None:
    pretend_made_from(place, "DEV_LOCK" if arguments else "LOCK")
    (place / name).write_text("neither-a-package @ nowhere\n", encoding="ascii")
    assert set_up(place, *arguments).returncode == 1


def pretend_made_from(place: Path, lock: str) -> None:
    """Leave a `.venv` behind that says it was made from this lock."""
    stamp = f"import bootstrap; bootstrap.STAMP.write_text(bootstrap.fingerprint(bootstrap.{lock}))"
    (place / ".venv" / "bin").mkdir(parents=True)
    (place / ".venv" / "bin" / "python").symlink_to(sys.executable)
    subprocess.run([sys.executable, "-c", stamp], cwd=place, env={"PYTHONPATH": str(place)}, check=True)


def test_an_old_python_can_read_the_launcher() -> None:
    ast.parse((ROOT / "bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_which_one_is_needed(place: Path) -> None:
    (place / "old.py").write_text(
        "import sys, runpy\n"
        "sys.version_info = (3, 9, 6)\n"
        f"runpy.run_path({str(place / 'bootstrap.py')!r}, run_name='__main__')\n",
        encoding="utf-8",
    )
    command = [sys.executable, str(place / "old.py")]
    done = subprocess.run(command, env={"PATH": ""}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Unflinch needs Python 3.11 or newer" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.prove
def test_a_fresh_clone_is_set_up_with_pip_alone(tmp_path: Path) -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in listed.splitlines():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    assert set_up(tmp_path).returncode == 0
    assert set_up(tmp_path).stdout == ""
    answer = subprocess.run([tmp_path / ".venv/bin/unflinch", "--help"], capture_output=True, text=True, check=True)
    assert "Practise asking" in answer.stdout
    assert not (tmp_path / ".venv/bin/pytest").exists(), "running needs no tests"


@pytest.mark.prove
def test_a_wheel_runs_by_itself(tmp_path: Path) -> None:
    """As `uvx --from dist/unflinch-….whl unflinch` does it: an empty place, the wheel, the packages that it names."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "place"], check=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    pip = [str(tmp_path / "place/bin/pip"), "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.txt")], check=True, capture_output=True)
    # Without an index: whatever the wheel names, the lock must have brought.
    subprocess.run([*pip, "--no-index", str(wheel)], check=True, capture_output=True)
    command = [str(tmp_path / "place/bin/unflinch"), "--data", str(tmp_path / "data")]
    done = subprocess.run([*command, "doctor"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "All is well." in done.stdout, done.stderr
    offered = subprocess.run([*command, "next"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert offered.stdout
