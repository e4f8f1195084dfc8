"""However the first ask is told, there is a card for tomorrow; where all of them are too much, it is said as it is."""

from datetime import timedelta
from itertools import product

import pytest

from tests.hand import SLUG

TRY, TOO_MUCH = "I’ll try this", "Every card looks like too much right now"


@pytest.fixture
def planned(hand, time_machine, now):
    """An ask with this forecast, five minutes ago."""
    time_machine.move_to(now, tick=False)

    def plan(*, tension, slug=SLUG, **forecast):
        ask = hand.choose(slug=slug)
        hand.send(f"{ask}forecast/", feared="laugh", **forecast)
        hand.send(f"{ask}tension/", tension=tension)
        time_machine.shift(timedelta(minutes=5))
        return ask

    return plan


@pytest.mark.parametrize("told", [*product((30, 90), (10, 60), (20, 85))])
def test_one_good_ask_never_closes_the_library(hand, planned, time_machine, told):
    feared, no, tension = told
    ask = planned(feared_before=feared, no_before=no, tension=tension)
    hand.send(f"{ask}answer/", outcome="yes")
    hand.send(f"{ask}debrief/", feared_happened=0, feared_after=20)
    time_machine.shift(timedelta(days=1))
    assert TRY in hand.see("/")


def test_a_hard_sting_after_a_calm_ask_leaves_the_gentlest_card(hand, planned, time_machine):
    ask = planned(tension=5)
    hand.send(f"{ask}answer/", outcome="no")
    hand.send(f"{ask}debrief/", sting=80)
    time_machine.shift(timedelta(days=1))
    assert TRY in hand.see("/")


def test_somebody_for_whom_all_is_too_much_hears_why_there_is_no_card_and_whom_to_turn_to(hand, planned, time_machine):
    ask = planned(slug="ask-what-somebody-is-reading", feared_before=90, no_before=90, cost_before=100, tension=100)
    hand.send(f"{ask}not-this-time/", reason="too_much")
    time_machine.shift(timedelta(days=1))
    page = hand.see("/")
    assert TOO_MUCH in page
    assert "talking it over with somebody" in page
    assert TRY not in page
