"""Help opens on the lines of the place that somebody is in, on the first tap, before anything was said about it."""

import pytest
from playwright.sync_api import expect

from unflinch.care.help_lines import by_zone, help_lines

# Where the browser of these tests is; the machine that Unflinch runs on may be somewhere else.
HERE = help_lines().of("de")


@pytest.mark.parametrize("way", ["from the first page", "from an old address", "from the page that asks"])
def test_the_first_tap_on_help_shows_the_lines_of_here(page_anew, way):
    if way == "from the first page":
        page_anew.goto("/")
        page_anew.get_by_role("link", name="Help", exact=True).click()
    else:
        page_anew.goto("/help/" if way == "from an old address" else "/help/place/")
    expect(page_anew.get_by_label("Where are you?")).to_have_value("de")
    if way != "from the page that asks":
        first = page_anew.locator("section", has=page_anew.get_by_role("heading", name="Right now"))
        assert HERE is not None
        for line in HERE.lines:
            expect(first.get_by_role("link", name=line.target)).to_be_visible()


@pytest.mark.parametrize(
    ("zone", "code"), [("Asia/Calcutta", "in"), ("Europe/Kiev", "ua"), ("GB", "gb"), ("UTC", None)]
)
def test_older_names_of_time_zones_that_browsers_say_are_known(zone, code):
    assert by_zone().get(zone) == code
