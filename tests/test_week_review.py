"""Looking back on a week, one card at a time: each is saved as it is sent, and all of it can be skipped."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from unflinch.practice.forms.review import CARDS
from unflinch.practice.models import WeekReview

SUNDAY_EVENING = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
CARDS_OF = "/reviews/2026-11-16/"
WEEK = "/weeks/2026-11-16/"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(SUNDAY_EVENING, tick=False)
    return time_machine


def skips_from(hand, address):
    """The address that this card's skip leads to."""
    found = re.search(r'<a class="soft" href="([^"]+)">Skip this one', hand.see(address))
    assert found is not None
    return found[1]


def test_every_card_can_be_skipped_and_then_nothing_is_saved(hand):
    hand.just_asked("yes")
    address, seen = CARDS_OF, []
    while address != WEEK:
        seen.append(address)
        address = skips_from(hand, address)
    assert [one.removeprefix(CARDS_OF) for one in seen] == ["", *(f"{card}/" for card in list(CARDS)[1:])]
    assert not WeekReview.objects.exists()


def test_each_card_is_saved_by_itself_and_the_last_leads_to_a_page_without_the_form(hand):
    hand.just_asked("yes")
    assert hand.mend(f"{CARDS_OF}title/", title="In pen") == f"{CARDS_OF}moment/"
    assert WeekReview.objects.get().title == "In pen"
    assert hand.mend(f"{CARDS_OF}lesson/", takeaway="Pens are lent") == f"{CARDS_OF}next/"
    assert hand.mend(f"{CARDS_OF}care/", worse="no") == WEEK
    page = hand.see(WEEK)
    for words in ("In pen", "Pens are lent", "Change what you wrote"):
        assert words in page
    assert 'name="title"' not in page
    assert 'name="worse"' not in page


def test_the_careful_questions_come_last_with_the_reason_why(hand):
    hand.just_asked("no")
    assert list(CARDS)[-1] == "care"
    page = hand.see(f"{CARDS_OF}care/")
    assert page.index("we’ll suggest going more gently") < page.index("Did practising make this week worse?")
    for card in list(CARDS)[:-1]:
        assert "Did practising make this week worse?" not in hand.see(f"{CARDS_OF}{card}/")


def test_titles_are_the_persons_own_words_of_what_was_made_and_no_numbers(hand):
    hand.just_asked("no", what_happened="She wrote it on the board. In pen.", lesson="Boards are for asking")
    skipped = hand.send("/plans/", slug="ask-for-a-glass-of-tap-water").removesuffix("forecast/")
    hand.send(f"{skipped}not-this-time/", reason="too_tired")
    hand.just_asked("yes", what_happened="He was unfair to me", harms=["felt_unfair"])
    page = hand.see(f"{CARDS_OF}title/")
    for words in ("Boards are for asking", "In pen", "She wrote it on the board"):
        assert f'value="{words}"' in page
    assert "tap water" not in page.split("<form")[1]
    assert "unfair" not in page.split("<form")[1]
    assert not re.search(r'value="[^"]*(noes|yeses|One no)', page)


def test_a_moment_is_one_that_happened_and_the_kindest_was_kind(hand):
    rude = hand.just_asked("no", no_kind="rude")
    kind = hand.just_asked("no", no_kind="friendly")
    yes = hand.just_asked("yes")
    skipped = hand.send("/plans/", slug="ask-for-a-glass-of-tap-water").removesuffix("forecast/")
    hand.send(f"{skipped}not-this-time/", reason="too_tired")
    ids = [ask.split("/")[2] for ask in (rude, kind, yes, skipped)]
    moment, kindest = hand.see(f"{CARDS_OF}moment/"), hand.see(f"{CARDS_OF}kindest/")
    assert [f'value="{id}"' in moment for id in ids] == [True, True, True, False]
    assert [f'value="{id}"' in kindest for id in ids] == [False, True, True, False]


def test_a_week_of_which_nothing_was_made_has_no_card_for_a_moment(hand):
    skipped = hand.send("/plans/", slug="ask-for-a-glass-of-tap-water").removesuffix("forecast/")
    hand.send(f"{skipped}not-this-time/", reason="too_tired")
    assert skips_from(hand, f"{CARDS_OF}title/") == f"{CARDS_OF}lesson/"


def test_an_ask_of_another_week_is_no_moment_of_this_one(hand, clock):
    earlier = hand.just_asked("yes")
    clock.shift(timedelta(days=7))
    hand.just_asked("yes")
    held = {**hand.held_by("/reviews/2026-11-23/moment/"), "funniest": earlier.split("/")[2]}
    assert hand.client.post("/reviews/2026-11-23/moment/", held).status_code == 404


def test_the_same_card_sent_twice_is_one_review(hand):
    hand.just_asked("yes")
    held = {**hand.held_by(f"{CARDS_OF}title/"), "title": "In pen"}
    for _ in range(2):
        assert hand.client.post(f"{CARDS_OF}title/", held).status_code == 302
    assert WeekReview.objects.count() == 1


@pytest.mark.parametrize("address", ["/reviews/2026-11-02/", "/reviews/moon/", f"{CARDS_OF}moon/"])
def test_a_card_that_there_is_not_is_nowhere(hand, address):
    hand.just_asked("yes")
    assert hand.client.get(address).status_code == 404
    assert hand.client.post(address, {"id": uuid4(), "title": "x"}).status_code == 404
