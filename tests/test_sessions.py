"""How long a device is in, what its cookies may do, and that the app lock is each device's own."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.locking import PASSPHRASE
from unflinch.devices.attempts import attempts
from unflinch.devices.models import PAIRED_FOR, Device, Pairing
from unflinch.env import Address


@pytest.fixture(autouse=True)
def served(settings):
    settings.ADDRESS, settings.ALLOWED_HOSTS = Address("https", "unflinch.example", 443), ["unflinch.example"]
    settings.SECURE_COOKIES, settings.COOKIE_PREFIX = True, "__Host-"
    settings.CSRF_COOKIE_NAME, settings.CSRF_COOKIE_SECURE = "__Host-csrftoken", True
    attempts.forget()


class OverHttps(Client):
    """A browser, as a proxy hands it on."""

    def generic(self, *sent, **options):
        return super().generic(*sent, **options | {"secure": True})


def pair(mira, at, browser=None):
    browser = browser or OverHttps(SERVER_NAME="unflinch.example")
    code = Pairing.objects.begin(mira, at=at).code
    assert browser.post("/pair/", {"code": code}).status_code == 302
    return browser


def put_on(browser, delay=3600):
    assert browser.post("/lock/", {"passphrase": PASSPHRASE, "delay": delay}).status_code == 302


def test_however_much_it_is_used_a_device_is_paired_anew_once_a_year(mira, clock):
    browser = pair(mira, clock.at)
    paired_at = clock.at
    while clock.at + timedelta(days=60) < paired_at + PAIRED_FOR:
        clock.at += timedelta(days=60)
        assert browser.post("/energy/", {"dots": "2"}).status_code == 302
    clock.at = paired_at + PAIRED_FOR
    assert browser.get("/").status_code == 403


def test_pairing_draws_new_tokens_for_the_device_and_for_its_forms(mira, clock):
    browser = OverHttps(SERVER_NAME="unflinch.example")
    browser.get("/pair/")
    before = browser.cookies["__Host-csrftoken"].value
    pair(mira, clock.at, browser)
    assert browser.cookies["__Host-csrftoken"].value != before
    first = browser.cookies["__Host-device"].value
    Device.objects.all().delete()
    pair(mira, clock.at, browser)
    assert browser.cookies["__Host-device"].value != first


@pytest.mark.parametrize(("delay", "names"), [(3600, ["unlocked"]), (0, ["unlocked", "here"])])
def test_the_cookies_of_the_lock_are_bound_to_this_host_and_https(mira, clock, delay, names):
    browser = pair(mira, clock.at)
    put_on(browser, delay)
    for name in names:
        cookie = browser.cookies[f"__Host-{name}"]
        assert (cookie["secure"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Strict", "/", "")
        assert bool(cookie["httponly"]) is (name == "unlocked")
        assert cookie["max-age"] == ""  # gone when the browser is closed


def test_each_device_is_unlocked_by_itself(mira, clock):
    one, other = pair(mira, clock.at), pair(mira, clock.at)
    put_on(one)
    assert one.get("/diary/").status_code == 200
    assert other.get("/diary/").status_code == 302
    other.cookies["__Host-unlocked"] = one.cookies["__Host-unlocked"].value
    assert other.get("/diary/").status_code == 302


def test_a_device_that_was_ended_is_not_unlocked_when_it_is_paired_again(mira, clock):
    browser = pair(mira, clock.at)
    put_on(browser)
    Device.objects.all().delete()
    assert browser.get("/diary/").status_code == 403
    pair(mira, clock.at, browser)
    assert browser.get("/diary/").status_code == 302


def test_nobody_who_is_not_paired_can_try_a_passphrase(mira, clock):
    browser = pair(mira, clock.at)
    put_on(browser)
    stranger = OverHttps(SERVER_NAME="unflinch.example")
    answer = stranger.post("/unlock/", {"passphrase": PASSPHRASE})
    assert answer.status_code == 403
    assert "Pair this device" in answer.content.decode()
