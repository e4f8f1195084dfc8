"""`unflinch lab` hands over to the lab, a program of its own, with its words and its verdict."""

import os
import subprocess
import sys

UNFLINCH = [sys.executable, "-c", "from unflinch.cli import main; main()"]


def lab(tmp_path, *arguments):
    surroundings = os.environ | {"UNFLINCH_DATA": str(tmp_path)}
    command = [*UNFLINCH, "lab", *arguments]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)


def test_its_help_is_the_labs_own(tmp_path):
    told = lab(tmp_path, "--help")
    assert told.returncode == 0
    assert "Simulated people" in told.stdout
    assert "report" in told.stdout


def test_what_the_lab_refuses_is_refused(tmp_path):
    told = lab(tmp_path, "try", "--worlds", "moon")
    assert told.returncode == 1
    assert "'moon' is no world" in told.stderr
