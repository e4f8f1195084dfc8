"""What a phone fetches to see Today for the first time: little, in few requests, and from nowhere else."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.walks import begin, log_one

MOST_BYTES = 40_000
MOST_REQUESTS = 6


@dataclass
class Wire:
    """What went over the wire: bytes as they were sent, and every address."""

    bytes: int = 0
    addresses: list[str] = field(default_factory=list)

    def listen(self, session: CDPSession) -> None:
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on("Network.requestWillBeSent", lambda event: self.addresses.append(event["request"]["url"]))
        session.on("Network.loadingFinished", self.count)

    def count(self, event: dict[str, str]) -> None:
        self.bytes += int(event["encodedDataLength"])


def first_load(page: Page, address: str) -> Wire:
    wire = Wire()
    wire.listen(page.context.new_cdp_session(page))
    page.goto(address, wait_until="networkidle")
    return wire


@pytest.mark.parametrize("visited", [False, True], ids=["as somebody new", "with an ask"])
def test_the_first_load_of_today_is_light_and_stays_at_home(page_anew, live_anew, visited):
    if visited:
        begin(page_anew)
        log_one(page_anew, "no")
    wire = first_load(page_anew, "/")
    expect(page_anew.locator("h1")).to_be_visible()
    assert 1000 < wire.bytes <= MOST_BYTES
    assert 3 <= len(wire.addresses) <= MOST_REQUESTS, wire.addresses
    assert {urlsplit(address).netloc for address in wire.addresses} == {urlsplit(live_anew.url).netloc}
