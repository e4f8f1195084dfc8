"""The picture of a week or a programme: a real PNG with days, numbers and ducks, and not one word of the person."""

import re
import struct
from datetime import UTC, date, datetime

import pytest

from unflinch.insights import poster
from unflinch.practice.models import Programme

SECRET = "Zaunkönigsfeder"
MONDAY, SUNDAY = date(2026, 11, 2), date(2026, 11, 8)
NAME = 1000  # where the name of the program begins, below the ducks
SHORE = 500  # where the water begins


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 2, 18, 0, tzinfo=UTC), tick=False)


def words_of(svg):
    """Everything that stands on a picture."""
    return re.sub(r"\s+", " ", " ".join(re.findall(r">([^<>]+)</text>", svg))).strip()


def test_it_is_a_square_png(hand):
    hand.just_asked("no")
    answer = hand.client.get("/weeks/2026-11-02/picture.png")
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert struct.unpack(">II", answer.content[16:24]) == (1080, 1080)


def test_it_says_when_how_often_and_what_came_back():
    svg = poster.drawing_of(poster.Poster(MONDAY, SUNDAY, 4, ["no", "yes", "maybe", "no_reply"]))
    assert words_of(svg) == (
        "2 November – 8 November 2026 I asked 4 times. 1 no, 1 yes Every duck takes up the same space. Unflinch"
    )
    assert svg.count('<g transform="translate') == 4
    assert "var(" not in svg


def test_the_pages_have_a_picture_without_a_word_of_the_person(hand, monkeypatch):
    drawn, draw = [], poster.drawing_of

    def noted(one):
        drawn.append(draw(one))
        return drawn[-1]

    monkeypatch.setattr(poster, "drawing_of", noted)
    hand.send("/programmes/", kind="own", title=SECRET)
    hand.just_asked("no", what_happened=SECRET, lesson=SECRET)
    hand.send("/reviews/", day="2026-11-02", title=SECRET, takeaway=SECRET)
    for address in ("/weeks/2026-11-02/picture.png", f"/programmes/{Programme.objects.get().pk}/picture.png"):
        assert hand.client.get(address).content.startswith(b"\x89PNG")
    assert len(drawn) == 2
    assert all("I asked once." in svg and SECRET not in svg and "plaster" not in svg for svg in drawn)


@pytest.mark.parametrize("asks", [1, 2, 5, 13, 28, 500])
def test_few_ducks_are_large_and_very_many_still_fit(asks):
    ducks = poster.placed(["no"] * asks + ["not_asked"])
    assert len(ducks) == min(asks, poster.MOST_DUCKS)
    assert all(0 <= duck["x"] <= 1080 - duck["size"] for duck in ducks)
    assert all(SHORE <= duck["y"] <= NAME - duck["size"] for duck in ducks)
    taken = sum(duck["size"] ** 2 for duck in ducks)
    assert taken >= (0.3 if asks > 2 else 0.15) * 1080 * (NAME - SHORE)


@pytest.mark.parametrize("address", ["/weeks/2026-11-02/picture.png", "/programmes/{}/picture.png"])
def test_where_nothing_was_asked_there_is_none(hand, address):
    hand.send("/programmes/", kind="own")
    assert hand.client.get(address.format(Programme.objects.get().pk)).status_code == 404


def test_a_week_in_which_nothing_was_asked_is_no_failure_and_has_no_picture(hand):
    hand.send(f"{hand.choose()}not-this-time/")
    for address in ("/weeks/", "/weeks/2026-11-02/"):
        page = hand.see(address)
        assert re.search("[Nn]othing asked(?: this week)?, and that’s fine", page)
        assert "0 asks" not in page
        assert "picture.png" not in page
    assert hand.client.get("/weeks/2026-11-02/picture.png").status_code == 404
