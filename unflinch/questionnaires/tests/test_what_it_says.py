"""The result page: a number with its margin in plain words, what came before, and never a verdict."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from unflinch.questionnaires.models import Filled
from unflinch.questionnaires.tests.marking import GOING_WELL, fill_in, nine, see

STRAIN = "Answers like yours often go with a lot of strain. Talking with a doctor or a therapist could help."
A_DISORDER = re.compile(r"disorder|depression|phobi|diagnos|patholog|syndrome|symptom|positive screen", re.IGNORECASE)


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(datetime(2026, 11, 2, 18, tzinfo=UTC), tick=False)
    return time_machine


@pytest.fixture
def browser(browser_of_mira, clock):
    return browser_of_mira


def test_nine_situations_give_a_number_with_its_margin(browser):
    # 3 times (7 - 4) is 9 in each; 1.96 times 1.84 is 3.6.
    page = see(browser, fill_in(browser, "situations", nine(3, 4)))
    assert "9, or somewhere from 5.4 to 12.6." in page
    assert "The scale runs from 1 to 36." in page
    assert "685 adults who filled it in on the web had 8.6 on average" in page


def test_the_first_time_nothing_is_compared(browser):
    page = see(browser, fill_in(browser, "situations", nine(3, 4)))
    assert "normal wobble" not in page
    assert "it went" not in page


def test_a_small_move_is_within_wobble(browser, clock):
    fill_in(browser, "situations", nine(3, 4))
    clock.shift(timedelta(days=56))
    # 12 against 9: less than 5.1.
    page = see(browser, fill_in(browser, "situations", nine(3, 3)))
    assert "On 2 November 2026 it was 9." in page
    assert "within normal wobble: two numbers from one person can be 5.1 apart" in page
    assert "it went" not in page


@pytest.mark.parametrize(("later", "number", "way"), [((3, 2), "15", "up"), ((1, 4), "3", "down")])
def test_a_move_beyond_wobble_is_named_and_not_praised(browser, clock, later, number, way):
    fill_in(browser, "situations", nine(3, 4))
    clock.shift(timedelta(days=56))
    page = see(browser, fill_in(browser, "situations", nine(*later)))
    assert f"> {number}, or somewhere" in page
    assert f"a difference of 6, more than the 5.1 that such numbers wobble by themselves: it went {way}." in page
    assert not re.search(r"better|worse|well done|congrat|improve", page, re.IGNORECASE)


def test_the_time_before_is_the_last_one_and_not_the_first(browser, clock):
    for marks in (nine(6, 1), nine(3, 4)):
        fill_in(browser, "situations", marks)
        clock.shift(timedelta(days=60))
    page = see(browser, fill_in(browser, "situations", nine(3, 4)))
    assert "On 1 January 2027 it was 9." in page


def test_an_older_page_is_not_compared_with_what_came_after(browser, clock):
    first = fill_in(browser, "situations", nine(3, 4))
    clock.shift(timedelta(days=56))
    fill_in(browser, "situations", nine(6, 1))
    page = see(browser, first)
    assert "normal wobble" not in page
    assert "it went" not in page


def test_seven_of_nine_give_a_number_with_a_wider_margin(browser):
    page = see(browser, fill_in(browser, "situations", nine(3, 4, situations=7)))
    assert "9, or somewhere from 4.9 to 13.1." in page
    assert "From 7 of 9" in page


def test_six_of_nine_give_none_and_say_how_many_it_takes(browser):
    page = see(browser, fill_in(browser, "situations", nine(3, 4, situations=6)))
    assert "Too few for a number, and that’s fine." in page
    assert "You answered 6 of 9 in full. It takes 7 for a number." in page


def test_after_one_without_a_number_nothing_is_compared(browser, clock):
    fill_in(browser, "situations", nine(3, 4, situations=6))
    clock.shift(timedelta(days=56))
    page = see(browser, fill_in(browser, "situations", nine(3, 4)))
    assert "there were too few answers for a number, so there’s nothing to compare" in page


def test_the_four_questions_stand_for_themselves(browser, clock):
    fill_in(browser, "ons4", GOING_WELL)
    clock.shift(timedelta(days=14))
    page = see(browser, fill_in(browser, "ons4", {"satisfied": 7, "anxious": 0}))
    assert '<span class="num">7</span> from 0 to 10; 7 to 8 is called “high”. On 2 November 2026 it was 8.' in page
    assert '<span class="num">0</span> from 0 to 10; 0 to 1 is called “very low”. On 2 November 2026 it was 3.' in page
    assert page.count("You skipped this.") == 2
    assert "no change is named here" in page


def test_a_heavy_day_gets_one_calm_line_with_the_way_to_help(browser):
    page = see(browser, fill_in(browser, "ons4", {"satisfied": 3, "anxious": 9}))
    assert page.count(STRAIN) == 1
    assert f'{STRAIN} <a href="/help/?' in page


@pytest.mark.parametrize(
    ("slug", "marks"), [("ons4", GOING_WELL), ("ons4", {"satisfied": 3}), ("situations", nine(6, 1))]
)
def test_any_other_day_gets_none(browser, slug, marks):
    assert STRAIN not in see(browser, fill_in(browser, slug, marks))


@pytest.mark.parametrize(("slug", "marks"), [("ons4", {"satisfied": 0, "anxious": 10}), ("situations", nine(6, 1))])
def test_no_page_names_a_disorder(browser, slug, marks):
    pages = [see(browser, "/questionnaires/"), see(browser, f"/questionnaires/{slug}/")]
    pages += [see(browser, fill_in(browser, slug, marks)), see(browser, f"/questionnaires/{slug}/")]
    assert [A_DISORDER.findall(page) for page in pages] == [[], [], [], []]


def test_the_page_says_whose_questions_they_are(browser):
    for slug, marks in (("ons4", GOING_WELL), ("situations", nine(3, 4))):
        page = see(browser, fill_in(browser, slug, marks))
        assert "The terms</a>" in page
    assert "Not yet compared with the authors’ own sheet, word for word: 6 of 9." in page


def test_a_stranger_sees_nothing_of_it(browser, jonas, mira):
    fill_in(browser, "ons4", GOING_WELL)
    Filled.objects.update(person=jonas)
    filled = Filled.objects.get()
    assert browser.get(f"/questionnaires/filled/{filled.pk}/").status_code == 404
    assert str(filled.pk) not in see(browser, "/questionnaires/")


def test_the_pages_are_not_stored(browser):
    for address in ("/questionnaires/", "/questionnaires/ons4/", fill_in(browser, "ons4", GOING_WELL)):
        assert "no-store" in browser.get(address).headers["Cache-Control"]
