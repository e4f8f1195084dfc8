"""What the tests that span apps may ask for: a running Unflinch and a page in a real browser.

`javascript`, `colour_scheme` and `size` are overridden where a test names them:
`@pytest.mark.parametrize("javascript", [True, False])`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import PHONE, ColourScheme, Size, launch, window
from tests.hand import Hand
from tests.live import Live, running
from tests.relay import Relay, relaying

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, launch(playwright.chromium) as chromium:
        # Playwright leaves an event loop in this thread, which Django would take for asynchronous code.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        yield chromium


@pytest.fixture(scope="session")
def never_used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as the very first start makes it, before anybody opens a page; to be copied."""
    data = tmp_path_factory.mktemp("never-used") / "data"
    with running(data):
        return data


@pytest.fixture(scope="module")
def live(never_used: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """One Unflinch for all tests of a file: fast, and each test finds what the ones before it left."""
    with running(shutil.copytree(never_used, tmp_path_factory.mktemp("live") / "data")) as server:
        yield server


@pytest.fixture
def live_anew(never_used: Path, tmp_path: Path) -> Iterator[Live]:
    """An Unflinch of this test's own, never used before: a copy, as making its tables takes longest."""
    with running(shutil.copytree(never_used, tmp_path / "anew" / "data")) as server:
        yield server


@pytest.fixture
def javascript() -> bool:
    return True


@pytest.fixture
def colour_scheme() -> ColourScheme:
    return "light"


@pytest.fixture
def size() -> Size:
    return PHONE


@pytest.fixture
def worker() -> bool:
    """Whether a service worker may stand in front of the pages; without one a test sees what the server says."""
    return False


@pytest.fixture
def open_page(
    browser: Browser, javascript: bool, colour_scheme: ColourScheme, size: Size, worker: bool
) -> Iterator[OpenPage]:
    """`open_page(live)` is a page on that server; each has cookies of its own, and all are checked at the end."""
    standard = partial(window, browser, javascript=javascript, colour_scheme=colour_scheme, size=size, worker=worker)
    with ExitStack() as stack:

        def enter(server: Live, **other: Any) -> Page:
            opened: AbstractContextManager[Page] = standard(server.url, **other)
            return stack.enter_context(opened)

        yield enter


@pytest.fixture
def page(open_page: OpenPage, live: Live) -> Page:
    """A phone's page on this file's Unflinch."""
    return open_page(live)


@pytest.fixture
def page_anew(open_page: OpenPage, live_anew: Live) -> Page:
    """A phone's page on an Unflinch never used before."""
    return open_page(live_anew)


@pytest.fixture
def network(live_anew: Live) -> Iterator[Relay]:
    """What lies between a phone and an Unflinch never used before; a test says what becomes of each request."""
    with relaying(live_anew.url) as relay:
        yield relay


@pytest.fixture
def hand(browser_of_mira: Client) -> Hand:
    """Mira on the pages, where no browser is needed."""
    return Hand(browser_of_mira)
