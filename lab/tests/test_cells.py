"""Cells are kept: a run that was broken off goes on, and changed source is another cell."""

from dataclasses import replace

import numpy as np
import pytest

from lab import trial
from lab.cells import Cell, sources
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


def test_nerve_counts_only_for_those_that_call_it():
    alone, both = set(sources(with_nerve=False)), set(sources(with_nerve=True))
    assert {file.parent.name for file in both - alone} == {"nerve"}
    assert not any("tests" in file.parts for file in both)


def test_the_protocol_has_every_world_every_family_in_base_and_a_rollout():
    todo = protocol(1000, 1, "report", None)
    settings = {cell.setting for cell in todo}
    assert settings == {*WORLDS, "base/kalman", "base/latent-cause", "base/pearce-hall"}
    assert {cell.people for cell in todo} == {1000, 100}
    assert [cell.setting for cell in todo if cell.policy == "rollout"] == ["base"]
    assert len(set(todo)) == len(todo)
