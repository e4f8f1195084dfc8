"""What the shipped library holds, beyond the rules that every library keeps."""

from collections import Counter

import pytest

from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.check import library_problems
from unflinch.challenges.loading import library_files
from unflinch.challenges.vocabulary import CHANNEL_OF

EVERYTHING = catalogue().by_boldness
STRANGER = 0.9  # from this distance on nobody owes an answer
FIRST_MONTH = [
    "ask-to-say-hello-to-a-dog",
    "ask-to-borrow-a-phone-charger",
    "ask-a-bookshop-for-a-note-in-a-book",
    "ask-to-be-shown-the-rowing-machine",
    "pitch-your-work-by-e-mail",
    "ask-for-a-high-five",
    "ask-a-cafe-to-stock-decaf",
    "ask-a-cashier-to-wish-you-luck",
    "write-to-somebody-you-admire-for-a-coffee",
    "ask-a-friend-to-lend-you-five-thousand-in-theory",
    "ask-a-friend-to-sit-at-the-wheel-of-their-parked-car",
    "ask-to-walk-beside-the-guard-dog",
]
# Ten more ideas of the first month's author, each in a form that is true and easy to refuse.
SAME_AUTHOR = [
    "ask-for-a-refund-a-few-days-too-late",
    "ask-for-a-drink-to-be-named-after-you",
    "apply-for-the-dream-job-although-youre-underqualified",
    "ask-somebody-at-the-gym-to-train-together-once",
    "ask-to-spend-a-morning-watching-somebodys-job",
    "phone-your-insurer-and-ask-for-a-lower-premium",
    "offer-a-service-that-nobody-has-heard-of",
    "ask-a-shop-for-an-announcement-of-your-own",
    "praise-a-coat-then-ask-for-a-photo-of-you-both",
    "ask-a-hotel-desk-whether-you-may-see-their-best-bathroom",
]


def test_the_shipped_library_keeps_its_rules():
    assert [str(problem) for problem in library_problems(library_files())] == []


def test_a_deck_can_be_looked_through():
    assert all(10 <= len(deck.challenges) <= 40 for deck in catalogue().decks)


@pytest.mark.parametrize("slug", [*FIRST_MONTH, *SAME_AUTHOR])
def test_the_ideas_of_the_first_month_and_its_author_are_here(slug):
    assert catalogue().get(slug) is not None


def test_six_wishes_wait_for_a_new_person_and_all_are_gentle():
    found = catalogue().first_visit
    assert len(found) == 6
    assert all(challenge.minutes <= 5 and challenge.boldness <= 2 for challenge in found)
    assert any(challenge.discrimination_risk == 0 for challenge in found)
    assert {"in_person", "phone", "written"} == {CHANNEL_OF[challenge.channel] for challenge in found}


def test_every_step_of_boldness_holds_about_a_fifth():
    steps = Counter(challenge.boldness for challenge in EVERYTHING)
    assert set(steps) == {1, 2, 3, 4, 5}
    assert all(0.12 < number / len(EVERYTHING) < 0.28 for number in steps.values())


@pytest.mark.parametrize("deck", catalogue().decks, ids=lambda deck: deck.slug)
def test_every_deck_works_without_discrimination_risk(deck):
    assert len(deck.challenges.without_discrimination_risk()) >= 5


@pytest.mark.parametrize("facet", ["size", "oddness", "status", "audience", "disclosure", "distance"])
def test_every_facet_is_used_from_end_to_end(facet):
    values = [challenge.facets[facet] for challenge in EVERYTHING]
    assert min(values) <= 0.1
    assert max(values) >= 0.7
    assert len(set(values)) >= 8


def test_a_need_that_is_not_there_is_not_made_up():
    """Whoever has no heavy case says nothing of one: such a challenge says that it waits for a day when it is true."""
    pretending = [one.slug for one in EVERYTHING if "real_need" in one.needs and not one.legal_note]
    assert pretending == []


def test_a_warm_up_is_no_likely_no():
    assert all(challenge.wish == "" for challenge in EVERYTHING if challenge.warm_up)


def test_one_line_in_four_at_most_shrugs():
    shrugs = [challenge for challenge in EVERYTHING if "no worries" in challenge.line.casefold()]
    assert len(shrugs) <= len(EVERYTHING) / 4


def test_retired_challenges_stay_retired():
    """Old diaries know these slugs; two have been gone for longer."""
    assert len(catalogue().retired) >= 7
    assert catalogue().title_of("ask-somebody-for-the-time") == "Ask somebody what time it is"


def test_written_asks_are_honest_about_silence():
    written = [challenge for challenge in EVERYTHING if CHANNEL_OF[challenge.channel] == "written"]
    strangers = [challenge for challenge in written if challenge.facets["distance"] >= STRANGER]
    assert all(challenge.yes_rate <= 0.6 for challenge in strangers)
    assert all(" answer" in challenge.seated for challenge in strangers)


def test_a_neighbour_is_one_step_away_and_not_a_leap():
    for challenge in EVERYTHING:
        for slug in filter(None, (challenge.gentler, challenge.bolder)):
            assert abs(catalogue().challenges[slug].difficulty - challenge.difficulty) < 0.2, (challenge.slug, slug)


def test_everybody_can_reach_the_boldest_step_by_step():
    at_the_end = EVERYTHING[-1].slug
    for challenge in EVERYTHING:
        seen = challenge
        while seen.bolder:
            seen = catalogue().challenges[seen.bolder]
        assert seen.slug == at_the_end
