"""The app lock in a real browser: left and come back to, over a page with something typed in it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import assert_accessible, assert_no_sideways_scroll
from tests.walks import begin

PASSPHRASE = "a duck on the pond"
LOCKED = re.compile("/unlock/")
# Another app comes to the front, and this page again, as the browser says it to the page.
LEAVE = """hidden => {
  Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def put_on(page, delay):
    begin(page)
    page.goto("/you/")
    page.get_by_role("link", name="App lock").click()
    page.get_by_label("A passphrase").fill(PASSPHRASE)
    page.get_by_label("Ask for it again").select_option(label=delay)
    page.get_by_role("button", name="Set the lock").click()
    expect(page.get_by_role("button", name="Lock it now")).to_be_visible()


def leave_for(page, seconds):
    """Away for as long as this, by the page's clock; the cookie runs out meanwhile where the delay is none."""
    page.evaluate(LEAVE, True)
    page.clock.fast_forward(seconds * 1000)
    if seconds > 15:
        page.context.clear_cookies(name="here")
    page.evaluate(LEAVE, False)


@pytest.mark.parametrize("javascript", [True, False])
def test_it_is_locked_with_a_button_and_leads_back_to_where_one_was_going(page_anew, javascript):
    put_on(page_anew, "after five minutes")
    page_anew.get_by_role("button", name="Lock it now").click()
    page_anew.goto("/diary/")
    expect(page_anew).to_have_url(LOCKED)
    expect(page_anew.get_by_label("Your passphrase")).to_have_attribute("type", "password")
    page_anew.get_by_role("link", name="Show what I type").click()
    expect(page_anew.get_by_label("Your passphrase")).to_have_attribute("type", "text")
    page_anew.get_by_label("Your passphrase").fill("wrong one")
    page_anew.get_by_role("button", name="Unlock").click()
    expect(page_anew.get_by_text("That’s not it.")).to_be_visible()
    page_anew.get_by_label("Your passphrase").fill(PASSPHRASE)
    page_anew.get_by_role("button", name="Unlock").click()
    expect(page_anew).to_have_url(re.compile("/diary/$"))


def test_whoever_comes_back_late_is_asked_over_the_page_and_what_was_typed_is_still_there(page_anew):
    put_on(page_anew, "as soon as I leave")
    page_anew.clock.install()
    page_anew.goto("/happened/")
    title = page_anew.get_by_label("What did you ask?")
    title.fill("Ask for a plaster")
    leave_for(page_anew, 5)
    expect(title).to_be_visible()
    leave_for(page_anew, 60)
    expect(title).to_be_hidden()
    page_anew.keyboard.press("Escape")
    page_anew.keyboard.press("Escape")
    panel = page_anew.get_by_role("dialog")
    panel.get_by_label("Your passphrase").fill("wrong one")
    panel.get_by_role("button", name="Unlock").click()
    expect(panel.get_by_text("That’s not it.")).to_be_visible()
    panel.get_by_role("link", name="Show what I type").click()
    panel.get_by_label("Your passphrase").fill(PASSPHRASE)
    panel.get_by_role("button", name="Unlock").click()
    expect(panel).to_have_count(0)
    expect(title).to_have_value("Ask for a plaster")
    page_anew.locator("button[name=outcome][value=no]").first.click()
    expect(page_anew).to_have_url(re.compile("/after/$"))


def test_going_from_page_to_page_is_not_leaving_and_closing_the_tab_is(page_anew):
    put_on(page_anew, "as soon as I leave")
    for place in ("/diary/", "/changes/", "/ideas/"):
        page_anew.goto(place)
        page_anew.locator("body[data-lock]").wait_for()
    age = {cookie["name"]: cookie["expires"] for cookie in page_anew.context.cookies()}
    assert age["here"] == -1  # until the browser is closed
    page_anew.goto("/list/")
    page_anew.goto("/")
    expect(page_anew).to_have_url(LOCKED)


def test_after_hide_it_asks_and_help_needs_no_passphrase(page_anew):
    put_on(page_anew, "as soon as I leave")
    page_anew.get_by_role("link", name="Hide").click()
    expect(page_anew.get_by_role("heading", name="Shopping list")).to_be_visible()
    page_anew.get_by_role("link", name="All lists").click()
    expect(page_anew.get_by_role("heading", name="It’s locked")).to_be_visible()
    page_anew.get_by_role("link", name="Help").click()
    expect(page_anew).to_have_url(re.compile("/help/"))


def test_what_was_sent_too_late_is_saved_with_one_tap(page_anew):
    put_on(page_anew, "after five minutes")
    page_anew.goto("/happened/")
    page_anew.get_by_label("What did you ask?").fill("Ask for a plaster")
    page_anew.context.clear_cookies(name="unlocked")
    page_anew.locator("button[name=outcome][value=no]").first.click()
    expect(page_anew.get_by_text("What you’ve just sent is safe.")).to_be_visible()
    page_anew.get_by_label("Your passphrase").fill(PASSPHRASE)
    page_anew.get_by_role("button", name="Unlock").click()
    expect(page_anew.get_by_text("Ask for a plaster")).to_be_visible()
    page_anew.get_by_role("button", name="Save it").click()
    expect(page_anew).to_have_url(re.compile("/after/$"))
    page_anew.goto("/diary/")
    expect(page_anew.get_by_text("Ask for a plaster").first).to_be_visible()


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(320, 700)])
def test_its_pages_keep_the_rules_of_every_page(page_anew, colour_scheme, size):
    put_on(page_anew, "after five minutes")
    for address in ("/lock/", "/lock/removal/", "/lock/held/"):
        page_anew.goto(address)
        assert_accessible(page_anew)
        assert_no_sideways_scroll(page_anew)
    page_anew.goto("/lock/")
    page_anew.get_by_role("button", name="Lock it now").click()
    expect(page_anew).to_have_url(LOCKED)
    assert_accessible(page_anew)
    assert_no_sideways_scroll(page_anew)
