"""Histories that nobody hopes for: no number may be wrong, infinite or missing its n, and nothing may fall over."""

import math
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.measured import Measured
from nerve.sting import sting_of_noes
from nerve.tests.golden import every_number, measured_in
from nerve.tests.made_up import START, daily, life, reps

BERLIN = ZoneInfo("Europe/Berlin")
ENDS = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))


def never(turn):
    return None


def at_once(turn):
    return START


def level(value):
    return dict.fromkeys(range(60), value).get


def backwards(turn):
    return START - timedelta(hours=turn)


def shuffled(turn):
    return START + timedelta(minutes=turn * 7919 % 10_007)


def extremes(turn):
    return 100.0 * (turn // 2 % 2)


HOSTILE = {
    "no ask": (0, daily, extremes),
    "one ask": (1, daily, extremes),
    "one ask without a rating": (1, never, never),
    "one of each outcome": (5, daily, extremes),
    "ratings all missing": (60, daily, never),
    "moments all missing": (60, never, extremes),
    "every other moment missing": (60, lambda turn: daily(turn) if turn % 2 else None, extremes),
    "every third rating missing": (90, daily, lambda turn: None if turn % 3 == 0 else turn % 101),
    "all 0": (60, daily, level(0.0)),
    "all 100": (60, daily, level(100.0)),
    "all the same": (60, daily, level(37.3)),
    "0 and 100 by turns": (60, daily, extremes),
    "as small as a number can be": (60, daily, lambda turn: 5e-324 * (turn % 3)),
    "backwards": (60, backwards, lambda turn: turn % 101),
    "out of order": (600, shuffled, lambda turn: turn * 31 % 101),
    "all on one moment": (60, at_once, extremes),
    "many on one moment": (2000, at_once, extremes),
    "many on two moments": (2000, lambda turn: START + timedelta(days=turn % 2), extremes),
    "a microsecond apart": (60, lambda turn: START + timedelta(microseconds=turn), extremes),
    "from the first year to the last": (60, lambda turn: ENDS[turn // 2 % 2], extremes),
    "through a change of clocks": (60, lambda turn: datetime(2026, 3, 29, turn % 24, tzinfo=BERLIN), extremes),
    "ten thousand": (10_000, daily, lambda turn: turn * 31 % 101),
    "ten thousand out of order": (10_000, shuffled, extremes),
}


@pytest.mark.parametrize(("n", "at", "value"), HOSTILE.values(), ids=HOSTILE)
def test_every_number_stays_sound(n, at, value):
    sound(every_number(life(n, at=at, value=value), ["in_person"] * n))


@given(st.lists(reps, max_size=25))
def test_every_number_stays_sound_whatever_happens(history):
    channels = {"dog": "in_person", "letter": "written"}
    sound(every_number(history, [channels.get(ask.key, "") for ask in history]))


def test_ten_thousand_of_them_leave_little_to_ask_for():
    numbers = every_number(life(10_000, at=daily, value=extremes), ["in_person"] * 10_000)
    # What happened is what was feared, so there was nothing to learn; and the last two weeks are but a day or so old.
    lacking = [number.needs.of for number in measured_in(numbers) if number.needs is not None]
    assert sorted(lacking) == ["echoes", "gaps", "recoveries", "rehearsals"]


def test_a_clock_that_is_put_forward_makes_no_day_longer():
    noon = [datetime(2026, 3, 28, 12, tzinfo=BERLIN), datetime(2026, 3, 29, 12, tzinfo=BERLIN)]
    course = sting_of_noes(life(10, at=lambda turn: noon[turn // 5], value=extremes))
    assert course.points[1].x * 7 * 24 == pytest.approx(23)


def sound(numbers: dict[str, Any]) -> None:
    found = list(measured_in(numbers))
    assert len(found) >= 18
    for number in found:
        spoken = [part for part in (number.low, number.value, number.high) if part is not None]
        assert spoken == sorted(spoken)
        assert all(map(math.isfinite, spoken))
        assert number.n >= 0
        assert number.level == 0.95
        assert (number.needs is None) == (number.value is not None)
        assert number.needs is None or number.needs.more >= 1
        assert isinstance(number, Measured)
    line = [(point.low, point.y, point.high) for point in (*numbers["sting"].line, *numbers["rounds"].course.line)]
    assert all(0 <= low <= y <= high <= 100 for low, y, high in line)
