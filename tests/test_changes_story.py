"""Changes: a short story first, true with nothing, one, a few and very many asks; all the numbers are one tap away."""

import re
import subprocess
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from playwright.sync_api import expect

from tests.browser import assert_no_sideways_scroll
from tests.live import UNFLINCH, like_a_person
from tests.walks import begin
from unflinch.takeout.made_up.keeping import keep

MONDAY = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
SCREEN = 844
TWICE = "document.documentElement.style.fontSize = '200%'"


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


def story(hand, span="all"):
    """What the page says, without its frame."""
    page = hand.see(f"/changes/?span={span}").split("<main")[1].split("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def ask(hand, clock, outcome, **before):
    begun = hand.choose()
    hand.send(f"{begun}forecast/", feared="laugh", feared_before=80, **before)
    hand.send(f"{begun}answer/", outcome=outcome)
    clock.shift(timedelta(hours=1))


def test_with_nothing_it_is_kind_and_draws_nothing(hand):
    page = hand.see("/changes/")
    assert "Nothing to see yet, and that’s fine." in page
    assert "All the numbers" not in page
    assert 'class="count"' not in page


def test_one_ask_is_said_as_one(hand):
    hand.just_asked("no")
    said = story(hand)
    assert "You asked once." in said
    assert "Too early to say what has changed." in said
    assert "You expected" not in said


def test_the_story_and_the_numbers_count_alike(hand, clock):
    for outcome in ("no", "no", "yes", "yes", "yes", "no", "yes", "yes", "no_reply"):
        ask(hand, clock, outcome, no_before=70, tension_before=80)
    ask(hand, clock, "yes", no_before=20, tension_before=20)
    said, numbers = story(hand), " ".join(hand.see("/changes/numbers/").split())
    assert "You went anyway, nine times, with your heart pounding. 9 of 10" in said
    assert "a tension of 60 or more: 9 of 10 asks." in numbers
    assert "You expected about six noes. You heard three. you expected 6 of 9 you heard 3 of 9" in said
    assert "You said a no was 64% likely and heard one in 33% of 9 answers" in numbers
    assert "Five times you expected a no, and got a yes. 5 of 9" in said
    assert "Where you expected a no, 5 of 9 said yes." in numbers


def test_no_sentence_of_the_story_holds_a_percentage(hand, mira, clock):
    keep(mira, asks=84, weeks=26, until=MONDAY, rng=Random(30))
    for span in ("all", "month", "programme"):
        assert "%" not in story(hand, span)


def test_a_great_many_asks_are_bars_and_not_a_crowd(hand, mira, clock):
    keep(mira, asks=1500, weeks=200, until=MONDAY, rng=Random(2))
    page = hand.see("/changes/")
    assert page.count('class="gauge"') >= 4
    assert page.count("<use") < 20
    assert len(page) < 12_000


@pytest.mark.parametrize("javascript", [True, False])
def test_all_the_numbers_are_within_a_screen_and_a_half_and_one_tap_away(page_anew, live_anew):
    made = [str(UNFLINCH), "--data", str(live_anew.data), "demo"]
    subprocess.run(made, check=True, env=like_a_person(), capture_output=True)
    page_anew.goto("/changes/?span=all")
    link = page_anew.get_by_role("link", name="All the numbers")
    box = link.bounding_box()
    assert box is not None
    assert box["y"] < 1.5 * SCREEN
    link.click()
    expect(page_anew).to_have_url(re.compile("/changes/numbers/"))
    expect(page_anew.locator("figure.chart").first).to_be_visible()


@pytest.mark.parametrize("size", [(1280, 800)])
def test_a_desktop_shows_the_numbers_in_two_columns(page_anew, live_anew):
    made = [str(UNFLINCH), "--data", str(live_anew.data), "demo"]
    subprocess.run(made, check=True, env=like_a_person(), capture_output=True)
    page_anew.goto("/changes/numbers/")
    left = "[...document.querySelectorAll('.charts > *')].map(one => Math.round(one.getBoundingClientRect().left))"
    assert len(set(page_anew.evaluate(left))) == 2
    page_anew.goto("/changes/")
    left = "[...document.querySelectorAll('.tale > .card')].map(one => Math.round(one.getBoundingClientRect().left))"
    assert len(set(page_anew.evaluate(left))) == 2


@pytest.mark.parametrize("size", [(320, 700), (390, 844)])
def test_twice_the_text_fits_a_phone(page_anew, live_anew):
    begin(page_anew)
    made = [str(UNFLINCH), "--data", str(live_anew.data), "demo"]
    subprocess.run(made, check=True, env=like_a_person(), capture_output=True)
    for address in ("/changes/", "/changes/numbers/"):
        page_anew.goto(address)
        assert_no_sideways_scroll(page_anew)
        page_anew.evaluate(TWICE)
        assert_no_sideways_scroll(page_anew)
