"""`python -m lab`: what it refuses, and that it never forgets to say "in simulation"."""

import subprocess
import sys

import pytest

QUICK = ["--people", "20", "--policy", "gut"]


@pytest.fixture
def lab(tmp_path):
    def lab(*arguments):
        command = [sys.executable, "-m", "lab", *arguments, "--folder", str(tmp_path)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return lab


def test_a_policy_is_tried_beside_the_simple_ones_and_the_oracle(lab):
    told = lab("try", *QUICK, "--worlds", "fragile")
    assert told.returncode == 0
    assert told.stdout.count("in simulation") == 1
    for name in ("random", "middle", "list", "gut", "oracle"):
        assert name in told.stdout


def test_the_half_of_the_report_is_left_to_the_report(lab):
    told = lab("try", *QUICK, "--half", "report")
    assert told.returncode == 1
    assert "opened by `lab report` only" in told.stderr


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--worlds", "no world"),
        ("--policy", "no policy"),
        ("--learner", "no learner"),
        ("--coach", "no such module:function"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(lab, option, sentence):
    told = lab("try", "--people", "20", option, "moon")
    assert told.returncode == 1
    assert sentence in told.stderr


def test_the_report_is_about_the_one_coach_of_the_application(lab):
    told = lab("report", "--coach", "nerve.graded:graded")
    assert told.returncode == 1
    assert "--rehearse" in told.stderr


@pytest.mark.parametrize("people", ["19", "many", "-40"])
def test_too_few_people_are_refused_with_the_usage(lab, people):
    told = lab("try", "--people", people)
    assert told.returncode == 2
    assert "from 20 on" in told.stderr
