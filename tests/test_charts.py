"""Charts: a tap on a point says its value beneath the picture; one without a picture breaks nothing."""

import subprocess

from playwright.sync_api import expect

from tests.live import UNFLINCH, like_a_person
from tests.walks import begin


def test_a_tap_on_a_point_says_its_value(page_anew, live_anew):
    made = [str(UNFLINCH), "--data", str(live_anew.data), "demo"]
    subprocess.run(made, check=True, env=like_a_person(), capture_output=True)
    page_anew.goto("/changes/")
    chart = page_anew.locator("figure.chart", has_text="Sting of each no")
    chart.locator("circle").last.click(force=True)
    value = chart.locator("circle title").last.text_content() or ""
    assert ": " in value
    expect(chart.locator("output")).to_have_text(value)
    for name, said in (("Asks by week", "in the tank"), ("Forecast against result", "ou heard a no in")):
        other = page_anew.locator("figure.chart", has_text=name)
        other.locator("g:has(> title)").last.locator("rect").last.click(force=True)
        expect(other.locator("output")).to_contain_text(said)
    for channel in ("In person", "By phone"):
        expect(page_anew.locator("figure.chart svg text", has_text=channel)).to_have_count(1)


def test_a_chart_without_a_picture_breaks_nothing(page_anew):
    begin(page_anew)
    page_anew.goto("/changes/")
    expect(page_anew.locator("h1")).to_be_visible()
