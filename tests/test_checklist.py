"""The checklist is whole, and each full score points at something that is there."""

from tests.care import ENOUGH, lost, score
from tests.checklist import Row, rows


def test_all_sixty_lines_are_scored():
    assert [row.number for row in rows()] == list(range(1, 61))
    assert {row.score for row in rows()} <= {0, 1, 2}


def test_the_score_is_high_enough():
    assert score() >= ENOUGH


def test_no_full_score_is_without_its_evidence():
    assert [(row.number, row.lost) for row in lost()] == []


def test_what_is_not_full_says_what_is_missing():
    assert [row.number for row in rows() if row.score < 2 and row.where.endswith("`")] == []


def test_a_pointer_at_nothing_is_found():
    gone = Row(1, "C", "asked", 2, "`tests/nowhere.py`, `tests/care.py::test_nothing`, `tests/care.py`")
    assert gone.lost == ["tests/nowhere.py", "tests/care.py::test_nothing"]
