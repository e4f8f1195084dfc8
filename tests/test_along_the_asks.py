"""What goes along with the asks: boldness, pull, rehearsing, habits, energy and wishes, each from what was told."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from unflinch.challenges.catalogue import catalogue
from unflinch.practice.models import Wish

MONDAY = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)
LADDER = [next(one for one in catalogue().by_boldness if one.boldness == step) for step in (1, 3)]


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


def picture(page, title):
    return page.split(f"<h2>{title}</h2>")[1].split("</figure>")[0]


def rows(page, title):
    cells = re.findall(r'<th scope="row">([^<]*)</th><td>([^<]*)</td>', picture(page, title))
    return dict(cells)


def ask(hand, clock, *, slug, pull, outcome="no", **told):
    begun = hand.choose(slug=slug, pull=pull)
    hand.send(f"{begun}answer/", outcome=outcome)
    hand.send(f"{begun}debrief/", **told)
    clock.shift(timedelta(days=1))


def let_go(hand, clock, *, slug, pull):
    hand.send(f"{hand.choose(slug=slug, pull=pull)}not-this-time/")
    clock.shift(timedelta(days=1))


def test_the_ladder_counts_asks_at_each_step_and_names_the_highest(hand, clock):
    for challenge in (LADDER[0], LADDER[0], LADDER[1]):
        ask(hand, clock, slug=challenge.slug, pull="")
    page = hand.see("/changes/numbers/")
    assert rows(page, "Boldness") == {
        "Gentle": "2", "A little bold": "0", "Bold": "1", "Very bold": "0", "The boldest": "0",
    }  # fmt: skip
    assert "The highest step so far is “bold”, first taken with ask 3." in page


def test_what_came_from_no_challenge_has_no_step(hand):
    hand.just_asked("no")
    assert "<h2>Boldness</h2>" not in hand.see("/changes/numbers/")


def test_wanting_more_what_was_let_go_once_is_said(hand, clock):
    for challenge in catalogue().by_boldness[:8]:
        let_go(hand, clock, slug=challenge.slug, pull=10)
    assert "<h2>Pull</h2>" not in hand.see("/changes/numbers/")
    for challenge in catalogue().by_boldness[:8]:
        ask(hand, clock, slug=challenge.slug, pull=60)
    page = hand.see("/changes/numbers/")
    assert rows(page, "Pull") == {"Let go": "10", "Offered again": "60"}
    assert "8 challenges let go once and offered again. You want them more than when you let them go." in page


def test_rehearsing_is_said_by_two_weeks(hand, clock):
    for rehearsed in ("a_lot", "no"):
        for _ in range(10):
            hand.just_asked("no", rehearsed=rehearsed)
            clock.shift(timedelta(days=1, hours=10))
    page = hand.see("/changes/numbers/")
    assert "Rehearsed a lot before 50% of asks" in page
    assert "It’s gone down." in page
    assert re.findall(r"<td>(\d+)</td><td>10</td>", picture(page, "Rehearsed a lot")) == ["100", "0"]


def test_a_habit_that_fades_is_named_and_the_other_is_not(hand, clock):
    for habits in (["rushed", "phone"], ["phone"]):
        for _ in range(10):
            hand.just_asked("no", sting=10, safe_habits=habits)
            clock.shift(timedelta(hours=10))
    page = hand.see("/changes/numbers/")
    assert rows(page, "Safety habits") == {"Held on to my phone": "100", "Rushed": "50"}
    assert "Less than at first: “rushed”." in page


def test_energy_stands_beside_the_asks_of_its_week(hand, clock):
    hand.just_asked("no")
    assert "in the tank" not in picture(hand.see("/changes/numbers/"), "Asks by week")
    hand.send("/energy/", dots=2)
    clock.shift(timedelta(days=1))
    hand.send("/energy/", dots=4)
    weeks = picture(hand.see("/changes/numbers/"), "Asks by week")
    assert "noted on 2 days" in weeks
    assert weeks.count('class="ring"') == 1


def test_a_wish_that_became_an_ask_is_counted(hand):
    for words in ("whether I may sit", "for the recipe"):
        hand.send("/wishes/", words=words)
    first, _ = Wish.objects.order_by("arrived")
    hand.send(f"/wishes/{first.pk}/challenge/")
    first.refresh_from_db()
    assert "wishes became asks" not in hand.see("/changes/numbers/")
    hand.send(f"{hand.choose(own=first.own_id)}answer/", outcome="no")
    assert "1 of 2 wishes became asks." in hand.see("/changes/numbers/")
