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
PINNED = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==([^ ;]+)", re.MULTILINE)


def test_every_dependency_has_a_line_saying_why_it_is_there() -> None:
    assert list(without_a_reason(PROJECT)) == []


def test_a_dependency_without_a_reason_is_found() -> None:
    text = 'dependencies = [\n    # Pages.\n    "Django>=5.2",\n    "requests",\n]\n'
    assert list(without_a_reason(text)) == ['"requests",']


def test_the_lock_holds_every_dependency_in_a_version_that_is_wanted() -> None:
    project = tomllib.loads(PROJECT)
    wanted = map(Requirement, project["project"]["dependencies"] + project["dependency-groups"]["dev"])
    locked: dict[str, list[str]] = {}
    for name, version in PINNED.findall(LOCK):
        locked.setdefault(name, []).append(version)
    refused = [
        str(requirement)
        for requirement in wanted
        if not any(map(requirement.specifier.contains, locked.get(canonicalize_name(requirement.name), [])))
    ]
    assert refused == [], "pyproject.toml asks for what the lock does not hold: make lock"


def test_every_locked_package_is_pinned_and_hashed() -> None:
    entries = [entry for entry in re.split(r"\n(?=[a-z0-9])", LOCK) if entry.strip()]
    assert len(entries) == len(PINNED.findall(LOCK))
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("trace", ["://", " @ ", "--index", "--find-links", "--extra-index", "file:", "/"])
def test_the_lock_names_no_host_and_no_path(trace: str) -> None:
    assert trace not in LOCK


def without_a_reason(text: str) -> Iterator[str]:
    """The lines of the first list of dependencies that do not stand directly beneath a comment."""
    lines = text.partition("\ndependencies = [" if "\ndependencies" in text else "dependencies = [")[2]
    before = ""
    for line in map(str.strip, lines.partition("\n]")[0].splitlines()):
        if line.startswith('"') and not before.startswith("#"):
            yield line
        before = line
