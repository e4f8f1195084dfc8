"""On a wide screen the tabs are a rail, with Hide, the settings and Help at its foot; a phone keeps them at the top."""

import pytest

from tests.browser import assert_no_sideways_scroll
from tests.walks import begin

PLACES = """
() => Object.fromEntries([...document.querySelectorAll(".tabs a, .always a, main")].map((part) => {
  const { left, right, top, bottom } = part.getBoundingClientRect();
  return [part.matches("main") ? "main" : part.innerText.trim(), { left, right, top, bottom }];
}))
"""


@pytest.fixture
def there(page_anew):
    begin(page_anew)
    return page_anew


def places_at(page, width: int, height: int, address: str = "/") -> dict[str, dict[str, float]]:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    assert_no_sideways_scroll(page)
    found: dict[str, dict[str, float]] = page.evaluate(PLACES)
    return found


def test_on_a_wide_screen_everything_that_is_always_there_stands_left_of_the_page(there):
    for height in (800, 620):
        found = places_at(there, 1280, height)
        main = found.pop("main")
        assert set(found) == {"Today", "Ideas", "I asked", "Diary", "Changes", "Hide", "Settings", "Help"}
        assert all(place["right"] <= main["left"] + 1 for place in found.values())
        foot = min(found[name]["top"] for name in ("Hide", "Settings", "Help"))
        assert max(found[name]["bottom"] for name in ("Today", "Ideas", "I asked", "Diary", "Changes")) < foot
        assert max(place["bottom"] for place in found.values()) <= height


def test_letters_twice_as_large_leave_the_rail_readable_and_the_page_beside_it_wide(there):
    places_at(there, 1280, 800)
    there.evaluate("document.documentElement.style.fontSize = '200%'")
    found = there.evaluate(PLACES)
    foot = min(found[name]["top"] for name in ("Hide", "Settings", "Help"))
    assert max(found[name]["bottom"] for name in ("Today", "Ideas", "I asked", "Diary", "Changes")) <= foot
    card = there.locator(".next").bounding_box()
    assert card is not None
    assert card["width"] > 400
    assert_no_sideways_scroll(there)


def test_in_a_low_window_nothing_lies_over_anything_else(there):
    found = places_at(there, 1280, 420)
    assert found["Help"]["left"] > found["Today"]["right"]


def test_the_settings_are_one_tap_from_every_page(there):
    there.set_viewport_size({"width": 390, "height": 844})
    for address in ("/", "/ideas/", "/diary/", "/changes/"):
        there.goto(address)
        there.get_by_role("link", name="Settings").click()
        there.wait_for_url("**/you/")
