"""What is sent while the app lock is closed: held for its owner, saved once, or said with what to do."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from tests.locking import another_browser, put_on, said_by, unlock
from unflinch.accounts.models import Draft
from unflinch.lock.models import Held
from unflinch.practice.models import Wish


@pytest.fixture
def browser(browser_of_mira, clock):
    return browser_of_mira


def test_what_was_sent_while_it_was_locked_is_saved_once_and_only_by_its_owner(browser, clock):
    put_on(browser)
    clock.at += timedelta(minutes=6)
    body = {"id": str(uuid4()), "words": "a seat by the window"}
    for _ in range(2):
        answer = browser.post("/wishes/", body)
        assert answer.status_code == 423
        assert "What you’ve just sent is safe." in said_by(answer)
    assert (Wish.objects.count(), Held.objects.count()) == (0, 1)
    assert unlock(browser, next="/").headers["Location"] == "/lock/held/"
    page = browser.get("/lock/held/")
    assert "a seat by the window" in said_by(page)
    assert Wish.objects.count() == 0
    (waiting,) = page.context["waiting"]
    sent = {"held": str(waiting.pk), **dict(waiting.pairs)}
    assert (waiting.address, sent["id"]) == ("/wishes/", body["id"])
    for _ in range(2):
        assert browser.post(waiting.address, sent).status_code == 302
    assert (Wish.objects.get().words, Held.objects.count()) == ("a seat by the window", 0)
    assert "Nothing waits" in said_by(browser.get("/lock/held/"))


def test_what_waits_can_be_let_go(browser, clock):
    put_on(browser)
    another_browser().post("/wishes/", {"id": uuid4(), "words": "not hers"})
    (waiting,) = browser.get("/lock/held/").context["waiting"]
    browser.post(f"/lock/held/{waiting.pk}/deletion/")
    assert (Held.objects.count(), Wish.objects.count()) == (0, 0)


def test_what_could_not_be_saved_goes_on_waiting(browser):
    put_on(browser)
    another_browser().post("/wishes/", {"id": uuid4(), "words": ""})
    (waiting,) = browser.get("/lock/held/").context["waiting"]
    assert browser.post("/wishes/", {"held": str(waiting.pk), **dict(waiting.pairs)}).status_code == 422
    assert Held.objects.count() == 1


def test_what_cannot_be_held_is_said_with_what_to_do(browser, tmp_path):
    put_on(browser)
    other = another_browser()
    diary = tmp_path / "diary.csv"
    diary.write_text("week,outcome\n1,no\n", encoding="utf-8")
    with diary.open("rb") as file:
        with_a_file = other.post("/import/", {"diary": file})
    assert "then reload this one" in said_by(with_a_file)
    assert "then reload this one" in said_by(other.post("/wishes/", {"id": uuid4(), "words": "x" * 200_001}))
    for number in range(20):
        assert "is safe" in said_by(other.post("/wishes/", {"id": uuid4(), "words": f"wish {number}"}))
    assert "then reload this one" in said_by(other.post("/wishes/", {"id": uuid4(), "words": "one too many"}))
    assert Held.objects.count() == 20


def test_a_program_of_a_page_is_told_by_the_status_and_the_header_and_nothing_is_held(browser):
    put_on(browser)
    other = another_browser()
    for answer in (
        other.post("/drafts/first/", {"words": "a seat"}, headers={"Sec-Fetch-Mode": "cors"}),
        other.get("/diary/", headers={"Sec-Fetch-Mode": "no-cors"}),
    ):
        assert (answer.status_code, answer.headers["Unflinch-Lock"], answer.content) == (423, "locked", b"")
    assert (Held.objects.count(), Draft.objects.count()) == (0, 0)


def test_a_form_of_another_site_is_not_held(browser):
    put_on(browser)
    strict = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    assert strict.post("/wishes/", {"id": uuid4(), "words": "theirs"}).status_code == 403
    assert not Held.objects.exists()


def test_a_strangers_waiting_forms_are_not_there(browser, jonas, clock):
    put_on(browser)
    his = Held.objects.hold(jonas, "/wishes/", {"words": ["his wish"]}, at=clock.at)
    assert "his wish" not in said_by(browser.get("/lock/held/"))
    assert browser.post(f"/lock/held/{his.pk}/deletion/").status_code == 404
    browser.post("/wishes/", {"id": uuid4(), "words": "hers", "held": his.pk})
    assert Held.objects.count() == 1
