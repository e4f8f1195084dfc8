"""With an app lock no page of a person's opens without a signal: nobody could ask for the passphrase."""

import re

import pytest
from playwright.sync_api import expect

from tests.phone import ALL_KEPT, NOTHING_WAITS, arrived, held, until, visit_today
from tests.walks import begin

PASSPHRASE = "a duck on the pond"


@pytest.fixture
def worker():
    return True


@pytest.fixture
def phone(open_page, network):
    page = open_page(network)
    begin(page)
    visit_today(page)
    return page


def set_the_lock(page):
    page.goto("/lock/")
    page.get_by_label("A passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Set the lock").click()
    expect(page.get_by_role("button", name="Lock it now")).to_be_visible()


def test_setting_it_lets_every_copy_go_and_help_stays(phone, network):
    assert "/" in held(phone, "pages")
    network.always("gone")
    phone.goto("/wishes/")
    phone.get_by_label("I wish I’d asked").fill("a seat")
    expect(phone.locator(".kept")).to_have_text("saved")
    assert "/drafts/wishes/" in held(phone, "pages")
    network.always("fine")
    set_the_lock(phone)
    until(phone, ALL_KEPT)
    assert {address.partition("?")[0] for address in held(phone, "pages")} <= {
        *("/help/", "/away/", "/list/", "/offline/nothing/", "/offline/saved/")
    }
    network.always("gone")
    phone.goto("/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("This page isn’t on your phone.")


def test_one_that_was_set_elsewhere_takes_the_copies_with_the_next_request(phone, network, open_page):
    set_the_lock(open_page(network))
    phone.goto("/")
    expect(phone).to_have_url(re.compile("/unlock/"))
    left = {address.partition("?")[0] for address in held(phone, "pages")}
    assert left == {"/help/", "/away/", "/list/", "/offline/nothing/", "/offline/saved/"}
    # What is the same for all opens while it is locked and nobody can ask for the passphrase.
    network.always("gone")
    phone.goto("/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("This page isn’t on your phone.")
    phone.get_by_role("link", name="Help").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("You don’t have to carry it alone.")


def test_what_is_sent_while_it_is_locked_waits_and_arrives_once_after_unlocking(phone, live_anew, tmp_path):
    set_the_lock(phone)
    phone.goto("/happened/")
    phone.get_by_label("What did you ask?").fill("Ask for a plaster")
    phone.context.clear_cookies(name="unlocked")
    phone.locator("button[name=outcome][value=no]").first.click()
    expect(phone).to_have_url(re.compile("/unlock/"))
    phone.get_by_label("Your passphrase").fill(PASSPHRASE)
    phone.get_by_role("button", name="Unlock").click()
    expect(phone).not_to_have_url(re.compile("/unlock/"))
    until(phone, NOTHING_WAITS)
    assert [row["challenge"] for row in arrived(live_anew, tmp_path)] == ["Ask for a plaster"]
