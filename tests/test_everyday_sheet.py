"""A sheet in a dialect, on a phone: one unclear word is said by hand, and then every row is right."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.walks import begin

EVERYDAY = Path(__file__).parent / "data" / "imports" / "everyday"
TRUTH = json.loads((EVERYDAY / "truth.json").read_text("utf-8"))["p13.csv"]
PHONE = 390
SAID = {
    "not_asked": "not asked",
    "no": "a no",
    "yes": "a yes",
    "maybe": "a maybe",
    "no_reply": "no answer",
    "": "planned",
    None: "planned",
}


def test_what_a_word_means_is_said_once_and_every_row_comes_in_right(page: Page):
    page.set_viewport_size({"width": PHONE, "height": 844})
    begin(page)
    page.goto("/import/")
    page.locator("input[name=diary]").set_input_files(EVERYDAY / "p13.csv")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("“Empfehlung ja, mitessen na” for a yes")).to_be_visible()
    page.get_by_text("What each column is taken for").click()
    page.get_by_label("“na” (3 rows) means").select_option("no")
    page.get_by_label("“na weil sie grad aufhören” (1 row) means").select_option("no")
    page.get_by_label("“Empfehlung ja, mitessen na” (1 row) means").select_option("maybe")
    page.get_by_role("button", name="Preview again").click()
    expect(page.get_by_role("heading", name=f"{len(TRUTH)} rows are ready.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    page.get_by_text("The first rows").click()
    rows = page.locator("ol.log li")
    expect(rows).to_have_count(len(TRUTH))
    for row, one in zip(rows.all(), TRUTH, strict=True):
        expect(row).to_contain_text(one["title"])
        expect(row).to_contain_text(re.compile(rf"week {one['when']}\s+· {SAID[one['outcome']]}\b"))
    page.get_by_role("button", name="Import them").click()
    expect(page).to_have_url(re.compile("/imports/"))
    expect(page.get_by_role("heading", name=re.compile(str(len(TRUTH))))).to_be_visible()
