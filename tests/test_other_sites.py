"""No other site can read, embed or even notice Unflinch: pages and static files refuse it alike."""

import http.client
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.live import free_port

STATIC = "/static/staticfiles.json"
STRANGERS = [
    {"Host": "evil.example"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
]


def fetch(live, address: str, **headers: str) -> tuple[int, dict[str, str], str]:
    where = urlsplit(live.url).netloc
    with closing(http.client.HTTPConnection(where, timeout=30)) as connection:
        connection.request("GET", address, headers={"Host": where, **headers})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()


@pytest.fixture
def style(live) -> str:
    """The address of our stylesheet."""
    return fetch(live, "/")[2].partition('rel="stylesheet" href="')[2].partition('"')[0]


@pytest.mark.parametrize("headers", STRANGERS, ids=str)
def test_static_files_refuse_a_stranger_as_pages_do(live, style, headers):
    for address in ("/", "/diary/", STATIC, style, "/nowhere/"):
        status, answered, body = fetch(live, address, **headers)
        assert status in (400, 403)
        assert "unflinch" not in f"{answered} {body}".lower()
        assert "waitress" not in f"{answered}".lower()
        assert "access-control-allow-origin" not in answered


def test_every_answer_is_for_this_origin_alone(live, style):
    for address in ("/", STATIC, style, "/nowhere/", "/help/"):
        _, answered, _ = fetch(live, address)
        assert answered["cross-origin-resource-policy"] == "same-origin"
        assert answered["cross-origin-opener-policy"] == "same-origin"
        assert "access-control-allow-origin" not in answered
        assert "server" not in answered


def test_our_own_pages_get_our_own_files(live, style):
    assert fetch(live, style, **{"Sec-Fetch-Site": "same-origin", "Origin": live.url})[0] == 200


@pytest.mark.parametrize("name", ["mymachine", "192.168.1.5", "printer.local", "[::1]"])
def test_the_persons_own_wrong_name_is_told_the_right_address(live, name):
    status, _, body = fetch(live, "/", Host=f"{name}:8000")
    assert status == 400
    assert body == f"This answers on this machine only, at {live.url}/"


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "x..y"])
def test_a_name_that_a_stranger_can_own_is_told_nothing(live, name):
    status, _, body = fetch(live, "/", Host=name)
    assert (status, body) == (400, "")


def test_who_followed_a_link_from_elsewhere_is_told_how_to_get_in(live):
    site = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    status, _, body = fetch(live, "/", **site)
    assert (status, body) == (403, f"Other sites can't open this. Type its address: {live.url}/")


PROBE = """async ([ours, style]) => {
  const seen = {};
  for (const address of [`${ours}/`, `${ours}/static/staticfiles.json`, `${ours}${style}`]) {
    seen[`read ${address}`] = await fetch(address).then((got) => got.ok, () => false);
    seen[`fetch ${address}`] = await fetch(address, {mode: "no-cors"}).then(() => true, () => false);
    seen[`script ${address}`] = await new Promise((done) => {
      const script = document.createElement("script");
      [script.onload, script.onerror, script.src] = [() => done(true), () => done(false), address];
      document.head.append(script);
    });
  }
  return seen;
}"""


@pytest.fixture
def elsewhere(live, browser):
    """A page of another origin in the same browser, without our content policy: another name for this machine."""
    with browser.new_context() as context:
        page = context.new_page()
        page.route(
            "http://localhost:*/**", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
        )
        page.goto(f"http://localhost:{free_port()}/")
        yield page


def test_a_page_elsewhere_in_a_real_browser_reads_loads_and_runs_nothing(live, elsewhere, style):
    seen = elsewhere.evaluate(PROBE, [live.url, style])
    assert len(seen) == 9
    assert [name for name, worked in seen.items() if worked] == []


def test_the_same_files_do_load_on_our_own_page(live, page, style):
    page.goto("/")
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("(style) => fetch(style).then((got) => got.ok)", style)
