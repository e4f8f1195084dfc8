"""A heavy day is the person's own: two asks at the edge on it, and Today rests until the next one is over."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from unflinch.accounts.models import Person

RESTS = "That was a lot. Today’s for rest"
LIVES = {
    "an afternoon in California": ("America/Los_Angeles", 4, (15, 17)),
    "round midnight in Berlin": ("Europe/Berlin", 4, (23, 25)),
    "a morning in Auckland": ("Pacific/Auckland", 0, (8, 15)),
    "the last clock of all": ("Etc/GMT+12", 12, (13, 35)),
}


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_two_asks_at_the_edge_on_one_own_day_rest_that_day_and_the_next(hand, mira, time_machine, life):
    zone, day_ends, hours = life

    def at(day, hour):
        clock = datetime(2026, 11, day + hour // 24, hour % 24, 30, tzinfo=ZoneInfo(zone))
        time_machine.move_to(clock.astimezone(UTC), tick=False)

    at(16, hours[0])
    Person.objects.get(pk=mira.pk).set_clock(zone=zone, day_ends=day_ends, silence_days=14)
    for hour in hours:
        assert RESTS not in hand.see("/")
        at(16, hour)
        ask = hand.choose()
        hand.send(f"{ask}tension/", tension=100)
        hand.send(f"{ask}answer/", outcome="yes")
    assert RESTS in hand.see("/")
    at(17, day_ends)
    assert RESTS in hand.see("/")
    at(17, day_ends + 23)
    assert RESTS in hand.see("/")
    at(18, day_ends)
    assert RESTS not in hand.see("/")
