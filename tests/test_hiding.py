"""Hide opens an ordinary list at once, Back does not lead past it, and the list has a small way home."""

import re

import pytest
from playwright.sync_api import expect

from tests.walks import begin, log_one

LIST = re.compile("/list/$")


def test_back_and_an_address_lead_to_the_list_until_its_way_home_is_taken(page_anew):
    begin(page_anew)
    log_one(page_anew, "no", title="Ask for a plaster")
    page_anew.goto("/diary/")
    page_anew.goto("/changes/")
    page_anew.get_by_role("link", name="Hide").click()
    expect(page_anew).to_have_url(LIST)
    page_anew.go_back()
    expect(page_anew).to_have_url(LIST)
    page_anew.goto("/diary/", wait_until="commit")
    expect(page_anew).to_have_url(LIST)
    page_anew.get_by_role("link", name="All lists").click()
    expect(page_anew).to_have_url(re.compile(r":\d+/$"))
    page_anew.goto("/diary/")
    expect(page_anew.get_by_text("Ask for a plaster").first).to_be_visible()


@pytest.mark.parametrize("javascript", [False])
def test_without_javascript_the_list_has_its_way_home_as_well(page_anew, javascript):
    page_anew.goto("/")
    page_anew.get_by_role("link", name="Hide").click()
    expect(page_anew).to_have_url(LIST)
    page_anew.get_by_role("link", name="All lists").click()
    expect(page_anew.get_by_role("heading", name="Afraid of hearing no")).to_be_visible()


def test_help_says_how_to_come_back(hand):
    assert "“All lists”, at its foot, brings you back." in hand.see("/help/")
