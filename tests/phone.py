"""A phone with the worker in it: what it keeps, what waits on it, and an ask that is logged with its thumb."""

import csv
import io
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.live import Live
from tests.test_served import typed
from unflinch.challenges.catalogue import catalogue

# Opened only once the worker has made it: whoever opens first says what is in it.
HELD = """async (store) => {
  if (!(await indexedDB.databases()).some(({ name }) => name === "kept")) return [];
  const held = await new Promise((done, fail) => {
    const asked = indexedDB.open("kept");
    asked.onsuccess = () => done(asked.result);
    asked.onerror = fail;
  });
  const rows = await new Promise((done, fail) => {
    const asked = held.transaction(store).objectStore(store).getAllKeys();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = fail;
  });
  held.close();
  return rows;
}"""
ALL_KEPT = f"""async () => {{
  const listed = await fetch("/offline/").then((answer) => answer.json());
  const kept = await ({HELD})("pages");
  return listed.pages.every(([address]) => kept.includes(address));
}}"""
NOTHING_WAITS = f"async () => (await ({HELD})('queue')).length === 0"
SECONDS = 120
WARM_UPS = {challenge.title for challenge in catalogue().by_boldness if challenge.warm_up}


def held(page: Page, store: str) -> list[str]:
    """The keys of what is kept in this part of the phone's database."""
    return list(page.evaluate(HELD, store))


def visit_today(page: Page) -> None:
    """One visit to Today with a signal, until all is kept that is to be kept."""
    page.goto("/")
    until(page, ALL_KEPT)


def until(page: Page, said: str) -> None:
    """Wait until this is true on the page; it may be asked many times."""
    for _ in range(SECONDS * 2):
        if page.evaluate(said):
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"never true: {said}")


def see_a_card_to_refuse(page: Page) -> None:
    """Today with a card to which a no can be said: a warm-up, which is drawn for some people, is put aside."""
    page.goto("/")
    while page.locator("#next").inner_text().replace("\n", " ") in WARM_UPS:
        page.get_by_text("Another idea", exact=True).click()
        page.get_by_role("button", name="Not now").click()
    visit_today(page)


def log_ask(page: Page, title: str, outcome: str = "no") -> None:
    """It just happened, with or without a signal."""
    page.goto("/happened/")
    page.get_by_label("What did you ask?").fill(title)
    page.locator(f"button[name=outcome][value={outcome}]").first.click()
    expect(page).to_have_url(re.compile("/after/$"))


def arrived(live: Live, folder: Path) -> list[dict[str, str]]:
    """The diary as the server holds it, oldest first."""
    file = folder / "all.zip"
    file.unlink(missing_ok=True)
    said = typed(live.data, "export", str(file))
    assert said.returncode == 0, said.stderr
    with zipfile.ZipFile(file) as archive:
        return list(csv.DictReader(io.StringIO(archive.read("diary.csv").decode("utf-8-sig"))))
