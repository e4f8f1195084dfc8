"""`make picture`: the pictures in the docs, taken of the running app with a made-up half-year in it."""

import base64
import re
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import PHONE, launch
from tests.live import UNFLINCH, like_a_person, running

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SHEET = "&".join(f"parts={part}" for part in ("going", "forecast", "sting", "recovery", "ladder", "lessons"))
# In a picture of a whole page the tabs would stand in its middle.
STILL = "document.querySelector('.tabs')?.remove()"
FRAME = """<body style="margin:0;padding:28px;display:flex;gap:28px;background:#d9d4c9;width:max-content">{}</body>"""
SHOT = """<img style="width:390px;height:844px;border-radius:34px" src="data:image/png;base64,{}">"""
TOUCH = "(field, value) => { field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })) }"


def main() -> None:
    """Write the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, launch(playwright) as browser:
        data = Path(folder) / "data"
        subprocess.run(
            [str(UNFLINCH), "--data", str(data), "demo"], check=True, env=like_a_person(), capture_output=True
        )
        with running(data) as server:
            shots = pages(browser, server.url)
            what_changed(browser, server.url)
        frame = browser.new_page(viewport={"width": 4 * 390 + 5 * 28, "height": 844 + 56})
        frame.set_content(FRAME.format("".join(SHOT.format(base64.b64encode(shot).decode()) for shot in shots)))
        frame.screenshot(path=PICTURES / "unflinch.png")


def pages(browser: Browser, url: str) -> list[bytes]:
    """Today, before an ask, after it, and what changed."""
    width, height = PHONE
    context = browser.new_context(base_url=url, viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    page.goto("/")
    shots = [page.screenshot()]
    page.get_by_role("button", name="I’ll try this").click()
    page.get_by_label("they laugh at me").check()
    touch(page, "feared_before", 70)
    shots.append(page.screenshot())
    page.get_by_role("button", name="I’m ready").click()
    page.goto(re.sub("pocket/$", "answer/", page.url))
    page.locator("button[name=outcome][value=no]").first.click()
    page.get_by_role("link", name="Continue").click()
    page.locator("button[name=feared_happened][value='0']").click()
    page.locator("button[name=feared_after][value='30']").click()
    shots.append(page.screenshot())
    page.goto("/changes/")
    shots.append(page.screenshot())
    context.close()
    return shots


def what_changed(browser: Browser, url: str) -> None:
    """Changes, a week, the sheet as a PDF and the picture of a week to share."""
    width, height = PHONE
    context = browser.new_context(base_url=url, viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    page.goto("/weeks/")
    week = page.locator("ol.log a").nth(8).get_attribute("href") or ""
    for name, address in (("changes", "/changes/numbers/"), ("week", week)):
        page.goto(address)
        page.evaluate(STILL)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
    for name, address in (("sheet.pdf", f"/sheet/file.pdf?{SHEET}"), ("share.png", f"{week}picture.png")):
        (PICTURES / name).write_bytes(context.request.get(address).body())
    context.close()


def touch(page: Page, name: str, value: int) -> None:
    """Pick a word on a scale."""
    page.locator(f".scale [name={name}][value='{value}']").check(force=True)


if __name__ == "__main__":
    main()
