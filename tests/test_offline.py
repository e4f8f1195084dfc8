"""Without a signal, after one visit to Today: every page of the list opens, and says that it is a copy."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.phone import held, log_ask, visit_today
from tests.walks import begin

STEPS = ("forecast/", "pocket/", "answer/", "not-this-time/")
STILL_TO_COME = "That day is still to come. Which day was it?"
EVERYDAY = ("/", "/ducks/", "/planned/", "/log/", "/happened/", "/ideas/", "/wishes/")


@pytest.fixture
def worker():
    return True


@pytest.fixture
def phone(open_page, network):
    """A phone that has visited Today once, with one ask planned."""
    page = open_page(network)
    begin(page)
    page.goto("/ideas/own/")
    page.get_by_label("What would you ask?").fill("Ask for a high five")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="I’ll try this").click()
    expect(page).to_have_url(re.compile("/forecast/$"))
    page.planned = page.url.removesuffix("forecast/").removeprefix(network.url)
    visit_today(page)
    return page


def test_every_page_of_the_list_opens_and_says_that_it_is_a_copy(phone, network):
    headings = {}
    places = (*EVERYDAY, *(f"{phone.planned}{step}" for step in STEPS))
    for place in places:
        phone.goto(place)
        headings[place] = phone.get_by_role("heading", level=1).inner_text()
    network.always("gone")
    for place in places:
        phone.goto(place)
        expect(phone.get_by_role("heading", level=1)).to_have_text(headings[place])
        expect(phone.locator(".offline")).to_contain_text(
            re.compile(r"No signal\. This is how it looked at \d\d:\d\d\.")
        )
    phone.get_by_role("link", name="Help").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("You don’t have to carry it alone.")
    phone.goto("/pocket/")
    expect(phone).to_have_url(f"{network.url}{phone.planned}pocket/")


def test_a_page_that_is_not_kept_says_so_and_leads_back(phone, network):
    network.always("gone")
    phone.goto("/changes/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("This page isn’t on your phone.")
    phone.get_by_role("link", name="Back to Today").click()
    expect(phone.locator("section.card.next")).to_be_visible()


def test_what_waits_changes_the_pocket_and_says_which_ask_it_is_about(phone, network):
    network.always("gone")
    phone.goto(f"{phone.planned}forecast/")
    phone.locator("[name=line]").fill("Could I have a high five, please?")
    phone.get_by_role("button", name="I’m ready").click()
    for place in (f"{phone.planned}pocket/", "/pocket/"):
        phone.goto(place)
        expect(phone.get_by_role("heading", level=1)).to_have_text("“Could I have a high five, please?”")
        expect(phone.locator("main a.btn").first).to_have_text("I asked")
    phone.locator("main a.btn").first.click()
    phone.locator("button[name=outcome][value=no]").click()
    expect(phone).to_have_url(re.compile("/after/$"))
    phone.goto("/offline/unsent/")
    expect(phone.locator(".unsent section")).to_have_count(2)
    expect(phone.locator(".unsent section", has_text="Ask for a high five")).to_have_count(2)


def test_of_an_ask_of_which_nothing_is_known_no_step_is_shown(phone, network):
    network.always("gone")
    for step in (*STEPS, "after/", "fear/", "feelings/"):
        phone.goto(f"/asks/6f1f4b1e-52f0-4b0e-8a94-0d3c6f1f0a11/{step}")
        expect(phone.get_by_role("heading", level=1)).to_have_text("This page isn’t on your phone.")


def test_a_day_still_to_come_is_refused_on_the_phone_and_by_the_row_that_could_not_be_saved(phone, network):
    network.always("gone")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    phone.goto(f"{phone.planned}answer/")
    phone.get_by_text("Another day, or several people").click()
    phone.get_by_label("On another day").fill(f"{tomorrow:%Y-%m-%d}")
    phone.get_by_text("Another day, or several people").click()
    phone.locator("button[name=outcome][value=no]").click()
    expect(phone.get_by_label("On another day")).to_be_visible()
    assert phone.get_by_label("On another day").evaluate("day => day.validationMessage") == STILL_TO_COME
    assert held(phone, "queue") == []

    # A phone whose clock is a day ahead takes it for today.
    phone.clock.set_fixed_time(tomorrow)
    phone.goto(f"{phone.planned}answer/")
    phone.get_by_text("Another day, or several people").click()
    phone.get_by_label("On another day").fill(f"{tomorrow:%Y-%m-%d}")
    phone.locator("button[name=outcome][value=no]").click()
    expect(phone).to_have_url(re.compile("/after/$"))
    network.always("fine")
    phone.goto("/offline/unsent/")
    expect(phone.locator(".unsent section")).to_contain_text("Ask for a high five")
    expect(phone.locator(".unsent section")).to_contain_text(STILL_TO_COME)


def test_with_a_signal_nothing_is_said(phone):
    phone.goto("/planned/")
    expect(phone.locator(".offline")).to_be_hidden()


@pytest.mark.parametrize("fate", ["gateway", "login"])
def test_another_page_in_place_of_ours_is_never_taken_for_ours(phone, network, fate):
    network.always(fate)
    phone.goto("/")
    expect(phone.locator("section.card.next")).to_be_visible()
    expect(phone.locator(".offline")).to_contain_text("No signal.")
    network.always("fine")
    phone.goto("/")
    expect(phone.locator(".offline")).to_be_hidden()


def test_hide_hides_a_copy_as_well(phone, network):
    network.always("gone")
    phone.goto("/planned/")
    phone.get_by_role("link", name="Hide").click()
    expect(phone).to_have_url(re.compile("/list/$"))
    phone.goto("/", wait_until="commit")
    expect(phone).to_have_url(re.compile("/list/$"))
    phone.get_by_role("link", name="All lists").click()
    expect(phone.locator("section.card.next")).to_be_visible()


def test_what_was_deleted_is_in_no_copy(phone, network):
    assert f"{phone.planned}forecast/" in held(phone, "pages")
    phone.goto(f"{phone.planned}deletion/")
    phone.get_by_role("button").last.click()
    visit_today(phone)
    assert f"{phone.planned}forecast/" not in held(phone, "pages")
    network.always("gone")
    phone.goto("/planned/")
    expect(phone.get_by_text("Ask for a high five")).to_have_count(0)


def test_erasing_everything_leaves_nothing_on_the_phone(phone, network):
    network.fate = lambda method, path: "gone" if method == "POST" and path == "/happened/" else "fine"
    log_ask(phone, "Ask for a plaster")
    assert len(held(phone, "queue")) == 1
    phone.goto("/erasure/")
    for box in phone.locator("main input:not([type=hidden])").all():
        box.fill("erase") if box.get_attribute("type") == "text" else box.check()
    phone.locator("main form button").last.click()
    expect(phone.get_by_role("heading", name="Afraid of hearing no")).to_be_visible()
    assert held(phone, "queue") == held(phone, "pages") == held(phone, "keys") == []


def test_another_site_can_make_the_worker_send_nothing(phone, network, browser):
    page = phone.context.new_page()
    page.route(
        "http://localhost:*/**", lambda route: route.fulfill(content_type="text/html", body=FOREIGN % network.url)
    )
    page.goto("http://localhost:9/")
    page.get_by_role("button").click()
    page.wait_for_load_state()
    expect(page.locator("body")).to_contain_text("Other sites can't open this.")
    assert held(phone, "queue") == []
    assert ("POST", "/happened/", "fine") in network.seen
    assert "Planted" not in phone.request.get(f"{network.url}/diary/").text()


FOREIGN = """<!doctype html><meta name="referrer" content="no-referrer"><form method="post" action="%s/happened/">
<input name="title" value="Planted"><input name="outcome" value="no">
<input name="id" value="6f1f4b1e-52f0-4b0e-8a94-0d3c6f1f0a11"><button>Win</button></form>"""
