"""Boosters: 7, 30 and 90 days after a programme, something small, somewhere new."""

from datetime import UTC, datetime, timedelta

import pytest

from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.coach.next_step import offer_for
from unflinch.practice.models import Programme

MONDAY = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
CAFE = next(challenge for challenge in catalogue().by_boldness if challenge.setting == "cafe")
SAYS = "somewhere new"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


@pytest.fixture
def programme(hand, clock):
    address = hand.send("/programmes/", kind="four_weeks")
    ask = hand.choose(slug=CAFE.slug)
    hand.send(f"{ask}answer/", outcome="no")
    clock.shift(timedelta(days=1))
    hand.send(f"/programmes/{Programme.objects.get().pk}/ending/")
    return address


def place_offered(mira):
    """The setting of the card on offer."""
    offer = offer_for(Person.objects.get(pk=mira.pk), at=datetime.now(UTC), paused=False)
    assert offer is not None
    assert offer.challenge is not None
    return {challenge.title: str(challenge.setting) for challenge in catalogue().by_boldness}[offer.challenge.title]


@pytest.mark.parametrize("days", [7, 30, 90])
def test_it_is_offered_on_its_day_and_a_few_days_more(hand, mira, programme, clock, days):
    clock.shift(timedelta(days=days - 1))
    assert SAYS not in hand.see("/")
    clock.shift(timedelta(days=1))
    assert "It’s been a while since your programme." in hand.see("/")
    for _ in range(7):
        assert place_offered(mira) != "cafe"
        clock.shift(timedelta(days=1))
    assert SAYS not in hand.see("/")


def test_one_ask_is_the_booster(hand, programme, clock):
    clock.shift(timedelta(days=8))
    assert SAYS in hand.see("/")
    hand.just_asked("yes")
    assert SAYS not in hand.see("/")


def test_a_programme_that_ran_out_of_weeks_has_ended_as_well(hand, clock):
    hand.send("/programmes/", kind="four_weeks")
    clock.shift(timedelta(days=28 + 7))
    assert SAYS in hand.see("/")


def test_nothing_is_said_while_another_programme_runs(hand, programme, clock):
    clock.shift(timedelta(days=6))
    hand.send("/programmes/", kind="thirty_days")
    clock.shift(timedelta(days=1))
    assert SAYS not in hand.see("/")
