"""A history several times as long costs not one query more."""

from datetime import UTC, datetime
from random import Random

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from unflinch.takeout.made_up.keeping import keep, take_away

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
# Before anything is in memory: the person, a pause, asks with their forecasts, answers, debriefs, echoes, energy, looks
# back, totals, programmes, an import under way, and the rows that the page itself lists. Today asks besides which asks
# are the latest, which else have a bearing, how many there are and what may still rest, and then reads only those.
COLD = {"/": 24, "/changes/": 13, "/changes/numbers/": 14, "/diary/": 16, "/log/": 6, "/ideas/": 13}
# Afterwards: the person, their lock, a pause where the page may rest, and the rows that the page itself lists.
WARM = {"/": 4, "/changes/": 2, "/changes/numbers/": 3, "/diary/": 7, "/log/": 5, "/ideas/": 4}


def queries(client, address: str) -> int:
    """How many; own rules aside, which are read where the card of the day bends one and not otherwise."""
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len([query for query in caught if 'FROM "practice_rule"' not in query["sql"]])


@pytest.mark.parametrize("address", WARM)
def test_a_page_makes_as_many_queries_with_two_thousand_asks_as_with_five_hundred(
    browser_of_mira, hand, mira, address, time_machine
):
    time_machine.move_to(NOW, tick=False)
    made = {}
    for asks in (500, 2000):
        take_away(mira)
        keep(mira, asks=asks, weeks=52, until=NOW, rng=Random(7))
        # Today lists this week's asks and the diary what was written of its weeks, so that either life has both.
        hand.just_asked("no")
        hand.send("/reviews/", day="2026-11-23", title="A week")
        cache.clear()
        made[asks] = (queries(browser_of_mira, address), queries(browser_of_mira, address))
    assert made[500] == made[2000]
    cold, warm = made[500]
    assert cold <= COLD[address]
    assert warm == WARM[address]
