"""A month that was really lived, brought in by the command and looked at: the figures are known."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.live import UNFLINCH, like_a_person

DATA = Path(__file__).with_name("data")
DIARY, WEEKS = DATA / "first-month.csv", DATA / "first-month-weeks.csv"


def unflinch(data: Path, *words: object) -> str:
    command = [str(UNFLINCH), "--data", str(data), *map(str, words)]
    done = subprocess.run(command, check=False, env=like_a_person(), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("month") / "data"
    unflinch(data, "import", DIARY, "--weeks", WEEKS)
    return data


def summary(data: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(unflinch(data, "summary", "--json"))
    return told


def test_the_summary_is_the_one_of_the_design(month):
    told = summary(month)
    assert (told["asks"], told["activities"]) == (16, 11)
    assert told["outcomes"] == {"yes": 5, "no": 9, "maybe": 0, "no_reply": 2, "went": 0, "not_asked": 0}
    assert told["first_answers"] == {"yes": 5, "no": 8, "maybe": 1, "no_reply": 2, "went": 0, "not_asked": 0}
    first = {
        "number": 1,
        "title": "Mildly mortifying",
        "activities": 2,
        "asks": 4,
        "noes": 2,
        "yeses": 2,
        "warm_ups": 0,
        "met": True,
    }
    assert told["weeks"][0] == first
    assert [week["met"] for week in told["weeks"]] == [True] * 4
    assert told["weeks"][3]["noes"] == 3
    for name in ("went_anyway", "forecast", "shift", "sting", "recovery_minutes", "rumination"):
        assert told[name] is None
        assert told["needs"][name]


def test_bringing_it_in_twice_adds_nothing(month):
    before = summary(month)
    assert "0 rows came in. 16 were here already." in unflinch(month, "import", DIARY, "--weeks", WEEKS)
    assert summary(month) == before


def test_the_next_ask_comes_with_its_reasons(month):
    offered = json.loads(unflinch(month, "next", "--json"))
    assert offered["key"]
    assert offered["reasons"]
    assert offered["tension"]["value"] <= 70


def test_an_export_brought_into_an_empty_place_says_the_same(month, tmp_path):
    unflinch(month, "export", tmp_path / "all.zip")
    told = unflinch(tmp_path / "other", "import", tmp_path / "all.zip")
    assert "It is in." in told
    assert summary(tmp_path / "other") == summary(month)
    assert "Nothing was changed." in unflinch(tmp_path / "other", "import", tmp_path / "all.zip")


def test_a_dry_run_changes_nothing_and_an_undo_takes_all_back(tmp_path):
    data = tmp_path / "data"
    assert "16 rows would come in" in unflinch(data, "import", DIARY, "--dry-run")
    assert summary(data)["asks"] == 0
    unflinch(data, "import", DIARY, "--weeks", WEEKS)
    unflinch(data, "import", "--undo", "--yes")
    assert (summary(data)["asks"], summary(data)["weeks"]) == (0, [])
    unflinch(data, "import", DIARY)
    assert summary(data)["asks"] == 16


def test_the_demo_fills_a_half_year_and_goes_again(tmp_path):
    data = tmp_path / "data"
    unflinch(data, "demo")
    told = summary(data)
    assert told["asks"] > 50
    assert told["forecast"]["gap"]["n"] > 20
    unflinch(data, "demo", "--remove")
    assert summary(data)["asks"] == 0


def test_the_doctor_finds_all_well(month):
    assert "All is well" in unflinch(month, "doctor")


def test_words_and_ideas_are_read_line_by_line(month, tmp_path):
    file = tmp_path / "lines.txt"
    file.write_text("I killed it today\nAsk a stranger for a high five\n", encoding="utf-8")
    rows = [json.loads(line) for line in unflinch(month, "words", file).splitlines()]
    assert [row["level"] for row in rows] == ["none", "none"]
    ideas = [json.loads(line) for line in unflinch(month, "respect", file).splitlines()]
    assert ideas[1] == {"idea": "Ask a stranger for a high five", "asks": []}
