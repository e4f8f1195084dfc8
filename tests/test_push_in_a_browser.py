"""Notifications in a real browser: it subscribes with a tap, and its worker shows what comes.

The browser's own push service isn't reachable from here, so what it would say of a subscription is put in its place;
the message itself is handed to the real worker by the browser.
"""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import launch
from tests.push import Browser as Subscribed
from tests.walks import begin

SECONDS = 60  # a busy machine may be slow to start a worker
SUBSCRIBED = "PushManager.prototype.subscribe = async () => ({{ toJSON: () => ({told}) }});"
SHOWN = """async () => {
    const places = await navigator.serviceWorker.getRegistrations();
    const place = places.find((one) => one.scope.endsWith("/nudges/push/"));
    const shown = await place.getNotifications();
    return [new URL(place.scope).pathname, ...shown.map((one) => [one.title, one.tag, one.data, one.body])];
}"""

ACTIVE = """async () => (await navigator.serviceWorker.getRegistrations())
  .some((one) => one.scope.endsWith("/nudges/push/") && one.active)"""


@pytest.fixture(scope="module")
def browser(browser: Browser) -> Iterator[Browser]:
    """The whole one: the shell has nowhere to show a notification."""
    with launch(browser.browser_type, whole=True) as chromium:
        yield chromium


@pytest.fixture
def worker() -> bool:
    return True


def turn_on(page: Page) -> None:
    begin(page)
    page.goto("/nudges/")
    page.get_by_label("as a notification", exact=True).check(force=True)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="As a notification")).to_be_visible()


def test_a_tap_subscribes_and_the_worker_shows_one_neutral_line(page_anew: Page) -> None:
    page = page_anew
    page.context.grant_permissions(["notifications"])
    told = {"endpoint": "https://push.example/abc", "keys": Subscribed().keys}
    page.add_init_script(SUBSCRIBED.format(told=json.dumps(told)))
    turn_on(page)
    places: list[dict[str, Any]] = []
    session = page.context.new_cdp_session(page)
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: places.extend(event["registrations"]))
    session.send("ServiceWorker.enable")
    page.get_by_role("button", name="Show them on this device").click()
    expect(page.get_by_text("A browser on this machine")).to_be_visible()
    page.wait_for_function(ACTIVE)
    (place,) = {one["registrationId"] for one in places if one["scopeURL"].endswith("/nudges/push/")}
    message = {"text": "Unflinch: something’s waiting for you.", "tag": "7", "address": "/nudges/7/"}
    origin = page.evaluate("location.origin")
    session.send(
        "ServiceWorker.deliverPushMessage", {"origin": origin, "registrationId": place, "data": json.dumps(message)}
    )
    until = time.monotonic() + SECONDS
    while len(shown := page.evaluate(SHOWN)) == 1 and time.monotonic() < until:
        page.wait_for_timeout(100)
    assert shown == ["/nudges/push/", [message["text"], "7", "/nudges/7/", ""]]


def test_a_browser_that_does_not_allow_it_is_told_where_to_look(page_anew: Page) -> None:
    page_anew.add_init_script("PushManager.prototype.subscribe = async () => { throw new DOMException('no'); };")
    turn_on(page_anew)
    page_anew.get_by_role("button", name="Show them on this device").click()
    expect(page_anew.get_by_text("This browser didn’t allow it.")).to_be_visible()


@pytest.mark.parametrize("javascript", [False])
def test_without_javascript_the_page_says_what_it_needs(page_anew: Page, javascript: bool) -> None:
    turn_on(page_anew)
    expect(page_anew.get_by_text("This needs https and JavaScript.")).to_be_visible()
    expect(page_anew.get_by_role("button", name="Show them on this device")).to_be_hidden()
