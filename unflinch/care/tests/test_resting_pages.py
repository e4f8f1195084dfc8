from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from unflinch.care.models import Pause


def begun(person):
    now = timezone.now()
    return Pause.objects.begin(person, id=uuid4(), until=now + timedelta(days=1), at=now)


@pytest.mark.parametrize(("days", "at_most"), [("1", 1), ("7", 7)])
def test_a_rest_begins(browser_of_mira, mira, days, at_most):
    answer = browser_of_mira.post("/pause/", {"id": uuid4(), "days": days})
    (pause,) = Pause.objects.of(mira)
    assert answer.status_code == 302
    assert pause.at is not None
    assert timedelta(days=at_most - 1) < pause.until - pause.at <= timedelta(days=at_most, hours=1)


def test_the_same_form_twice_is_one_rest(browser_of_mira, mira):
    form = {"id": uuid4(), "days": "7"}
    browser_of_mira.post("/pause/", form)
    browser_of_mira.post("/pause/", form)
    assert Pause.objects.of(mira).count() == 1


@pytest.mark.parametrize("form", [{}, {"days": "1"}, {"id": "x", "days": "1"}, {"id": uuid4(), "days": "400"}])
def test_a_wrong_form_is_shown_again(browser_of_mira, mira, form):
    answer = browser_of_mira.post("/pause/", form)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert not Pause.objects.exists()


def test_the_page_shows_the_rest_and_its_end(browser_of_mira, mira):
    pause = begun(mira)
    page = browser_of_mira.get("/pause/").content.decode()
    assert f"/pause/{pause.pk}/end/" in page
    browser_of_mira.post(f"/pause/{pause.pk}/end/")
    assert f"/pause/{pause.pk}/end/" not in browser_of_mira.get("/pause/").content.decode()


def test_a_stranger_cannot_end_it(browser_of_mira, mira, jonas):
    pause = begun(jonas)
    assert browser_of_mira.post(f"/pause/{pause.pk}/end/").status_code == 404
    assert f"/pause/{pause.pk}/end/" not in browser_of_mira.get("/pause/").content.decode()
    pause.refresh_from_db()
    assert pause.ended_at is None


def test_looking_ends_nothing(browser_of_mira, mira):
    pause = begun(mira)
    assert browser_of_mira.get(f"/pause/{pause.pk}/end/").status_code == 405


def test_the_page_is_not_stored(browser_of_mira, mira):
    assert "no-store" in browser_of_mira.get("/pause/")["Cache-Control"]
