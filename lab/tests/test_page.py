"""The page: what it shows, what it names, and that all of it is said "in simulation"."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from lab.cells import Cell
from lab.page import Report, write
from lab.pictures import Dot, draw_picture, ticks_for
from lab.tests.made_up import SETTINGS, results

CELLS = [Cell("coach", "base", 200, seed=11, half="report"), Cell("rollout", "base", 50, seed=11, half="report")]


def page(folder, **gains):
    return write(report_of(**gains), folder).read_text(encoding="utf-8")


def report_of(**gains):
    found = results(**gains)
    return Report(found, CELLS, found["base"], CELLS)


def test_every_setting_and_policy_has_its_row(tmp_path):
    told = page(tmp_path)
    for name in (*SETTINGS, "random", "middle", "list", "gut", "window", "coach", "oracle", "none"):
        assert f"| {name} |" in told


def test_seed_half_and_versions_are_named(tmp_path):
    told = page(tmp_path)
    for part in ("Half: report", "Seed: 11", "People in each cell: 200", "NumPy 2", "nerve.choice:choose"):
        assert part in told


def test_every_heading_with_a_result_and_every_picture_says_in_simulation(tmp_path):
    told = page(tmp_path)
    headings = [line for line in told.splitlines() if line.startswith("#") and line != "## The worlds"]
    assert len(headings) == 5
    assert [line for line in headings if not line.endswith("in simulation")] == []
    for name in re.findall(r"\((\w+\.svg)\)", told):
        assert "in simulation" in (tmp_path / name).read_text(encoding="utf-8")


def test_a_coach_that_keeps_everything_is_said_to(tmp_path):
    told = page(tmp_path)
    assert "It kept everything" in told
    assert "The application may use the coach" in told


def test_what_is_missing_is_said_first(tmp_path):
    told = page(tmp_path, coach=5.1)
    assert told.index("Something that was wanted is missing in: base") < told.index("|")


def test_who_would_pay_is_named_and_keeps_the_coach_off(tmp_path):
    report = report_of()
    paying = replace(report.results["slow"]["coach"], harm_days=report.results["slow"]["list"].harm_days + 0.5)
    report.results["slow"]["coach"] = paying
    told = write(report, tmp_path).read_text(encoding="utf-8")
    assert "The application may use the list only**, because of: slow." in told


@pytest.mark.parametrize("name", ["effects.svg", "ahead.svg", "harm.svg"])
def test_a_picture_is_well_formed_and_its_dots_are_inside(tmp_path, name):
    page(tmp_path)
    root = ET.parse(tmp_path / name).getroot()
    _, _, wide, high = map(float, root.attrib["viewBox"].split())
    places = re.findall(r"translate\(([-\d.]+) ([-\d.]+)\)", (tmp_path / name).read_text(encoding="utf-8"))
    assert len(places) >= len(SETTINGS)
    assert all(0 < float(x) < wide and 0 < float(y) < high for x, y in places)


def test_ticks_are_few_and_hold_every_value_and_nought():
    for values in ([0.2, 1.3], [-0.3, 0.05], [0.0], [12.0]):
        ticks = ticks_for(values)
        assert ticks[0] <= min(0, *values)
        assert max(0, *values) <= ticks[-1]
        assert 0 in ticks
        assert len(ticks) <= 8


def test_words_in_a_picture_are_never_markup():
    assert "<b>" not in draw_picture("<b>", {"<b>": [Dot(1.0, "circle")]}, {"circle": "<b>"})
