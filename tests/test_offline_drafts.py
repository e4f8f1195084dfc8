"""What was typed without a signal and not sent is there when the page opens again; what can't wait says so at once."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.phone import HELD, held, until, visit_today
from tests.walks import begin

TYPED = "Ask for a plaster in blue"
NEEDS = "This needs a signal. Nothing you typed is lost. Try again in a while."
# All that the phone's database holds of this row, as letters.
AS_LETTERS = """async (address) => {
  const asked = indexedDB.open("kept");
  const held = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const found = held.transaction("pages").objectStore("pages").get(address);
  const row = await new Promise((done) => { found.onsuccess = () => done(found.result); });
  held.close();
  return Object.keys(row).join() + new TextDecoder().decode(row.sealed);
}"""


@pytest.fixture
def worker():
    return True


@pytest.fixture
def phone(open_page, network):
    """A phone that has visited Today once."""
    page = open_page(network)
    begin(page)
    visit_today(page)
    return page


def type_of_it(page: Page) -> None:
    page.goto("/happened/")
    page.get_by_label("What did you ask?").fill(TYPED)
    expect(page.locator(".kept")).to_have_text("saved")


def test_what_was_typed_and_not_sent_is_there_again_sealed_and_goes_when_it_is_sent(phone, network, open_page):
    network.always("gone")
    type_of_it(phone)
    assert "/drafts/happened/" in held(phone, "pages")
    assert "blue" not in phone.evaluate(AS_LETTERS, "/drafts/happened/")
    again = phone.context.new_page()
    phone.close()
    again.goto(f"{network.url}/happened/")
    expect(again.get_by_label("What did you ask?")).to_have_value(TYPED)
    again.locator("button[name=outcome][value=no]").click()
    expect(again).to_have_url(re.compile("/after/$"))
    assert "/drafts/happened/" not in held(again, "pages")
    again.goto(f"{network.url}/happened/")
    expect(again.get_by_label("What did you ask?")).to_have_value("")

    again.goto(f"{network.url}/ideas/own/")
    again.get_by_label("What would you ask?").fill("Ask for a high five")
    expect(again.locator(".kept")).to_have_text("saved")
    again.goto(f"{network.url}/")
    network.always("fine")
    again.goto(f"{network.url}/ideas/own/")
    expect(again.get_by_label("What would you ask?")).to_have_value("Ask for a high five")
    # It has gone to the server, where another device finds it.
    until(again, f"async () => !(await ({HELD})('pages')).includes('/drafts/own/')")
    other = open_page(network)
    other.goto("/ideas/own/")
    expect(other.get_by_label("What would you ask?")).to_have_value("Ask for a high five")


def test_what_was_typed_outlives_an_ask_that_is_deleted_and_goes_with_the_one_it_is_about(phone, network):
    phone.goto("/")
    phone.get_by_role("button", name="I’ll try this").click()
    expect(phone).to_have_url(re.compile("/forecast/$"))
    forecast = phone.url.removeprefix(network.url)
    visit_today(phone)
    network.always("gone")
    type_of_it(phone)
    phone.goto(forecast)
    phone.locator("[name=feared_before][value='30']").check(force=True)
    expect(phone.locator(".kept")).to_have_text("saved")
    phone.goto("/")
    about_it = f"/drafts/forecast/{forecast.split('/')[2]}/"
    assert {"/drafts/happened/", about_it} <= {*held(phone, "pages")}
    network.always("fine")
    phone.goto(forecast.replace("/forecast/", "/deletion/"))
    phone.locator("main form button").last.click()
    expect(phone).not_to_have_url(re.compile("/deletion/$"))
    visit_today(phone)
    assert about_it not in held(phone, "pages")
    network.always("gone")
    phone.goto("/happened/")
    expect(phone.get_by_label("What did you ask?")).to_have_value(TYPED)


def test_what_cannot_wait_says_that_it_needs_a_signal_and_leaves_all_as_it_is(phone, network):
    phone.goto("/rules/")
    phone.get_by_label("A rule").fill("Never bother anyone")
    network.always("gone")
    phone.get_by_role("button", name="Add it").click()
    expect(phone.locator(".offline")).to_contain_text(NEEDS)
    expect(phone.get_by_label("A rule")).to_have_value("Never bother anyone")
    phone.goto("/pause/")
    phone.locator("main form button").first.click()
    expect(phone.locator(".offline")).to_contain_text(NEEDS)
    assert held(phone, "queue") == []

    # A step of an ask can wait, and counts once however often it is sent before it left.
    phone.goto("/")
    phone.get_by_role("button", name="I’ll try this").click()
    phone.locator("[name=feared_before][value='30']").check(force=True)
    phone.get_by_role("button", name="I’m ready").click()
    expect(phone).to_have_url(re.compile("/pocket/$"))
    phone.get_by_role("link", name="Before").click()
    expect(phone.locator("[name=feared_before][value='30']")).to_be_checked()
    phone.locator("[name=feared_before][value='70']").check(force=True)
    phone.get_by_role("button", name="I’m ready").click()
    expect(phone).to_have_url(re.compile("/pocket/$"))
    assert len(held(phone, "queue")) == 2
