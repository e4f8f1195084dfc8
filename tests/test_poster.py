"""The picture of a week: a real PNG with numbers and ducks, and not one word of the person."""

import re
import struct
from datetime import UTC, date, datetime

import pytest

from unflinch.accounts.models import Person
from unflinch.insights import poster
from unflinch.insights.week import look_back

SECRET = "Zaunkönigsfeder"
NAME = 990  # where the name of the program begins, beneath the ducks


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 2, 18, 0, tzinfo=UTC), tick=False)


def test_it_is_a_square_png_without_a_word_of_the_person(hand, mira):
    for outcome in ("no", "yes", "maybe", "no_reply"):
        hand.just_asked(outcome, what_happened=SECRET, lesson=SECRET)
    hand.send("/reviews/", day="2026-11-02", title=SECRET, takeaway=SECRET)
    answer = hand.client.get("/weeks/2026-11-02/picture.png")
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert struct.unpack(">II", answer.content[16:24]) == (1080, 1080)
    back = look_back(Person.objects.get(pk=mira.pk), "2026-11-02", date(2026, 11, 2))
    assert back is not None
    svg = poster.drawing_of(back.week, ["no", "yes", "maybe", "no_reply"])
    assert SECRET not in svg
    assert "plaster" not in svg
    assert re.sub(r"\s+", " ", " ".join(re.findall(r">([^<>]+)</text>", svg))) == (
        "A week of asking I asked 4 times. 1 no, 1 yes. Still here. Unflinch"
    )
    assert svg.count('<g transform="translate') == 4


def test_very_many_asks_still_fit(hand):
    ducks = poster.placed(["no"] * 500 + ["not_asked"])
    assert len(ducks) == poster.MOST_DUCKS
    assert all(0 <= duck["x"] <= 1080 - poster.DUCK and duck["y"] <= NAME - poster.DUCK for duck in ducks)


def test_a_week_without_anything_has_none(hand):
    assert hand.client.get("/weeks/2026-11-02/picture.png").status_code == 404


def test_a_week_in_which_nothing_was_asked_is_no_failure_and_has_no_picture(hand):
    hand.send(f"{hand.choose()}not-this-time/")
    for address in ("/weeks/", "/weeks/2026-11-02/"):
        page = hand.see(address)
        assert re.search("[Nn]othing asked(?: this week)?, and that’s fine", page)
        assert "0 asks" not in page
        assert "picture.png" not in page
    assert hand.client.get("/weeks/2026-11-02/picture.png").status_code == 404
