"""What was asked of several people, something bigger after a yes, and somebody one was sent to."""

import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.utils.html import escape

from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Kind
from unflinch.practice.models import Answer, Ask, Debrief, Plan

SLUG = next(
    one.slug
    for one in catalogue().by_boldness
    if one.channel == "in_person" and one.kind == Kind.ASK and not one.warm_up
)


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 4, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def test_three_e_mails_sent_at_once_are_three_asks_that_wait(hand):
    body = {"id": uuid4(), "outcome": "no_reply", "title": "Pitch a column", "several": "3"}
    for _ in range(2):
        landing = hand.client.post("/happened/", body).headers["Location"]
    asks = list(Ask.objects.all())
    assert [(ask.title, ask.trail[0].outcome, ask.trail[0].is_open) for ask in asks] == [
        ("Pitch a column", "no_reply", True)
    ] * 3
    assert (Plan.objects.count(), Answer.objects.count()) == (1, 3)
    assert "Saved as 3 asks, one for each person." in hand.see(landing)


@pytest.mark.parametrize("several", ["0", "21", "many"])
def test_how_many_they_were_has_to_be_a_number_that_can_be(hand, several):
    answer = hand.client.post("/happened/", {"id": uuid4(), "outcome": "no", "title": "Pitch", "several": several})
    assert answer.status_code == 422
    assert 'value="Pitch"' in answer.content.decode()
    assert Ask.objects.count() == 0


def test_an_undo_takes_all_of_them_back(hand):
    landing = hand.send("/happened/", outcome="no_reply", title="Pitch a column", several=3)
    hand.send(landing.replace("after", "undo"))
    assert (Ask.objects.count(), Plan.objects.count()) == (0, 0)


@pytest.mark.parametrize("outcome", ["no", "yes", "maybe", "no_reply"])
def test_the_next_person_is_two_taps_away_after_any_answer(hand, outcome):
    ask = hand.just_asked(outcome)
    for number in (2, 3):
        page = hand.see(f"{ask}after/")
        assert f'href="{ask}others/"' in page
        ask = hand.send(f"{ask}others/", outcome="yes", role="dog owner").removesuffix("after/")
        assert Ask.objects.count() == number
    titles = {(one.title, one.link) for one in Ask.objects.all()}
    assert titles == {("Ask for a plaster", ""), ("Ask for a plaster", "another")}
    assert Plan.objects.count() == 1


def test_a_second_person_sent_twice_is_one(hand):
    ask, body = hand.just_asked(), {"id": uuid4(), "outcome": "yes"}
    first, second = (hand.client.post(f"{ask}others/", body).headers["Location"] for _ in range(2))
    assert first == second
    assert Ask.objects.count() == 2


def test_somebody_else_is_asked_for_with_the_feelings_saved_first(hand):
    ask, body = hand.just_asked("yes"), {"id": uuid4(), "feelings": ["proud"], "next": "another"}
    first, second = (hand.client.post(f"{ask}feelings/", body).headers["Location"] for _ in range(2))
    assert first == second
    assert re.fullmatch(r"/asks/[-\w]+/forecast/", first)
    assert Ask.objects.count() == 2
    assert Debrief.objects.get().feelings == ["proud"]


def test_something_bigger_that_is_over_has_its_answer_at_once_and_a_forecast_only_if_wanted(hand):
    ask = hand.just_asked("yes")
    page = hand.see(f"{ask}more/")
    assert page.index("What else did you ask") < page.index("Get ready to ask") < page.index('name="outcome"')
    over = hand.send(f"{ask}more/", title="Ask for two plasters", outcome="no")
    assert "You asked. That was the hard part." in hand.see(over)
    assert hand.send(f"{ask}more/", title="Ask for three plasters").endswith("/forecast/")
    grown = Ask.objects.filter(link="more")
    assert {(one.title, len(one.trail)) for one in grown} == {
        ("Ask for two plasters", 1),
        ("Ask for three plasters", 0),
    }


def test_the_pocket_of_something_bigger_shows_its_own_words(hand):
    ask = hand.choose(slug=SLUG)
    hand.send(f"{ask}answer/", outcome="yes")
    bolder = hand.send(f"{ask}more/", title="May I walk the dog for a minute?").removesuffix("forecast/")
    line = Plan.objects.get().line
    page = hand.see(f"{bolder}pocket/")
    assert "May I walk the dog for a minute?" in page[page.index("<h1") : page.index("</h1>")]
    assert escape(line) not in page[page.index("<h1") : page.index("</h1>")]


def test_passing_on_asks_who_and_opens_no_forecast_for_what_is_over(hand):
    ask = hand.send("/happened/", manner="passed_on", title="Ask for a table").removesuffix("after/")
    assert f'href="{ask}passed-on/"' in hand.see(f"{ask}after/")
    over = hand.send(f"{ask}passed-on/", role="manager", outcome="no")
    assert over.endswith("/after/")
    manager = Ask.objects.get(link="passed_on")
    assert (manager.role, manager.trail[0].outcome, manager.foretold) == ("manager", "no", None)
    assert f'href="{ask}passed-on/"' not in hand.see(f"{ask}after/")


def test_who_was_not_asked_yet_waits_among_what_is_planned(hand):
    ask = hand.just_asked("no")
    assert hand.send(f"{ask}follower/", link="passed_on") == f"{ask}passed-on/"
    assert Ask.objects.count() == 1
    later = hand.send(f"{ask}passed-on/", role="manager", next="later")
    assert not later.endswith("/forecast/")
    assert Ask.objects.planned().get().role == "manager"
