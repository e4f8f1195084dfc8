"""A stranger's questions: each search of docs/architecture.md finds something, and what it finds is named beside it."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").partition("## Where is it?")[2]
ROWS = re.findall(r"^\| ([A-Z][^|]+\?) \| `([^|`]+)` \| ([^|]+) \|$", PAGE, re.MULTILINE)
MOST_LINES = 25  # an answer is taken in at once


def test_there_are_questions():
    assert len(ROWS) >= 12


@pytest.mark.parametrize(("question", "search", "answer"), ROWS, ids=[row[0] for row in ROWS])
def test_a_search_answers_it(question, search, answer):
    skipped = search.replace("grep -rn", "grep -rn --include=*.py")
    found = subprocess.run(
        skipped, shell=True, cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    assert 0 < len([line for line in found if "__pycache__" not in line]) <= MOST_LINES, found
    named = re.findall(r"`([\w/]+\.\w+)`", answer)
    assert [
        name for name in named if not any([*(ROOT / top).glob(f"**/{name}")] for top in ("unflinch", "nerve"))
    ] == []
    assert any(Path(name).name in f"{search} {found}" for name in named) or "CONTRIBUTING" in answer
