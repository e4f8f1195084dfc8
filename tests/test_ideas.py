"""Looking for an idea, and writing one's own."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from unflinch.challenges.browsing import SHELVES, matching, shelves_of
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.models import OwnChallenge
from unflinch.challenges.tiles import TILES


def found(**wanted):
    return matching(catalogue(), **wanted)


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.prove)])
def test_every_deck_and_every_challenge_has_a_page(hand, every):
    page = hand.see("/ideas/")
    for deck in catalogue().decks:
        assert deck.title in page or deck.title.replace("'", "&#x27;") in page
        hand.see(f"/ideas/decks/{deck.slug}/")
    for challenge in catalogue().by_boldness[::every]:
        assert hand.client.get(f"/ideas/{challenge.slug}/").status_code == 200


def test_decks_stand_on_shelves_from_gentle_to_bold_and_none_is_missing():
    decks = catalogue().decks
    shelves = shelves_of(decks)
    assert [shelf.title for shelf in shelves] == list(SHELVES)
    assert [deck for shelf in shelves for deck in shelf.decks] == list(decks)
    lengths = [len(shelf.decks) for shelf in shelves]
    assert max(lengths) - min(lengths) <= 1


@pytest.mark.parametrize("many", range(6))
def test_no_shelf_is_empty_however_few_decks_there_are(many):
    decks = catalogue().decks[:many]
    shelves = shelves_of(decks)
    assert [deck for shelf in shelves for deck in shelf.decks] == list(decks)
    assert all(shelf.decks for shelf in shelves)


def test_only_the_gentle_shelf_is_open_and_ones_own_ideas_come_before_it(hand):
    page = hand.see("/ideas/")
    assert page.count('<details class="shelf" open>') == 1
    assert page.index("Your own") < page.index('<details class="shelf" open>') < page.index(SHELVES[1])


def test_filters_narrow_and_can_be_joined():
    everything = found()
    assert [one.slug for one in everything] == [one.slug for one in catalogue().by_boldness]
    assert all(one.setting == "shop" and one.minutes <= 5 for one in found(setting="shop", minutes=5))
    assert all(one.channel == "phone" for one in found(channel="phone"))
    assert all(one.boldness == 5 for one in found(boldness=5))
    assert all(one.discrimination_risk == 0 for one in found(fair=True))
    for wanted in ({"setting": "shop"}, {"channel": "phone"}, {"boldness": 5}, {"fair": True}, {"minutes": 2}):
        assert 0 < len(found(**wanted)) < len(everything)


@pytest.mark.parametrize(("words", "title"), [("dog", "dog"), ("hgih five", "high five"), ("flower", "flower")])
def test_words_find_what_is_close_even_with_a_slip(words, title):
    assert any(title in one.title.lower() for one in found(q=words)[:5])


def test_nothing_is_found_for_nonsense_and_everything_for_nothing():
    assert found(q="xqzzv") == []
    assert len(found(q="  ")) == len(found())


def test_the_page_says_how_many_were_found(hand):
    page = hand.see("/ideas/?q=coffee&boldness=&minutes=10")
    assert "found" in page
    nothing = hand.see("/ideas/?q=xqzzv")
    assert "Nothing here fits" in nothing
    assert "Write it as one of your own" in nothing
    hand.see("/ideas/?boldness=many&minutes=x")


def test_what_was_found_stands_under_the_field(hand):
    page = hand.see("/ideas/?q=coffee")
    assert page.index(" found.") < page.index("Your own")
    assert '<details class="more" open' not in page
    assert '<details class="more" open' in hand.see("/ideas/?q=coffee&minutes=10")


OWN = {
    "title": "Ask for the recipe",
    "setting": "cafe",
    "channel": "in_person",
    "kind": "ask",
    "boldness": 2,
    "minutes": 4,
}


def test_an_own_challenge_is_written_changed_and_taken_off(hand, mira):
    address = hand.send("/ideas/own/", **OWN, honest="True", cheap="True")
    own = OwnChallenge.objects.get()
    assert (own.boldness, own.honest, own.free_to_leave) == (40, True, None)
    assert own.keeps_the_rules
    hand.mend(address, title="Ask for the cake’s recipe", honest="True", cheap="False")
    page = hand.see(address)
    assert "the cake’s recipe" in page
    assert "One of the four answers is a no" in page
    assert "the cake’s recipe" in hand.see("/ideas/")
    hand.send(f"{address}retirement/")
    assert "the cake’s recipe" not in hand.see("/ideas/")


def test_a_yes_to_an_own_challenge_is_as_likely_as_the_library_has_it_for_one_like_it(hand, mira):
    """Nobody rates one's own; a rate out of the air would make the bold ones look safe."""

    def rate(**about):
        hand.send("/ideas/own/", **(OWN | about))
        return OwnChallenge.objects.latest("arrived").card().yes_rate

    assert rate(boldness=1) > 0.6
    assert rate(boldness=5) < 0.45
    assert rate(boldness=2, channel="email") < rate(boldness=2, channel="in_person")


def test_an_own_challenge_that_breaks_a_rule_is_never_offered(hand, mira, time_machine):
    time_machine.move_to(datetime(2026, 11, 2, 18, 0, tzinfo=UTC), tick=False)
    for honest in ("True", "False"):
        hand.send("/ideas/own/", **OWN, honest=honest)
    context = hand.client.get("/").context["standing"].offer
    assert context.challenge is not None
    kept = OwnChallenge.objects.get(honest=True)
    assert kept.card().facets == {"size": 0.4}
    assert (
        hand.client.post("/plans/", {"id": uuid4(), "own": OwnChallenge.objects.get(honest=False).pk}).status_code
        == 302
    )


def test_every_way_in_leads_to_as_many_ideas_as_it_says(hand):
    page = hand.see("/ideas/")
    for tile in TILES.values():
        count = hand.client.get(f"/ideas/?tile={tile.slug}").context["found"].paginator.count
        assert count == tile.many > 5
        assert f"/ideas/?tile={tile.slug}" in page
    assert f"{TILES['sofa'].many} ideas" in page
    assert all(card.channel != "in_person" for card in found(tile="sofa"))
    assert all(card.yes_rate < 0.5 and card.kind == "ask" for card in found(tile="no"))
    assert all(card.boldness == 1 for card in found(tile="gentle"))


def test_more_of_a_way_in_is_on_the_next_page(hand):
    page = hand.see("/ideas/?tile=no")
    assert "More of these" in page
    assert "?tile=no&amp;page=2" in page
    first, second = (hand.client.get(f"/ideas/?tile=no&page={number}").context["found"] for number in (1, 2))
    assert {card.slug for card in first}.isdisjoint(card.slug for card in second)


def test_a_list_says_what_was_done_what_rests_and_what_is_not_for_one(hand):
    deck = catalogue().decks[0]
    done, resting, away = deck.challenges[:3]
    hand.send(f"{hand.choose(slug=done.slug)}answer/", outcome="no")
    hand.send("/asides/", key=resting.slug, reason="not_now")
    hand.send("/asides/", key=away.slug, reason="not_for_me")
    page = hand.see(f"/ideas/decks/{deck.slug}/")
    for card, says in ((done, "done · no"), (resting, "resting"), (away, "not for me")):
        row = page[page.index(f'href="/ideas/{card.slug}/"') :].partition("</li>")[0]
        assert f'<span class="tag">{says}</span>' in row
    assert page.count('class="tag"') == 3


def test_an_own_one_asks_little_and_nothing_has_to_be_answered(hand):
    page = hand.see("/ideas/own/")
    assert "Skip what you like." in page
    hand.send("/ideas/own/", **OWN)
    assert OwnChallenge.objects.get().keeps_the_rules
    assert "answers is a no" not in hand.see(f"/ideas/own/{OwnChallenge.objects.get().pk}/")
