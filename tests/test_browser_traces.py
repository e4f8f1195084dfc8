"""What a browser writes down of a visit: nothing that was typed, in a title, an address, its history or its cache."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote_plus, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests import chromium
from tests.browser import FLAGS, MILLISECONDS_TO_WAIT
from tests.walks import begin, log_one

TYPED = ("plaster", "Donaudampfschifffahrtsgesellschaftssuppe", "Zaunkönigsfeder")
# What holds no word of anybody's: help must open without a signal, and the articles are the same for all.
MAY_BE_STORED = ("/help/", "/learn/", "/static/")


def holds_typed(text: str) -> bool:
    return any(word.casefold() in unquote_plus(text).casefold() for word in TYPED)


def look_for(page: Page, words: str) -> None:
    """Search on this page by its form."""
    summary = page.locator("summary", has_text="Search")
    if summary.count():
        summary.click()
    page.locator("form[role=search] [name=q]").fill(words)
    page.locator("form[role=search]").get_by_role("button", name="Search").click()
    page.wait_for_load_state()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_search_finds_and_its_address_names_nothing(page, javascript):
    begin(page)
    ask = log_one(page, "no")
    for place in ("/diary/", "/ideas/"):
        page.goto(place)
        look_for(page, "plaster")
        assert not holds_typed(page.url)
        assert not holds_typed(page.title())
        expect(page.locator("form[role=search] [name=q]")).to_have_value("plaster")
        page.reload()
        expect(page.locator("form[role=search] [name=q]")).to_have_value("plaster")
    page.goto("/diary/")
    look_for(page, "plaster")
    page.locator(f"a[href='{urlsplit(ask).path}']").first.click()
    page.go_back()
    expect(page.locator(f"a[href='{urlsplit(ask).path}']").first).to_be_visible()
    page.goto("/diary/")
    look_for(page, "Zaunkönigsfeder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing like that yet.")


@contextmanager
def profile(context_of: object, folder: Path, url: str) -> Iterator[BrowserContext]:
    """A Chromium that keeps its profile in this folder, as a person's does."""
    sandbox = ["--no-sandbox"] if os.name != "nt" and os.geteuid() == 0 else []
    context = context_of.launch_persistent_context(  # type: ignore[attr-defined]
        folder, executable_path=chromium.find_whole(), args=FLAGS + sandbox, base_url=url
    )
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    yield context
    context.close()


def test_a_real_profile_keeps_no_private_page_and_no_typed_word(browser, live_anew, tmp_path):
    folder = tmp_path / "profile"
    with profile(browser.browser_type, folder, live_anew.url) as context:
        page = context.new_page()
        begin(page)
        ask = log_one(page, "no", title="Ask about the Zaunkönigsfeder")
        for place in (ask, "/", "/changes/", "/weeks/", "/log/", "/learn/"):
            page.goto(place)
        page.goto("/diary/")
        look_for(page, "Zaunkönigsfeder")
    kept = [file for file in folder.rglob("*") if file.is_file()]
    forms = [form for word in TYPED for form in (word.encode(), word.encode("utf-16-le"))]
    assert any(file.name == "History" for file in kept)
    assert [file.name for file in kept for form in forms if form in file.read_bytes()] == []
    stored = {address for file in kept if "Cache_Data" in file.parts for address in addresses_in(file, live_anew.url)}
    assert any(address.startswith("/static/") for address in stored)
    assert [address for address in sorted(stored) if not address.startswith(MAY_BE_STORED)] == []


def addresses_in(file: Path, url: str) -> list[str]:
    """The keys of the cache's entries in this file: the addresses of ours that it answers for."""
    # An entry's key ends with the address that it holds, after the one of the page that asked for it.
    found = re.findall(rb"1/0/[^\x00-\x1f]*?" + re.escape(url.encode()) + rb"(/[\x21-\x7e]*)", file.read_bytes())
    return [address.decode() for address in found]
