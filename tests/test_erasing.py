"""Erasing: the key first, then every row, and no byte of either stays in the files."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.walks import begin, log_one
from unflinch.accounts.keyring import KeyMissing
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import keyring
from unflinch.practice.models import Ask, Plan


def test_one_tap_is_not_enough(browser_of_mira, mira):
    answer = browser_of_mira.post("/erasure/", {})
    assert answer.status_code == 422
    assert Person.objects.get() == mira


def test_everything_goes_and_somebody_new_is_welcomed(hand, mira):
    hand.just_asked("no", sting=50)
    assert hand.send("/erasure/", sure="on") == "/"
    assert (Ask.objects.count(), Plan.objects.count()) == (0, 0)
    assert Person.objects.get() != mira
    assert "I’m an adult" in hand.see("/")
    with pytest.raises(KeyMissing):
        keyring().key_of(mira.pk)
    with pytest.raises(KeyMissing):
        keyring().make(mira.pk)


def test_a_stranger_is_left_alone(hand, mira, jonas):
    hand.send("/erasure/", sure="on")
    assert Person.objects.filter(pk=jonas.pk).exists()
    assert len(keyring().key_of(jonas.pk)) == 32


def test_the_command_wants_to_hear_it_plainly(mira):
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
    page_anew.get_by_role("button", name="I’m an adult").wait_for()
    assert holding() == []
    content = json.loads(keys.read_text())
    assert person in content["erased"]
    assert person not in content["persons"]
