"""Erasing: the key first, then every row, and no byte of either stays in the files."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from tests.walks import begin, log_one
from unflinch.accounts.keyring import KeyMissing
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import keyring
from unflinch.practice.models import Ask, Plan
from unflinch.takeout import erasing


def test_one_tap_is_not_enough(browser_of_mira, mira):
    answer = browser_of_mira.post("/erasure/", {})
    assert answer.status_code == 422
    assert Person.objects.get() == mira


def test_everything_goes_and_somebody_new_is_welcomed(hand, mira):
    hand.just_asked("no", sting=50)
    assert hand.send("/erasure/", sure="on") == "/"
    assert (Ask.objects.count(), Plan.objects.count()) == (0, 0)
    assert Person.objects.get() != mira
    assert "Afraid of hearing no?" in hand.see("/")
    with pytest.raises(KeyMissing):
        keyring().key_of(mira.pk)
    with pytest.raises(KeyMissing):
        keyring().make(mira.pk)


def test_the_browser_is_told_to_forget_the_pages_it_held(hand, mira):
    answer = hand.client.post("/erasure/", {"sure": "on"})
    assert (answer.status_code, answer.headers["Clear-Site-Data"]) == (302, '"cache", "storage"')


def test_an_erasure_that_is_held_up_is_said_and_every_page_answers(hand, mira, monkeypatch):
    """Another program has the lock for longer than anybody waits, while the rows go."""
    hand.just_asked("no", sting=50, what_happened="A shrug")

    def held_up(person):
        raise OperationalError("database is locked")

    monkeypatch.setattr(erasing, "_remove", held_up)
    answer = hand.client.post("/erasure/", {"sure": "on"})
    assert answer.status_code == 422
    assert "nobody can read your words any more" in answer.content.decode()
    for address in ("/", "/diary/", "/changes/", "/weeks/", "/log/", "/export/"):
        page = hand.client.get(address)
        assert page.status_code == 200 or "please stop it and start it again" in page.content.decode(), address
    assert hand.client.get("/diary/").status_code == 503


def test_a_stranger_is_left_alone(hand, mira, jonas):
    hand.send("/erasure/", sure="on")
    assert Person.objects.filter(pk=jonas.pk).exists()
    assert len(keyring().key_of(jonas.pk)) == 32


def test_the_command_wants_to_hear_it_plainly(mira, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("n\n"))
    with pytest.raises(CommandError, match="--yes"):
        call_command("erase")
    call_command("erase", yes=True)
    assert Person.objects.get() != mira


def test_no_byte_of_it_stays_in_the_files(page_anew, live_anew):
    begin(page_anew)
    log_one(page_anew, "no")
    keys = live_anew.data / "keys.json"
    (person,) = json.loads(keys.read_text())["persons"]
    mark = person.replace("-", "").encode()

    def holding():
        files = [file for file in live_anew.data.rglob("*") if file.is_file() and "static" not in file.parts]
        return [file.name for file in files if mark in file.read_bytes()]

    assert holding()
    page_anew.goto("/erasure/")
    page_anew.get_by_label("Yes, all of it").check()
    page_anew.get_by_role("button", name="Erase everything").click()
    page_anew.get_by_role("heading", name="Afraid of hearing no").wait_for()
    assert holding() == []
    content = json.loads(keys.read_text())
    assert person in content["erased"]
    assert person not in content["persons"]
