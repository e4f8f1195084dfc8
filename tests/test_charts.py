"""Charts: a tap on a point says its value beneath the picture; one without a picture breaks nothing."""

import subprocess
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser import assert_no_sideways_scroll
from tests.live import UNFLINCH, like_a_person
from tests.walks import begin

CUT_OFF = """[...document.querySelectorAll("main td, main th, main p")]
    .filter(one => one.getBoundingClientRect().right > window.innerWidth).map(one => one.textContent)"""
TORN = """[...document.querySelectorAll(".more th, .more td:not(:has(a)), .big")].filter(one => {
    const high = one.getBoundingClientRect().height
    one.style.overflowWrap = "normal"
    const torn = one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().height < high
    one.style.overflowWrap = ""
    return torn
}).map(one => one.textContent)"""


COLUMNS = "date,challenge,outcome,channel,no_before,sting,energy"


def by_phone_and_in_person(at: int) -> str:
    """A row of a diary of sixty asks on sixty days, every second one by phone, two of three a yes."""
    day = date(2026, 9, 1) + timedelta(days=at)
    outcome = "no" if at % 3 == 0 else "yes"
    return f"{day},Ask number {at},{outcome},{'phone' if at % 2 else 'in_person'},60,{30 if outcome == 'no' else ''},75"


def test_a_tap_on_a_point_says_its_value(page_anew, live_anew):
    diary = live_anew.data.with_name("diary.csv")
    diary.write_text(f"{COLUMNS}\n" + "\n".join(map(by_phone_and_in_person, range(60))), encoding="utf-8")
    made = [str(UNFLINCH), "--data", str(live_anew.data), "import", str(diary)]
    subprocess.run(made, check=True, env=like_a_person(), capture_output=True)
    page_anew.goto("/changes/numbers/")
    chart = page_anew.locator("figure.chart", has_text="Sting of each no")
    expect(chart.locator("output")).to_be_attached()  # it listens from then on
    chart.locator("circle").last.click(force=True)
    value = chart.locator("circle title").last.text_content() or ""
    assert ": " in value
    expect(chart.locator("output")).to_have_text(value)
    for name, said in (("Asks by week", "energy "), ("Forecast against result", "ou heard: ")):
        other = page_anew.locator("figure.chart", has_text=name)
        other.locator("g:has(> title)").last.locator("rect").last.click(force=True)
        expect(other.locator("output")).to_contain_text(said)
    for channel in ("In person", "By phone"):
        expect(page_anew.locator("figure.chart svg text", has_text=channel)).to_have_count(1)


@pytest.mark.parametrize("size", [(320, 700)])
def test_open_tables_and_twice_the_text_fit_a_narrow_phone(page_anew, live_anew):
    made = [str(UNFLINCH), "--data", str(live_anew.data), "demo"]
    subprocess.run(made, check=True, env=like_a_person(), capture_output=True)
    page_anew.goto("/changes/numbers/")
    page_anew.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert_no_sideways_scroll(page_anew)
    assert page_anew.evaluate(CUT_OFF) == []
    assert page_anew.evaluate(TORN) == []
    page_anew.evaluate("document.documentElement.style.fontSize = '200%'")
    assert_no_sideways_scroll(page_anew)
    above = page_anew.locator(".eyebrow").bounding_box()
    assert above is not None
    assert above["width"] > 200


def test_a_chart_without_a_picture_breaks_nothing(page_anew):
    begin(page_anew)
    page_anew.goto("/changes/numbers/")
    expect(page_anew.locator("h1")).to_be_visible()
