"""Every page: no rule of accessibility broken, light and dark, and nothing to scroll sideways at 320 px."""

import pytest

from tests.browser import assert_accessible, assert_no_sideways_scroll
from tests.walks import begin, every_page

NARROW = (320, 700)


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_every_page_keeps_the_rules_of_axe(page_anew, colour_scheme):
    page_anew.goto("/")
    assert_accessible(page_anew)
    begin(page_anew)
    for address in every_page(page_anew):
        page_anew.goto(address)
        assert_accessible(page_anew)


@pytest.mark.parametrize("size", [NARROW])
def test_no_page_scrolls_sideways_on_a_narrow_phone(page_anew, size):
    page_anew.goto("/")
    assert_no_sideways_scroll(page_anew)
    begin(page_anew)
    for address in every_page(page_anew):
        page_anew.goto(address)
        assert_no_sideways_scroll(page_anew)
