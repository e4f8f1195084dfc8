"""Today: this week as a pond, one card, where one is, and at most one thing that waits."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.hand import SLUG
from unflinch.challenges.catalogue import catalogue
from unflinch.coach.next_step import choice_for
from unflinch.practice.models import Ask, Whereabouts

SUNDAY_EVENING = datetime(2026, 11, 29, 18, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 24, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def standing(hand):
    return hand.client.get("/").context["standing"]


def heading(page):
    return found(r"<h1[^>]*>(.*?)</h1>", page)


def found(pattern, page):
    match = re.search(pattern, page)
    assert match is not None
    return match.group(1)


def test_one_count_stands_on_today_and_it_is_of_this_week(hand, evening):
    for outcome in ("no", "yes", "no", "maybe"):
        hand.just_asked(outcome)
    assert heading(hand.see("/")) == "You asked four times this week."
    assert "Two noes, one yes and one maybe. They all count. That’s a full week." in hand.see("/")
    evening.shift(timedelta(days=7))
    page = hand.see("/")
    assert heading(page) == "A quiet pond so far"
    assert "Room for two or three this week. Any day is fine." in page


def test_the_free_places_are_the_slots_of_the_pace(hand):
    assert standing(hand).pond.free == 3
    for outcome in ("no", "yes"):
        hand.just_asked(outcome)
    pond = standing(hand).pond
    assert (pond.outcomes, pond.free) == (("no", "yes"), 1)
    assert "One no and one yes. Both count. Room for one more." in hand.see("/")
    hand.just_asked("yes")
    hand.just_asked("yes")
    assert standing(hand).pond.free == 0


def test_what_was_not_asked_takes_no_place_and_a_total_takes_one_for_each_ask(hand):
    hand.send(f"{hand.choose()}not-this-time/", reason="no_chance")
    assert standing(hand).pond.outcomes == ()
    hand.send("/totals/", no=2, yes=1, maybe="", no_reply="", not_asked=4)
    assert sorted(standing(hand).pond.outcomes) == ["no", "no", "yes"]
    assert heading(hand.see("/")) == "You asked three times this week."


@pytest.mark.parametrize(
    ("low", "high", "says"),
    [(5, 7, "Room for five to seven this week."), (3, 3, "Room for three this week."), (2, 3, "Room for two or three")],
)
def test_a_pace_is_said_as_one_would(hand, low, high, says):
    hand.send("/programmes/", kind="own", weeks=4, pace_low=low, pace_high=high)
    assert says in hand.see("/")


def test_no_percentage_and_no_week_five_of_four(hand, evening):
    hand.send("/programmes/", kind="four_weeks")
    assert "week 1 of 4" in hand.see("/")
    evening.shift(timedelta(days=28))
    page = hand.see("/")
    assert "the 4 weeks are over" in page
    assert "week 5" not in page
    assert "You’ve finished your programme" in page
    assert " %" not in page


def test_where_one_is_narrows_what_is_offered(hand, mira):
    for place in ("home", "work", "out"):
        assert hand.send("/whereabouts/", place=place) == "/"
        offer = standing(hand).offer
        for chosen in (offer.challenge, offer.gentler, offer.bolder):
            if chosen is not None:
                card = catalogue().challenges[chosen.slug]
                assert place in card.places
                assert place != "out" or card.channel == "in_person"
    assert Whereabouts.objects.count() == 3


def test_where_one_is_shows_and_a_second_tap_takes_it_back(hand, evening):
    hand.send("/whereabouts/", place="home")
    assert standing(hand).place == "home"
    assert re.search(r'value="" aria-pressed="true">.*?at home', hand.see("/"), re.DOTALL)
    hand.send("/whereabouts/", place="")
    assert standing(hand).place == ""
    hand.send("/whereabouts/", place="work")
    evening.shift(timedelta(days=1))
    assert standing(hand).place == ""


def test_where_nothing_fits_it_is_said_kindly_with_an_own_one(hand):
    for card in catalogue().by_boldness:
        if card.fits("work"):
            hand.send("/asides/", key=card.slug, reason="not_now")
    hand.send("/whereabouts/", place="work")
    page = hand.see("/")
    assert "fits where you are today. Rest, or ask something of your own." in page
    assert 'href="/ideas/own/"' in page


def test_nobody_is_anywhere_that_is_no_place(hand):
    hand.send("/whereabouts/", place="on the moon")
    assert Whereabouts.objects.count() == 0


def test_energy_is_asked_in_words(hand):
    page = hand.see("/")
    assert [word in page for word in ("low", "okay", "good", "plenty")] == [True] * 4
    hand.send("/energy/", dots=2)
    assert re.search(r'value="2" aria-pressed="true">.*?okay', hand.see("/"), re.DOTALL)


def test_an_empty_tank_brings_gentler_cards_than_a_full_one(hand, mira, evening):
    def boldness(dots):
        steps = []
        for _day in range(12):
            evening.shift(timedelta(days=1))
            hand.send("/energy/", dots=dots)
            mira.refresh_from_db()
            choice, _ = choice_for(mira, at=datetime.now(UTC))
            steps.append(catalogue().challenges[choice.key or ""].boldness)
        return sum(steps) / len(steps)

    for outcome in ("yes", "no", "yes", "yes"):
        hand.just_asked(outcome)
    assert boldness(1) < boldness(4)


def kinds(hand):
    return [wait.kind for wait in standing(hand).waiting]


def test_one_thing_waits_on_today_and_the_others_are_one_tap_away(hand, evening):
    hand.just_asked("maybe")
    hand.choose(slug=SLUG)
    assert kinds(hand) == ["replies", "planned"]
    page = hand.see("/")
    assert "1 answer may still come" in page
    assert "One more waiting" in page
    assert hand.see("/waiting/").count('class="card wait"') == 2
    evening.move_to(SUNDAY_EVENING, tick=False)
    assert kinds(hand) == ["review", "replies", "planned"]
    assert "Review your week" in hand.see("/")
    evening.shift(timedelta(days=1))
    assert "Review last week" in hand.see("/")


def test_what_is_planned_for_today_goes_before_a_review(hand, evening):
    hand.just_asked("no")
    hand.choose(slug=SLUG)
    evening.move_to(SUNDAY_EVENING, tick=False)
    Ask.objects.planned().get().amend(planned_day=SUNDAY_EVENING.date())
    assert kinds(hand) == ["due", "review"]
    page = hand.see("/")
    assert "Planned for today" in page
    assert page.count('class="card wait"') == 1


def test_a_week_is_reviewed_on_its_last_evening_and_not_before(hand, evening):
    hand.just_asked("no")
    evening.move_to(SUNDAY_EVENING.replace(hour=10), tick=False)
    assert kinds(hand) == []
    evening.move_to(SUNDAY_EVENING, tick=False)
    assert kinds(hand) == ["review"]
    hand.mend_week("/weeks/2026-11-23/", title="Dogs")
    assert kinds(hand) == []


def test_while_one_rests_today_is_quiet_and_can_be_woken(hand):
    hand.just_asked("maybe")
    hand.send("/pause/", days=1)
    page = hand.see("/")
    assert heading(page) == "Resting until tomorrow"
    assert "You asked this week, and it counts." in page
    assert "may still come" not in page
    assert "I’ll try this" not in page
    end = found(r'action="(/pause/[^"]+/end/)"', page)
    assert hand.send(end, next="/") == "/"
    assert "I’ll try this" in hand.see("/")


def test_a_longer_rest_says_until_when(hand):
    hand.send("/pause/", days=7)
    assert heading(hand.see("/")) == "Resting until Tuesday 1 December"


def test_a_card_that_is_not_for_somebody_stays_away_until_it_is_brought_back(hand, evening):
    card = standing(hand).offer.challenge
    hand.send("/asides/", key=card.slug, reason="not_for_me")
    assert f"You won’t see “{card.title}” again." in hand.see("/")
    for _ in range(20):
        evening.shift(timedelta(days=1))
        offer = standing(hand).offer
        assert card.slug not in {chosen.slug for chosen in (offer.challenge, offer.gentler, offer.bolder) if chosen}
    drawn = [hand.client.get(f"/draw/?turn={turn}").context["challenge"].slug for turn in range(300)]
    assert card.slug not in drawn
    deck = next(deck for deck in catalogue().decks if card.slug in {one.slug for one in deck.challenges})
    assert "not for me" in hand.see(f"/ideas/decks/{deck.slug}/")
    page = hand.see("/ideas/put-away/")
    assert card.title in page
    address = found(r'action="(/asides/[^"]+/undo/)"', page)
    assert hand.send(address, listed="on") == "/ideas/put-away/"
    assert card.title not in hand.see("/ideas/put-away/")


def test_the_numbers_stand_behind_why_this_one(hand):
    offer = standing(hand).offer
    page = hand.see("/why/")
    assert "/why/" in hand.see("/")
    assert all(sentence in page for sentence in (offer.challenge.title, *offer.numbers))


def test_an_own_one_on_offer_says_whose_it_is(hand, mira):
    hand.put_every_card_aside()
    own = {"title": "Ask for the recipe", "setting": "cafe", "channel": "in_person", "kind": "ask"}
    hand.send("/ideas/own/", **own, boldness=1, minutes=2)
    hand.just_asked("no")
    offer = standing(hand).offer
    assert offer.challenge.title == "Ask for the recipe"
    assert "gentle" in hand.see("/")


def test_every_duck_has_its_name(hand):
    assert "Who’s who?" in hand.see("/")
    page = hand.see("/ducks/")
    for name in ("Yes", "No", "Maybe", "No answer", "Not this time", "A free place"):
        assert f"<b>{name}</b>" in page


def test_beside_the_card_stands_what_was_asked_this_week(hand, evening):
    hand.just_asked("no")
    assert "Ask for a plaster" in hand.see("/")
    evening.shift(timedelta(days=7))
    assert "Ask for a plaster" not in re.sub(r"“[^”]*”", "", hand.see("/"))
