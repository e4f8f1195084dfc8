"""Every page, seen once: no rule of accessibility broken, light and dark; it fits 320 px; its title names nothing."""

from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import Page

from tests.browser import PHONE, assert_accessible, assert_no_sideways_scroll
from tests.walks import begin, every_page

NARROW = 320
TYPED = ("plaster", "donaudampfschifffahrtsgesellschaftssuppe")


def look_at(page: Page, *, in_the_dark: bool = True) -> None:
    """All that is asked of each page, one after the other on the same one."""
    assert_accessible(page)
    if in_the_dark:
        page.emulate_media(color_scheme="dark")
        assert_accessible(page, rules=["color-contrast"])  # the dark differs in its colours alone
        page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": NARROW, "height": 700})
    assert_no_sideways_scroll(page)
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    written_down = unquote_plus(f"{page.title()} {page.url}").casefold()
    assert [word for word in TYPED if word in written_down] == []


def walk(page: Page, *, dark_ones: int) -> None:
    """Look at every page, and in the dark at one of `dark_ones`."""
    page.goto("/")
    look_at(page)
    begin(page)
    seen = 0
    for address in every_page(page):
        page.goto(address)
        look_at(page, in_the_dark=seen % dark_ones == 0)
        seen += 1
    assert seen > 50


def test_every_page_can_be_used_and_names_nothing(page_anew):
    walk(page_anew, dark_ones=4)


@pytest.mark.prove
def test_every_page_can_be_used_in_the_dark(page_anew):
    walk(page_anew, dark_ones=1)
