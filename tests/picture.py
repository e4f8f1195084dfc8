"""`make picture`: the pictures in the docs, taken of the running app with a made-up half-year in it."""

import base64
import re
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser import PHONE, launch
from tests.live import UNFLINCH, like_a_person, running
from tests.walks import rate

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SHEET = "&".join(f"parts={part}" for part in ("going", "forecast", "sting", "recovery", "ladder", "lessons"))
# In a picture of a whole page the tabs would stand in its middle.
STILL = "document.querySelector('.tabs')?.remove()"
GAP = 28
LETTERS = 44  # px of a line of words beneath a phone
FRAME = f"""<style>
body {{ margin: 0; padding: {GAP}px; display: flex; gap: {GAP}px; background: #d9d4c9; width: max-content }}
figure {{ margin: 0; width: 390px; text-align: center; font: 22px/{LETTERS}px system-ui, sans-serif; color: #3a352c }}
img {{ display: block; width: 390px; height: 844px; border-radius: 34px }}
</style>"""
SHOT = """<figure><img src="data:image/png;base64,{image}">{words}</figure>"""

Phones = list[tuple[str, bytes]]  # what is said of a picture, and the picture


def main() -> None:
    """Write the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        launch(playwright.chromium) as browser,
    ):
        with running(Path(folder) / "first") as server:
            framed(browser, first_ten_minutes(on_a_phone(browser, server.url)), "first-ten-minutes.png")
        data = Path(folder) / "data"
        subprocess.run(
            [str(UNFLINCH), "--data", str(data), "demo"], check=True, env=like_a_person(), capture_output=True
        )
        with running(data) as server:
            framed(browser, a_day(on_a_phone(browser, server.url)), "unflinch.png")
            what_changed(on_a_phone(browser, server.url))


def on_a_phone(browser: Browser, url: str) -> Page:
    """A page of a phone's size on which nothing moves."""
    width, height = PHONE
    size: ViewportSize = {"width": width, "height": height}
    return browser.new_context(base_url=url, viewport=size, reduced_motion="reduce").new_page()


def framed(browser: Browser, phones: Phones, name: str) -> None:
    """Put the phones side by side, each with its words beneath, into one picture."""
    width, height = PHONE
    frame = browser.new_page(
        viewport={"width": len(phones) * (width + GAP) + GAP, "height": height + LETTERS + 2 * GAP}
    )
    figures = [SHOT.format(words=words, image=base64.b64encode(image).decode()) for words, image in phones]
    frame.set_content(FRAME + "".join(figures))
    frame.screenshot(path=PICTURES / name)
    frame.close()


def first_ten_minutes(page: Page) -> Phones:
    """From the first page to the first duck in the pond."""
    page.goto("/")
    phones = [("Pick one sentence", page.screenshot())]
    page.get_by_role("button", name="Is this seat taken?").click()
    page.get_by_label("Yes", exact=True).check()
    page.get_by_role("button", name="No, just nervous").click()
    rate(page, "no_before", 70)
    phones.append(("Say what you expect", page.screenshot()))
    page.get_by_role("button", name="I’m ready").click()
    phones.append(("Take the line with you", page.screenshot()))
    answer_no(page)
    phones.append(("Hear a no, get a duck", page.screenshot()))
    page.get_by_role("link", name="Continue").click()
    page.goto("/")
    phones.append(("See your week fill up", page.screenshot()))
    page.goto("/ideas/")
    phones.append(("Then pick the next one", page.screenshot()))
    return phones


def a_day(page: Page) -> Phones:
    """Today, before an ask, after it, and what changed."""
    page.goto("/")
    phones = [("Today", page.screenshot())]
    page.get_by_role("button", name="I’ll try this").click()
    page.locator("[name=feared]").first.check(force=True)
    rate(page, "feared_before", 70)
    phones.append(("Before", page.screenshot()))
    page.get_by_role("button", name="I’m ready").click()
    answer_no(page)
    page.get_by_role("link", name="Continue").click()
    page.locator("button[name=feared_happened][value='0']").click()
    page.locator("button[name=feared_after][value='30']").click()
    phones.append(("After", page.screenshot()))
    page.goto("/changes/")
    phones.append(("What changed", page.screenshot()))
    return phones


def answer_no(page: Page) -> None:
    """From the pocket to the first screen after a no."""
    page.goto(re.sub("pocket/$", "answer/", page.url))
    page.locator("button[name=outcome][value=no]").first.click()


def what_changed(page: Page) -> None:
    """All the numbers, a week, the sheet as a PDF and the picture of a week to share."""
    page.goto("/weeks/")
    week = page.locator("ol.log a").nth(8).get_attribute("href") or ""
    for name, address in (("changes", "/changes/numbers/"), ("week", week)):
        page.goto(address)
        page.evaluate(STILL)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
    for name, address in (("sheet.pdf", f"/sheet/file.pdf?{SHEET}"), ("share.png", f"{week}picture.png")):
        (PICTURES / name).write_bytes(page.request.get(address).body())


if __name__ == "__main__":
    main()
