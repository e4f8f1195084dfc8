"""The moment after, by thumb: few taps, few words, and what a double tap, a way back and a reload leave behind."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.walks import Thumb, begin, log_one

MOST_WORDS = 45
MOST_TAPS = 6
WORDS = "document.querySelector('main').innerText.split(/\\s+/).filter(Boolean).length"
BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])


def an_answer(page: Page, outcome: str = "no") -> None:
    """An ask with a feared thing, up to the page that follows its answer."""
    begin(page)
    page.goto("/ideas/ask-for-a-glass-of-tap-water/")
    page.get_by_role("button", name="I’ll try this").click()
    page.get_by_label("they look annoyed").check(force=True)
    page.locator(".scale [name=feared_before][value='70']").check(force=True)
    page.get_by_role("button", name="I’m ready").click()
    page.goto(re.sub("pocket/$", "answer/", page.url))
    page.locator(f"button[name=outcome][value={outcome}]").click()
    expect(page).to_have_url(re.compile("/after/$"))


def few_words(page: Page) -> None:
    assert page.evaluate(WORDS) <= MOST_WORDS, page.url


@BOTH
def test_a_whole_debrief_takes_six_taps_and_few_words_a_screen(page_anew, javascript):
    page = page_anew
    an_answer(page)
    thumb = Thumb(page)
    few_words(page)
    thumb.tap("Continue")
    few_words(page)
    thumb.tap_on(page.locator("button[name=feared_happened][value='0']"))
    few_words(page)
    thumb.tap_on(page.locator("button[name=feared_after][value='30']"))
    expect(page.get_by_text("Two steps lower than before.")).to_be_visible()
    few_words(page)
    thumb.tap("Continue")
    few_words(page)
    page.get_by_label("relieved").check(force=True)
    thumb.taps.append("relieved")
    thumb.tap("Done for now")
    expect(page).to_have_url(re.compile(r":\d+/$"))
    assert len(thumb.taps) == MOST_TAPS


@BOTH
def test_after_a_hard_no_rest_is_one_tap_and_today_is_quiet(page_anew, javascript):
    page = page_anew
    an_answer(page)
    page.goto(page.url.replace("after", "feelings"))
    page.locator("[name=sting][value='80']").check(force=True)
    page.get_by_role("button", name="Ask somebody else").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ouch. That was a hard one.")
    few_words(page)
    page.get_by_role("button", name="Rest until tomorrow").click()
    expect(page).to_have_url(re.compile(r":\d+/$"))
    expect(page.get_by_text("resting").first).to_be_visible()
    expect(page.get_by_role("button", name="I’ll try this")).to_have_count(0)


def test_the_third_person_after_a_yes_is_two_taps_away_each(page_anew):
    page = page_anew
    begin(page)
    log_one(page, "yes", "Ask to say hello to a dog")
    for outcome in ("yes", "no"):
        thumb = Thumb(page)
        thumb.tap("I asked somebody else too")
        thumb.tap_on(page.locator(f"button[name=outcome][value={outcome}]"))
        expect(page).to_have_url(re.compile("/after/$"))
        assert len(thumb.taps) == 2
    page.goto("/diary/")
    expect(page.locator("a.entry", has_text="Ask to say hello to a dog")).to_have_count(3)


def test_back_reload_and_a_double_tap_lose_and_double_nothing(page_anew):
    page = page_anew
    an_answer(page)
    ask = page.url.removesuffix("after/")
    page.goto(f"{ask}fear/")
    page.locator("button[name=feared_happened][value='100']").dblclick()
    expect(page.locator("button[name=feared_happened][value='100']")).to_have_attribute("aria-current", "true")
    page.go_back()
    page.goto(f"{ask}fear/")
    page.locator("button[name=feared_happened][value='0']").click()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("It didn’t happen.")
    page.get_by_role("link", name="Continue").click()
    page.get_by_label("What happened, in one line?").fill("A smile")
    page.get_by_role("button", name="Done for now").dblclick()
    expect(page).to_have_url(re.compile(r":\d+/$"))
    page.goto(f"{ask}feelings/")
    expect(page.get_by_label("What happened, in one line?")).to_have_value("A smile")
    page.goto(f"{ask}after/")
    page.get_by_role("button", name=re.compile("Undo")).dblclick()
    expect(page).to_have_url(re.compile("/answer/"))
    page.goto("/diary/")
    expect(page.locator("ol.log li")).to_have_count(0)


def test_a_lost_connection_keeps_the_page_and_the_line(page_anew):
    page = page_anew
    begin(page)
    ask = log_one(page, "no")
    page.goto(f"{ask}feelings/")
    line = page.get_by_label("What happened, in one line?")
    with page.expect_response(re.compile("/drafts/")):
        line.press_sequentially("A shrug, and a smile")
    page.wait_for_timeout(600)
    page.context.set_offline(True)
    try:
        page.get_by_role("button", name="Done for now").click()
        page.wait_for_timeout(300)
    finally:
        page.context.set_offline(False)
    page.goto(f"{ask}feelings/")
    expect(line).to_have_value("A shrug, and a smile")
    page.get_by_role("button", name="Done for now").click()
    page.goto(f"{ask}feelings/")
    expect(line).to_have_value("A shrug, and a smile")


def test_the_duck_lands_once_and_not_at_all_for_who_wants_no_motion(page_anew):
    page = page_anew
    begin(page)
    log_one(page, "no")
    moved = "getComputedStyle(document.querySelector('.lands')).animationName"
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moved) == "land"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moved) == "none"
