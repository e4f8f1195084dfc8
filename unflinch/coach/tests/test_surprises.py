"""That small surprises stick better is said only where the person's own ratings show it."""

from datetime import UTC, datetime, timedelta

import pytest

from nerve.rep import Rep
from unflinch.coach.surprises import small_surprises_stick

START = datetime(2026, 11, 1, 12, tzinfo=UTC)


def log(small, big, *, size=8):
    """So many small surprises, and as many big ones, of which beliefs went these shares of the way (with a wobble)."""
    asks: list[Rep] = []
    for at in range(size):
        for gap, share in ((20.0, small), (80.0, big)):
            after = 90.0 - gap * min(1.0, max(0.0, share + 0.01 * (at % 3)))
            moment = START + timedelta(days=len(asks))
            told = {"feared_before": 90.0, "feared_happened": 90.0 - gap, "feared_after": after}
            asks.append(Rep("x", moment, "shop", "yes", **told))
    return asks


@pytest.mark.parametrize(
    ("small", "big", "size", "shown"),
    [(0.8, 0.2, 8, True), (0.2, 0.2, 8, False), (0.2, 0.8, 8, False), (0.8, 0.2, 4, False)],
    ids=["small ones stick", "alike: a constant share", "big ones stick", "too few"],
)
def test_it_is_shown_by_the_log_or_not_said(small, big, size, shown):
    assert small_surprises_stick(log(small, big, size=size)) is shown


def test_where_nothing_ever_moved_nothing_is_said():
    assert small_surprises_stick(log(0.0, 0.0)) is False
    assert small_surprises_stick([]) is False
