"""Every page, seen once: no rule of accessibility broken, light and dark; it fits 320 px; its title names nothing."""

from urllib.parse import unquote_plus

from playwright.sync_api import Page

from tests.browser import PHONE, assert_accessible, assert_no_sideways_scroll
from tests.walks import begin, every_page

NARROW = 320
TYPED = ("plaster", "donaudampfschifffahrtsgesellschaftssuppe")


def look_at(page: Page) -> None:
    """All that is asked of each page, one after the other on the same one."""
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page, rules=["color-contrast"])  # the dark differs in its colours alone
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": NARROW, "height": 700})
    assert_no_sideways_scroll(page)
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    written_down = unquote_plus(f"{page.title()} {page.url}").casefold()
    assert [word for word in TYPED if word in written_down] == []


def test_every_page_can_be_used_and_names_nothing(page_anew):
    page_anew.goto("/")
    look_at(page_anew)
    begin(page_anew)
    seen = 0
    for address in every_page(page_anew):
        page_anew.goto(address)
        look_at(page_anew)
        seen += 1
    assert seen > 50
