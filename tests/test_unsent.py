"""What is saved without a signal waits on the phone, and arrives: once, in order, whatever happened in between."""

import re
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import expect

from tests.live import free_port, serving, started
from tests.phone import NOTHING_WAITS, arrived, held, log_ask, see_a_card_to_refuse, until, visit_today
from tests.relay import Relay, relaying
from tests.test_browser_traces import profile
from tests.test_served import phone as typed_phone
from tests.walks import begin

ONE_WAITS = "One thing is saved on this phone and waits for a signal."
FAILS = "Something on this phone couldn’t be saved."


@pytest.fixture
def worker():
    return True


@pytest.fixture
def phone(open_page, network):
    """A phone that has visited Today once."""
    page = open_page(network)
    begin(page)
    visit_today(page)
    return page


def titles(rows) -> list[str]:
    return [row["challenge"] for row in rows]


def test_a_whole_ask_goes_on_without_a_signal_and_is_there_afterwards(phone, network, live_anew, tmp_path):
    see_a_card_to_refuse(phone)
    network.always("gone")
    phone.goto("/")
    title = phone.locator("#next").inner_text()
    phone.get_by_role("button", name="I’ll try this").click()
    expect(phone).to_have_url(re.compile("/asks/[0-9a-f-]{36}/forecast/$"))
    phone.get_by_label("they think I’m a nuisance").check(force=True)
    phone.get_by_role("button", name="I’m ready").click()
    expect(phone).to_have_url(re.compile("/pocket/$"))
    phone.locator("main a.btn").first.click()
    phone.locator("button[name=outcome][value=no]").click()
    expect(phone).to_have_url(re.compile("/after/$"))
    phone.get_by_role("link", name="Continue").click()
    phone.get_by_role("button", name="A bit").click()
    expect(phone.locator(".compared")).to_contain_text("a bit")
    phone.get_by_role("link", name="Continue").click()
    phone.get_by_label("proud").first.check(force=True)
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", name="Saved on this phone.")).to_be_visible()
    expect(phone.locator(".offline")).to_contain_text("5 things are saved on this phone and wait for a signal.")
    phone.get_by_role("link", name="What’s waiting").first.click()
    expect(phone.locator(".unsent section")).to_have_count(5)
    expect(phone.locator(".unsent section", has_text=title)).to_have_count(5)
    network.always("fine")
    phone.get_by_role("button", name="Send now").click()
    expect(phone.locator(".unsent section")).to_have_count(0)
    expect(phone.get_by_text("Nothing is waiting.")).to_be_visible()
    (row,) = arrived(live_anew, tmp_path)
    assert row["outcome"] == "no"
    assert "proud" in " ".join(row.values())
    assert row["feared"]


def test_somebody_who_asks_after_all_is_saved_as_having_asked(phone, network, live_anew, tmp_path):
    see_a_card_to_refuse(phone)
    network.always("gone")
    phone.goto("/")
    phone.get_by_role("button", name="I’ll try this").click()
    phone.get_by_role("button", name="I’m ready").click()
    expect(phone).to_have_url(re.compile("/pocket/$"))
    pocket = phone.url
    phone.get_by_role("link", name="Not this time").click()
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", name="Saved on this phone.")).to_be_visible()

    # They change what they'd say, and then they ask.
    phone.goto(pocket.replace("/pocket/", "/forecast/"))
    phone.locator("[name=feared_before][value='70']").check(force=True)
    phone.get_by_role("button", name="I’m ready").click()
    phone.locator("main a.btn").first.click()
    phone.locator("button[name=outcome][value=no]").click()
    expect(phone).to_have_url(re.compile("/after/$"))
    assert len(held(phone, "queue")) == 3
    network.always("fine")
    phone.goto("/")
    until(phone, NOTHING_WAITS)
    assert [row["outcome"] for row in arrived(live_anew, tmp_path)] == ["no"]


def test_nothing_is_dropped_whatever_answers_in_place_of_ours(phone, network, live_anew, tmp_path):
    fates = ["gone", "gateway", "login", "portal", "lost"]
    for fate in fates:
        network.fate = lambda method, _path, fate=fate: fate if method == "POST" else "fine"
        log_ask(phone, f"Ask for a plaster, {fate}")
        expect(phone.locator(".offline")).to_contain_text(ONE_WAITS)
        network.always("fine")
        phone.goto("/")
        until(phone, NOTHING_WAITS)
    assert titles(arrived(live_anew, tmp_path)) == [f"Ask for a plaster, {fate}" for fate in fates]
    sent = [path for method, path, _ in network.seen if (method, path) == ("POST", "/happened/")]
    assert len(sent) >= 2 * len(fates)


def test_what_another_phone_answered_first_is_shown_and_the_rest_goes_on(
    phone, network, live_anew, tmp_path, open_page
):
    see_a_card_to_refuse(phone)
    phone.get_by_role("button", name="I’ll try this").click()
    phone.get_by_role("button", name="I’m ready").click()
    answering = phone.url.replace("/pocket/", "/answer/")
    visit_today(phone)
    other = open_page(live_anew)
    network.always("gone")
    phone.goto(answering)
    phone.locator("button[name=outcome][value=no]").click()
    expect(phone).to_have_url(re.compile("/after/$"))
    log_ask(phone, "Ask for a plaster")
    other.goto(answering.replace(network.url, live_anew.url))
    other.locator("button[name=outcome][value=yes]").click()
    network.always("fine")
    phone.goto("/")
    expect(phone.locator(".offline")).to_contain_text(FAILS)
    assert sorted(row["outcome"] for row in arrived(live_anew, tmp_path)) == ["no", "yes"]
    phone.get_by_role("link", name="Look at it").click()
    expect(phone.locator(".unsent section")).to_contain_text("Perhaps it was answered or deleted somewhere else.")
    phone.get_by_role("button", name="Remove from this phone").click()
    expect(phone.get_by_text("Nothing is waiting.")).to_be_visible()


def test_somebody_else_at_the_same_address_sees_nothing_and_sends_nothing(phone, network, live_anew, tmp_path):
    network.always("gone")
    log_ask(phone, "Ask for a plaster")
    mine = held(phone, "pages")
    with started(tmp_path / "other", "run", "--no-browser", "--port", str(free_port())) as other:
        network.server = other.url
        network.always("fine")
        begin(phone)
        visit_today(phone)
        expect(phone.locator(".offline")).to_be_hidden()
        phone.goto("/offline/unsent/")
        expect(phone.get_by_text("Nothing is waiting.")).to_be_visible()
        assert arrived(other, tmp_path) == []
        assert len(held(phone, "queue")) == 1
        assert mine
    network.server = live_anew.url
    phone.goto("/")
    until(phone, NOTHING_WAITS)
    assert titles(arrived(live_anew, tmp_path)) == ["Ask for a plaster"]


@pytest.fixture
def served(tmp_path):
    with serving(tmp_path / "data", f"http://127.0.0.1:{free_port()}") as live:
        yield live


def pair(page, served, network) -> None:
    link = re.search(r"/pair/\?code=\S+", typed_phone(served))
    assert link is not None
    page.goto(f"{network.url}{link.group()}")
    page.get_by_role("button", name="Pair it").click()
    expect(page).to_have_url(f"{network.url}/")


def test_a_device_that_was_signed_out_keeps_no_page_and_loses_nothing(open_page, served, tmp_path):
    with relaying(served.url) as network:
        page = open_page(network)
        pair(page, served, network)
        begin(page)
        visit_today(page)
        network.always("gone")
        log_ask(page, "Ask for a plaster")
        assert "is signed out" in typed_phone(served, "--end", "1")
        network.always("fine")
        page.goto("/planned/")
        expect(page.get_by_role("heading", name="Pair this device")).to_be_visible()
        assert held(page, "pages") == []
        assert len(held(page, "queue")) == 1
        pair(page, served, network)
        until(page, NOTHING_WAITS)
        assert titles(arrived(served, tmp_path)) == ["Ask for a plaster"]


def weather(seed: int):
    """A network that fails at random: pages mostly come, what is sent mostly doesn't."""
    random = Random(seed)

    def fate(method: str, _path: str) -> str:
        if method == "POST":
            return random.choice(["fine", "fine", "lost", "gone", "gateway", "portal"])
        return random.choice(["fine", "fine", "fine", "gone", "gateway", "login"])

    return fate


def log_over(network: Relay, browser, folder: Path, port: int, number: int) -> None:
    """Log as many asks; the browser is restarted without a signal after a third, the server after half of them."""
    data = folder / "data"
    named = [f"Ask number {one}" for one in range(number)]
    first, second, third = named[: number // 3], named[number // 3 : number // 2], named[number // 2 :]
    start = ("run", "--no-browser", "--port", str(port))
    with ExitStack() as server:
        server.enter_context(started(data, *start))
        with profile(browser.browser_type, folder / "profile", network.url) as context:
            page = context.new_page()
            begin(page)
            visit_today(page)
            network.fate = weather(number)
            for title in first:
                log_ask(page, title)
        network.always("gone")
        with profile(browser.browser_type, folder / "profile", network.url) as context:
            page = context.new_page()
            for title in second[:2]:
                log_ask(page, title)
            network.fate = weather(number + 1)
            for title in second[2:]:
                log_ask(page, title)
            server.close()
            for title in third[:2]:
                log_ask(page, title)
    with started(data, *start) as live, profile(browser.browser_type, folder / "profile", network.url) as context:
        page = context.new_page()
        network.fate = weather(number + 2)
        for title in third[2:]:
            log_ask(page, title)
        network.always("fine")
        page.goto("/")
        until(page, NOTHING_WAITS)
        assert titles(arrived(live, folder)) == named


@pytest.mark.parametrize("number", [6, pytest.param(100, marks=pytest.mark.prove)])
def test_asks_logged_over_a_network_that_fails_at_random_arrive_once_and_in_order(browser, tmp_path, number):
    port = free_port()
    with relaying(f"http://127.0.0.1:{port}") as network:
        log_over(network, browser, tmp_path, port, number)


def test_a_new_release_takes_over_when_no_form_is_open_and_loses_nothing(open_page, tmp_path):
    port, data = free_port(), tmp_path / "data"
    start = ("run", "--no-browser", "--port", str(port))
    with relaying(f"http://127.0.0.1:{port}") as network:
        with started(data, *start):
            page = open_page(network)
            begin(page)
            visit_today(page)
            before = page.evaluate(ACTIVE)
            network.always("gone")
            log_ask(page, "Ask for a plaster")
        release_anew(data)
        with started(data, *start) as live:
            network.fate = lambda method, _path: "gone" if method == "POST" else "fine"
            page.goto("/happened/")
            until(page, "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)")
            page.reload()
            assert page.evaluate(ACTIVE) == before
            page.goto("/changes/")
            until(page, f"async () => (await ({ACTIVE})()) !== '{before}'")
            assert len(held(page, "queue")) == 1
            network.always("fine")
            page.goto("/")
            until(page, NOTHING_WAITS)
            assert titles(arrived(live, tmp_path)) == ["Ask for a plaster"]


ACTIVE = "async () => (await navigator.serviceWorker.ready).active.scriptURL"


def release_anew(data: Path) -> None:
    """Put another worker into the collected files, as a release does: another name, and something new in it."""
    (manifest,) = data.glob("static/*/staticfiles.json")
    told = manifest.read_text(encoding="utf-8")
    old = re.search(r"shell/worker/worker\.(\w+)\.js", told)
    assert old is not None
    worker = manifest.parent / old.group()
    new = old.group().replace(old.group(1), "0" * 12)
    (manifest.parent / new).write_text(f"{worker.read_text(encoding='utf-8')}// anew\n", encoding="utf-8")
    manifest.write_text(told.replace(old.group(), new), encoding="utf-8")
