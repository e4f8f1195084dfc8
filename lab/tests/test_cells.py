"""Cells are kept: a run that was broken off goes on, and changed source is another cell."""

import ast
from dataclasses import replace

import numpy as np
import pytest

from lab import trial
from lab.cells import Cell, sources
from lab.policies import POLICIES
from lab.protocol import cells as protocol
from lab.protocol import run_protocol
from lab.worlds import WORLDS

CELL = Cell("random", "base", 10, seed=1, half="tuning")


@pytest.fixture
def runs(monkeypatch):
    """The policies that were really run."""
    made = []

    def run(policy, *arguments, **options):
        made.append(policy)
        return trial.run(policy, *arguments, **options)

    monkeypatch.setattr("lab.cells.run", run)
    return made


def no_bar(cell, done):
    """Nobody watches."""


def test_a_cell_is_run_once(tmp_path, runs):
    first = run_protocol([CELL], tmp_path, no_bar)
    again = run_protocol([CELL, replace(CELL, policy="gut")], tmp_path, no_bar)
    assert runs == ["random", "gut"]
    assert np.array_equal(first["base"]["random"].after, again["base"]["random"].after)


def test_half_a_file_is_no_cell(tmp_path, runs, monkeypatch):
    def break_off(file, **values):
        file.write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(np, "savez_compressed", break_off)
        with pytest.raises(KeyboardInterrupt):
            run_protocol([CELL], tmp_path, no_bar)
    assert run_protocol([CELL], tmp_path, no_bar)["base"]["random"].asks.sum() > 0


@pytest.mark.parametrize(
    "change", [{"seed": 2}, {"half": "report"}, {"people": 11}, {"family": "kalman"}, {"coach": "nerve.graded:graded"}]
)
def test_other_arguments_are_another_cell(change):
    assert replace(CELL, **change).fingerprint() != CELL.fingerprint()


def test_a_coach_from_elsewhere_is_run_each_time(tmp_path, runs):
    cell = replace(CELL, policy="coach", coach="nerve.graded:graded")
    run_protocol([cell], tmp_path, no_bar)
    run_protocol([cell], tmp_path, no_bar)
    assert runs == ["coach", "coach"]


def test_nerve_counts_only_for_those_that_run_on_it():
    found = {policy: {file.name for file in sources(policy) if file.parent.name == "nerve"} for policy in POLICIES}
    assert found["random"] == found["oracle"] == set()
    assert "choice.py" in found["coach"]
    assert "choice.py" not in found["list"]


@pytest.mark.parametrize(("policy", "first"), [("list", "graded.py"), ("bounded", "limits.py"), ("coach", "choice.py")])
def test_whatever_a_policy_runs_on_is_among_its_sources(policy, first):
    files = {file.name: file for file in sources(policy) if file.parent.name == "nerve"}
    assert first in files
    for file in files.values():
        assert used_by(file) <= set(files)


def test_what_the_coach_does_not_run_on_is_no_source_of_it():
    assert "sting.py" not in {file.name for file in sources("coach")}


def used_by(file):
    """The files of `nerve` that it imports from."""
    imports = [node for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.ImportFrom)]
    modules = [node.module or "" for node in imports]
    return {f"{module.removeprefix('nerve.')}.py" for module in modules if module.startswith("nerve.")}


def test_the_protocol_has_every_world_every_family_in_base_and_a_rollout():
    todo = protocol(1000, 1, "report", None)
    settings = {cell.setting for cell in todo}
    assert settings == {*WORLDS, "base/kalman", "base/latent-cause", "base/pearce-hall"}
    assert {cell.people for cell in todo} == {1000, 100}
    assert [cell.setting for cell in todo if cell.policy == "rollout"] == ["base"]
    assert len(set(todo)) == len(todo)
