"""The security log: who was let in or not, and what was ended, without a word that somebody typed."""

import logging
import re
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import Client

from tests.locking import PASSPHRASE, another_browser, put_on, unlock
from unflinch.accounts.security_log import SecurityEvent, note_security
from unflinch.devices.attempts import attempts
from unflinch.devices.models import Device, Pairing
from unflinch.env import Address
from unflinch.lock.models import Lock

WORDS = r"(?P<event>\w+) from=(?P<address>[\w.:-]+) device=(?P<device>[\w-]+)"
LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ " + WORDS)


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.INFO, "unflinch.security")

    def lines():
        return [LINE.fullmatch(one.getMessage()) for one in caplog.records if one.name == "unflinch.security"]

    return lines


def events(log):
    return [line["event"] for line in log()]


def test_what_is_done_to_the_lock_is_written_down(browser_of_mira, log):
    put_on(browser_of_mira)
    other = another_browser()
    unlock(other, "Zaunkönigsfeder")
    unlock(other)
    other.post("/lock/", {"passphrase": PASSPHRASE, "another": "", "delay": 0})
    other.post("/lock/removal/", {"passphrase": PASSPHRASE})
    put_on(browser_of_mira)
    Lock.objects.update(tries=9, tried_at="2200-01-01T00:00Z")
    unlock(another_browser())
    call_command("unlock")
    expected = ["lock_set", "passphrase_wrong", "unlocked", "lock_changed", "lock_removed", "lock_set"]
    assert events(log) == [*expected, "passphrases_too_many", "lock_removed"]
    assert [line["address"] for line in log()] == ["127.0.0.1"] * 7 + ["this-machine"]


def test_what_is_done_to_devices_is_written_down(mira, settings, log):
    settings.ADDRESS, settings.ALLOWED_HOSTS = Address("http", "127.0.0.1", 80), ["127.0.0.1"]
    attempts.forget()
    browser = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="192.0.2.7")
    for _ in range(6):
        browser.post("/pair/", {"code": "Zaunkönigsfeder"})
    attempts.forget()
    call_command("phone")
    browser.post("/pair/", {"code": Pairing.objects.get(used_at=None).code})
    (first,) = Device.objects.all()
    first.rename("Zaunkönigsfeder")
    browser.post("/devices/pairings/")
    browser.post(f"/devices/{first.pk}/signing-out/")
    Device.objects.let_in(mira, name="Zaunkönigsfeder", at=first.paired_at)
    call_command("phone", end="1")
    expected = ["code_wrong"] * 5 + ["codes_too_many", "code_made", "device_paired", "code_made", "device_ended"]
    assert events(log) == [*expected, "device_ended"]
    assert {line["address"] for line in log()} == {"192.0.2.7", "this-machine"}
    assert [line["device"] for line in log() if line["event"] == "device_paired"] == [str(first.pk)]


def test_no_word_of_a_caller_gets_into_a_line(now, log):
    note_security(SecurityEvent.UNLOCKED, at=now, address="1.2.3.4\nunlocked from=5.6.7.8", device=uuid4())
    assert [line["address"] for line in log()] == ["unknown"]
