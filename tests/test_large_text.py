"""Letters twice as large on a phone: words stay words, and nothing scrolls sideways."""

import pytest

from tests.browser import assert_no_sideways_scroll
from tests.walks import begin

# What is less than half as wide as one of its words and holds more than a few letters is read letter by letter.
LETTER_BY_LETTER = """
() => [...document.querySelectorAll("main :is(dt, dd, label, legend, span, p, b, h2, output), .tabs a")]
  .filter((part) => {
    const { width, height } = part.getBoundingClientRect();
    return part.innerText.trim().length > 3 && width > 1 && height > 6 * width && !part.closest("svg");
  })
  .map((part) => part.innerText)
"""
TWICE = "document.documentElement.style.fontSize = '200%'"


@pytest.fixture
def ask(page_anew):
    """An ask with a forecast and a debrief, so that its page has a list and its form has scales."""
    begin(page_anew)
    page_anew.goto("/ideas/ask-for-a-glass-of-tap-water/")
    page_anew.get_by_role("button", name="I’ll try this").click()
    page_anew.get_by_label("they look annoyed").check()
    page_anew.get_by_role("button", name="I’m ready").click()
    page_anew.get_by_role("link", name="I asked").click()
    page_anew.locator("button[name=outcome][value=no]").click()
    page_anew.wait_for_url("**/after/")
    return page_anew.url.removesuffix("after/")


def test_words_stay_words_where_letters_are_twice_as_large(page_anew, ask):
    of_an_ask = [f"{ask}{part}" for part in ("", "after/", "fear/", "feelings/", "others/", "debrief/", "about/")]
    for address in ("/", "/happened/", "/ideas/", "/help/", "/planned/", *of_an_ask):
        page_anew.goto(address)
        page_anew.evaluate(TWICE)
        assert page_anew.evaluate(LETTER_BY_LETTER) == [], address
        assert_no_sideways_scroll(page_anew)
