"""A browser that shows notifications comes with its keys, and goes in one tap; what no browser sends is refused."""

import pytest

from tests.push import Browser
from unflinch.nudges.models import NudgeSettings, Subscription
from unflinch.nudges.vapid import vapid_public_key

ENDPOINT = "https://push.example/abc"


@pytest.fixture
def told():
    return {"endpoint": ENDPOINT, **Browser().keys}


@pytest.fixture
def wants(mira, now):
    return NudgeSettings.objects.choose(mira, at=now, way="push")


def test_a_browser_subscribes_once_and_its_latest_keys_count(wants, browser_of_mira, told):
    for keys in (told, told, {**told, **Browser().keys}):
        assert browser_of_mira.post("/nudges/subscriptions/", keys).status_code == 302
    row = Subscription.objects.get()
    assert (row.endpoint, row.p256dh, row.device) == (ENDPOINT, keys["p256dh"], None)
    assert "push.example" not in str(list(Subscription.objects.values()))
    page = browser_of_mira.get("/nudges/").content.decode()
    assert "A browser on this machine" in page
    assert f'data-key="{vapid_public_key()}"' in page


def test_it_ends_in_one_tap(wants, browser_of_mira, told):
    browser_of_mira.post("/nudges/subscriptions/", told)
    assert browser_of_mira.post(f"/nudges/subscriptions/{Subscription.objects.get().pk}/end/").status_code == 302
    assert not Subscription.objects.exists()
    assert "No device shows them yet." in browser_of_mira.get("/nudges/").content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("endpoint", "http://push.example/abc"), ("endpoint", "https://127.0.0.1:x/"), ("endpoint", ""),
        ("p256dh", "AAAA"), ("p256dh", "B" + "A" * 86), ("p256dh", "é"), ("auth", "AAAA"), ("auth", ""),
    ],
)  # fmt: skip
def test_what_no_browser_sends_is_refused(mira, browser_of_mira, told, field, value):
    assert browser_of_mira.post("/nudges/subscriptions/", {**told, field: value}).status_code == 400
    assert not Subscription.objects.exists()


def test_a_strangers_browser_is_not_there(mira, jonas, browser_of_mira, told, now):
    row = Subscription.objects.subscribe(jonas, None, at=now, **told)
    assert browser_of_mira.post(f"/nudges/subscriptions/{row.pk}/end/").status_code == 404


def test_very_many_are_never_kept(mira, browser_of_mira, told):
    for number in range(12):
        browser_of_mira.post("/nudges/subscriptions/", {**told, "endpoint": f"{ENDPOINT}/{number}"})
    assert Subscription.objects.count() == 10


def test_the_worker_takes_in_the_one_script_and_reaches_no_page(mira, browser_of_mira):
    worker = browser_of_mira.get("/nudges/push/worker.js")
    assert worker.headers["Content-Type"] == "text/javascript"
    assert worker.content.startswith(b'importScripts("/static/shell/push')
    assert browser_of_mira.get("/nudges/push/").status_code == 404
