"""No signal and no JavaScript: help still opens from every page that was visited, with the place's own lines."""

import pytest
from playwright.sync_api import expect

from tests.walks import begin, every_page
from unflinch.care.help_lines import help_lines


@pytest.fixture
def javascript():
    return False


def opens_without_a_signal(page, address) -> None:
    page.goto(address)
    page.context.set_offline(True)
    page.get_by_role("navigation", name="Always here").get_by_role("link", name="Help").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You don’t have to carry it alone.")
    first = page.locator("section", has=page.get_by_role("heading", name="Right now"))
    expect(first).to_contain_text(country.name)
    expect(first.get_by_role("link", name=country.lines[0].number)).to_be_visible()
    page.context.set_offline(False)


country = next(country for country in help_lines().countries if country.code == "fr")


def help_opens(page, *, every) -> None:
    """Help opens from one of `every` so many of the pages that were visited."""
    begin(page)
    page.goto("/help/place/")
    page.get_by_label("Where are you?").select_option(country.code)
    page.get_by_role("button", name="Save").click()
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    # Any first page brings help along for all that follow.
    page.goto("/ideas/", wait_until="networkidle")
    # Where the quick way out leads says nothing about us; Back leads to where help is.
    for address in [address for address in every_page(page) if address != "/list/"][::every]:
        opens_without_a_signal(page, address)


def test_help_opens_from_pages_already_visited(page_anew):
    help_opens(page_anew, every=5)


@pytest.mark.prove
def test_help_opens_from_every_page_already_visited(page_anew):
    help_opens(page_anew, every=1)
