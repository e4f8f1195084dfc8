"""What the page does under a thumb: words, chips, drafts, one breath, a screen that dims. All of it is optional."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

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


def no_before(page: Page) -> Locator:
    """The word that is picked, if one is."""
    return page.locator("[name=no_before]:checked")


def test_five_words_say_nothing_until_one_is_picked(forecast):
    expect(no_before(forecast)).to_have_count(0)
    forecast.get_by_role("radio", name="fifty-fifty").nth(1).check(force=True)
    expect(no_before(forecast)).to_have_value("50")


def test_a_word_that_is_tapped_again_is_taken_back(forecast):
    word = forecast.locator(".step", has=forecast.locator("[name=no_before][value='70']"))
    word.click()
    expect(no_before(forecast)).to_have_value("70")
    word.click()
    expect(no_before(forecast)).to_have_count(0)


def test_words_are_picked_by_the_keyboard(forecast):
    forecast.locator("[name=no_before]").first.focus()
    forecast.keyboard.press("Space")
    forecast.keyboard.press("ArrowRight")
    expect(no_before(forecast)).to_have_value("30")


def test_five_words_have_a_row_of_their_own_to_tap(forecast):
    for word in forecast.locator(".step", has=forecast.locator("[name=no_before]")).all():
        box = word.bounding_box()
        assert box["height"] >= 44
        assert box["width"] >= 44


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
    expect(forecast.locator(".kept")).to_have_text("saved")


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


def test_all_but_the_line_dims_and_the_first_touch_counts(pocket):
    dimmed = pocket.locator("body.dimmed")
    expect(dimmed).to_have_count(0)
    pocket.clock.run_for(8_100)
    expect(dimmed).to_have_count(1)
    expect(pocket.locator("h1")).to_have_css("opacity", "1")
    expect(pocket.locator("[data-dim]")).to_have_css("opacity", "0.4")
    asked = pocket.get_by_role("link", name="I asked").last.bounding_box()
    assert asked is not None
    pocket.mouse.click(asked["x"] + 40, asked["y"] + 20)
    expect(pocket).to_have_url(re.compile("/answer/$"))


def test_the_icon_is_told_how_many_answers_may_come(forecast):
    forecast.add_init_script(
        "self.told = []; Navigator.prototype.setAppBadge = async (many) => { told.push(many); };"
        "self.matchMedia = () => ({ matches: true });"  # as if it had been opened from the home screen
    )
    forecast.goto("/")
    forecast.wait_for_function("told.length === 1")
    assert forecast.evaluate("told") == [0]
