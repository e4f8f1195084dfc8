"""Served to one's own devices: a real server, the real commands, a browser that is let in and shut out again."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.live import UNFLINCH, Live, free_port, like_a_person, serving


def typed(data: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(UNFLINCH), "--data", str(data), *words]
    said = subprocess.run(command, capture_output=True, text=True, check=False, env=like_a_person() | environment)
    assert "Traceback" not in said.stderr
    return said


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Live]:
    with serving(tmp_path / "data", f"http://127.0.0.1:{free_port()}") as live:
        yield live


def phone(live: Live, *words: str) -> str:
    said = typed(live.data, "phone", *words, UNFLINCH_ADDRESS=live.url)
    assert said.returncode == 0, said.stderr
    return said.stdout


def test_a_phone_is_let_in_by_the_link_in_the_terminal_and_shut_out_from_there(served: Live, page_anew: Page):
    page_anew.goto(f"{served.url}/diary/")
    expect(page_anew.get_by_role("heading", name="Pair this device")).to_be_visible()
    link = re.search(r"http://\S+/pair/\?code=\S+", phone(served))
    assert link is not None
    page_anew.goto(link.group())
    page_anew.get_by_role("button", name="Pair it").click()
    expect(page_anew).to_have_url(f"{served.url}/")
    expect(page_anew.get_by_role("link", name="Help").first).to_be_visible()
    assert re.match(r"1  .+  paired \d{4}-\d\d-\d\d", phone(served, "--list"))
    assert "is signed out" in phone(served, "--end", "1")
    page_anew.goto(f"{served.url}/")
    expect(page_anew.get_by_role("heading", name="Pair this device")).to_be_visible()
    assert phone(served, "--list") == "No device is paired.\n"


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("UNFLINCH_ADDRESS", "", "UNFLINCH_ADDRESS=https://unflinch.example unflinch serve"),
        ("UNFLINCH_ADDRESS", "unflinch.example", "UNFLINCH_ADDRESS must be like https://unflinch.example"),
        ("UNFLINCH_ADDRESS", "https://unflinch.example/app", "without a path"),
        ("UNFLINCH_ADDRESS", "https://me:secret@unflinch.example", "UNFLINCH_ADDRESS must be like"),
        ("UNFLINCH_ADDRESS", "https://unflinch.example:99999", "UNFLINCH_ADDRESS can't be understood"),
        ("UNFLINCH_ADDRESS", "http://unflinch.example", "UNFLINCH_ADDRESS needs https"),
        ("UNFLINCH_ADDRESS", "http://8.8.8.8:8000", "UNFLINCH_ADDRESS needs https"),
        ("UNFLINCH_LISTEN", "8000", "UNFLINCH_LISTEN must be like 127.0.0.1:8000"),
        ("UNFLINCH_LISTEN", "localhost:8000", "UNFLINCH_LISTEN must be like 127.0.0.1:8000"),
        ("UNFLINCH_TRUSTED_PROXY", "everybody", "UNFLINCH_TRUSTED_PROXY must be like 127.0.0.1"),
    ],
)
def test_a_wrong_or_missing_value_is_named_and_nothing_starts(tmp_path, variable, value, said):
    there = {"UNFLINCH_ADDRESS": "https://unflinch.example"} | {variable: value}
    refused = typed(tmp_path / "data", "serve", **there)
    assert refused.returncode == 1
    assert said in refused.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('addres = "https://unflinch.example"', "'addres' is none of address,"),
        ("listen = 8000", "listen must be a text in quotes, and not 8000"),
        ("address = ", "can't be read"),
        ('address = "http://unflinch.example"', "UNFLINCH_ADDRESS needs https"),
    ],
)
def test_a_settings_file_that_says_something_wrong_is_named_and_nothing_starts(tmp_path, text, said):
    (tmp_path / "unflinch.toml").write_text(text, encoding="utf-8")
    refused = typed(tmp_path / "data", "--config", str(tmp_path / "unflinch.toml"), "serve")
    assert refused.returncode == 1
    assert said in refused.stderr


def test_personal_mode_and_serving_are_not_mixed_up(tmp_path):
    refused = typed(tmp_path / "data", "run", "--no-browser", UNFLINCH_ADDRESS="https://unflinch.example")
    assert refused.returncode == 1
    assert "UNFLINCH_ADDRESS is set" in refused.stderr


def test_a_phone_that_could_not_reach_it_yet_is_told_how(tmp_path):
    told = typed(tmp_path / "data", "phone")
    assert told.returncode == 1
    assert re.search(r"UNFLINCH_ADDRESS=http://\d+\.\d+\.\d+\.\d+:8000 unflinch serve", told.stderr)
