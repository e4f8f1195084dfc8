"""How soon people are themselves again, by two weeks: on the four answers, in their order."""

from datetime import UTC, datetime, timedelta

import pytest

MONDAY = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


def picture(page):
    return page.split("<h2>Feeling OK again</h2>")[1].split("</figure>")[0]


def rows(page):
    return [row.split("</td>")[0].split("<td>")[1] for row in picture(page).split("<tr>") if "<td>" in row]


def test_each_two_weeks_say_their_middle_answer(hand, clock):
    for back_after in ("not_yet", "today", "hour", "minutes"):
        for _ in range(7):
            hand.just_asked("no", back_after=back_after)
            clock.shift(timedelta(days=2))
    assert rows(hand.see("/changes/numbers/")) == ["not yet", "later", "an hour", "minutes"]


def test_sooner_lies_lower(hand, clock):
    for back_after in ("not_yet", "minutes"):
        for _ in range(7):
            hand.just_asked("no", back_after=back_after)
            clock.shift(timedelta(days=2))
    drawn = [float(part.split('"')[0]) for part in picture(hand.see("/changes/numbers/")).split('cy="')[1:]]
    assert drawn == sorted(drawn)
    assert drawn[0] < drawn[-1]


def test_too_few_answers_make_no_picture(hand):
    hand.just_asked("no", back_after="hour")
    assert "<h2>Feeling OK again</h2>" not in hand.see("/changes/numbers/")
