"""A card put aside: it rests, and a slip of the thumb is taken back."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.hand import SLUG
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.history import reps_of
from unflinch.practice.models import Aside


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def test_a_card_put_aside_is_not_offered_again_today(hand, evening):
    first = hand.client.get("/").context["standing"].offer.choice.key
    hand.send("/asides/", key=first, reason="not_now")
    second = hand.client.get("/").context["standing"].offer.choice.key
    assert first != second


@pytest.mark.parametrize(
    ("reason", "says"),
    [("not_now", "rests until tomorrow"), ("too_much", "rests for a week: too much for now")],
)
def test_a_card_put_aside_by_a_slip_of_the_thumb_is_taken_back_and_counts_for_nothing(hand, mira, reason, says):
    before = hand.client.get("/").context["standing"].offer
    assert "Bring it back" not in hand.see("/")
    hand.send("/asides/", key=before.choice.key, reason=reason)
    page = hand.see("/")
    assert (before.challenge.title in page, says in page) == (True, True)
    aside = Aside.objects.get()
    for _ in range(2):
        assert hand.send(f"/asides/{aside.pk}/undo/") == "/"
    assert hand.client.get("/").context["standing"].offer == before
    assert "Bring it back" not in hand.see("/")
    assert reps_of(mira) == []


def test_of_two_cards_put_aside_the_last_one_is_taken_back_first(hand, evening):
    keys = []
    for _ in range(2):
        evening.shift(timedelta(minutes=1))
        keys.append(hand.client.get("/").context["standing"].offer.choice.key)
        hand.send("/asides/", key=keys[-1], reason="not_now")
    for key in reversed(keys):
        last = hand.client.get("/").context["standing"].put_aside
        assert Aside.objects.get(pk=last.id).key == key
        hand.send(f"/asides/{last.id}/undo/")
    assert hand.client.get("/").context["standing"].put_aside is None


def test_tomorrow_nothing_is_left_to_take_back(hand, evening):
    hand.send("/asides/", key=SLUG, reason="too_much")
    assert "Bring it back" in hand.see("/")
    evening.shift(timedelta(days=1))
    assert "Bring it back" not in hand.see("/")
    hand.send(f"/asides/{Aside.objects.get().pk}/undo/")
    assert Aside.objects.get().taken_back_at is None


def test_a_card_put_aside_that_is_there_no_more_is_not_spoken_of(hand, evening):
    hand.send("/asides/", key="a-card-of-an-older-library", reason="too_much")
    assert "Bring it back" not in hand.see("/")
    evening.shift(timedelta(minutes=-1))
    hand.send("/asides/", key=SLUG, reason="not_now")
    assert f"“{catalogue().challenges[SLUG].title}” rests until tomorrow." in hand.see("/")


def test_while_one_rests_nothing_is_spoken_of_that_was_put_aside(hand):
    hand.send("/asides/", key=SLUG, reason="not_now")
    hand.send("/pause/", days=1)
    assert "Bring it back" not in hand.see("/")


def test_when_every_card_rests_so_may_you(hand):
    hand.put_every_card_aside()
    assert "Every card is resting today, and so can you." in hand.see("/")


def test_only_ones_own_is_taken_back(hand, jonas):
    """Jonas put it aside; the hand is Mira's."""
    aside = Aside.objects.once(id=uuid4(), person=jonas, at=None, arrived=datetime.now(UTC), key=SLUG, reason="not_now")
    assert hand.client.post(f"/asides/{aside.pk}/undo/").status_code == 404
    assert Aside.objects.get().taken_back_at is None
