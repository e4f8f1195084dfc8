"""From page to page: a short fade where motion is welcome, none where it isn't, and nothing that jumps."""

import pytest
from playwright.sync_api import expect

from tests.walks import begin

SAY_WHETHER_IT_FADED = """addEventListener("pagereveal", ({ viewTransition }) => {
  document.documentElement.dataset.faded = String(Boolean(viewTransition));
});"""
COUNT_JUMPS = """globalThis.jumps = 0;
new PerformanceObserver((seen) => seen.getEntries().forEach((one) => { globalThis.jumps += one.value; }))
  .observe({ type: "layout-shift", buffered: true });"""
TABS = ("Ideas", "Diary", "Changes", "Today")


@pytest.mark.parametrize(("motion", "faded"), [("no-preference", "true"), ("reduce", "false")])
def test_pages_fade_into_each_other_only_where_motion_is_welcome(page, motion, faded):
    begin(page)
    page.emulate_media(reduced_motion=motion)
    page.add_init_script(SAY_WHETHER_IT_FADED)
    page.goto("/")
    page.get_by_role("link", name="Ideas", exact=True).click()
    page.wait_for_url("**/ideas/")
    expect(page.locator("html")).to_have_attribute("data-faded", faded)


def test_nothing_jumps_on_any_tab(page):
    begin(page)
    page.add_init_script(COUNT_JUMPS)
    for tab in TABS:
        page.get_by_role("link", name=tab, exact=True).click()
        page.wait_for_load_state("networkidle")
        # Where a page arrives in pieces, its first line may still find its place: a thousandth of the screen.
        assert round(page.evaluate("globalThis.jumps"), 2) == 0, tab
