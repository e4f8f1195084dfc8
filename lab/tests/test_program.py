"""`python -m lab`: what it refuses, and that it never forgets to say "in simulation"."""

import pytest
from typer.testing import CliRunner

from lab.__main__ import app

QUICK = ["--people", "20", "--policy", "gut"]


@pytest.fixture
def lab(tmp_path):
    def lab(*arguments):
        return CliRunner().invoke(app, [*arguments, "--folder", str(tmp_path)])

    return lab


def test_a_policy_is_tried_beside_the_simple_ones_and_the_oracle(lab):
    told = lab("try", *QUICK, "--worlds", "fragile")
    assert told.exit_code == 0
    assert told.output.count("in simulation") == 1
    for name in ("random", "middle", "list", "gut", "oracle"):
        assert name in told.output


def test_the_half_of_the_report_is_left_to_the_report(lab):
    told = lab("try", *QUICK, "--half", "report")
    assert told.exit_code == 1
    assert "opened by `lab report` only" in told.output


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
    assert told.exit_code == 1
    assert sentence in told.output


def test_the_report_is_about_the_one_coach_of_the_application(lab):
    told = lab("report", "--coach", "nerve.graded:graded")
    assert told.exit_code == 1
    assert "--rehearse" in told.output
