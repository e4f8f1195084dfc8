"""Looking for an ask in one's own diary, the laugh, and the numbers of the hundred."""

from datetime import UTC, datetime
from random import Random

import pytest
from django.utils.html import escape

from tests.hand import SLUG
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.models import WeekReview
from unflinch.takeout.made_up.keeping import keep

DECK = next(deck.slug for deck in catalogue().decks if any(one.slug == SLUG for one in deck.challenges))
OTHER = next(deck.slug for deck in catalogue().decks if deck.slug != DECK)


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 18, 0, tzinfo=UTC), tick=False)


@pytest.fixture
def kept(hand):
    """Two asks of Mira: one from the library that was told about, and one that just happened."""
    chosen = hand.choose(slug=SLUG)
    hand.send(f"{chosen}forecast/", feared="own", feared_words="that the Café owner sighs")
    hand.send(f"{chosen}answer/", outcome="no")
    hand.send(f"{chosen}debrief/", what_happened="She laughed and said maybe on Sunday")
    return chosen, hand.just_asked("yes")


LOOKS = [
    ("q=sunday", True, False),
    ("q=SUNDAY+laughed", True, False),
    ("q=cafe", True, False),
    ("q=plaster", False, True),
    ("q=sunday+plaster", False, False),
    ("outcome=no", True, False),
    ("outcome=yes", False, True),
    (f"deck={DECK}", True, False),
    (f"deck={OTHER}", False, False),
    ("outcome=no&q=plaster", False, False),
    ("", True, True),
]


@pytest.mark.parametrize(("query", "first", "second"), LOOKS)
def test_what_fits_all_of_it_is_found(hand, kept, query, first, second):
    page = hand.see(f"/diary/?{query}")
    assert [address in page for address in kept] == [first, second]


def test_a_place_is_found(hand):
    ask = hand.just_asked()
    hand.mend(f"{ask}about/", title="Ask", setting="park")
    assert ask in hand.see("/diary/?place=park")
    assert ask not in hand.see("/diary/?place=gym")


@pytest.mark.parametrize("query", ["outcome=never", "deck=../..", "q=" + "x" * 300, "page=9999", "page=x", "place=%00"])
def test_an_odd_question_is_no_error(hand, kept, query):
    hand.see(f"/diary/?{query}")


def test_a_hard_one_of_today_is_found_by_what_it_was_only(hand):
    ask = hand.just_asked("no", sting=80, what_happened="He shouted at me")
    assert ask not in hand.see("/diary/?q=shouted")
    assert ask in hand.see("/diary/?q=plaster")


def test_pages_of_what_was_found_keep_the_question(hand, mira):
    keep(mira, asks=200, weeks=20, until=datetime(2026, 11, 23, 18, 0, tzinfo=UTC), rng=Random(3))
    page = hand.see("/diary/?outcome=no")
    assert "?outcome=no&amp;page=2" in page
    assert "Older" not in hand.see("/diary/?outcome=no&page=99")


def test_the_laugh_holds_what_was_funny_and_the_kindest(hand, mira):
    assert "Nothing funny yet" in hand.see("/diary/laugh/")
    funny, kind, other = hand.just_asked("no", funny="on"), hand.just_asked("yes"), hand.just_asked("yes")
    hand.send("/reviews/", day="2026-11-23", kindest=kind.split("/")[2])
    page = hand.see("/diary/laugh/")
    assert [address in page for address in (funny, kind, other)] == [True, True, False]
    assert WeekReview.objects.count() == 1


def test_the_hundred_are_numbered_and_what_does_not_count_is_not(hand):
    hand.just_asked()
    hand.send("/programmes/", kind="hundred")
    for outcome in ("no", "yes"):
        hand.send(f"{hand.choose()}answer/", outcome=outcome)
    page = hand.see("/diary/")
    assert [f"No. {number}</span>" in page for number in (1, 2, 3)] == [True, True, False]


def test_what_was_feared_stands_on_the_entry(hand, kept):
    assert escape("that the Café owner sighs") in hand.see(kept[0])
