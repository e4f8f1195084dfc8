"""Which asks a number is made of: calibration leaves out what felt unfair, all leave out what does not count."""

from datetime import UTC, datetime

import pytest

DEBRIEF = {"feared_happened": 0, "feared_after": 40, "sting": 50, "flinched": "no", "back_after": "hour"}


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime(2026, 8, 3, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def asked(hand, outcome, **told):
    begun = hand.choose()
    hand.send(f"{begun}forecast/", feared="laugh", feared_before=80, no_before=60, tension_before=70)
    hand.send(f"{begun}answer/", outcome=outcome)
    hand.send(f"{begun}debrief/", **DEBRIEF, **told)
    return begun


def test_what_felt_unfair_is_an_ask_and_no_part_of_calibration(hand):
    for outcome in ("no", "yes") * 4:
        asked(hand, outcome)
    for _ in range(4):
        asked(hand, "no", harms=["felt_unfair"])
    page = hand.see("/changes/")
    assert "You went anyway: 12 asks" in page
    assert "8 noes, 4 yeses" in page
    assert "heard one in 50 % of 8 answers" in page
    assert "Where you expected a no, 4 of 8 said yes." in page
    assert "over 12 asks." in page


def test_silence_and_not_this_time_are_apart(hand):
    for outcome in ("no", "yes") * 4:
        asked(hand, outcome)
    asked(hand, "no_reply")
    asked(hand, "maybe")
    hand.send(f"{hand.choose()}not-this-time/")
    page = hand.see("/changes/")
    assert "10 asks in all" in page
    assert "4 noes, 4 yeses, 1 maybe, 1 silent." in page
    assert "heard one in 50 % of 8 answers" in page
    assert "Where you expected a no, 4 of 10 said yes." in page


def test_what_does_not_count_is_in_no_number(hand):
    for outcome in ("no", "yes") * 4:
        asked(hand, outcome)
    before = hand.see("/changes/").split("<main")[1]
    hand.send("/happened/", outcome="no", title="Ask for a plaster", counts="off")
    for address in ("/changes/", "/sheet/page/?parts=going"):
        assert "9 asks" not in hand.see(address)
    assert hand.see("/changes/").split("<main")[1] == before
