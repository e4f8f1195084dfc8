"""A host may put further files into a folder; they stay off until they say that they may be used."""

import json
from uuid import uuid4

import pytest

from unflinch.questionnaires.apps import QuestionnairesConfig
from unflinch.questionnaires.catalogue import BrokenInstrument, instruments_in
from unflinch.questionnaires.models import Filled
from unflinch.questionnaires.tests.marking import GOING_WELL, fill_in, see, small

FILE = "small.toml"


def toml(value):
    """Enough of TOML for a small file: dates are told from text by their kind."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {toml(own)}" for name, own in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return value.isoformat() if hasattr(value, "isoformat") else json.dumps(value, ensure_ascii=False)


def put(folder, name=FILE, **changes):
    lines = [f"{field} = {toml(value)}" for field, value in small(**changes).items()]
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    instruments_in.cache_clear()


@pytest.fixture
def folder(settings, tmp_path):
    settings.QUESTIONNAIRES = tmp_path
    yield tmp_path
    instruments_in.cache_clear()


def test_one_more_stands_beside_those_that_ship(folder, browser_of_mira):
    put(folder)
    assert list(instruments_in(folder)) == ["ons4", "small"]
    assert "Small talk" in see(browser_of_mira, "/questionnaires/")


@pytest.mark.parametrize("permission", ["asked", "none"])
def test_without_a_permission_it_stays_off(folder, browser_of_mira, permission):
    put(folder, permission=permission)
    assert "Small talk" not in see(browser_of_mira, "/questionnaires/")
    assert browser_of_mira.get("/questionnaires/small/").status_code == 404


def test_steps_with_a_word_each_are_a_list(folder, browser_of_mira):
    put(folder)
    page = see(browser_of_mira, "/questionnaires/small/")
    assert page.count("<span>Seldom</span>") == 3
    assert 'aria-label="0' not in page


def test_a_sum_has_its_number_and_its_margin(folder, browser_of_mira):
    put(folder)
    # 3 + 1 of two is 6 of three; sd 2 and reliability .75 make an error of 1, 1.22 with one left: 2.4 points each way.
    page = see(browser_of_mira, fill_in(browser_of_mira, "small", {"odd": 3, "long": 1}))
    assert "6, or somewhere from 3.6 to 8.4." in page
    assert "The scale runs from 0 to 9." in page


def test_a_wrong_file_stops_the_start_and_says_where(folder):
    put(folder, rule="gut feeling")
    config = QuestionnairesConfig.create("unflinch.questionnaires")
    with pytest.raises(BrokenInstrument, match=r"^small\.toml: rule must be one of"):
        config.ready()


def test_every_problem_is_named_at_once(folder):
    put(folder, minutes=0)
    put(folder, "other.toml")
    with pytest.raises(BrokenInstrument, match=r"other\.toml: slug.*\nsmall\.toml: minutes"):
        instruments_in(folder)


def test_a_shipped_one_cannot_be_replaced(folder):
    put(folder, "ons4.toml", slug="ons4")
    with pytest.raises(BrokenInstrument, match=r"ons4\.toml: slug is taken by one that ships"):
        instruments_in(folder)


@pytest.mark.parametrize("content", [b"slug =", b"\xff"])
def test_what_is_no_toml_is_named(folder, content):
    (folder / FILE).write_bytes(content)
    with pytest.raises(BrokenInstrument, match=r"^small\.toml: "):
        instruments_in(folder)


def test_a_folder_that_is_not_there_is_refused(folder):
    with pytest.raises(BrokenInstrument, match=r"UNFLINCH_QUESTIONNAIRES is .*, which is no folder"):
        instruments_in(folder / "nowhere")


def test_what_was_filled_in_outlives_its_questions(folder, browser_of_mira):
    put(folder)
    page = fill_in(browser_of_mira, "small", {"odd": 3, "long": 1})
    (folder / FILE).unlink()
    instruments_in.cache_clear()
    assert "no longer here" in see(browser_of_mira, page)
    assert f'href="{page}"' in see(browser_of_mira, "/questionnaires/")
    browser_of_mira.post(f"{page}deletion/")
    assert not Filled.objects.exists()


def test_another_wording_is_not_compared_with_the_one_before(folder, browser_of_mira, time_machine):
    put(folder)
    page = fill_in(browser_of_mira, "small", {"odd": 3, "long": 1})
    put(folder, version=2)
    assert "has changed since then" in see(browser_of_mira, page)
    Filled.objects.update(day="2026-01-01", arrived="2026-01-01T12:00Z")
    newer = see(browser_of_mira, fill_in(browser_of_mira, "small", {"odd": 3, "long": 1}))
    assert "normal wobble" not in newer


@pytest.mark.parametrize(
    "answers", ["", "[]", "[" * 100_000, "{", "3", '{"happy": 99}', '{"happy": true}', '{"happy": "7"}']
)
def test_answers_that_an_edited_export_brought_are_left_out(browser_of_mira, mira, answers):
    page = fill_in(browser_of_mira, "ons4", GOING_WELL)
    filled = Filled.objects.get()
    filled.answers = answers
    filled.save()
    assert see(browser_of_mira, page).count("You skipped this.") == 4


def test_the_same_marks_are_the_same_form_in_any_order(browser_of_mira):
    id = uuid4()
    fill_in(browser_of_mira, "ons4", {"happy": 3, "anxious": 2}, id=id)
    fill_in(browser_of_mira, "ons4", {"anxious": 2, "happy": 3}, id=id)
    assert Filled.objects.count() == 1
