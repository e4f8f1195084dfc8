"""The work grows with the history and no faster: counted, as a time on a shared machine says little."""

from typing import Any

import pytest

from nerve.forecast import by_channel, forecast_against_result
from nerve.going import going_of, unflinching
from nerve.intervals import median_rank
from nerve.missed import yeses_missed
from nerve.parameters import LINE_POINTS, TREND_POINTS
from nerve.recovery import recovery_of
from nerve.rounds import rounds_of
from nerve.shift import shift_of
from nerve.sting import fade, sting_of_noes
from nerve.tests.made_up import daily, life
from nerve.trend import as_floats, joined, slope_of

PASSES = 1
NUMBERS = (
    *(going_of, forecast_against_result, shift_of, sting_of_noes, yeses_missed),
    *(unflinching, fade, recovery_of, rounds_of),
    lambda reps: by_channel(reps, ["in_person"] * len(reps)),
)


class Counted(list[Any]):
    """A history that counts how many of its asks were looked at."""

    looks = 0

    def __iter__(self):
        for item in super().__iter__():
            self.looks += 1
            yield item


def scale(turn):
    return turn % 101


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_walks_the_asks_once(number):
    history = Counted(life(500, at=daily, value=scale))
    number(history)
    assert 0 < history.looks <= PASSES * len(history)


@pytest.mark.parametrize("n", [8, 200, 201, 1000, 10_000])
def test_a_trend_looks_at_the_pairs_of_200_points_and_no_more(n):
    x = as_floats(range(n))
    slope = slope_of(*joined(x, x % 101))
    assert slope is not None
    assert slope.pairs == min(n, TREND_POINTS) * (min(n, TREND_POINTS) - 1) // 2


def test_what_is_drawn_is_as_long_for_ten_thousand_as_for_a_hundred():
    lines = [sting_of_noes(life(n, at=daily, value=scale)).line for n in (100, 10_000)]
    assert list(map(len, lines)) == [LINE_POINTS, LINE_POINTS]


def test_the_rank_of_a_median_is_near_the_middle():
    # It walks from the middle to the rank: about 1 of every root of n, so 98 steps for 10,000.
    assert 10_000 // 2 - median_rank(10_000) == 98
