"""The first page is short: its button is on the first screen, and the grave words are one tap away."""

import pytest
from playwright.sync_api import expect

from unflinch.care.stop_signs import first_visit

SMALL_PHONE = (390, 664)
NARROW = (320, 664)
LIST = "What that means"


@pytest.mark.parametrize("size", [SMALL_PHONE])
def test_both_answers_are_on_the_first_screen(page_anew, size):
    page_anew.goto("/")
    for answer in (page_anew.locator("main button"), page_anew.get_by_role("link", name="One of these applies to me")):
        box = answer.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= size[1]


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("size", [NARROW])
def test_every_sign_of_the_list_is_one_tap_away(page_anew, javascript, size):
    page_anew.goto("/")
    items = page_anew.get_by_role("listitem")
    expect(items).to_have_count(0)
    page_anew.get_by_text(LIST).click()
    expect(items).to_have_text([sign.first_visit + mark for sign, mark in zip(first_visit(), MARKS, strict=True)])


MARKS = [","] * (len(first_visit()) - 1) + ["."]
