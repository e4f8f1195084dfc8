"""A new person's first ten minutes and the daily ninety seconds, with one thumb, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.walks import Thumb, begin, log_one, rate

BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])


@BOTH
def test_from_a_cold_start_to_the_first_answer_in_six_taps(page_anew):
    thumb = Thumb(page_anew)
    page_anew.goto("/")
    thumb.tap("Is this seat taken?")
    thumb.tap_on(page_anew.locator("label", has_text="Yes").first)
    thumb.tap("No, just nervous")
    expect(page_anew.get_by_role("heading", name="What are you afraid might happen?")).to_be_visible()
    thumb.tap("I’m ready")
    thumb.tap_on(page_anew.get_by_role("main").get_by_role("link", name="I asked"))
    thumb.tap_on(page_anew.locator("button[name=outcome][value=no]"))
    assert len(thumb.taps) <= 6
    page_anew.goto("/diary/")
    expect(page_anew.locator("a.entry")).to_have_count(1)


@BOTH
def test_from_i_asked_to_a_saved_log_in_four_taps(page_anew):
    begin(page_anew)
    page_anew.goto("/")
    thumb = Thumb(page_anew)
    thumb.tap("I asked")
    thumb.tap("It just happened")
    thumb.tap_on(page_anew.locator("button[name=outcome][value=no]").first)
    expect(page_anew).to_have_url(re.compile("/after/$"))
    assert len(thumb.taps) <= 4
    page_anew.goto("/diary/")
    expect(page_anew.locator("a.entry")).to_have_count(1)


@BOTH
def test_a_whole_ask_from_forecast_to_the_numbers_beside_each_other(page_anew, javascript):
    begin(page_anew)
    page = page_anew
    page.goto("/first/")
    page.get_by_role("button", name="Could I have a glass of tap water?").click()
    page.get_by_label("they think I’m a nuisance").check()
    rate(page, "feared_before", 70)
    page.get_by_role("button", name="I’m ready").click()
    page.get_by_role("link", name="I asked", exact=True).last.click()
    page.locator("button[name=outcome][value=no]").first.click()
    page.get_by_role("link", name="Continue").click()
    page.get_by_role("button", name=re.compile("^No")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("You thought it was likely. +It didn’t happen.")
    )
    page.get_by_role("button", name="unlikely").click()
    expect(page.get_by_text("Two steps lower than before.")).to_be_visible()
    page.get_by_role("link", name="Continue").click()
    page.get_by_role("button", name="Write the next one").or_(
        page.get_by_role("button", name="Ask somebody else")
    ).click()
    expect(page.get_by_role("heading", name="What are you afraid might happen?")).to_be_visible()
    expect(page.locator("[name=feared_before]:checked:not([value=''])")).to_have_count(0)


def test_a_form_half_filled_survives_a_reload(page_anew):
    begin(page_anew)
    page_anew.goto("/happened/")
    page_anew.get_by_label("What did you ask?").fill("Ask for a sip of wat")
    with page_anew.expect_response(re.compile("/drafts/")) as kept:
        page_anew.get_by_label("What did you ask?").press_sequentially("er")
    assert kept.value.status == 204
    page_anew.wait_for_timeout(600)
    page_anew.reload()
    expect(page_anew.get_by_label("What did you ask?")).to_have_value("Ask for a sip of water")


def test_an_untouched_scale_is_saved_as_nothing(page_anew):
    begin(page_anew)
    ask = log_one(page_anew, "no")
    page_anew.get_by_role("link", name="Continue").click()
    page_anew.get_by_role("button", name="Done for now").click()
    page_anew.goto(ask)
    assert page_anew.get_by_text("Sting").count() == 0


@BOTH
def test_a_mis_tap_is_undone_and_the_right_answer_given_with_nothing_typed_twice(page_anew):
    begin(page_anew)
    log_one(page_anew, "yes")
    page_anew.get_by_role("button", name=re.compile("Undo")).click()
    expect(page_anew.get_by_text("Undone: “Yes” is gone")).to_be_visible()
    expect(page_anew.get_by_label("What did you ask?")).to_have_value("Ask for a plaster")
    page_anew.locator("button[name=outcome][value=no]").click()
    page_anew.goto("/diary/")
    expect(page_anew.locator("a.entry")).to_have_count(1)
    expect(page_anew.locator("a.entry .duck.no")).to_have_count(1)


@BOTH
def test_a_wish_becomes_a_gentle_challenge(page_anew):
    begin(page_anew)
    page_anew.goto("/wishes/")
    page_anew.get_by_label("I wish I’d asked").fill("whether I may sit down")
    page_anew.get_by_role("button", name="Save").click()
    page_anew.get_by_role("button", name="I could still ask that").click()
    expect(page_anew.get_by_role("heading", name="whether I may sit down")).to_be_visible()
    page_anew.get_by_role("button", name="I’ll try this").click()
    expect(page_anew.get_by_role("heading", name="What are you afraid might happen?")).to_be_visible()


@BOTH
def test_four_weeks_are_begun_with_rules_that_can_be_struck_out(page_anew):
    begin(page_anew)
    page_anew.goto("/programmes/")
    page_anew.get_by_text("Four weeks", exact=True).click()
    page_anew.get_by_role("button", name="Begin").click()
    page_anew.locator("summary", has_text="Change the rules").click()
    rules = page_anew.get_by_role("button", name=re.compile("Remove"))
    before = rules.count()
    rules.first.click()
    page_anew.locator("summary", has_text="Change the rules").click()
    expect(rules).to_have_count(before - 1)
    page_anew.goto("/")
    expect(page_anew.get_by_text("week 1 of 4")).to_be_visible()
