"""Four sheets as people keep them, through the page: every row comes in right, and none has to be mended."""

import json
from pathlib import Path

import pytest

from unflinch.practice.models import Answer

SHEETS = Path(__file__).resolve().parents[3] / "tests" / "data" / "imports" / "sheets"
TRUTH = json.loads((SHEETS / "truth.json").read_text(encoding="utf-8"))


def told():
    """What is here: the title, what came of it in the end, and all that dates it."""
    last = {answer.ask_id: answer for answer in Answer.objects.order_by("kind")}  # "settling" comes behind "first"
    return [
        (answer.ask.title, answer.outcome, {None, answer.week, answer.day_number, str(answer.day)})
        for answer in last.values()
    ]


# The one word in them that nobody could know, said on the page: the fifth of the sixth column.
SAID = {"s4_approach_merged.csv": {"word_4_5": "no_reply", "filled_0": "on"}}


@pytest.mark.parametrize("name", TRUTH)
def test_a_sheet_comes_in_right_and_no_row_is_mended(desk, mira, name):
    desk.bring((SHEETS / name).read_bytes(), **SAID.get(name, {}))
    here, wanted = told(), [tuple(row[key] for key in ("title", "outcome", "when")) for row in TRUTH[name]]
    missing = [row for row in wanted if not any(row[:2] == one[:2] and row[2] in one[2] for one in here)]
    assert (missing, len(here), desk.aside.count()) == ([], len(wanted), 0)
