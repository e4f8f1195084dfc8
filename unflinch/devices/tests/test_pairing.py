"""A device is let in by a code that works once, for ten minutes; every other device gets the pairing page."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from unflinch.devices.attempts import attempts
from unflinch.devices.models import PAIRING_LASTS, Device, Pairing
from unflinch.env import Address

ADDRESS = Address("https", "unflinch.example", 443)
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15"


@pytest.fixture(autouse=True)
def served(settings):
    settings.ADDRESS, settings.ALLOWED_HOSTS = ADDRESS, ["unflinch.example"]
    settings.SECURE_COOKIES, settings.COOKIE_PREFIX = True, "__Host-"
    attempts.forget()


class OverHttps(Client):
    """A browser, as a proxy hands it on."""

    def generic(self, *sent, **options):
        return super().generic(*sent, **options | {"secure": True})


def device() -> Client:
    """A browser that has not been here."""
    return OverHttps(SERVER_NAME="unflinch.example", HTTP_USER_AGENT=IPHONE)


def pair(browser: Client, code: str):
    return browser.post("/pair/", {"code": code})


def paired(mira, now) -> Client:
    """A browser of Mira's that was let in."""
    browser = device()
    assert pair(browser, Pairing.objects.begin(mira, at=now).code).status_code == 302
    return browser


def routes(patterns, before="/") -> list[str]:
    """Every address of the site, with something in each place that holds an id or a word."""
    found = []
    for pattern in patterns:
        route = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            found += routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            found.append(
                re.sub(
                    "<[^>]*>", lambda hole: "1" * 8 + "-1111-4111-8111-" + "1" * 12 if "uuid" in hole[0] else "1", route
                )
            )
    return found


# A phone's calendar is no paired browser: that address is opened by its long random key. What a host says to strangers
# has a test of its own.
BY_KEY = "/nudges/1.ics"
OPEN = frozenset({BY_KEY, "/.well-known/security.txt"})
ROUTES = [route for route in routes(get_resolver().url_patterns) if route not in OPEN]


def test_there_are_addresses_to_try():
    assert len(ROUTES) > 60


@pytest.mark.parametrize("address", ROUTES)
def test_an_unpaired_device_gets_the_pairing_page_and_nothing_else(mira, address):
    page = device().get("/pair/").content
    for answer in (device().get(address), device().post(address, {"code": "AAAAA-AAAAA", "id": mira.pk})):
        assert answer.status_code in ((200, 422) if address == "/pair/" else (403,))
        assert b"<title>Pair this device</title>" in answer.content
        assert len(answer.content) < len(page) + 600
        assert answer.headers["Cache-Control"] == "no-store, private"


def test_the_one_address_that_opens_by_its_key_says_nothing_to_a_wrong_one(mira):
    assert BY_KEY in routes(get_resolver().url_patterns)
    answer = device().get(BY_KEY)
    assert (answer.status_code, answer.content, answer.cookies) == (404, b"", {})


def test_a_code_lets_one_device_in_and_no_second_one(mira, clock):
    code = Pairing.objects.begin(mira, at=clock.at).code
    first, second = device(), device()
    assert pair(first, code).headers["Location"] == "/"
    assert first.get("/").status_code == 200
    late = pair(second, code)
    assert late.status_code == 422
    assert "That code won’t work." in late.content.decode()
    assert second.get("/").status_code == 403


def test_a_code_is_read_as_people_type_it(mira, clock):
    pairing = Pairing.objects.begin(mira, at=clock.at)
    typed = pairing.code.lower().replace("-", " ").replace("o", "0").replace("i", "1").replace("b", "8")
    assert pair(device(), f" {typed} ").status_code == 302


@pytest.mark.parametrize(("late", "comes_in"), [(PAIRING_LASTS - timedelta(seconds=1), True), (PAIRING_LASTS, False)])
def test_a_code_works_for_ten_minutes(mira, clock, late, comes_in):
    code = Pairing.objects.begin(mira, at=clock.at).code
    clock.at += late
    assert (pair(device(), code).status_code == 302) is comes_in


def test_a_new_code_closes_the_one_before(mira, clock):
    old, new = (Pairing.objects.begin(mira, at=clock.at).code for _ in range(2))
    assert pair(device(), old).status_code == 422
    assert pair(device(), new).status_code == 302


def test_a_program_that_opens_the_link_uses_nothing_up(mira, clock):
    code = Pairing.objects.begin(mira, at=clock.at).code
    for _ in range(3):
        assert device().get(f"/pair/?code={code}").status_code == 200
    assert f'value="{code}"' in device().get(f"/pair/?code={code}").content.decode()
    assert pair(device(), code).status_code == 302


def test_guessing_is_stopped_after_five_and_the_right_code_waits_as_well(mira, clock):
    code = Pairing.objects.begin(mira, at=clock.at).code
    guesses = [pair(device(), f"AAAAA-AAAA{letter}").status_code for letter in "ABCDEF"]
    assert guesses == [422] * 5 + [429]
    assert pair(device(), code).status_code == 429
    clock.at += timedelta(minutes=10)
    assert pair(device(), Pairing.objects.begin(mira, at=clock.at).code).status_code == 302


def test_the_cookie_is_kept_from_scripts_other_sites_and_plain_http(mira, now, clock):
    browser = paired(mira, now)
    cookie = browser.cookies["__Host-device"]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"], cookie["path"]) == (True, True, "Strict", "/")
    assert cookie.value not in str(Device.objects.values())


def test_a_device_that_was_signed_out_gets_nothing_from_its_next_request_on(mira, now, clock):
    lost, kept = paired(mira, now), paired(mira, now)
    row = Device.objects.paired(now).exclude(token_hash="").last()
    assert row is not None
    assert kept.get("/devices/").content.decode().count("Paired 2 November 2026") == 2
    Device.objects.showing(lost.cookies["__Host-device"].value, at=now).delete()  # type: ignore[union-attr]
    refused = lost.get("/diary/")
    assert refused.status_code == 403
    assert refused.headers["Clear-Site-Data"] == '"cache"'
    assert refused.cookies["__Host-device"].value == ""
    assert kept.get("/diary/").status_code == 200


def test_signing_this_device_out_is_one_button(mira, now, clock):
    browser = paired(mira, now)
    row = Device.objects.get()
    assert browser.post(f"/devices/{row.pk}/signing-out/").status_code == 302
    assert browser.get("/devices/").status_code == 403
    assert not Device.objects.exists()


def test_a_device_is_named_by_what_it_is_and_as_its_owner_likes(mira, now, clock):
    browser = paired(mira, now)
    row = Device.objects.get()
    assert row.name == "iPhone"
    browser.post(f"/devices/{row.pk}/name/", {"name": "Old phone in the kitchen"})
    assert "Old phone in the kitchen" in browser.get("/devices/").content.decode()


def test_a_device_that_is_not_used_for_half_a_year_is_out(mira, now, clock):
    browser = paired(mira, now)
    clock.at += timedelta(days=179)
    browser.post("/energy/", {"dots": "2"})
    clock.at += timedelta(days=179)
    assert browser.get("/").status_code == 200
    clock.at += timedelta(days=2)
    assert browser.get("/").status_code == 403


def test_looking_writes_nothing(mira, now, clock):
    browser = paired(mira, now)
    clock.at += timedelta(days=3)
    browser.get("/")
    browser.get("/devices/")
    assert Device.objects.get().saved_at == now


def test_a_code_is_shown_as_a_picture_while_it_is_open(mira, now, clock):
    browser = paired(mira, now)
    shown = browser.get(browser.post("/devices/pairings/").headers["Location"])
    pairing = Pairing.objects.get(used_at=None)
    assert pairing.code in shown.content.decode()
    assert browser.get(f"/devices/pairings/{pairing.pk}/picture.svg").content.startswith(b"<?xml")
    clock.at += PAIRING_LASTS
    assert browser.get(f"/devices/pairings/{pairing.pk}/picture.svg").status_code == 404
    assert "this one is older" in browser.get(f"/devices/pairings/{pairing.pk}/").content.decode()


def test_a_strangers_devices_are_not_there(mira, jonas, now, clock):
    browser = paired(mira, now)
    other, _ = Device.objects.let_in(jonas, name="His", at=now)
    for address in (f"/devices/{other.pk}/signing-out/", f"/devices/{other.pk}/name/"):
        assert browser.post(address, {"name": "Mine"}).status_code == 404
    assert "His" not in browser.get("/devices/").content.decode()


def test_erasing_everything_signs_every_device_out(mira, now, clock):
    browser = paired(mira, now)
    mira.delete()
    assert browser.get("/").status_code == 403


def test_in_personal_mode_nothing_is_paired(mira, settings, now):
    settings.ADDRESS, settings.ALLOWED_HOSTS, settings.SECURE_COOKIES = None, ["127.0.0.1"], False
    browser = Client(SERVER_NAME="127.0.0.1")
    assert browser.get("/").status_code == 200
    assert "Unflinch is open on this machine alone" in browser.get("/devices/").content.decode()
    assert browser.post("/devices/pairings/").status_code == 404


def test_a_proxy_that_does_not_say_https_is_told_so(mira):
    plain = Client(SERVER_NAME="unflinch.example").get("/")
    assert plain.status_code == 400
    assert plain.content == b"This needs https. A proxy in front of it has to say so: X-Forwarded-Proto."
