"""Chance without memory: the same draw for the same counters, and nothing shared between purposes."""

import numpy as np
import pytest

from lab.chance import Stream, normal, uniform

IDS = np.arange(20_000, dtype=np.uint64)


def test_a_draw_depends_on_its_counters_and_on_nothing_else():
    assert np.array_equal(uniform(1, Stream.ASK, IDS, 5)[:10], uniform(1, Stream.ASK, IDS[:10], 5))


@pytest.mark.parametrize("other", [(2, Stream.ASK, 5), (1, Stream.QUIT, 5), (1, Stream.ASK, 6)])
def test_seed_purpose_and_day_each_make_other_draws(other):
    seed, stream, day = other
    apart = np.corrcoef(uniform(1, Stream.ASK, IDS, 5), uniform(seed, stream, IDS, day))[0, 1]
    assert abs(apart) < 0.03


def test_draws_spread_evenly_from_0_to_1():
    drawn = uniform(1, Stream.ASK, IDS, 5)
    assert drawn.min() > 0
    assert drawn.max() < 1
    assert np.abs(np.histogram(drawn, bins=10, range=(0, 1))[0] / 2000 - 1).max() < 0.1


def test_normal_draws_have_mean_0_and_sd_1():
    drawn = normal(1, Stream.TENSION, IDS, 5)
    assert abs(drawn.mean()) < 0.03
    assert abs(drawn.std() - 1) < 0.03
