"""Decks that lead somewhere: looked at, followed and left, and never a way past a limit."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils.html import escape

from tests.exports import packed
from unflinch.accounts.models import Person
from unflinch.challenges.arcs import arcs
from unflinch.challenges.catalogue import catalogue, fits_anybody
from unflinch.coach.following import way_through
from unflinch.coach.next_step import choice_for
from unflinch.practice.history import followed_deck
from unflinch.practice.models import Following
from unflinch.takeout.unpacking import unpack

NOW = datetime(2026, 11, 4, 18, 0, tzinfo=UTC)
ARCS = {arc.slug: arc for arc in arcs()}
PHONE = ARCS["phone-fear"]
SLUGS = [challenge.slug for challenge in PHONE.challenges]
HERE = "/ideas/arcs/phone-fear/"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


@pytest.fixture
def follow(hand):
    def follow(slug="phone-fear", **fields):
        return hand.send("/following/", arc=slug, **fields)

    return follow


def person_of(mira):
    return Person.objects.get(pk=mira.pk)


def chosen_by(mira):
    return choice_for(person_of(mira), at=datetime.now(UTC))[0]


def asked(hand, slug, outcome="yes", **told):
    ask = hand.choose(slug=slug)
    hand.send(f"{ask}answer/", outcome=outcome)
    if told:
        hand.send(f"{ask}debrief/", **told)
    return ask


def test_ideas_show_every_one_with_a_picture_and_how_far_one_is(hand):
    asked(hand, SLUGS[0])
    shelf = hand.see("/ideas/").split('id="arcs"')[1].split("</section>")[0]
    for arc in arcs():
        assert f'href="/ideas/arcs/{arc.slug}/"' in shelf
        assert escape(arc.title) in shelf
        assert escape(arc.about) in shelf
    assert shelf.count('class="scene-of-deck"') == len(arcs())
    assert f"1 of {len(SLUGS)} done" in shelf
    assert f"{len(ARCS['a-hundred'].challenges)} cards" in shelf


@pytest.mark.parametrize("slug", [arc.slug for arc in arcs()])
def test_each_page_is_the_way_through_its_stages_with_the_next_card_one_tap_away(hand, slug):
    page, arc = hand.see(f"/ideas/arcs/{slug}/"), ARCS[slug]
    places = [page.index(f"<h2>{escape(stage.title)}</h2>") for stage in arc.stages]
    assert places == sorted(places)
    first = arc.challenges[0]
    assert f'<a class="btn" href="/ideas/{first.slug}/"> First: {escape(first.title)} </a>' in page
    assert f"0 of {len(arc.challenges)} done" in page
    assert "/ideas/arcs/nowhere/" not in page
    assert hand.client.get("/ideas/arcs/nowhere/").status_code == 404


def test_what_was_done_is_marked_and_what_is_not_for_somebody_is_passed_by(hand):
    asked(hand, SLUGS[0], "no")
    hand.send("/asides/", key=SLUGS[1], reason="not_for_me")
    page = hand.see(HERE)
    assert f"Next: {escape(PHONE.challenges[2].title)}" in page
    assert "done · no" in page
    assert "not for me" in page
    assert f"1 of {len(SLUGS)} done" in page


def test_a_warm_up_counts_as_done(hand, mira):
    arc = next(arc for arc in arcs() if any(one.warm_up for one in arc.challenges))
    warm_up = next(one for one in arc.challenges if one.warm_up)
    asked(hand, warm_up.slug, "went")
    assert way_through(person_of(mira), arc).done == 1
    assert "done" in hand.see(f"/ideas/arcs/{arc.slug}/")


def test_todays_card_comes_from_a_followed_deck_and_says_so_until_it_is_left(hand, mira, follow, clock):
    assert follow() == "/"
    for _ in range(4):
        today, key = hand.see("/"), chosen_by(mira).key
        assert key in SLUGS
        assert escape(catalogue().challenges[key].title) in today
        assert f'From <a href="{HERE}">Phone fear</a>' in today
        assert "It comes from the deck you follow, “Phone fear”." in hand.see("/why/")
        asked(hand, key)
        clock.shift(timedelta(days=1))
    assert hand.send("/following/", arc="") == "/"
    assert "Phone fear" not in hand.see("/")
    assert followed_deck(person_of(mira)) == ""


def test_another_one_takes_its_place_and_leaving_on_the_page_stays_there(hand, follow):
    follow("student")
    page = hand.see(HERE)
    assert "Follow this instead of “Student”" in page
    follow()
    assert "following this deck" in hand.see(HERE)
    assert "following this deck" not in hand.see("/ideas/arcs/student/")
    assert follow("", there="phone-fear") == HERE
    assert "Follow this deck" in hand.see(HERE)


def test_the_same_tap_twice_is_one_and_an_unknown_deck_is_none(hand):
    body = {"id": uuid4(), "arc": "phone-fear"}
    for _ in range(2):
        assert hand.client.post("/following/", body).status_code == 302
    assert Following.objects.count() == 1
    hand.send("/following/", arc="dragons")
    assert Following.objects.count() == 1
    assert hand.client.get("/following/").status_code == 405


def test_looking_at_decks_writes_nothing(hand, mira):
    before = person_of(mira).facts
    for address in ("/ideas/", HERE, "/"):
        hand.see(address)
    assert person_of(mira).facts == before


LIVES: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "somebody new": [],
    "a few noes": [("no", {}), ("yes", {}), ("no", {})],
    "a hard sting": [("no", {"sting": 90})],
    "two heavy ones today": [("no", {"sting": 90}), ("no", {"sting": 90})],
    "three hard stings": [("no", {"sting": 80})] * 3,
    "somebody uncomfortable": [("no", {"harms": ["they_uncomfortable"]})],
}


@pytest.mark.parametrize("energy", [None, 1])
@pytest.mark.parametrize("slug", ["phone-fear", "thirty-days"])
@pytest.mark.parametrize("life", LIVES)
def test_whatever_limits_the_usual_card_limits_that_of_a_deck(hand, mira, life, slug, energy):
    for outcome, told in LIVES[life]:
        asked(hand, catalogue().by_boldness[60].slug, outcome, **told)
    if energy:
        hand.send("/energy/", dots=energy)
    usual = chosen_by(mira)
    hand.send("/following/", arc=slug)
    found, arc = chosen_by(mira), ARCS[slug]
    steps = catalogue().steps
    if usual.key is None or any(reason.code == "softer_after_sting" for reason in usual.reasons):
        assert found == usual
        return
    if found != usual:
        assert found.key in {challenge.slug for challenge in arc.challenges}
        most = max([steps[usual.key], *([steps[catalogue().by_boldness[60].slug]] if LIVES[life] else [])])
        assert steps[found.key] <= most + 1
    for key, sign in ((found.gentler, -1), (found.bolder, 1)):
        assert key is None or (steps[key] - steps[found.key]) * sign > 0


def test_what_was_put_aside_or_said_to_be_too_much_comes_from_no_deck(hand, mira, follow):
    follow()
    seen = set()
    for reason in ("not_now", "too_much", "not_for_me") * 4:
        key = chosen_by(mira).key
        assert key not in seen
        seen.add(key)
        hand.send("/asides/", key=key, reason=reason)


def test_where_nothing_of_the_deck_fits_today_says_so(hand, follow):
    follow("shy-at-work")
    hand.send("/whereabouts/", place="home")
    at_home = [one for one in ARCS["shy-at-work"].challenges if one.fits("home") and fits_anybody(one)]
    said = "Nothing from <a" if not at_home else "From <a"
    assert said in hand.see("/")


def test_a_rest_that_is_due_is_said_on_the_page(hand):
    for _ in range(2):
        asked(hand, catalogue().by_boldness[60].slug, "no", sting=90)
    page = hand.see(HERE)
    assert "The next card can wait." in page
    assert '<a class="btn quiet" href="/ideas/' in page


def test_it_goes_along_in_an_export_and_comes_back(hand, mira, follow):
    follow("student")
    follow()
    file = packed(person_of(mira), NOW)
    Following.objects.all().delete()
    unpack(person_of(mira), io.BytesIO(file), name="export.zip", at=NOW)
    assert followed_deck(person_of(mira)) == "phone-fear"


def test_a_deck_that_is_there_no_more_is_followed_by_nobody(hand, mira):
    Following.objects.follow("dragons", id=uuid4(), person=mira, at=NOW)
    assert "/following/" not in hand.see("/")
