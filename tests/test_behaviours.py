"""What the page does under a thumb: sliders, chips, drafts, one breath, a screen that dims. All of it is optional."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.walks import begin


@pytest.fixture
def forecast(page: Page) -> Page:
    """The page before an ask of one's own."""
    begin(page)
    page.goto("/ideas/own/")
    page.get_by_label("What would you ask?").fill("Ask for a high five")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="I’ll try this").click()
    expect(page).to_have_url(re.compile("/forecast/$"))
    return page


@pytest.fixture
def pocket(forecast: Page) -> Page:
    """The pocket, on a clock that the test moves."""
    forecast.clock.install()
    forecast.goto(forecast.url.replace("/forecast/", "/pocket/"))
    return forecast


def no_before(page: Page) -> str:
    return page.locator("[name=no_before]").input_value()


def test_a_slider_says_nothing_until_it_is_touched(forecast):
    slider = forecast.get_by_role("slider", name="How likely is a no?")
    expect(slider).to_have_attribute("aria-valuetext", "not set")
    assert no_before(forecast) == ""


def test_a_tap_in_the_very_middle_is_fifty_and_can_be_cleared(forecast):
    slider = forecast.get_by_role("slider", name="How likely is a no?")
    slider.click()
    expect(slider).to_have_attribute("aria-valuetext", "50, half and half")
    assert no_before(forecast) == "50"
    forecast.get_by_role("button", name="Clear: How likely is a no?").click()
    expect(slider).to_have_attribute("aria-valuetext", "not set")
    assert no_before(forecast) == ""


@pytest.mark.parametrize("aside", [0, -1, 1, -60])
def test_a_fingers_tap_counts_in_the_very_middle_as_well(forecast, aside):
    slider = forecast.get_by_role("slider", name="How likely is a no?")
    slider.scroll_into_view_if_needed()
    tap(forecast, slider, aside)
    expect(slider).not_to_have_attribute("aria-valuetext", "not set")
    assert abs(int(no_before(forecast)) - 50 - aside * 100 / slider.bounding_box()["width"]) <= 5
    forecast.get_by_role("button", name="Clear: How likely is a no?").click()
    expect(slider).to_have_attribute("aria-valuetext", "not set")
    tap(forecast, slider, aside)
    expect(slider).not_to_have_attribute("aria-valuetext", "not set")


def test_a_page_that_is_scrolled_with_a_finger_on_a_slider_sets_nothing(forecast):
    slider = forecast.get_by_role("slider", name="How likely is a no?")
    slider.scroll_into_view_if_needed()
    middle = middle_of(slider)
    moves = [{"x": middle["x"], "y": middle["y"] - step} for step in (10, 30, 60, 90)]
    touch(forecast, middle, *moves)
    assert no_before(forecast) == ""


def tap(page, place, aside=0):
    """A finger's tap in the middle of this place, or so many pixels beside it."""
    middle = middle_of(place)
    touch(page, {"x": middle["x"] + aside, "y": middle["y"]})


def middle_of(place):
    box = place.bounding_box()
    return {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}


def touch(page, point, *moves):
    """A finger put down here, moved and lifted, as Chromium itself has it from a screen."""
    screen = page.context.new_cdp_session(page)
    screen.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    screen.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    for move in moves:
        screen.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [move]})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    screen.detach()


def test_a_slider_is_moved_by_the_keyboard(forecast):
    slider = forecast.get_by_role("slider", name="How likely is a no?")
    slider.focus()
    forecast.keyboard.press("End")
    expect(slider).to_have_attribute("aria-valuetext", "100, almost certain")
    assert no_before(forecast) == "100"


def test_a_slider_that_is_taken_hold_of_by_the_space_bar_is_in_the_middle(forecast):
    forecast.get_by_role("slider", name="How likely is a no?").focus()
    forecast.keyboard.press(" ")
    assert no_before(forecast) == "50"


def test_a_number_being_typed_when_the_sliders_come_late_is_kept(forecast):
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    forecast.route(re.compile(r"unflinch[^/]*\.js"), hold)
    forecast.reload(wait_until="commit")
    forecast.get_by_label("How likely is a no?").focus()
    forecast.keyboard.type("3")
    for route in held:
        route.continue_()
    expect(forecast.get_by_role("slider", name="How likely is that?")).to_be_visible()
    forecast.keyboard.type("5")
    assert no_before(forecast) == "35"


def test_a_second_tap_takes_a_chip_back(forecast):
    first = forecast.locator("label.pick", has=forecast.locator("[name=feared]")).first
    first.click()
    expect(forecast.locator("[name=feared]:checked")).to_have_count(1)
    first.click()
    expect(forecast.locator("[name=feared]:checked")).to_have_count(0)


def test_the_space_bar_takes_a_chip_back_too(forecast):
    chip = forecast.get_by_label("look annoyed")
    chip.focus()
    forecast.keyboard.press("Space")
    expect(chip).to_be_checked()
    forecast.keyboard.press("Space")
    expect(chip).not_to_be_checked()
    forecast.keyboard.press("Space")
    expect(chip).to_be_checked()


def test_the_second_sorry_can_be_taken_out(forecast):
    line = forecast.locator("[name=line]")
    offer = forecast.get_by_role("button", name="Take out the second sorry")
    line.fill("Sorry, could I sit here?")
    expect(offer).to_be_hidden()
    line.fill("Hi, sorry, could I sit here? I'm so sorry, no worries if not.")
    offer.click()
    expect(line).to_have_value("Hi, sorry, could I sit here? No worries if not.")
    expect(offer).to_be_hidden()


def test_every_opening_of_a_form_draws_its_own_id(forecast):
    first = forecast.locator("main [name=id]").first.input_value()
    forecast.reload()
    assert forecast.locator("main [name=id]").first.input_value() != first


def test_what_is_typed_is_kept(forecast):
    with forecast.expect_request(lambda request: "/drafts/" in request.url) as kept:
        forecast.locator("[name=line]").fill("Would you give me a high five?")
    body = kept.value.post_data or ""
    assert "Would you give me a high five?" in body
    assert 'name="id"' not in body
    expect(forecast.locator(".kept")).to_have_text("kept")


def test_no_draft_comes_after_the_form_itself(forecast):
    asked: list[str] = []
    forecast.on("request", lambda request: asked.append(request.method + request.url))
    forecast.locator("[name=line]").fill("Would you give me a high five?")
    forecast.get_by_role("button", name="I’m ready").click()
    forecast.wait_for_load_state("networkidle")
    sent = max(number for number, address in enumerate(asked) if address.startswith("POST") and "draft" not in address)
    assert [address for address in asked[sent:] if "draft" in address] == []


def test_one_breath_is_four_in_and_six_out(pocket):
    breath = pocket.get_by_role("button", name="one breath")
    breath.click()
    said = pocket.locator("[data-breath] [role=status]")
    expect(said).to_have_text("breathe in")
    pocket.clock.run_for(4_100)
    expect(said).to_have_text("breathe out")
    pocket.clock.run_for(6_100)
    expect(said).to_have_text("and again, if you like")


def test_the_screen_dims_and_the_touch_that_wakes_it_presses_nothing(pocket):
    address, dimmed = pocket.url, pocket.locator("body.dimmed")
    expect(dimmed).to_have_count(0)
    pocket.clock.run_for(8_100)
    expect(dimmed).to_have_count(1)
    middle = pocket.get_by_role("link", name="I asked").bounding_box()
    assert middle is not None
    pocket.mouse.click(middle["x"] + 40, middle["y"] + 20)
    expect(dimmed).to_have_count(0)
    assert pocket.url == address
