"""A real Chromium that speaks to this machine only, and what every page shown in it promises."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal
from urllib.parse import urlsplit

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Error, Page, Request, expect

from tests import chromium

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page or the browser itself asks for, only this machine has an address.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
]
OWN_SCHEMES = frozenset({"data", "blob", "about"})
OWN_HOSTS = frozenset({"127.0.0.1", "localhost"})
MILLISECONDS_TO_WAIT = 30_000  # a busy machine may be slow; what never comes is still missed
# What is broken, and nothing of what isn't; our pages hold no film, for which axe would fetch everything again.
AXE_OPTIONS = {"resultTypes": ["violations"], "preload": False}
AXE = Axe()
expect.set_options(timeout=MILLISECONDS_TO_WAIT)

ColourScheme = Literal["light", "dark"]
Size = tuple[int, int]
PHONE: Size = (390, 844)


def launch(kind: BrowserType, *, whole: bool = False) -> Browser:
    """The machine's Chromium with an empty profile; `make test` has installed it or said how to.

    `whole` is the browser as a person has it; else it is the shell without windows, where there is one.
    """
    path = chromium.find_whole() if whole else chromium.find()
    assert path is not None, chromium.HOW_TO_GET_IT
    # Chromium refuses to sandbox itself for root.
    sandbox = ["--no-sandbox"] if os.name != "nt" and os.geteuid() == 0 else []
    return kind.launch(executable_path=path, args=FLAGS + sandbox)


@contextmanager
def window(
    browser: Browser, url: str, *, javascript: bool, colour_scheme: ColourScheme, size: Size, worker: bool = False
) -> Iterator[Page]:
    """One page with cookies and storage of its own; `page.goto("/")` opens `url`. `worker` lets a service worker in.

    Raises AssertionError at its end where the page called another host, broke its content policy or threw an error.
    """
    width, height = size
    context = browser.new_context(
        base_url=url,
        java_script_enabled=javascript,
        color_scheme=colour_scheme,
        viewport={"width": width, "height": height},
        locale="en-GB",
        timezone_id="Europe/Berlin",
        reduced_motion="reduce",
        service_workers="allow" if worker else "block",
    )
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    troubles: list[str] = []
    watch(page := context.new_page(), troubles)
    context.on("page", lambda other: watch(other, troubles))
    try:
        yield page
    finally:
        context.close()
    assert not troubles, "\n".join(troubles)


def watch(page: Page, troubles: list[str]) -> None:
    """Note every trouble of this page as a sentence."""

    def note_stranger(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in OWN_SCHEMES and address.hostname not in OWN_HOSTS:
            troubles.append(f"{page.url} called another host: {request.url}")

    def note_policy(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            troubles.append(f"{page.url} broke its content policy: {message.text}")

    def note_error(error: Error) -> None:
        troubles.append(f"{page.url} threw an error: {error}")

    page.on("request", note_stranger)
    page.on("console", note_policy)
    page.on("pageerror", note_error)


def assert_accessible(page: Page, *, rules: Sequence[str] = ()) -> None:
    """No rule of axe is broken on this page as it stands; none of these, where some are named. Needs JavaScript on."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    results = AxeResults(
        page.evaluate("options => axe.run(options)", AXE_OPTIONS | ({"runOnly": rules} if rules else {}))
    )
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def assert_no_sideways_scroll(page: Page) -> None:
    """The page is no wider than its window."""
    wide, window_wide = page.evaluate("[document.scrollingElement.scrollWidth, window.innerWidth]")
    assert wide <= window_wide, f"{page.url} is {wide} px wide in a window of {window_wide} px"
