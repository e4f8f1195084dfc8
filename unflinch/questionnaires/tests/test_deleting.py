from datetime import UTC, datetime
from uuid import uuid4

import pytest

from unflinch.questionnaires.models import Filled
from unflinch.questionnaires.tests.marking import GOING_WELL, ONS4, fill_in, see

EVENING = datetime(2026, 11, 2, 18, tzinfo=UTC)


@pytest.fixture
def browser(browser_of_mira):
    return browser_of_mira


def test_a_deletion_asks_first_and_is_for_ever(browser):
    page = fill_in(browser, "ons4", GOING_WELL)
    assert f'href="{page}deletion/"' in see(browser, page)
    assert "Delete these answers for ever?" in see(browser, f"{page}deletion/")
    assert Filled.objects.count() == 1
    assert browser.post(f"{page}deletion/").headers["Location"] == "/questionnaires/"
    assert Filled.objects.count() == 0
    assert browser.post(f"{page}deletion/").status_code == 404


def test_after_a_deletion_it_is_open_again(browser):
    page = fill_in(browser, "ons4", GOING_WELL)
    browser.post(f"{page}deletion/")
    fill_in(browser, "ons4", GOING_WELL)


def test_a_deletion_says_that_the_facts_have_changed(browser, mira):
    page = fill_in(browser, "ons4", GOING_WELL)
    mira.refresh_from_db()
    before = mira.facts
    browser.post(f"{page}deletion/")
    mira.refresh_from_db()
    assert mira.facts == before + 1


def test_a_stranger_deletes_nothing(browser, jonas):
    filled = Filled.objects.fill(jonas, ONS4, {"happy": 3}, id=uuid4(), day=EVENING.date(), at=EVENING)
    assert browser.post(f"/questionnaires/filled/{filled.pk}/deletion/").status_code == 404
    assert Filled.objects.count() == 1


def test_what_a_person_filled_in_goes_with_the_person(browser, mira):
    fill_in(browser, "ons4", GOING_WELL)
    mira.delete()
    assert Filled.objects.count() == 0
