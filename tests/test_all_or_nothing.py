"""All or nothing: asked once a fortnight with the look back, never inferred, and shown as it was answered."""

from datetime import UTC, datetime, timedelta

import pytest

QUESTION = "does it feel like everything was pointless?"
MONDAY = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


def look_back(hand, clock, **told):
    """Ask something in this week, see the last card of its look back, and save it."""
    hand.just_asked("no")
    address = hand.see("/weeks/").split('href="/weeks/')[1].split('"')[0]
    page = hand.see(f"/reviews/{address}care/")
    hand.send("/reviews/", day=address.strip("/"), **(told if QUESTION in page else {}))
    clock.shift(timedelta(days=7))
    return page


def test_it_is_asked_once_a_fortnight(hand, clock):
    asked = [QUESTION in look_back(hand, clock, all_or_nothing=60) for _ in range(5)]
    assert asked == [True, False, True, False, True]


def test_who_leaves_it_is_asked_again(hand, clock):
    asked = [QUESTION in look_back(hand, clock) for _ in range(3)]
    assert asked == [True, True, True]


def test_it_is_shown_as_it_was_answered(hand, clock):
    assert "All or nothing" not in hand.see("/changes/numbers/")
    for value in range(80, 0, -4):
        look_back(hand, clock, all_or_nothing=value)
    page = hand.see("/changes/numbers/")
    assert "All or nothing" in page
    assert "It falls: −" in page


def test_what_stands_off_the_scale_is_refused(hand):
    hand.just_asked("no")
    answer = hand.client.post(
        "/reviews/", {"id": "0c5e6d7c-54cb-4b3e-9c8b-0d6b7a6f0a11", "day": "2026-08-03", "all_or_nothing": "101"}
    )
    assert answer.status_code == 422
    assert "100 is the highest that fits here." in answer.content.decode()
