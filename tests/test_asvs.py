"""The sheet of the security standard: every requirement once, and each pointer at something that is there."""

import pytest

from tests.asvs import ANSWERS, Requirement, asked_for, requirements

SHEET = requirements()


def test_every_requirement_of_both_levels_is_answered_once_and_in_its_order():
    assert [number for line in SHEET for number in line.numbers] == asked_for()
    assert len(asked_for()) == 253


@pytest.mark.parametrize("line", SHEET, ids=lambda line: line.numbers[0])
def test_each_line_says_whether_it_is_kept_and_points_at_what_is_there(line):
    assert line.answer in ANSWERS
    assert line.lost == []
    assert line.pointers or line.answer != "kept"
    assert len(line.where) > 3


def test_a_lost_pointer_is_found():
    line = Requirement(["1.1.1"], "kept", "`tests/test_asvs.py::test_nowhere`, `docs/nowhere.md`, `unflinch unlock`")
    assert line.lost == ["tests/test_asvs.py::test_nowhere", "docs/nowhere.md"]
