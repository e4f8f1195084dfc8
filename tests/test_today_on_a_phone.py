"""Today on a phone: a pond, a card and one thing that waits fit above the tabs; a tap answers, Back loses nothing."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import assert_accessible, assert_no_sideways_scroll
from tests.walks import begin, log_one

PHONE = (390, 844)
HEIGHT = "document.documentElement.scrollHeight"
HIDDEN_BY_TABS = """
() => {
  const edge = document.querySelector(".tabs").getBoundingClientRect().top;
  return [...document.querySelectorAll("main :is(h1, svg, p, a, button, summary)")]
    .filter((part) => part.checkVisibility() && part.getBoundingClientRect().bottom > edge + 1)
    .map((part) => part.innerText ?? part.tagName);
}
"""


@pytest.fixture
def asked(page_anew):
    """Somebody who asked twice this week and waits for an answer."""
    begin(page_anew)
    log_one(page_anew, "no")
    log_one(page_anew, "maybe")
    return page_anew


@pytest.mark.parametrize("size", [PHONE])
def test_with_a_card_a_pond_and_one_thing_that_waits_nothing_is_beneath_the_fold(asked, size):
    asked.goto("/")
    expect(asked.locator(".pond")).to_be_visible()
    expect(asked.get_by_role("button", name="I’ll try this")).to_be_visible()
    expect(asked.get_by_role("link", name="1 answer may still come")).to_be_visible()
    assert asked.evaluate(HEIGHT) <= size[1]
    assert asked.evaluate(HIDDEN_BY_TABS) == []
    assert asked.locator("main .btn").count() == 1
    assert "%" not in asked.locator("main").inner_text()


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_every_part_of_today_keeps_the_rules_of_axe(asked, colour_scheme):
    asked.goto("/")
    asked.get_by_text("Another idea").click()
    assert_accessible(asked)
    asked.get_by_role("button", name="Not for me").click()
    asked.get_by_role("button", name="out and about").click()
    asked.get_by_role("button", name="plenty").click()
    assert_accessible(asked)
    asked.goto("/pause/")
    asked.get_by_role("button", name=re.compile("tomorrow")).first.click()
    asked.goto("/")
    expect(asked.locator("h1")).to_have_text("Resting until tomorrow")
    assert_accessible(asked)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_tap_says_where_one_is_and_another_takes_it_back(asked, javascript):
    asked.goto("/")
    asked.get_by_role("button", name="at home").click()
    expect(asked.get_by_role("button", name="at home")).to_have_attribute("aria-pressed", "true")
    asked.reload()
    expect(asked.get_by_role("button", name="at home")).to_have_attribute("aria-pressed", "true")
    asked.get_by_role("button", name="at home").click()
    expect(asked.get_by_role("button", name="at home")).to_have_attribute("aria-pressed", "false")


def test_after_back_another_place_is_said_all_the_same(asked):
    asked.goto("/")
    asked.get_by_role("button", name="at home").click()
    asked.go_back()
    asked.get_by_role("button", name="at work").click()
    expect(asked.get_by_role("button", name="at work")).to_have_attribute("aria-pressed", "true")


def test_a_row_of_ideas_is_a_link_as_a_whole(asked):
    asked.goto("/ideas/decks/shops-and-cafes/")
    for row in asked.locator("main .rows a").all():
        box = row.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    first = asked.locator("main .rows li").first
    box = first.bounding_box()
    assert box is not None
    first.click(position={"x": box["width"] - 4, "y": box["height"] - 4})
    asked.wait_for_url(re.compile("/ideas/[a-z-]+/$"))


def test_in_a_long_word_of_ones_own_nothing_scrolls_sideways(asked):
    asked.goto("/ideas/own/")
    asked.get_by_label("What would you ask?").fill("Donaudampfschifffahrtsgesellschaft " * 3)
    asked.get_by_role("button", name="Save").click()
    asked.set_viewport_size({"width": 320, "height": 664})
    for address in ("/ideas/", "/"):
        asked.goto(address)
        assert_no_sideways_scroll(asked)
