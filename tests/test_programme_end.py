"""The end of a programme: its ducks, the person's own titles, best line and kindest stranger, then what's next."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from unflinch.practice.models import Programme

MONDAY = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


@pytest.fixture
def four_weeks(hand, clock):
    """Two asks in the first week and one in the second; the first week has a title, a line and a kind stranger."""
    hand.send("/programmes/", kind="four_weeks")
    first = hand.just_asked("no", what_happened="She walked me all the way to the platform.", sting=20)
    hand.just_asked("yes")
    kindest = first.split("/")[2]
    hand.send("/reviews/", day="2026-11-02", title="Warm ears", takeaway="Red cheeks pass", kindest=kindest)
    clock.shift(timedelta(days=7))
    hand.just_asked("no_reply")
    return f"/programmes/{Programme.objects.get().pk}/"


def words(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.split("<main")[1]))


def test_it_holds_what_one_wants_to_keep_in_this_order(hand, four_weeks):
    hand.send(f"{four_weeks}ending/")
    page = hand.see(f"{four_weeks}look-back/")
    said = words(page)
    parts = (
        *("You were afraid, and you went. Three times.", "Nothing was cured", "Warm ears", "Week 2"),
        *("“Red cheeks pass”", "Kindest stranger: She walked me all the way to the platform."),
        *("Keep the picture", "What’s next?"),
    )
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    assert 'class="pond"' in page
    assert 'aria-label="1 no, 1 yes, 1 silence"' in page
    assert f"{four_weeks}picture.png" in page


def test_while_it_runs_ending_it_is_explained_and_carrying_on_is_no_other_thing(hand, four_weeks):
    page = hand.see(f"{four_weeks}look-back/")
    assert "End this programme" in page
    assert "Your diary stays as it is" in page
    assert "Carry on with it" in page
    assert "Begin another" not in page
    hand.send(f"{four_weeks}ending/")
    page = hand.see(f"{four_weeks}look-back/")
    assert "End this programme" not in page
    assert "Begin another" in page
    assert "Carry on without one" in page


def test_the_days_of_the_small_asks_are_named_once_it_is_over(hand, four_weeks):
    assert "Those days are" not in hand.see(f"{four_weeks}look-back/")
    hand.send(f"{four_weeks}ending/")
    said = words(hand.see(f"{four_weeks}look-back/"))
    assert "16 November 2026 , 9 December 2026 , 7 February 2027" in said


def test_a_hard_one_of_today_is_not_the_kindest_line(hand, clock):
    hand.send("/programmes/", kind="four_weeks")
    ask = hand.just_asked("no", what_happened="It hurt a lot.", sting=80)
    hand.send("/reviews/", day="2026-11-02", kindest=ask.split("/")[2])
    address = f"/programmes/{Programme.objects.get().pk}/look-back/"
    assert "It hurt a lot." not in hand.see(address)
    clock.shift(timedelta(days=1))
    assert "It hurt a lot." in hand.see(address)
